import TestKit
import Testing

@testable import SituationModel

@Suite("A table asked as a source")
struct TableSourceTests {
  /// Some events, and what they are by a look at each.
  private let events: [Event]
  private let source: TableSource

  init() throws {
    var maker = FilterMaker(seed: 7)
    var events = try (0..<400).map { _ in try maker.placedEvent() }
    let edge = Coordinate(latitude: 90, longitude: 180)
    events.append(Event(id: "north", title: "", place: Place(name: nil, precision: .exact, shape: .points([edge]))))
    events.append(Event(id: "open", title: "", when: try DateInterval(edtf: "../2024-12-10")))
    self.events = events
    source = TableSource(title: "Made", EventTable(events))
  }

  @Test("Cells count what a look at each event counts, in and out of an area")
  func cells() throws {
    let window = TimeWindow(start: Instant(seconds: 1_733_702_400), end: Instant(seconds: 1_734_048_000))
    for (level, window) in [(0, nil), (1, window), (5, window), (9, nil)] {
      let grid = DegreeGrid(level: level)
      for area in [
        nil, GeoBounds(south: 30, west: 30, north: 45, east: 45),
        GeoBounds(south: -90, west: 170, north: 90, east: -170),
      ] {
        let scope = EventScope(window: window)
        let answer = try source.cells(CellQuestion(scope: scope, area: area, grid: grid))
        let meant = events.filter { window?.membership(of: $0.when) != .outside }
        let countries = meant.filter { $0.place.precision == .country }
        let placed = meant.filter { $0.place.precision != .country }
          .compactMap { event in event.place.anchor.map { (grid.cell(of: $0), event) } }
        #expect(answer.all.all == meant.count)
        #expect(answer.unplaced == meant.count - placed.count - countries.count)
        let names = Dictionary(grouping: countries) { $0.place.name.map(FoldedText.bytes(of:)) ?? [] }
        #expect(
          answer.countries.map(\.count.all)
            == names.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value.count))
        let touched = Dictionary(grouping: placed, by: \.0).filter { cell, _ in
          area.map { grid.cells(touching: $0).contains(cell) } ?? true
        }
        #expect(answer.cells.map(\.cell) == touched.keys.sorted())
        for cell in answer.cells {
          let here = (touched[cell.cell] ?? []).map(\.1)
          #expect(cell.count.all == here.count && cell.kinds.reduce(0, +) == here.count)
          let least = here.min { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
          #expect(cell.place == least?.place.anchor)
        }
      }
    }
  }

  @Test("So many countries are told apart at most, and the others are counted with those without a name")
  func manyCountries() throws {
    let place = Shape.points([Coordinate(latitude: 1, longitude: 1)])
    let events = (0..<CountryCount.most + 20).flatMap { number in
      let name = number == 7 ? nil : "Country \(number)"
      return (0...(number < 30 ? 1 : 0)).map { copy in
        Event(
          id: "\(number)-\(copy)", title: "", place: Place(name: name, precision: .country, shape: place))
      }
    }
    let source = TableSource(title: "Made", EventTable(events))
    let answer = try source.cells(CellQuestion(scope: EventScope(), area: nil, grid: DegreeGrid(level: 3)))
    #expect(answer.cells.isEmpty && answer.all.all == events.count && answer.unplaced == 0)
    #expect(answer.countries.count == CountryCount.most + 1)
    #expect(answer.countries.reduce(0) { $0 + $1.count.all } == events.count)
    #expect(answer.countries.first?.name == nil && answer.countries.first?.count.all == 2 + 19)
  }

  @Test("Buckets count what their windows say of each event")
  func buckets() throws {
    let start: Int64 = 1_733_616_000
    for step: Int64 in [3_600, 86_400, 259_200] {
      let bounds = (0...9).map { Instant(seconds: start + Int64($0) * step) }
      let answer = try source.buckets(BucketQuestion(scope: EventScope(), bounds: bounds))
      for (bucket, edges) in zip(answer.buckets, zip(bounds, bounds.dropFirst())) {
        let window = TimeWindow(start: edges.0, end: edges.1)
        let dated = events.filter { $0.when != nil }
        #expect(bucket.possible == dated.count { window.membership(of: $0.when) == .possible })
        for kind in EventKind.allCases {
          let certain = dated.count { $0.kind == kind && window.membership(of: $0.when) == .certain }
          #expect(bucket.certain[Int(kind.code)] == certain)
        }
      }
    }
  }

  @Test("Pages follow each other in the order of time, and of ids")
  func pages() throws {
    let all = try source.page(PageQuestion(scope: EventScope(), limit: 1_000))
    #expect(all.events.count == events.count && all.all == EventCount(certain: events.count))
    #expect(all.events.first?.id == "open")
    let pages = try stride(from: 0, to: events.count, by: 50).flatMap {
      try source.page(PageQuestion(scope: EventScope(), offset: $0, limit: 50)).events
    }
    #expect(pages == all.events)
    for (event, next) in zip(pages, pages.dropFirst()) where event.when == next.when {
      #expect(Array(event.id.utf8).lexicographicallyPrecedes(Array(next.id.utf8)))
    }
    #expect(try source.event("north") == events[events.count - 2])
    #expect(try source.event("nowhere") == nil)
  }
}
