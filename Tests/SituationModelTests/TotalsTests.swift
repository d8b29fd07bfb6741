import TestKit
import Testing

@testable import SituationModel

@Suite("Totals")
struct TotalsTests {
  private static let dimensions: [Dimension] = [
    .place, .province, .actor, .kind, .standing, .precision, .source, .day, .month, .year,
  ]

  /// Tables of events that look random, with filters and windows.
  private static func each(
    _ body: (EventTable, EventFilter, [EventTable.Match], PartitionTable, inout FilterMaker) throws -> Void
  ) throws {
    var maker = FilterMaker(seed: 77)
    for round in 0..<40 {
      let table = EventTable(try (0..<90).map { _ in try maker.placedEvent() })
      let filter = EventFilter(round % 3 == 0 ? nil : maker.expression(depth: round % 4))
      let start = Instant(seconds: 1_733_616_000 + Int64(maker.below(5)) * 86_400)
      let window = TimeWindow(start: start, end: start.advanced(by: Int64(1 + maker.below(9)) * 86_400))
      let matches = table.sureMatches(EventQuery(filter: filter, window: window))
      let finder = ProvinceFinder { place in
        guard let anchor = place.anchor else { return ([], false) }
        return anchor.latitude > 30
          ? (["north"], true) : anchor.latitude > 0 ? (["north", "south"], false) : ([], false)
      }
      try body(table, filter, matches, PartitionTable(table, by: dimensions, provinces: finder), &maker)
    }
  }

  @Test("what is sure is at most what any reading of the data counts, and that at most sure and maybe")
  func readings() throws {
    try Self.each { table, _, matches, partitions, maker in
      let totals = Totals(matches, of: partitions, by: Self.dimensions, figure: .deaths)
      let figures = table.columns.figure(.deaths)
      for _ in 0..<5 {
        // A reading: each event that is maybe in the whole is in or out, is in one of its parts, and has one number of its range.
        var (count, sum) = (0, 0.0)
        var counts: [Dimension: [Int: (count: Int, sum: Double)]] = [:]
        for match in matches where match.isCertain || maker.below(2) == 0 {
          let range = figures?[match.row]
          let number = range.map { maker.below(2) == 0 ? $0.leastInSum : $0.high ?? $0.leastInSum + 1e6 } ?? 0
          (count, sum) = (count + 1, sum + number)
          for dimension in Self.dimensions {
            var (sure, open): ([Int], [Int]) = ([], [])
            partitions[dimension]?.each(match.row) { if $1 { sure.append($0) } else { open.append($0) } }
            for part in sure + (open.isEmpty ? [] : [maker.pick(open)]) {
              let known = counts[dimension]?[part] ?? (0, 0)
              counts[dimension, default: [:]][part] = (known.count + 1, known.sum + number)
            }
          }
        }
        func check(_ tally: Tally, _ count: Int, _ sum: Double) {
          #expect(tally.sure <= count && count <= tally.all)
          #expect(tally.sureFigure.low <= sum && sum <= tally.highest ?? .infinity)
        }
        check(totals.whole, count, sum)
        for section in totals.sections {
          for row in section.rows {
            let reading = counts[section.dimension]?[row.part] ?? (0, 0)
            check(row.tally, reading.count, reading.sum)
          }
        }
      }
    }
  }

  @Test("what is surely in the whole is what is surely in its parts, and what lies across them")
  func parts() throws {
    try Self.each { _, _, matches, partitions, _ in
      let totals = Totals(matches, of: partitions, by: Self.dimensions, figure: .deaths)
      #expect(totals.whole.all == matches.count)
      #expect(totals.sections.map(\.dimension) == Self.dimensions)
      for section in totals.sections where !section.dimension.isOverlapping {
        #expect(section.rows.reduce(section.across) { $0 + $1.tally.sure } == totals.whole.sure)
        var sum = section.acrossFigure
        for row in section.rows { sum.add(row.tally.sureFigure) }
        #expect(sum == totals.whole.sureFigure)
      }
      for section in totals.sections {
        for row in section.rows {
          for sum in [row.tally.sureFigure, row.tally.maybeFigure] {
            #expect(sum.low <= sum.best ?? sum.low && sum.best ?? sum.low <= sum.high ?? .infinity)
          }
        }
      }
    }
  }

  @Test("a row's filter passes the events that the row counts")
  func filters() throws {
    try Self.each { table, filter, matches, partitions, _ in
      let totals = Totals(matches, of: partitions, by: Self.dimensions, figure: .deaths)
      for section in totals.sections where section.dimension != .province {
        for row in section.rows {
          guard let own = row.filter else { continue }
          let rows = Set(table.rows(passing: EventFilter(own)))
          let counted = matches.filter { rows.contains($0.row) }
          if section.dimension.unit != nil || section.dimension == .kind {
            // A date without a day, and a word that the program knows by another, pass more.
            #expect(counted.count >= row.tally.all, "\(own.text)")
          } else {
            #expect(counted.count == row.tally.all, "\(section.dimension) \(own.text)")
          }
        }
      }
    }
  }

  @Test("a cross table has the sums of its rows and columns, and cells that add up to them where nothing lies across")
  func crossTables() throws {
    try Self.each { _, _, matches, partitions, _ in
      let cross = try #require(
        CrossTable(matches, of: partitions, rows: .standing, columns: .precision, figure: .deaths))
      for row in cross.rows.indices {
        let cells = cross.columns.indices.map { cross[row, $0] }
        #expect(cells.reduce(0) { $0 + $1.sure } == cross.rows[row].tally.sure)
        #expect(cells.reduce(0) { $0 + $1.sureFigure.low } == cross.rows[row].tally.sureFigure.low)
      }
      let times = try #require(CrossTable(matches, of: partitions, rows: .province, columns: .day))
      for row in times.rows.indices {
        let sure = times.columns.indices.reduce(0) { $0 + times[row, $1].sure }
        #expect(sure <= times.rows[row].tally.sure)
      }
    }
  }

  @Test("a certain term is sure, an open one maybe, whatever the window says")
  func filterCertainty() throws {
    let day = try DateInterval(edtf: "2024-12-08")
    let events = [(4.0, 4.0), (3.0, 9.0), (6.0, 7.0)].enumerated().map { place, range in
      Event(
        id: "\(place)", title: "", when: day,
        sources: [Source(who: "A", figures: [Figure("killed", low: range.0, high: range.1)].compactMap { $0 })])
    }
    let table = EventTable(events)
    let filter = try EventFilter("deaths>=5") { _ in nil }
    let matches = table.sureMatches(EventQuery(filter: filter, window: try #require(table.span)))
    #expect(matches.map { "\(table[$0.row].id) \($0.isCertain)" } == ["1 false", "2 true"])
  }

  @Test("no percentage is given of fewer than ten events")
  func smallNumbers() {
    var (part, whole) = (Tally(), Tally())
    for _ in 0..<9 { whole.add(isSure: true, nil, sums: false) }
    part.add(isSure: true, nil, sums: false)
    #expect(part.share(of: whole) == nil)
    whole.add(isSure: true, nil, sums: false)
    #expect(part.share(of: whole) == 0.1)
  }
}
