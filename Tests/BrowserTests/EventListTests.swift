import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("The list of events, and its export")
struct EventListTests {
  @Test("the list is sorted by the next column and turned round; its keys and Tab follow")
  func order() throws {
    let events = try [("c", 1), ("a", 2), ("b", 3)].map { try Event.sample($0.0, day: $0.1, latitude: 35, title: $0.0) }
    var browsing = try Browsing(.sample(events))
    func listed() -> [Int] { browsing.state.results.items.compactMap(\.eventRow) }
    try browsing.press("s")
    #expect(listed() == [1, 2, 0])
    #expect(browsing.screen.contains("the list is sorted by title, not grouped"))
    try browsing.press("S e")
    #expect(listed() == [0, 2, 1] && browsing.state.view.selection?.row == 0)
    try browsing.press("down")
    #expect(browsing.state.view.selection?.row == 2)
    try browsing.press("tab")
    #expect(browsing.state.view.selection?.row == 1)
    try browsing.press("s s s s s s s s")
    #expect(browsing.state.view.order == EventOrder())
  }

  @Test("X writes a workbook where the name ends in .xlsx, and nothing where that is all of the name")
  func exportWorkbook() throws {
    #expect(ExportFormat(path: "a/B.XLSX") == .workbook && ExportFormat(path: "a.csv") == .listing(.csv))
    for path in [".xlsx", "a/.xlsx", "xlsx", "a.xlsx/b", ""] { #expect(ExportFormat(path: path) == nil, "\(path)") }
    var browsing = try Browsing(.sample([try .sample("a")]))
    try browsing.type("Xlist.xlsx")
    #expect(browsing.screen.contains("1 event as XLSX"))
    try browsing.press("enter")
    guard case .write(let export) = browsing.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(export.format == .workbook)
  }

  @Test("X takes a name that says a format, and asks before it replaces a file")
  func export() throws {
    var browsing = try Browsing(.sample([try .sample("a"), try .sample("b", day: 11)]))
    try browsing.type("Xlist")
    try browsing.press("enter")
    #expect(browsing.state.dialogue.prompt?.text == "list" && browsing.effects.isEmpty)
    try browsing.type(".json")
    try browsing.press("enter")
    guard case .write(let export) = browsing.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(export.path == "list.json" && export.format == .listing(.json) && export.events.map(\.row) == [0, 1])
    #expect(export.events.map(\.group) == ["Tue 10 Dec 2024", "Wed 11 Dec 2024"] && !export.replaces)
    try browsing.send(.exists(export))
    #expect(browsing.screen.contains("list.json already exists: overwrite it? y/n"))
    try browsing.press("down a")
    #expect(browsing.effects.count == 1 && browsing.state.dialogue.question != nil)
    try browsing.press("y")
    var replacing = export
    replacing.replaces = true
    #expect(browsing.effects.last == .write(replacing) && browsing.state.dialogue.question == nil)
  }

  @Test("the list follows the selection, and the selection the list")
  func list() throws {
    var browsing = try Browsing()
    try browsing.press("e")
    #expect(browsing.state.panes.focus == .side)
    let first = browsing.state.view.selection?.row
    try browsing.press("down down")
    let third = browsing.state.results.items.compactMap(\.eventRow)[2]
    #expect(browsing.state.view.selection?.row == third)
    #expect(browsing.state.view.selection?.row != first)
    let title = browsing.state.situation.events[third].title
    #expect(browsing.lines.contains { $0.contains("│>") && $0.contains(title.prefix(12)) })
    try browsing.press("e")
    #expect(browsing.state.panes.focus == .map)
  }

  @Test("the list scrolls with the wheel and is clicked where it then stands")
  func wheelOverList() throws {
    let events = try (1...31).map { try Event.sample("e\($0)", day: $0) }
    var browsing = try Browsing(.sample(events), columns: 80, rows: 24)
    for _ in 0..<5 { try browsing.mouse(.wheelDown, column: 60, row: 6) }
    let ninth = try #require(browsing.find("Event e9"))
    try browsing.mouse(.press(clicks: 1), column: ninth.column, row: ninth.row)
    #expect(browsing.state.view.selection?.row == 8)
    #expect(browsing.find("Event e9") == ninth, "the list stays where it is")
  }

  @Test("on a narrow screen the list covers the map, and Esc uncovers it")
  func narrow() throws {
    var browsing = try Browsing(columns: 60, rows: 24)
    #expect(!browsing.screen.contains(" events "))
    try browsing.press("e")
    #expect(browsing.screen.contains(" events "))
    try browsing.press("escape")
    #expect(browsing.screen.contains(" map "))
  }
}
