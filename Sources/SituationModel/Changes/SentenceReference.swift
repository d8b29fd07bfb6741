/// The sentence of a report that a draft is made from: where it stands, and which words gave which field. The words themselves are in the
/// report alone.
public struct SentenceReference: Hashable, Sendable {
  /// The name of the report's file, without folders.
  public let document: String
  /// The SHA-256 of the file, as 64 hexadecimal digits; by it another version of the report is recognised.
  public let digest: String
  /// The language by whose words the report was read, as `en`.
  public let language: String
  /// The number of the paragraph, from 0.
  public let paragraph: Int
  /// The bytes of the sentence in the UTF-8 of its paragraph.
  public let range: Range<Int>
  /// The bytes in the paragraph's UTF-8 of the words that gave each field.
  public let words: [EventField: [Range<Int>]]

  /// A reference.
  public init(
    document: String, digest: String, language: String = "en", paragraph: Int, range: Range<Int>,
    words: [EventField: [Range<Int>]] = [:]
  ) {
    (self.document, self.digest, self.language, self.paragraph) = (document, digest, language, paragraph)
    (self.range, self.words) = (range, words)
  }
}
