import SituationModel
import Testing

@testable import SituationIO

/// The text of reports, whatever the format of the file.
@Suite("Documents of reports")
struct ReportDocumentTests {
  private func read(_ text: String, as name: String) throws -> ReportDocument {
    try ReportDocument(bytes: Array(text.utf8), path: name)
  }

  @Test("a page gives its main text and its day, and no menus or scripts")
  func html() throws {
    let page = """
      <!DOCTYPE html><html><head><title>T</title><meta property="article:published_time" content="2024-12-14T09:00:00Z"></head>
      <body><nav><p>Menu</p></nav><article><h1>Head</h1><script>if (a < b) { "<p>" }</script><p>First &ldquo;caf&eacute;&rdquo; &#1041;.</p>
      <div class="cookie"><p>Accept</p></div><p>Second<br>line</p></article><footer><p>Imprint</p></footer></body></html>
      """
    let document = try read(page, as: "a.html")
    #expect(document.paragraphs.map(\.text) == ["Head", "First “café” Б.", "Second", "line"])
    #expect(document.paragraphs.first?.isHeading == true)
    #expect(document.published == CivilDate(year: 2024, month: 12, day: 14))
  }

  @Test("Markdown loses its marks, its code and its tables")
  func markdown() throws {
    let document = try read(
      "# Head\n\n- **One** and [two](http://x)\n\n```\ncode\n```\n| a | b |\n\nThree_four.", as: "a.md")
    #expect(document.paragraphs.map(\.text) == ["Head", "One and two", "Three_four."])
  }

  @Test("wrapped lines of plain text are one paragraph")
  func wrapped() throws {
    let line = String(repeating: "word ", count: 14)
    #expect(try read("\(line)\n\(line)\nend.\n\nNext.", as: "a.txt").paragraphs.count == 2)
  }

  @Test("a mail gives its subject, its day and its plain text")
  func mail() throws {
    let mail = """
      From: a@example.org\r\nTo: b@example.org\r\nSubject: Report\r\nDate: Sat, 14 Dec 2024 10:00:00 +0200\r
      Content-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Page</p>\r\n--x\r
      Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nA caf=C3=A9 =\r\nburned.\r\n--x--\r\n
      """
    let document = try read(mail, as: "a.eml")
    #expect(document.paragraphs.map(\.text) == ["Report", "A café burned."])
    #expect(document.published == CivilDate(year: 2024, month: 12, day: 14))
  }

  private func archive(_ parts: [(String, String)]) -> [UInt8] {
    var writer = ZipWriter()
    var bytes: [UInt8] = []
    for (name, text) in parts {
      bytes += writer.begin(name)
      bytes += writer.add(Array(text.utf8))
      bytes += writer.end()
    }
    return bytes + writer.finish()
  }

  @Test("word processors' files give their paragraphs, and not what was deleted")
  func office() throws {
    let word = """
      <w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>\
      <w:p><w:r><w:t>One &amp; </w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>two.</w:t></w:r></w:p></w:body></w:document>
      """
    let docx = try ReportDocument(bytes: archive([("word/document.xml", word)]), path: "a.docx")
    #expect(docx.paragraphs.map(\.text) == ["Head", "One & two."])
    #expect(docx.paragraphs.map(\.isHeading) == [true, false])
    let open =
      "<o:document-content xmlns:o='o' xmlns:text='t'><text:h>Head</text:h><text:p>One<text:s/>two.</text:p></o:document-content>"
    let odt = try ReportDocument(bytes: archive([("content.xml", open)]), path: "a.odt")
    #expect(odt.paragraphs.map(\.text) == ["Head", "One two."])
  }

  @Test("what is no report is refused")
  func refused() throws {
    #expect(throws: ReadError.self) { try ReportDocument(bytes: [0x50, 0x4B, 0x03, 0x04, 0, 0], path: "a.docx") }
    #expect(throws: ReadError.self) { try ReportDocument(bytes: archive([("a.txt", "x")]), path: "a.zip") }
    #expect(throws: ReadError.self) { try ReportDocument(bytes: [1, 0, 2], path: "a.txt") }
    // A text that unpacks to far more than its size.
    let bomb =
      "<w:document xmlns:w='w'><w:p><w:t>" + String(repeating: "a", count: 70 << 20) + "</w:t></w:p></w:document>"
    #expect(throws: ReadError.self) {
      try ReportDocument(bytes: archive([("word/document.xml", bomb)]), path: "a.docx")
    }
  }

  @Test(
    "deep and broken pages end",
    arguments: [
      String(repeating: "<div>", count: 100_000), String(repeating: "<nav>", count: 50_000), "<!DOCTYPE html><p",
      "<html><!--", "<html>&#99999999;&", "<html><p a=\"",
      "<html>" + String(repeating: "<", count: 10_000),
    ])
  func hostile(page: String) throws { _ = try read(page, as: "a.html") }
}
