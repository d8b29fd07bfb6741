/// Phrases of one or more words, found in tokens, with what each means.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let words: [String]
    let meaning: Meaning
  }

  /// By the first word, the longest first.
  private var phrases: [String: [Phrase]] = [:]

  /// A table without phrases.
  init() {}

  /// Adds a phrase. Of one that is there already the first meaning stays.
  mutating func add(_ text: String, _ meaning: Meaning) {
    let words = Tokenizer.tokens(text).map(\.low)
    guard let first = words.first else { return }
    var all = phrases[first] ?? []
    if all.contains(where: { $0.words == words }) { return }
    all.append(Phrase(words: words, meaning: meaning))
    phrases[first] = all.sorted { $0.words.count > $1.words.count }
  }

  /// The longest phrase that begins at a token and ends before a limit, with the number of its tokens.
  func match(_ tokens: [Token], at index: Int, before limit: Int? = nil) -> (meaning: Meaning, count: Int)? {
    let limit = limit ?? tokens.count
    guard index >= 0, index < limit, let all = phrases[tokens[index].low] else { return nil }
    for phrase in all where index + phrase.words.count <= limit {
      if zip(tokens[index...], phrase.words).allSatisfy({ $0.low == $1 }) {
        return (phrase.meaning, phrase.words.count)
      }
    }
    return nil
  }

  /// The longest phrase that ends before a token, with the number of its tokens.
  func match(_ tokens: [Token], endingAt end: Int, from start: Int = 0) -> (meaning: Meaning, count: Int)? {
    for first in max(start, end - 6)..<max(start, end) {
      if let found = match(tokens, at: first, before: end), first + found.count == end { return found }
    }
    return nil
  }
}

extension PhraseTable where Meaning == Bool {
  /// A table of phrases that mean nothing but themselves.
  init(_ phrases: [String]) {
    self.init()
    for phrase in phrases { add(phrase, true) }
  }

  /// True if a phrase begins at a token.
  func contains(_ tokens: [Token], at index: Int) -> Bool { match(tokens, at: index) != nil }
}
