import Cartography
import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Events that are asked of a source")
struct SourceTests {
  /// So many events around the eastern Mediterranean in December 2024, the same for the same seed.
  private func many(_ count: Int, seed: UInt64 = 7) throws -> [Event] {
    var generator = SeededGenerator(seed: seed)
    let start = Instant(try #require(CivilDate(year: 2024, month: 12, day: 1)))
    return try (0..<count).map { number in
      let date = start.advanced(by: Int64.random(in: 0..<14, using: &generator) * 86_400)
      let place = Coordinate(
        latitude: Double.random(in: 30..<38, using: &generator),
        longitude: Double.random(in: 32..<42, using: &generator))
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

  private func bundled() throws -> SampleSource {
    let situation = try Bundled.situation()
    return SampleSource(Array(situation.events.events), title: situation.title)
  }

  @Test("a source of few events is asked for all of them once, and is the same screen as a file")
  func few() throws {
    let situation = try Bundled.situation()
    var asking = try Asking(bundled())
    try asking.answerAll()
    let plain = Situation(title: situation.title, events: situation.events)
    var browsing = try Browsing(plain)
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
    let situation = try Bundled.situation()
    let dates = try (DateInterval(edtf: "2024-12-08"), DateInterval(edtf: "2024-12-12"))
    let options = ViewOptions(from: dates.0, to: dates.1)
    let browsing = try Browsing(Situation(title: situation.title, events: situation.events), options: options)
    var asking = try Asking(bundled(), limit: situation.events.count - 1, options: options)
    try asking.answerAll()
    #expect(asking.state.partial != nil && !asking.state.countsByCell)
    // The timeline differs alone: what may be in a bucket is counted, and not spread.
    let rows = browsing.state.layout.timeline.origin.row
    #expect(asking.lines.prefix(rows) == browsing.lines.prefix(rows))
    #expect(asking.state.histogram.tallies.map(\.certain) == browsing.state.histogram.tallies.map(\.certain))
  }

  @Test("a large one is counted by cell: what the map counts is what a file counts in the same view")
  func large() throws {
    let events = try many(50_000)
    var asking = try Asking(SampleSource(events, title: "Fifty thousand"))
    try asking.answerAll()
    #expect(asking.state.countsByCell)
    let browsing = try Browsing(.sample(events, title: "Fifty thousand"))
    let spots = asking.state.countedSpots
    #expect(spots.reduce(0) { $0 + $1.count } == 49_000)
    #expect(asking.state.counts == browsing.state.counts)
    #expect(asking.state.viewport == browsing.state.viewport)
    #expect(asking.state.histogram.tallies.map(\.certain) == browsing.state.histogram.tallies.map(\.certain))
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
    #expect(!asking.state.countsByCell)
    let view = asking.state.viewport.bounds
    let shown = events.filter { $0.place.anchor.map(view.contains) ?? false }
    #expect(Set(asking.state.matches.map { asking.state.situation.events[$0.row].id }) == Set(shown.map(\.id)))
    #expect(asking.state.listNote == "all \(shown.count) in view, of 50,000")
  }
}

@Suite("What a source is asked, and when")
struct AskingTests {
  /// Events on a line along a parallel, an hour apart, of which each tenth is a convoy.
  private func row(_ count: Int) throws -> SampleSource {
    let start = Instant(try #require(CivilDate(year: 2024, month: 12, day: 1)))
    return SampleSource(
      (0..<count).map { number in
        let place = Coordinate(latitude: 35 + Double(number % 3), longitude: 34 + Double(number) / Double(count) * 8)
        return Event(
          id: "e\(number)", title: "Event \(number)", kind: number % 10 == 0 ? .convoy : .strike,
          when: DateInterval(unit: .hour, at: start.advanced(by: Int64(number) * 3_600)),
          place: Place(name: nil, precision: .exact, shape: .points([place])),
          links: number == 0 ? [Event.Link(.precedes, to: "e\(count - 1)")] : [])
      }, title: "A row")
  }

  @Test("each view is asked for once, and nothing is asked while nothing changes")
  func once() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let asked = asking.source.asked
    #expect(asked == [.overview, .cells, .buckets, .page] || asked == [.overview, .cells, .page, .buckets])
    let asks = asking.asks.count
    for message in [Message.tick, .said("x"), .resized(asking.state.size), .action(.help), .action(.close)] {
      try asking.send(message)
    }
    try asking.press("? escape L escape y")
    #expect(asking.asks.count == asks && asking.source.asked == asked)
    try asking.press("right")
    #expect(asking.asks.count == asks + 1)
    #expect(asking.waiting.map(\.name) == ["cells", "page"])
    try asking.answerAll()
    #expect(asking.source.asked.suffix(2) == [.cells, .page])
    try asking.press("f")
    try asking.press("C-l")
    #expect(asking.waiting.first == .overview)
  }

  @Test("an answer to a view that is left is dropped, and the one before stays drawn")
  func late() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll(at: Instant(CivilDate(daysSinceEpoch: 20_000), hour: 12, minute: 3))
    #expect(asking.screen.contains("as of 12:03:00"))
    try asking.press("+")
    let late = try #require(asking.waiting.first)
    let before = asking.state.counts
    try asking.press(". .")
    let screen = asking.screen
    #expect(screen.contains("asking"))
    try asking.send(.answered(late, try late.answer(from: asking.source), at: nil))
    #expect(asking.screen == screen && asking.state.counts == before)
    try asking.answerAll(at: Instant(CivilDate(daysSinceEpoch: 20_000), hour: 12, minute: 4))
    #expect(!asking.screen.contains("asking") && asking.screen.contains("as of 12:04:00"))
    #expect(asking.state.counts != before)
  }

  @Test("what is not yet known is called so, from the first frame on")
  func unknown() throws {
    var asking = try Asking(row(300), limit: 20)
    #expect(asking.screen.contains("not yet known") && asking.screen.contains("asking"))
    #expect(asking.screen.contains("Asked for, and not yet known."))
    try asking.answer()
    #expect(asking.screen.contains("not yet counted, of 300"))
    try asking.answerAll()
    try asking.press("-")
    #expect(asking.screen.contains("a part not yet known"))
    try asking.answerAll()
    #expect(!asking.screen.contains("not yet known"))
    #expect(
      asking.screen.contains("the first 20 of 300 in view") || asking.state.listNote == "the first 20 of 300 in view")
  }

  @Test("a source that is away keeps what is shown, and is browsed again when it is back")
  func away() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let marks = asking.state.countedSpots
    asking.source.fail(.away("connection refused"), .away("connection refused"))
    try asking.press("right")
    try asking.answer()
    #expect(asking.screen.contains("away: connection refused"))
    #expect(!marks.isEmpty && !asking.state.countedSpots.isEmpty && !asking.state.items.isEmpty)
    try asking.press("tab")
    try asking.answer()
    #expect(asking.screen.contains("away"))
    #expect(asking.state.notice == nil, "it is said aloud once")
    try asking.answerAll()
    #expect(!asking.screen.contains("away"))
  }

  @Test("a filter that the source can't decide is refused with its reason, and the one before stays")
  func unanswerable() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    let counts = asking.state.counts
    asking.source.fail(.unanswerable("near:Homs,50km"))
    try asking.press("f f")
    try asking.type("kind:convoy")
    try asking.press("enter escape")
    #expect(asking.state.filter.text == "kind:convoy")
    try asking.answer()
    #expect(asking.state.filter.isEmpty)
    #expect(asking.state.notice == "the source can't decide near:Homs,50km: the filter is as it was before")
    try asking.answerAll()
    #expect(asking.state.counts == counts)
  }

  @Test("one that it opens with shows nothing but the reason")
  func unanswerableAtFirst() throws {
    var options = ViewOptions()
    options.filter = try EventFilter("kind:convoy") { _ in nil }
    var asking = try Asking(row(300), limit: 20, options: options)
    try asking.answer()
    asking.source.fail(.unanswerable("kind:convoy"))
    try asking.answer()
    #expect(asking.screen.contains("Nothing to show: the source"))
    #expect(asking.state.items.isEmpty && asking.state.countedSpots.isEmpty)
  }

  @Test("what takes too long is told and not asked again before the view changes")
  func slow() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    asking.source.fail(.tooSlow, .refused("permission denied for table events"))
    try asking.press("right")
    try asking.answer()
    #expect(asking.state.notice == "the counts of the map: the source took too long")
    try asking.answer()
    #expect(asking.state.notice?.contains("permission denied") == true)
    let asked = asking.source.asked
    try asking.press("?")
    try asking.answerAll()
    #expect(asking.source.asked == asked)
    try asking.press("escape")
    try asking.press("right")
    try asking.answerAll()
    #expect(asking.source.asked.count == asked.count + 2 && !asking.state.hasSourceProblem)
  }

  @Test("Escape on the map waits no longer, and the next view is asked for")
  func stop() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("right escape")
    #expect(asking.waiting.isEmpty && asking.asks.last == [])
    #expect(asking.screen.contains("asked no more"))
    try asking.press("C-l")
    try asking.answerAll()
    #expect(!asking.state.hasSourceProblem)
  }

  @Test("Enter lists the events of a counted spot, and Escape goes back to the view")
  func spot() throws {
    var asking = try Asking(row(3_000), limit: 20)
    try asking.answerAll()
    let spot = try #require(asking.state.countedSpots.max { $0.count < $1.count })
    let rect = asking.state.layout.inside(asking.state.layout.map)
    try asking.mouse(.press(clicks: 2), column: rect.origin.column + spot.column, row: rect.origin.row + spot.row)
    #expect(asking.screen.contains("Asked for, and not yet known."))
    try asking.answerAll()
    #expect(asking.state.remote?.page?.all?.all == spot.count)
    #expect(asking.screen.contains("events at this spot"))
    #expect(asking.state.countsByCell)
    try asking.press("down enter")
    #expect(asking.screen.contains("event 1 of"))
    try asking.press("escape escape")
    try asking.answerAll()
    #expect(asking.state.remote?.closeUp == nil && asking.state.listNote?.contains("in view") == true)
    try asking.press("0 left")
    try asking.answerAll()
  }

  @Test("a link to an event that is not here asks for it, and opens it")
  func link() throws {
    var asking = try Asking(row(300), limit: 20, options: ViewOptions(select: "e0"))
    try asking.answerAll()
    #expect(asking.state.selection.map { asking.state.situation.events[$0.row].id } == "e0")
    try asking.press("enter")
    #expect(asking.screen.contains("e299 (not here: asked"))
    try asking.press("enter")
    #expect(asking.waiting == [.event("e299")])
    try asking.answerAll()
    #expect(asking.screen.contains("Event 299"))
    #expect(asking.state.listNote == nil || asking.state.listNote?.contains("the first 20") == true)
    #expect(asking.state.items.compactMap(\.eventRow).count == 20)
    try asking.press("escape")
    #expect(asking.screen.contains("Event 0"))
  }

  @Test("what looks at the events that are here says so; what a source can't do is refused")
  func here() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("/")
    try asking.type("Event")
    #expect(asking.screen.contains("20 events of the 20 events here"))
    try asking.press("enter")
    #expect(asking.state.message?.contains("of the 20 events here") == true)
    try asking.send(.action(.write))
    #expect(asking.screen.contains("20 events of the 20 events here"))
    try asking.press("escape")
    try asking.send(.action(.sort))
    #expect(asking.state.message?.contains("of the 20 events here") == true)
    try asking.send(.action(.clock))
    #expect(asking.state.message?.contains("can't be") == true)
    try asking.send(.action(.foldGaps))
    #expect(asking.state.message?.contains("no empty stretch is folded") == true)
    try asking.press("f")
    #expect(asking.screen.contains("of the 20 events here pass"))
    try asking.press("escape P")
    #expect(asking.screen.contains("Asked of postgresql://desk/events."))
    #expect(asking.state.prose.text.contains("300 events at"))
    #expect(asking.state.prose.text.contains(" 300 of 300 events shown"))
  }

  @Test("a way back through the views selects what was selected, though it is not here any more")
  func undo() throws {
    var asking = try Asking(row(300), limit: 20)
    try asking.answerAll()
    try asking.press("tab")
    let id = asking.state.savedView.select
    try asking.press("end")
    try asking.answerAll()
    #expect(asking.state.savedView.select == nil)
    try asking.press("u")
    try asking.answerAll()
    #expect(asking.state.savedView.select == id && id != nil)
  }
}

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
    #expect(asking.state.countsByCell)
    let marks = EventMarks(asking.state).marks
    #expect(marks.map(\.count).reduce(0, +) == 60 && marks.count == 6)
    let mismatch = Golden("source-pins").mismatch(asking.screen)
    #expect(mismatch == nil)
  }
}

@Suite("Playing and dragging over a source")
struct SourceMovementTests {
  private func source() throws -> SampleSource {
    SampleSource(
      try (0..<120).map { number in
        try Event.sample(
          "e\(number)", day: 1 + number % 12, latitude: 33 + Double(number % 7), longitude: 35 + Double(number % 5))
      })
  }

  @Test("a step of the play waits for the answers to the one before")
  func play() throws {
    var asking = try Asking(source(), limit: 5)
    try asking.answerAll()
    try asking.press("space")
    #expect(asking.state.time.play.isOn && asking.state.tickInterval == nil)
    try asking.answerAll()
    #expect(asking.state.tickInterval != nil)
    try asking.send(.tick)
    #expect(asking.state.tickInterval == nil && !asking.waiting.isEmpty)
    let window = asking.state.time.window
    try asking.answerAll()
    #expect(asking.state.counts.certain == 10 && asking.state.time.window == window)
  }

  @Test("a map that is dragged goes on moving when an answer comes")
  func drag() throws {
    var asking = try Asking(source(), limit: 5)
    try asking.answerAll()
    try asking.mouse(.press(clicks: 1), column: 5, row: 12)
    try asking.mouse(.drag, column: 9, row: 12)
    let center = asking.state.viewport.center
    try asking.answerAll()
    try asking.mouse(.drag, column: 14, row: 13)
    #expect(asking.state.viewport.center != center)
  }

  @Test("at any size it is said that answers are waited for", arguments: [(60, 20), (40, 12), (24, 8), (100, 30)])
  func sizes(columns: Int, rows: Int) throws {
    var asking = try Asking(source(), columns: columns, rows: rows, limit: 5)
    #expect(asking.screen.contains("asking"))
    try asking.answerAll()
    try asking.press("+")
    #expect(asking.screen.contains("asking"))
    #expect(faults(in: asking.state).isEmpty)
  }
}
