import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Pins and tracks")
struct PinTests {
  @Test("a pin that stands for several opens as a list, and each of them as a detail")
  func stack() throws {
    let events = try (1...3).map { try Event.sample("e\($0)", day: $0, latitude: 35) }
    var browsing = try Browsing(.sample(events))
    let pin = try #require(browsing.find("S3"))
    try browsing.mouse(.press(clicks: 2), column: pin.column, row: pin.row)
    #expect(browsing.screen.contains("3 events at this pin"))
    try browsing.press("down enter")
    #expect(browsing.state.panes.pages.last == .detail(row: 1, top: 0, link: 0))
    try browsing.press("escape")
    #expect(browsing.screen.contains("3 events at this pin"))
    try browsing.press("escape")
    #expect(browsing.state.panes.pages.isEmpty)
  }

  @Test("the list of a pin goes when an event of another pin is selected")
  func staleStack() throws {
    let here = try (1...2).map { try Event.sample("h\($0)", day: $0, latitude: 35) }
    let there = try (3...4).map { try Event.sample("t\($0)", day: $0, latitude: 37, longitude: 38) }
    var browsing = try Browsing(.sample(here + there), options: ViewOptions(select: "h1"))
    let pin = try #require(browsing.find("S2"))
    try browsing.mouse(.press(clicks: 2), column: pin.column, row: pin.row)
    #expect(browsing.screen.contains("2 events at this pin"))
    let first = try #require(browsing.state.view.selection?.row)
    browsing = try {
      var other = browsing; try other.type(first < 2 ? "/t3" : "/h1"); try other.press("enter"); return other
    }()
    #expect(!browsing.screen.contains("2 events at this pin"))
  }

  @Test("an event of several points has a mark at each")
  func severalPoints() throws {
    let points = [Coordinate(latitude: 35, longitude: 36), Coordinate(latitude: 36, longitude: 38)]
    let event = Event(
      id: "a", title: "A", kind: .strike, place: Place(name: nil, precision: .exact, shape: .points(points)))
    let marks = EventMarks(try Browsing(.sample([event])).state)
    #expect(marks.marks.map(\.anchor) == points)
    #expect(marks.marks.map { marks.rows(of: [$0.id]) } == [[0], [0]])
  }

  @Test("a pin claims no more than the least exact of its events, and keeps the sign of the one that is doubted")
  func honestPin() throws {
    let point = Shape.points([Coordinate(latitude: 35, longitude: 36)])
    let events = [
      Event(
        id: "a", title: "A", kind: .strike, place: Place(name: nil, precision: .exact, shape: point),
        standing: .confirmed),
      Event(
        id: "b", title: "B", kind: .strike, place: Place(name: nil, precision: .vicinity, shape: point),
        standing: .alleged),
    ]
    let browsing = try Browsing(.sample(events))
    #expect(browsing.screen.contains("(s2?)"))
  }

  @Test("v walks the events of a pin and comes round, and Enter lists them")
  func walkingAPin() throws {
    let events = try ["a", "b", "c"].enumerated().map { try Event.sample($1, day: 9 + $0, latitude: 35) }
    var browsing = try Browsing(.sample(events))
    try browsing.press("tab v")
    #expect(browsing.state.view.selection?.row == 1)
    #expect(browsing.screen.contains("2 of 3, at this pin: Event b"))
    try browsing.press("v v")
    #expect(browsing.state.view.selection?.row == 0)
    try browsing.press("enter")
    #expect(browsing.screen.contains("3 events at this pin"))
  }

  @Test("a drag that begins on a pin pans and selects nothing")
  func dragFromAPin() throws {
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)]), options: ViewOptions(pane: .map))
    let middle = browsing.state.viewport.center
    let pin = try #require(browsing.find("S"))
    try browsing.mouse(.press(clicks: 1), column: pin.column, row: pin.row)
    try browsing.mouse(.drag, column: pin.column + 3, row: pin.row)
    try browsing.mouse(.release, column: pin.column + 3, row: pin.row)
    #expect(browsing.state.view.selection == nil && browsing.state.viewport.center != middle)
  }

  @Test("a click on a counted cell selects its first event, and the selected cell keeps its letter")
  func countedCells() throws {
    let events = try (0..<900).map { number in
      try Event.sample("\(number)", latitude: 34 + Double(number / 30) / 10, longitude: 36 + Double(number % 30) / 10)
    }
    var browsing = try Browsing(.sample(events), columns: 100, rows: 32)
    #expect(EventMarks(browsing.state).density != nil)
    let cell = try #require(EventMarks(browsing.state).density?.cells.first { $0.count > 1 })
    let pane = browsing.state.layout.inside(browsing.state.layout.map).origin
    try browsing.mouse(.press(clicks: 1), column: pane.column + cell.column, row: pane.row + cell.row)
    try browsing.mouse(.release, column: pane.column + cell.column, row: pane.row + cell.row)
    #expect(browsing.state.view.selection?.stack.count == cell.count)
    #expect(browsing.state.frame.grid[pane.column + cell.column, pane.row + cell.row].glyph == "S")
  }

  @Test("no line is drawn from or to an event with no place, or one that is not shown")
  func honestTracks() throws {
    func event(_ id: String, _ latitude: Double?, _ links: [Event.Link], to: Double? = nil) -> Event {
      func place(_ latitude: Double?) -> Place {
        Place(
          name: id, precision: .exact,
          shape: latitude.map { .points([Coordinate(latitude: $0, longitude: 36)]) })
      }
      return Event(
        id: id, title: id, kind: .convoy, place: place(latitude), destination: to.map { place($0) }, links: links)
    }
    let events = [
      event("a", 34, []), event("b", 35, [.init(.follows, to: "a"), .init(.precedes, to: "c")], to: 36),
      event("c", nil, [.init(.follows, to: "b")]),
    ]
    var state = try Browsing(.sample(events), options: ViewOptions(select: "b")).state
    #expect(state.shownTracks.map { [$0.start.latitude, $0.end.latitude] } == [[35, 36], [34, 35]])
    state.view.filter = try EventFilter("title:b") { _ in nil }
    state.bringUpToDate()
    #expect(state.shownTracks.map(\.end.latitude) == [36])
  }
}
