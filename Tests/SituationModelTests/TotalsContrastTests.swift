import TestKit
import Testing

@testable import SituationModel

@Suite("Totals that are compared")
struct TotalsContrastTests {
  private static func totals(_ events: [Event], _ scope: EventScope = EventScope()) -> Totals {
    let table = EventTable(events)
    let dimensions: [Dimension] = [.place, .kind]
    return Totals(table.sureMatches(scope), of: PartitionTable(table, by: dimensions), by: dimensions, figure: .deaths)
  }

  private static func events(_ place: String, _ count: Int, killed: Double? = nil) -> [Event] {
    (0..<count).map { number in
      Event(
        id: "\(place)\(number)", title: "", place: Place(name: place, precision: .unplaced, shape: nil),
        sources: [Source(who: "A", figures: [killed.flatMap { Figure("killed", best: $0) }].compactMap { $0 })])
    }
  }

  @Test("parts of either side stand side by side, those that changed most first")
  func parts() throws {
    let contrast = TotalsContrast(
      before: Self.totals(Self.events("Homs", 12, killed: 2) + Self.events("Hama", 3, killed: 1)),
      after: Self.totals(Self.events("Homs", 18, killed: 1) + Self.events("Idlib", 1)))
    let places = try #require(contrast.sections.first)
    #expect(places.rows.map { "\($0.name) \($0.difference)" } == ["Homs 6", "Hama -3", "Idlib 1"])
    #expect(places.rows.map(\.ratio) == [1.5, nil, nil])
    #expect(places.rows.map(\.isSmall) == [false, true, true])
    #expect(places.rows.map(\.figureDifference) == [-6, -3, nil])
    #expect(contrast.whole.difference == 4)
    #expect(contrast.figures.map(\.row.figureDifference) == [-9])
  }

  @Test("what may belong widens the difference on both sides")
  func openDifference() throws {
    let events = ["2024-12-08", "2024-12-08/2024-12-10", "2024-12-10", "2024-12-10", ""].enumerated().map {
      place, date in
      Event(id: "\(place)", title: "", when: date.isEmpty ? nil : try? DateInterval(edtf: date))
    }
    let days = try ["2024-12-08", "2024-12-10"].map { text -> EventScope in
      let date = try DateInterval(edtf: text)
      return EventScope(window: TimeWindow(start: try #require(date.start), end: try #require(date.end)))
    }
    let row = TotalsContrast(before: Self.totals(events, days[0]), after: Self.totals(events, days[1])).whole
    // One for sure and two maybe before, two for sure and two maybe after.
    #expect(row.difference == 1 && row.differences == -1...3)
  }

  @Test("any reading of the two sides has a difference within the ends")
  func readings() throws {
    var maker = FilterMaker(seed: 21)
    for _ in 0..<60 {
      let table = EventTable(try (0..<40).map { _ in try maker.placedEvent() })
      let parts = PartitionTable(table, by: [.kind])
      let filters = (0..<2).map { _ in EventFilter(maker.expression(depth: 2)) }
      let matches = filters.map { table.sureMatches(EventScope(filter: $0)) }
      let totals = matches.map { Totals($0, of: parts, by: [.kind], figure: .deaths) }
      let row = TotalsContrast(before: totals[0], after: totals[1]).whole
      let reading = matches.map { $0.count { $0.isCertain || maker.below(2) == 0 } }
      #expect(row.differences.contains(reading[1] - reading[0]))
    }
  }
}
