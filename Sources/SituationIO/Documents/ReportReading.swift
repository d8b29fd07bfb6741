import SituationModel

extension ReportDocument {
  /// The limits on a report: a text that a person reads.
  static let limits = Limits(
    depth: 256, textBytes: 16 << 20, fileBytes: 64 << 20, streamBytes: 64 << 20, unpackedBytes: 64 << 20,
    archiveEntries: 2_000)

  /// Reads a report from a file, or from standard input for `-`. Its format is seen from its content, and of plain text from its name.
  ///
  /// - Throws: `ReadError` where it can't be read, or has no text.
  public static func read(path: String) throws(ReadError) -> ReportDocument {
    let bytes = try FileBytes.read(path: path, limits: limits)
    let document = try ReportDocument(bytes: Array(bytes), path: path)
    if document.paragraphs.isEmpty {
      throw .notUnderstood(file: StandardInput.name(of: path), line: 1, reason: "has no text")
    }
    return document
  }

  /// Reads a report from its bytes.
  ///
  /// - Throws: `ReadError` where they are of no format that is known.
  public init(bytes: [UInt8], path: String) throws(ReadError) {
    var hash = SHA256()
    hash.take(bytes)
    let file = StandardInput.name(of: path)
    let name = String(file[(file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)...])
    let content: Content
    do throws(ReportFault) { content = try Content(bytes, path: path.lowercased()) } catch {
      throw .notUnderstood(file: file, line: 1, reason: error.words)
    }
    self.init(name: name, digest: hash.digest, paragraphs: content.paragraphs, published: content.published)
  }

  /// The text of a file, and the day that it states.
  struct Content {
    var paragraphs: [Paragraph]
    var published: CivilDate?

    init(_ paragraphs: [Paragraph], published: CivilDate? = nil) {
      (self.paragraphs, self.published) = (paragraphs, published)
    }

    init(_ bytes: [UInt8], path: String) throws(ReportFault) {
      if let office = try OfficeReport.content(bytes) {
        self = office
        return
      }
      let text = ReportText.decoded(bytes)
      if text.utf8.contains(0) { throw ReportFault(words: "is no text: it has zero bytes") }
      if MailReport.fits(bytes) {
        self = MailReport.content(bytes)
      } else if Content.isHTML(text, path: path) {
        self = HTMLReport.content(text)
      } else if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
        self = Content(PlainReport.markdown(text))
      } else {
        self = Content(PlainReport.paragraphs(text))
      }
    }

    private static func isHTML(_ text: String, path: String) -> Bool {
      let head = text.prefix(1_000).lowercased()
      if head.contains("<!doctype html") || head.contains("<html") { return true }
      return (path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".xhtml")) && head.contains("<")
    }
  }
}

/// The reason why a report can't be read, in a sentence without a subject.
struct ReportFault: Error {
  let words: String
}

/// Bytes of a report as text.
enum ReportText {
  /// Text of UTF-8, of UTF-16 and UTF-32 with their marks, or else of the encoding whose letters fit best.
  static func decoded(_ bytes: [UInt8]) -> String {
    let all = Bytes(bytes)
    var (encoding, mark) = TextEncoding.sniff(all)
    if encoding == .utf8, let guess = bytes.withUnsafeBufferPointer({ TextEncoding.guess($0) }) {
      (encoding, mark) = (guess, 0)
    }
    return String(decoding: encoding.decoded(all, after: mark), as: UTF8.self)
  }
}
