import Browser
import SituationIO
import SituationModel
import TestKit
import Testing

@Suite("Situation reports")
struct BriefTests {
  @Test("a report is as it was", arguments: [nil, "claims", "broken", "hostile", "empty"] as [String?])
  func golden(file: String?) throws {
    let text = try report(of: file)
    if let mismatch = Golden("brief-\(file ?? "bundled")", type: "md").mismatch(text) { Issue.record("\(mismatch)") }
  }

  @Test("every event that passes stands in one section, and no other does")
  func once() throws {
    let filter = try EventFilter("after:2024-12-13 or standing:claimed") { _ in nil }
    let options = ViewOptions(filter: filter)
    let situation = try Bundled.situation()
    let shown = Set(options.matches(in: situation.events).map { situation.events[$0.row].title })
    let items = try report(of: nil, options: options).split(separator: "\n").filter { $0.hasPrefix("- **") }
    #expect(items.count == shown.count && shown.count < situation.events.count)
    for title in shown { #expect(items.count { $0.hasPrefix("- **\(title)** (") } == 1, "\(title)") }
  }

  @Test("a source's link leads to the web or nowhere")
  func links() throws {
    let links = ["https://example.org/a_b", "javascript:alert(1)", "https://a@b.example/"]
    let sources = links.map { Source(who: "A [who](x)", link: $0) }
    let event = Event(
      id: "a", title: "](javascript:y) and so many words that no list shows the end <script>", sources: sources)
    let text = Brief(try Browsing(.sample([event])).state).markdown
    #expect(text.contains("A \\[who\\](x); [https://example.org/a\\_b](<https://example.org/a_b>)"))
    #expect(text.contains("; javascript:alert(1)\n") && text.contains("; https://a@b.example/\n"))
    #expect(text.ranges(of: "](<").count == 1 && !text.contains("<script>"))
  }

  private func report(of file: String?, options: ViewOptions = ViewOptions()) throws -> String {
    let situation = try file.map { name in
      let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
      return try readSituation(
        bytes: Array(readText(path: "\(folder)/Files/\(name).geojson").utf8), file: "\(name).geojson")
    }
    var options = options
    options.pane = .map
    return Brief(try Browsing(situation, columns: 80, rows: 24, options: options).state).markdown
  }
}
