import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("The menu of a right click")
struct PointMenuTests {
  @Test("on an event of the list it opens, centres, filters and measures; a click on a line does what it says")
  func event() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    let row = try #require(browsing.find("Rebels overthrow"))
    try browsing.mouse(.menu, column: row.column, row: row.row)
    for words in [
      "open the event", "centre the map here", "only kind=political", "only place=Damascus", "measure from here",
    ] {
      #expect(browsing.find(words) != nil, "\(words) is not in\n\(browsing.screen)")
    }
    let filter = try #require(browsing.find("only place=Damascus"))
    try browsing.mouse(.press(clicks: 1), column: filter.column, row: filter.row)
    #expect(browsing.state.view.filter.text == "place=Damascus")
    #expect(browsing.state.panes.overlay == nil)
  }

  @Test("the second filter of the menu narrows the first one")
  func narrowing() throws {
    var options = ViewOptions()
    options.filter = try EventFilter("standing:confirmed") { _ in nil }
    var browsing = try Browsing(columns: 120, rows: 40, options: options)
    let row = try #require(browsing.find("Rebels overthrow"))
    try browsing.mouse(.menu, column: row.column, row: row.row)
    try browsing.press("down down enter")
    #expect(browsing.state.view.filter.text == "standing:confirmed kind=political")
  }

  @Test("on the map beside all marks it centres, filters by distance and measures, and keys choose as well")
  func spot() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    let before = browsing.state.viewport.center
    try browsing.mouse(.menu, column: 5, row: 3)
    #expect(browsing.state.panes.menu.items.count == 4)
    try browsing.press("enter")
    #expect(browsing.state.viewport.center != before)
    try browsing.mouse(.menu, column: 5, row: 3)
    try browsing.press("end enter")
    let start = try #require(browsing.state.view.measuredFrom)
    #expect(start != browsing.state.viewport.center)
    try browsing.press("escape")
    try browsing.mouse(.menu, column: 5, row: 3)
    try browsing.press("down enter")
    #expect(browsing.state.view.filter.text.hasPrefix("near:"))
  }

  @Test("on the map it adds an event at that place, whose precision is still asked for")
  func adding() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.mouse(.menu, column: 5, row: 3)
    let add = try #require(browsing.find("add an event here"))
    try browsing.mouse(.press(clicks: 1), column: add.column, row: add.row)
    #expect(browsing.effects == [.openDesk(.add)])
    try browsing.begin(.add)
    #expect(browsing.state.panes.form?.value(of: .coordinates).contains(" N ") == true)
    #expect(browsing.state.panes.form?.value(of: .precision) == "")
    try browsing.press("escape y I a")
    try browsing.begin(.add)
    #expect(browsing.state.panes.form?.value(of: .coordinates) == "", "the next event has no place of the one before")
  }

  @Test("a mark of several events lists them, and is filtered only by what all of them share")
  func mark() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    let (position, rows) = try #require(browsing.marks.first { $0.rows.count > 1 })
    try browsing.mouse(.menu, column: position.column, row: position.row)
    #expect(browsing.find("list these \(rows.count) events") != nil)
    let kinds = Set(rows.map { browsing.state.dataset.events[$0].kindName })
    #expect((browsing.find("only kind=") != nil) == (kinds.count == 1))
    try browsing.press("enter")
    guard case .stack(let listed, _)? = browsing.state.panes.pages.last else {
      Issue.record("the list of the mark is not open")
      return
    }
    #expect(listed == rows)
  }

  @Test("Escape, q and a click beside it close it, and a right click where there is nothing to choose says so")
  func closing() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    for close in ["escape", "q"] {
      try browsing.mouse(.menu, column: 5, row: 3)
      #expect(browsing.state.panes.overlay?.content == .menu)
      try browsing.press(close)
      #expect(browsing.state.panes.overlay == nil)
    }
    try browsing.mouse(.menu, column: 5, row: 3)
    try browsing.mouse(.press(clicks: 1), column: 100, row: 30)
    #expect(browsing.state.panes.overlay == nil)
    try browsing.mouse(.menu, column: 0, row: 0)
    #expect(browsing.state.panes.overlay == nil)
    #expect(browsing.screen.contains("a right click opens a menu on the map"))
  }

  @Test("the whole menu is on the screen, wherever on the map it is opened", arguments: [(80, 24), (50, 16)])
  func fits(columns: Int, rows: Int) throws {
    var browsing = try Browsing(columns: columns, rows: rows)
    for position in [(1, 2), (columns - 2, 2), (1, rows / 2 + 2), (columns / 2, rows / 2 + 2)] {
      try browsing.mouse(.menu, column: position.0, row: position.1)
      guard browsing.state.panes.overlay?.content == .menu else { continue }
      #expect(browsing.find("centre the map here") != nil, "\(position)")
      #expect(browsing.find("measure from here") != nil, "\(position)")
      try browsing.press("escape")
    }
    #expect(!browsing.state.panes.menu.items.isEmpty)
  }
}

extension Browsing {
  /// The marks on the screen with the rows of their events, from the top left on.
  fileprivate var marks: [(position: Position, rows: [Int])] {
    let frame = state.frame
    return (0..<state.size.rows).flatMap { row in
      (0..<state.size.columns).compactMap { column in
        let position = Position(column: column, row: row)
        guard case .mark(let rows, _) = frame.target(at: position) else { return nil }
        return (position, rows)
      }
    }
  }
}
