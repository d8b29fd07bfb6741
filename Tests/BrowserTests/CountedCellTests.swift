import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Cells that a source counts")
struct CountedCellTests {
  @Test("the grid's cells are at most half as wide and high as those of the view, and no smaller than need be")
  func grid() {
    for zoom in stride(from: -2.0, through: 15, by: 0.5) {
      for latitude in [0.0, 35, -50, 60] {
        let view = Viewport(
          center: Coordinate(latitude: latitude, longitude: 20), zoom: zoom, size: Size(columns: 80, rows: 20))
        let grid = DegreeGrid(for: view)
        let width = 360 / view.worldColumns
        #expect(grid.side <= width / 2 && grid.side > width / 16, "zoom \(zoom), latitude \(latitude)")
        let bounds = view.bounds
        guard max(abs(bounds.south), abs(bounds.north)) < 75 else { continue }
        let height = (bounds.north - bounds.south) / 20
        #expect(grid.side <= height, "zoom \(zoom), latitude \(latitude)")
      }
    }
  }

  private func cell(_ column: Int, _ row: Int, at place: Coordinate, kinds: [Int], standings: UInt8 = 1) -> CellCount {
    CellCount(
      cell: GridCell(column: column, row: row), count: EventCount(certain: kinds.reduce(0, +)), kinds: kinds,
      standings: standings, vaguest: .exact, isPoints: true, place: place)
  }

  @Test("what lies on both sides of the antimeridian is one spot, whose area is as narrow as that of any other")
  func antimeridian() throws {
    let grid = DegreeGrid(level: 8)
    let (west, east) = (Coordinate(latitude: 0.1, longitude: 179.9), Coordinate(latitude: 0.1, longitude: -179.9))
    let (first, second) = (grid.cell(of: west), grid.cell(of: east))
    let answer = CellAnswer(
      cells: [
        cell(second.column, second.row, at: east, kinds: [1, 0]),
        cell(first.column, first.row, at: west, kinds: [0, 2]),
      ], all: EventCount(certain: 3), unplaced: 0)
    let cells = CountedCells(CellQuestion(scope: EventScope(), area: nil, grid: grid), answer)
    let view = Viewport(
      center: Coordinate(latitude: 0, longitude: 180), zoom: -1, size: Size(columns: 21, rows: 11))
    let spots = cells.spots(in: view, isCertainOnly: false)
    #expect(spots.map(\.count) == [3])
    let area = try #require(spots.first?.area)
    #expect(area.contains(west) && area.contains(east) && area.width < 3)
  }

  @Test("a sign says no more than the vaguest of what it counts, and its standing only where there is one")
  func signs() throws {
    let grid = DegreeGrid(level: 4)
    let place = Coordinate(latitude: 35, longitude: 36)
    let here = grid.cell(of: place)
    func mark(_ precision: PlacePrecision, isPoints: Bool, standings: UInt8, kinds: [Int]) throws -> Mark {
      let count = CellCount(
        cell: here, count: EventCount(certain: kinds.reduce(0, +)), kinds: kinds, standings: standings,
        vaguest: precision, isPoints: isPoints, place: place)
      let question = CellQuestion(scope: EventScope(), area: nil, grid: grid)
      let cells = CountedCells(question, CellAnswer(cells: [count], all: count.count, unplaced: 0))
      let view = Viewport(center: place, zoom: 5, size: Size(columns: 41, rows: 21))
      return try #require(cells.spots(in: view, isCertainOnly: false).first).mark(0)
    }
    let claimed = UInt8(1 << 3)
    let exact = try mark(.exact, isPoints: true, standings: claimed, kinds: [0, 3, 0])
    #expect(exact.form == .exact && exact.suffix == "!" && exact.count == 3 && !exact.isMixed && exact.letter == "S")
    #expect(try mark(.locality, isPoints: true, standings: claimed, kinds: [0, 3]).form == .near)
    #expect(try mark(.exact, isPoints: false, standings: claimed, kinds: [0, 3]).form == .within)
    let mixed = try mark(.region, isPoints: true, standings: claimed | 1 << 4, kinds: [2, 3])
    #expect(mixed.form == .within && mixed.suffix == nil && mixed.isMixed)
    #expect(mixed.label == nil && mixed.places.isEmpty, "no name is known of what is counted")
  }

  @Test("few spots are pins with their counts, as those of a file are")
  func pins() throws {
    var events: [Event] = []
    for number in 0..<60 {
      events.append(
        try Event.sample("e\(number)", day: 1 + number % 10, latitude: 33 + Double(number % 6), longitude: 36))
    }
    var asking = try Asking(SampleSource(events), limit: 10)
    try asking.answerAll()
    #expect(asking.state.dataset.countsByCell)
    let marks = EventMarks(asking.state).marks
    #expect(marks.map(\.count).reduce(0, +) == 60 && marks.count == 6)
    let mismatch = Golden("source-pins").mismatch(asking.screen)
    #expect(mismatch == nil)
  }

  @Test("answers that can't be true are survived")
  func nonsense() throws {
    var asking = try Asking(SampleSource([]), limit: 10)
    func answer(_ question: SourceQuestion, _ answer: SourceAnswer) throws {
      try asking.send(.answered(question, answer, at: Instant(seconds: .max)))
      #expect(faults(in: asking.state).isEmpty)
      #expect(!asking.state.prose.text.isEmpty)
    }
    try answer(
      .overview,
      .overview(
        SourceOverview(
          title: "\u{1B}[2J", count: 1_000,
          span: TimeWindow(start: Instant(seconds: .min), end: Instant(seconds: .max)),
          finestPrecision: .second, extent: GeoBounds(south: -90, west: -180, north: 90, east: 180))))
    #expect(!asking.screen.contains("\u{1B}"))
    let nowhere = [Coordinate(latitude: .nan, longitude: 0), Coordinate(latitude: 0, longitude: .infinity)]
    let cells =
      nowhere.map { cell(-4, 1 << 40, at: $0, kinds: []) } + [
        cell(-4, 1 << 40, at: Coordinate(latitude: 90, longitude: 180), kinds: [1])
      ]
    for question in asking.waiting {
      switch question {
      case .cells:
        try answer(question, .cells(CellAnswer(cells: cells, all: EventCount(certain: 5_000), unplaced: -3)))
      case .buckets: try answer(question, .buckets(BucketAnswer(buckets: [BucketCount(certain: [], possible: -1)])))
      default: break
      }
    }
    for question in asking.waiting {
      if case .page = question { try answer(question, .page(PageAnswer(events: [], all: nil))) }
    }
    try asking.press("enter v + + - J } {")
    #expect(faults(in: asking.state).isEmpty)
  }
}
