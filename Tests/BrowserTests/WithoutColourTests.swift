import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

/// What is shown by a colour is shown by a text or another attribute as well.
@Suite("Without colour")
struct WithoutColourTests {
  /// A cell without its colours.
  private struct Plain: Hashable {
    let glyph: Character
    let attributes: Attributes

    init(_ cell: Cell) { (glyph, attributes) = (cell.glyph, cell.style.attributes) }
  }

  private func plain(_ line: TextLine) -> [Plain] {
    var grid = CellGrid(size: Size(columns: 60, rows: 1))
    line.draw(into: &grid, column: 0, row: 0, columns: 60)
    return grid.row(0).map(Plain.init)
  }

  private func plain(_ state: BrowserState, _ rect: Rect) -> [Plain] {
    let grid = state.frame.grid
    return rect.rows.flatMap { row in rect.columns.map { Plain(grid[$0, row]) } }
  }

  @Test("in the list, selected, found and possible differ from each other and from all that they can be at once")
  func list() throws {
    var browsing = try Browsing()
    let bare = browsing.state
    try browsing.press("/")
    try browsing.type("e")
    try browsing.press("enter")
    let searched = browsing.state
    for row in searched.situation.events.events.indices where searched.isFound(row) {
      var looks: [[Plain]] = []
      for state in [bare, searched] {
        for (isSelected, isCertain) in [(false, true), (true, true), (false, false), (true, false)] {
          let view = ListView(state: state)
          looks.append(plain(view.eventLine(row: row, isCertain: isCertain, isSelected: isSelected, columns: 60)))
        }
      }
      #expect(Set(looks).count == 8, "\(searched.situation.events[row].id)")
    }
  }

  @Test("every standing is told by words in the detail; what is challenged by its mark, on the map and in the list")
  func standings() throws {
    let situation = try Bundled.situation()
    let standings: [Standing?] = Standing.allCases + [nil]
    for event in situation.events.events {
      var details: Set<[[Plain]]> = []
      var marks: Set<String> = []
      for standing in standings {
        let other = Event(
          id: event.id, title: event.title, kind: event.kind, kindName: event.kindName, when: event.when,
          place: event.place, standing: standing, actors: event.actors, sources: event.sources)
        let text = DetailText(row: 0, in: EventTable([other]), columns: 60)
        details.insert(text.lines.map(plain))
        marks.insert(EventTable([other]).mark(of: 0))
      }
      #expect(details.count == standings.count)
      #expect(marks.count == 4, "claimed, alleged, disputed and the rest")
    }
  }

  @Test("every kind has a letter of its own, small and capital")
  func kinds() {
    let letters = EventKind.allCases.flatMap { [$0.letter, Character($0.letter.lowercased())] }
    #expect(Set(letters).count == 2 * EventKind.allCases.count)
  }

  @Test("a selected event shows on the map, in or off it, or in a count at its foot")
  func selected() throws {
    let bare = try Browsing()
    let events = bare.state.situation.events
    let map = bare.state.layout.map
    for event in events.events where event.place.anchor.map({ bare.state.viewport.bounds.contains($0) }) ?? false {
      let chosen = try Browsing(options: ViewOptions(select: event.id))
      #expect(plain(chosen.state, map) != plain(bare.state, map), "\(event.id)")
      #expect(plain(chosen.state, bare.state.layout.side) != plain(bare.state, bare.state.layout.side))
    }
  }

  @Test("the window, the focus and the chosen line of every pane show", arguments: ["f", "L"])
  func panes(key: String) throws {
    var browsing = try Browsing()
    try browsing.press("< <")
    let timeline = browsing.state.layout.timeline
    let first = plain(browsing.state, timeline)
    try browsing.press(".")
    #expect(plain(browsing.state, timeline) != first)
    let map = plain(browsing.state, browsing.state.layout.map)
    try browsing.press("e")
    #expect(plain(browsing.state, browsing.state.layout.map) != map)
    try browsing.press(key)
    var looks: Set<[Plain]> = [plain(browsing.state, browsing.state.frame.grid.bounds)]
    for keys in ["space", "down", "space"] {
      try browsing.press(keys)
      looks.insert(plain(browsing.state, browsing.state.frame.grid.bounds))
    }
    #expect(looks.count == 4)
  }

  @Test("what is wrong in a prompt is marked by more than a colour")
  func prompt() throws {
    var browsing = try Browsing()
    try browsing.press("f f")
    try browsing.type("kind:a grade:G")
    let place = try #require(browsing.find("G_"))
    #expect(browsing.state.frame.grid[place.column, place.row].style.attributes.contains(.reverse))
  }
}
