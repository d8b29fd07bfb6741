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

@Suite("Situation reports of many events")
struct LongBriefTests {
  private static func state(count: Int, from: String? = nil) throws -> BrowserState {
    let events = try (0..<count).map { number in
      let day = 1 + number % 28
      let month = 1 + number / 3 % 3
      return Event(
        id: "e\(number)", title: "Event \(number)", kind: number % 3 == 0 ? .strike : .convoy,
        when: try DateInterval(edtf: "2024-0\(month)-\(day < 10 ? "0" : "")\(day)"),
        place: Place(
          name: "Town \(number % 7)", precision: .locality,
          shape: .points([Coordinate(latitude: 34.5, longitude: 36 + Double(number % 7) / 10)])),
        standing: number % 11 == 0 ? .claimed : nil, actors: ["Group \(number % 4)"],
        sources: [Source(who: "Desk", figures: [Figure("killed", best: Double(number % 13))].compactMap { $0 })])
    }
    var options = ViewOptions()
    options.pane = .map
    if let from { (options.from, options.to) = (try DateInterval(edtf: from), try DateInterval(edtf: from)) }
    return try Browsing(.sample(events), columns: 80, rows: 24, options: options).state
  }

  @Test("are one page, with what has changed since the month before")
  func page() throws {
    let text = Brief(try Self.state(count: 600, from: "2024-02")).markdown
    if let mismatch = Golden("brief-long", type: "md").mismatch(text) { Issue.record("\(mismatch)") }
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 160)
    #expect(text.contains("## Against the window before: Jan 2024") && !text.contains("## What happened, by day"))
  }

  @Test("tell each event behind the page when asked, and one by one where they are few")
  func events() throws {
    let state = try Self.state(count: 600)
    let all = Brief(state, tellsAllEvents: true).markdown
    #expect(all.contains("## In numbers") && all.split(separator: "\n").count { $0.hasPrefix("- **Event ") } == 600)
    let few = Brief(try Self.state(count: Brief.mostEvents)).markdown
    #expect(!few.contains("## In numbers") && few.contains("## What happened, by day"))
    // A standing that is not stated is no doubt.
    #expect(few.split(separator: "\n").count { $0.hasPrefix("- **Event ") } == Brief.mostEvents)
  }
}
