import Browser
import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@Suite("The screen in sentences")
struct ProseTests {
  @Test("the bundled situation reads as it did")
  func bundled() throws {
    let text = try Browsing(columns: 100, rows: 36, options: ViewOptions(select: "hassia-departure")).state.prose.text
    if let mismatch = Golden("prose").mismatch(text) { Issue.record("\(mismatch)") }
  }

  @Test("events that share a place, a span, a road or no place at all are told apart")
  func reaches() throws {
    let situation = try readSituation(path: ProseTests.folder + "/Files/reaches.geojson")
    let text = try Browsing(situation, columns: 80, rows: 24).state.prose.text
    if let mismatch = Golden("prose-reaches").mismatch(text) { Issue.record("\(mismatch)") }
  }

  @Test("every event of the window is told once, on the map, off it or with no place", arguments: [5.0, 6, 6.5])
  func once(zoom: Double) throws {
    let state = try Browsing(options: ViewOptions(zoom: zoom)).state
    let text = state.prose.sections.filter { !["The situation", "The selected event"].contains($0.title) }
      .flatMap(\.lines).joined(separator: "\n")
    for event in state.situation.events.events {
      let told = text.ranges(of: event.title + " (").count
      #expect(told == 1, "\(event.id)")
    }
  }

  @Test("many events are counted by kind, and many pins are the fullest")
  func crowd() throws {
    let events = try (0..<900).map { number in
      let (row, column) = (Double(number % 30), Double(number / 30))
      return try Event.sample(
        "\(number)", latitude: 33 + row / 10, longitude: 36 + column / 10, kind: EventKind.allCases[number % 2])
    }
    let text = try Browsing(.sample(events)).state.prose.text
    #expect(text.contains("900 events at "))
    #expect(text.split(separator: "\n").count < 60)
  }

  @Test("a text of the file can't act on a terminal, nor begin a line of its own")
  func hostile() throws {
    let situation = try readSituation(path: ProseTests.folder + "/Files/hostile.geojson")
    let state = try Browsing(situation).state
    let matches = ViewOptions().matches(in: situation.events)
    let text = state.prose.text(with: EventOrder(grouping: .none).listed(matches, in: situation.events))
    let lines = text.split(separator: "\n")
    for line in lines { #expect(SafeText(String(line)).marks == 0, "\(line)") }
    #expect(lines.allSatisfy { $0.hasPrefix("  ") || $0.hasPrefix("Event ") || isHeading($0) })
  }

  private func isHeading(_ line: Substring) -> Bool {
    ["The ", "On the map", "Off the map", "Without a place", "In time"].contains { line.hasPrefix($0) }
  }

  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
}
