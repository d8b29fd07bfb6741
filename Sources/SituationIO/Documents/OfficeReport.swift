import SituationModel

/// Reads the paragraphs of a word processor's file: Office Open XML (DOCX) or OpenDocument (ODT).
enum OfficeReport {
  /// The text of an archive; nil where it is neither.
  static func content(_ bytes: [UInt8]) throws(ReportFault) -> ReportDocument.Content? {
    let all = Bytes(bytes)
    guard ZipArchive.fits(all) else { return nil }
    var limits = ReportDocument.limits
    let archive = ZipArchive(all, limits)
    let part: String
    if archive["word/document.xml"] != nil {
      part = "word/document.xml"
    } else if archive["content.xml"] != nil {
      part = "content.xml"
    } else {
      throw ReportFault(words: "is an archive without a document: reports are text, Markdown, HTML, DOCX, ODT or EML")
    }
    if let manifest = archive["META-INF/manifest.xml"],
      String(decoding: archive.content(of: manifest, &limits).bytes, as: UTF8.self).contains("encryption-data")
    {
      throw ReportFault(words: "is a document with a password: save it without one")
    }
    let text = try content(of: part, archive, &limits)
    var content = ReportDocument.Content(try paragraphs(text, isOpenDocument: part == "content.xml"))
    content.published = nil
    return content
  }

  private static func content(
    of part: String, _ archive: ZipArchive, _ limits: inout Limits
  ) throws(ReportFault) -> [UInt8] {
    guard let entry = archive[part] else { throw ReportFault(words: "has no \(part)") }
    let result = archive.content(of: entry, &limits)
    switch result.fault {
    case .tooLarge(let words)?: throw ReportFault(words: "unpacks to more than \(words)")
    case .nothing(let words)?: throw ReportFault(words: words)
    case .part(let words, isCut: _)?:
      if result.bytes.isEmpty { throw ReportFault(words: "the packed document \(words)") }
    case nil: break
    }
    return result.bytes
  }

  /// The paragraphs of a part. What the person deleted, and notes at the foot, are left out.
  private static func paragraphs(_ bytes: [UInt8], isOpenDocument: Bool) throws(ReportFault) -> [ReportDocument
    .Paragraph]
  {
    var paragraphs: [ReportDocument.Paragraph] = []
    var open: [UInt8] = []
    var (isHeading, isText, deleted) = (false, isOpenDocument, 0)
    let fault = bytes.withUnsafeBufferPointer { buffer -> XMLFault? in
      var scanner = TagScanner(buffer)
      func name() -> String { String(decoding: buffer[scanner.name], as: UTF8.self) }
      do throws(XMLFault) {
        while true {
          let token = try scanner.next()
          switch token {
          case .fileEnd: return nil
          case .text, .section:
            if isText, deleted == 0 { append(buffer[scanner.text], hasReferences: token == .text, to: &open) }
          case .start, .end:
            let isStart = token == .start
            switch name() {
            case "p", "h":
              if !isStart || scanner.isEmptyElement {
                paragraphs.append(.init(String(decoding: open, as: UTF8.self), isHeading: isHeading))
                open = []
                isHeading = false
              } else if isOpenDocument, name() == "h" {
                isHeading = true
              }
            case "pStyle":
              let style = scanner.attribute("val").map { String(decoding: buffer[$0], as: UTF8.self) } ?? ""
              if style.hasPrefix("Heading") || style == "Title" { isHeading = true }
            case "t": if !isOpenDocument { isText = isStart && !scanner.isEmptyElement }
            case "tab", "br", "line-break", "s": if isStart { open.append(0x20) }
            case "tracked-changes", "note", "annotation", "del":
              if isStart, !scanner.isEmptyElement { deleted += 1 } else if !isStart { deleted = max(0, deleted - 1) }
            default: break
            }
          }
        }
      } catch {
        return error
      }
    }
    // Of a document that breaks off, what stands before that is read.
    if let fault, paragraphs.isEmpty { throw ReportFault(words: "the document \(fault.words)") }
    return paragraphs
  }

  private static func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, hasReferences: Bool, to open: inout [UInt8]) {
    guard hasReferences else {
      open += text
      return
    }
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "&"), let end = text[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = CharacterReference.character(Array(text[(place + 1)..<end]))
      {
        open += Array(String(character).utf8)
        place = end + 1
      } else {
        open.append(text[place])
        place += 1
      }
    }
  }
}
