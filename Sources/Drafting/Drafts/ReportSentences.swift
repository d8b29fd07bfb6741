import SituationIO
import SituationModel

/// Takes documents apart into sentences.
struct ReportSentences {
  let lexicon: Lexicon

  /// The sentences of a document.
  func sentences(of document: ReportDocument, number: Int) -> [ReportSentence] {
    let splitter = SentenceSplitter(abbreviations: lexicon.abbreviations)
    var sentences: [ReportSentence] = []
    for (index, paragraph) in document.paragraphs.enumerated() {
      let tokens = Tokenizer.tokens(paragraph.text)
      let quoted = SentenceSplitter.quoted(tokens)
      let start = index < 8 ? datelineEnd(tokens) : 0
      let heading = paragraph.isHeading || isHeadline(tokens, index, document.paragraphs.count)
      var characters = CharacterCount(paragraph.text)
      for range in splitter.sentences(tokens) where !range.isEmpty {
        let first = max(range.lowerBound, start)
        guard first < range.upperBound else { continue }
        let bytes = tokens[first].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
        sentences.append(
          ReportSentence(
            document: number, paragraph: index, range: bytes, text: characters.text(bytes),
            characters: characters.range(bytes),
            isHeading: heading, tokens: Array(tokens[first..<range.upperBound]),
            isQuoted: Array(quoted[first..<range.upperBound])))
      }
    }
    return sentences
  }

  /// The first token behind a dateline, as `KYIV, March 3 (Agency) -`; 0 where there is none.
  private func datelineEnd(_ tokens: [Token]) -> Int {
    guard let first = tokens.first, first.isWord else { return 0 }
    for place in tokens.indices.prefix(18).dropFirst() {
      let token = tokens[place]
      if token.low == ".", tokens[place - 1].text.count > 4 { return 0 }
      guard !token.isWord, token.low == "-", place + 1 < tokens.count,
        token.range.lowerBound > tokens[place - 1].range.upperBound,
        tokens[place + 1].range.lowerBound > token.range.upperBound
      else { continue }
      let head = tokens[..<place]
      let isLoud = head.allSatisfy { !$0.isWord || $0.text == $0.text.uppercased() }
      let hasDate =
        head.contains { $0.low == "(" } || head.indices.contains { lexicon.times.months.match(tokens, at: $0) != nil }
      // `N'Djamena - `: a few capitalised words and nothing else.
      let isName = head.count <= 6 && head.allSatisfy { !$0.isWord || $0.isCapitalised }
      return isName || isLoud && !head.contains(where: \.isNumber) || hasDate && first.isCapitalised ? place + 1 : 0
    }
    return 0
  }

  /// True for a short paragraph before the text that ends no sentence.
  private func isHeadline(_ tokens: [Token], _ index: Int, _ count: Int) -> Bool {
    guard index < 2, count > 2, let last = tokens.last else { return false }
    return tokens.count <= 22 && last.isWord
  }

  /// Counts the characters of a paragraph, once from its beginning to its end.
  private struct CharacterCount {
    let source: String
    private var place: String.Index
    private var offset = 0
    private var characters = 0

    init(_ source: String) {
      self.source = source
      place = source.startIndex
    }

    func text(_ bytes: Range<Int>) -> String {
      let utf8 = source.utf8
      return String(
        source[
          utf8.index(
            utf8.startIndex, offsetBy: bytes.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)])
    }

    mutating func range(_ bytes: Range<Int>) -> Range<Int> {
      let first = advance(to: bytes.lowerBound)
      return first..<advance(to: bytes.upperBound)
    }

    private mutating func advance(to byte: Int) -> Int {
      guard byte > offset else { return characters }
      let end = source.utf8.index(place, offsetBy: byte - offset)
      characters += source.distance(from: place, to: end)
      (place, offset) = (end, byte)
      return characters
    }
  }
}

/// Finds the day on which a document was published.
struct PublicationDate {
  let lexicon: Lexicon

  /// The latest full date of a short paragraph at the beginning or the end of a document; nil where there is none.
  func day(of document: ReportDocument) -> CivilDate? {
    if let stated = document.published { return stated }
    let reader = TimeReader(words: lexicon.times, published: nil, year: nil)
    let count = document.paragraphs.count
    for (index, paragraph) in document.paragraphs.enumerated() where index < 8 || index >= count - 2 {
      var tokens = Tokenizer.tokens(paragraph.text)
      guard tokens.count <= 30 || index < 3 else { continue }
      tokens = Array(tokens.prefix(30))
      let days = tokens.indices.compactMap { place -> CivilDate? in
        guard case .interval(let interval)? = reader.date(tokens, place)?.meaning, interval.precision == .day,
          let end = interval.end
        else { return nil }
        return end.advanced(by: -1).date
      }
      if let latest = days.max(), tokens.count <= 24 || isDateline(tokens) { return latest }
    }
    return nil
  }

  private func isDateline(_ tokens: [Token]) -> Bool { tokens.prefix(16).contains { $0.low == "-" && !$0.isWord } }
}
