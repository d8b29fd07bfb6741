/// The words of a sentence that gave a value: bytes in the UTF-8 of the paragraph.
public struct SourceWords: Hashable, Sendable {
  /// The number of the document, from 0.
  public let document: Int
  /// The number of the paragraph, from 0.
  public let paragraph: Int
  /// The bytes in the paragraph's UTF-8.
  public let range: Range<Int>
  /// The words.
  public let text: String
}

/// A value of a draft with the words that gave it, the reason, and what else the words may mean.
public struct Reading<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public let value: Value
  /// The words that gave it, in the order of the text. Empty where the value follows from what is not said.
  public let words: [SourceWords]
  /// The way from the words to the value, in a few words.
  public let reason: String
  /// Other values that the words may mean, each with its reason.
  public let alternatives: [Alternative]

  /// Another value.
  public struct Alternative: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// The reason for it.
    public let reason: String
  }

  init(_ value: Value, _ words: [SourceWords], _ reason: String, _ alternatives: [Alternative] = []) {
    (self.value, self.words, self.reason, self.alternatives) = (value, words, reason, alternatives)
  }
}

extension ReportSentence {
  /// The words of some tokens.
  func words(_ range: Range<Int>) -> SourceWords {
    let bytes = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    return SourceWords(document: document, paragraph: paragraph, range: bytes, text: source(bytes))
  }

  /// The text of some tokens, as it stands.
  func source(of range: Range<Int>) -> String {
    range.isEmpty
      ? "" : source(tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
  }

  private func source(_ bytes: Range<Int>) -> String {
    let utf8 = text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound - range.lowerBound)
    let last = utf8.index(first, offsetBy: bytes.count)
    return String(text[first..<last])
  }
}
