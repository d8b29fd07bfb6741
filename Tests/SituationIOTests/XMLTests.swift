import SituationModel
import Testing

@testable import SituationIO

@Suite("XML")
struct XMLTests {
  @Test(
    "A file that is no XML we read is refused in one line",
    arguments: [
      ("error-entities.kml", "2: the file declares a document type, which is not read"),
      ("error-nested.kml", "3: the file is no XML: </name> was expected"),
    ])
  func fails(name: String, message: String) throws {
    let error = #expect(throws: ReadError.self) { try readSituation(path: Fixtures.path(name)) }
    #expect(error?.message == "\(Fixtures.path(name)):\(message)")
  }

  @Test("Elements that nest without an end cost their own record alone")
  func deepNesting() throws {
    let open = String(repeating: "<a>", count: 100_000)
    let close = String(repeating: "</a>", count: 100_000)
    let deepText = "<Placemark><description>\(open)deep\(close)</description><name>within a text</name></Placemark>"
    let deepShape = String(repeating: "<MultiGeometry>", count: 100) + String(repeating: "</MultiGeometry>", count: 100)
    let text = """
      <kml><Document>\(deepText)
      <Placemark>\(deepShape)</Placemark>
      <Placemark><name>good</name></Placemark></Document></kml>
      """
    let situation = try read(text)
    #expect(situation.events.events.map(\.title) == ["within a text", "good"])
    #expect(
      situation.rejections == [
        Rejection(file: "x", line: 2, reason: "the record nests more than 64 levels deep (limit \"depth\")")
      ])
    #expect(throws: ReadError.self) { try read("<kml>" + open) }
    #expect(throws: ReadError.self) { try read("<kml>" + String(repeating: "<Folder>", count: 100_000)) }
  }

  @Test("A text of more bytes than the limit costs its own record alone")
  func hugeText() throws {
    let huge = String(repeating: "x", count: 2_000_000)
    let text = "<kml><Placemark><name>\(huge)</name></Placemark>\n<Placemark><name>good</name></Placemark></kml>"
    let situation = try read(text)
    #expect(situation.events.events.map(\.title) == ["good"])
    #expect(
      situation.rejections.map(\.reason) == ["the record has a text of more than 1048576 bytes (limit \"textBytes\")"])
  }

  @Test("References are characters, the five names, or stay as they are")
  func references() throws {
    let name = "&lt;&gt;&amp;&quot;&apos; &#65;&#x42; &#0; &#x110000; &#xD800; &nbsp; &; & &amp;lt;"
    let situation = try read("<kml><Placemark><name>a \(name)</name></Placemark></kml>")
    #expect(
      situation.events[0].title == "a <>&\"' AB &#0; &#x110000; &#xD800; &nbsp; &; & &lt;")
  }

  @Test(
    "Marks of HTML are taken out of a text, and what only looks like one stays",
    arguments: [
      ("plain", "plain"), ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("<b>bold</b> text", "bold text"),
      ("a<br/>b<BR>c", "a\nb\nc"), ("<p>one</p>\n<p>two</p>", "one\ntwo"), ("x<script>alert('<b>')</script>y", "xy"),
      ("<style>p{}", ""), ("<a href='https://example.org'>link</a>", "link"), ("<table><tr><td>a<td>b</table>", "a b"),
      ("<i>&lt;b&gt;</i>", "<b>"), ("<", "<"), ("</", ""), ("a <b", "a"),
    ])
  func markup(text: String, plain: String) { #expect(MarkupText.plain(text) == plain) }

  private func read(_ text: String) throws -> Situation { try readSituation(bytes: Array(text.utf8), file: "x") }
}
