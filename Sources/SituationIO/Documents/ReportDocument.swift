import SituationModel

/// The text of a report: paragraphs of sentences, whatever the format of the file.
public struct ReportDocument: Hashable, Sendable {
  /// A paragraph, or a heading.
  public struct Paragraph: Hashable, Sendable {
    /// The text on one line.
    public let text: String
    /// True for a heading, which stands for the sentences below it.
    public let isHeading: Bool

    /// A paragraph; blanks and line ends become one space each.
    public init(_ text: String, isHeading: Bool = false) {
      self.text = text.split { $0.isWhitespace }.joined(separator: " ")
      self.isHeading = isHeading
    }
  }

  /// The name of the file.
  public let name: String
  /// The SHA-256 of the file, as 64 hexadecimal digits.
  public let digest: String
  /// The paragraphs, none of them empty.
  public let paragraphs: [Paragraph]
  /// The day of publication that the file states outside of its text, as in a header; nil where it states none.
  public let published: CivilDate?

  /// A document.
  public init(name: String, digest: String, paragraphs: [Paragraph], published: CivilDate? = nil) {
    (self.name, self.digest, self.published) = (name, digest, published)
    self.paragraphs = paragraphs.filter { !$0.text.isEmpty }
  }

  /// A document of plain text, for which the text stands as its file.
  public init(name: String, text: String, published: CivilDate? = nil) {
    var hash = SHA256()
    hash.take(text.utf8)
    self.init(name: name, digest: hash.digest, paragraphs: PlainReport.paragraphs(text), published: published)
  }
}
