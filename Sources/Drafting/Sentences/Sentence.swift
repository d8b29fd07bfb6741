/// A sentence of a report, with its position.
public struct ReportSentence: Hashable, Sendable {
  /// The number of the document, from 0.
  public let document: Int
  /// The number of the paragraph in its document, from 0.
  public let paragraph: Int
  /// The bytes of the sentence in the UTF-8 of its paragraph.
  public let range: Range<Int>
  /// The sentence itself.
  public let text: String
  /// The characters of the sentence in its paragraph, as a person counts them, from 0.
  public let characters: Range<Int>
  /// True if it stands in a heading.
  public let isHeading: Bool

  let tokens: [Token]
  /// True for each token that stands between quotation marks.
  let isQuoted: [Bool]
}

/// Finds the sentences of a paragraph.
struct SentenceSplitter {
  /// Abbreviations that a full stop follows within a sentence, in small letters.
  let abbreviations: Set<String>

  /// The longest sentence in tokens: text without full stops is cut.
  static let longest = 400

  /// The ranges of the sentences among the tokens of a paragraph.
  func sentences(_ tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < tokens.count {
      place += 1
      guard place - start >= SentenceSplitter.longest || isEnd(tokens, place - 1) else { continue }
      while place < tokens.count, isClosing(tokens, place) { place += 1 }
      ranges.append(start..<place)
      start = place
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  /// True if a sentence ends behind a token.
  private func isEnd(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard !token.isWord else { return false }
    var next = index + 1
    while next < tokens.count, isClosing(tokens, next) { next += 1 }
    switch token.low {
    case "!", "?", "…", "؟", "!?": break
    case ".":
      if index > 0, tokens[index - 1].range.upperBound == token.range.lowerBound {
        let before = tokens[index - 1]
        if abbreviations.contains(before.low) { return false }
        // An initial: J. Smith. A number: 1. and then a small word is an ordinal.
        if before.text.count == 1, before.isCapitalised, next < tokens.count, tokens[next].isCapitalised {
          return false
        }
      }
    default: return false
    }
    guard next < tokens.count else { return true }
    // Behind a full stop a sentence begins with a capital, a figure or a quotation.
    if tokens[next].range.lowerBound == tokens[index].range.upperBound { return false }
    return !tokens[next].isWord || tokens[next].isCapitalised || tokens[next].isNumber || tokens[next].isCaseless
  }

  private func isClosing(_ tokens: [Token], _ index: Int) -> Bool {
    guard ["”", "’", "»", "\"", ")", "]", "'", ".", "!", "?"].contains(tokens[index].text) else { return false }
    return tokens[index].range.lowerBound == tokens[index - 1].range.upperBound
  }

  /// True for each token between quotation marks. A mark that is not closed by the end of the paragraph quotes nothing.
  static func quoted(_ tokens: [Token]) -> [Bool] {
    var quoted = [Bool](repeating: false, count: tokens.count)
    var start: Int?
    for (index, token) in tokens.enumerated() where !token.isWord {
      switch token.text {
      case "“", "«", "„": start = start ?? index
      case "”", "»":
        if let begin = start { for place in begin...index { quoted[place] = true } }
        start = nil
      case "\"":
        if let begin = start {
          for place in begin...index { quoted[place] = true }
          start = nil
        } else {
          start = index
        }
      default: break
      }
    }
    return quoted
  }
}
