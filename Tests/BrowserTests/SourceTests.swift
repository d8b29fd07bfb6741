import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Events that are asked of a source")
struct SourceTests {
  /// So many events around the eastern Mediterranean in December 2024, the same for the same seed. Their degrees have six
  /// decimals, so that a file's columns and a source cover the same to the last bit.
  private func many(_ count: Int, seed: UInt64 = 7) throws -> [Event] {
    var generator = SeededGenerator(seed: seed)
    let start = Instant(try #require(CivilDate(year: 2024, month: 12, day: 1)))
    return try (0..<count).map { number in
      let date = start.advanced(by: Int64.random(in: 0..<14, using: &generator) * 86_400)
      let place = Coordinate(
        latitude: Double(Int.random(in: 30_000_000..<38_000_000, using: &generator)) / 1e6,
        longitude: Double(Int.random(in: 32_000_000..<42_000_000, using: &generator)) / 1e6)
      let isPlaced = number % 50 != 0
      return Event(
        id: "e\(number)", title: "Event \(number)",
        kind: try #require(EventKind.allCases.randomElement(using: &generator)),
        when: DateInterval(unit: .day, at: date),
        place: Place(
          name: nil, precision: isPlaced ? .exact : .unplaced, shape: isPlaced ? .points([place]) : nil),
        standing: Standing.allCases.randomElement(using: &generator))
    }
  }

  /// The bundled events; of equal times those first whose ids are, as a source has them.
  private func bundled() throws -> Situation {
    let situation = try Bundled.situation()
    let events = situation.events.events.sorted { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
    return Situation(title: situation.title, events: EventTable(events))
  }

  private func source() throws -> SampleSource {
    let situation = try bundled()
    return SampleSource(Array(situation.events.events), title: situation.title)
  }

  @Test("a source of few events is asked for all of them once, and is the same screen as a file")
  func few() throws {
    var asking = try Asking(source())
    try asking.answerAll()
    var browsing = try Browsing(bundled())
    #expect(asking.screen == browsing.screen)
    #expect(asking.source.asked == [.overview, .page])
    for keys in ["tab tab", "enter", "escape escape", "+ +", ". .", "a", "S-right", "0"] {
      try asking.press(keys)
      try browsing.press(keys)
      #expect(asking.screen == browsing.screen, "after \(keys)")
    }
    #expect(asking.source.asked == [.overview, .page])
  }

  @Test("where all events of a window can be held, list, map and counts are those of a file")
  func window() throws {
    let situation = try bundled()
    let dates = try (DateInterval(edtf: "2024-12-08"), DateInterval(edtf: "2024-12-12"))
    let options = ViewOptions(from: dates.0, to: dates.1)
    let browsing = try Browsing(situation, options: options)
    var asking = try Asking(source(), limit: situation.events.count - 1, options: options)
    try asking.answerAll()
    #expect(asking.state.dataset.partial != nil && !asking.state.dataset.countsByCell)
    // The timeline differs alone: what may be in a bucket is counted, and not spread.
    let rows = browsing.state.layout.timeline.origin.row
    #expect(asking.lines.prefix(rows) == browsing.lines.prefix(rows))
    #expect(
      asking.state.results.histogram.tallies.map(\.certain) == browsing.state.results.histogram.tallies.map(\.certain))
  }

  @Test("a large one is counted by cell: what the map counts is what a file counts in the same view")
  func large() throws {
    let events = try many(50_000)
    var asking = try Asking(SampleSource(events, title: "Fifty thousand"))
    try asking.answerAll()
    #expect(asking.state.dataset.countsByCell)
    let browsing = try Browsing(.sample(events, title: "Fifty thousand"))
    let spots = asking.state.countedSpots
    #expect(spots.reduce(0) { $0 + $1.count } == 49_000)
    let (asked, read) = (asking.state.results.counts, browsing.state.results.counts)
    #expect(asked.certain == read.certain && asked.possible == read.possible && asked.unplaced == read.unplaced)
    #expect(asking.state.viewport == browsing.state.viewport)
    #expect(
      asking.state.results.histogram.tallies.map(\.certain) == browsing.state.results.histogram.tallies.map(\.certain))
    let inMemory = try #require(EventMarks(browsing.state).density)
    #expect(inMemory.cells.reduce(0) { $0 + $1.count } == 49_000)
    let mismatch = Golden("source-large").mismatch(asking.screen)
    #expect(mismatch == nil)
  }

  @Test("close to, where all events in view can be held, they are shown one by one")
  func close() throws {
    let events = try many(50_000)
    var asking = try Asking(SampleSource(events, title: "Fifty thousand"))
    try asking.answerAll()
    try asking.press("+ + + + + + +")
    try asking.answerAll()
    #expect(!asking.state.dataset.countsByCell)
    let view = asking.state.viewport.bounds
    let shown = events.filter { $0.place.anchor.map(view.contains) ?? false }
    #expect(Set(asking.state.results.matches.map { asking.state.situation.events[$0.row].id }) == Set(shown.map(\.id)))
    #expect(asking.state.listNote == "all \(shown.count) in view, of 50,000")
  }
}
