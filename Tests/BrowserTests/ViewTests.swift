import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Views as values")
struct ViewTests {
  private static let moves = [
    "left", "right", "S-up", "S-down", "+", "-", "0", "z", "d", "D", "F", "c", "p", "W", "C", "tab", "S-tab", "v",
    "enter",
    "escape", "e", "down", "up", "n", "x", "s", "S", "G", ",", ".", "<", ">", "[", "]", "home", "end", "w", "a",
    "space",
    "L", "i",
  ]

  @Test("undo after any series of actions gives the first view back, and redo the last", arguments: 1...12)
  func undoing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var browsing = try Browsing(columns: 110, rows: 34)
    let first = browsing.state.savedView
    for _ in 0..<80 {
      if Int.random(in: 0..<10, using: &random) == 0 { try browsing.send(.tick) }
      try browsing.press(try #require(Self.moves.randomElement(using: &random)))
    }
    let last = browsing.state.savedView
    var views = [last]
    while true {
      try browsing.press("u")
      if browsing.state.savedView == views.last { break }
      views.append(browsing.state.savedView)
    }
    #expect(browsing.state.savedView == first)
    #expect(views.count > 5)
    #expect(browsing.screen.contains("there is no earlier view"))
    for view in views.dropLast().reversed() {
      try browsing.press("C-r")
      #expect(browsing.state.savedView == view)
    }
    #expect(browsing.state.savedView == last)
  }

  @Test("steps of one movement are one entry, another key begins a new one, and a change forgets what was undone")
  func runs() throws {
    var browsing = try Browsing()
    let first = browsing.state.savedView
    try browsing.press("left left up S-right")
    let panned = browsing.state.savedView
    try browsing.press("+ + +")
    #expect(browsing.state.tools.history.counts.past == 2)
    try browsing.press("u")
    #expect(browsing.state.savedView == panned)
    try browsing.press("u")
    #expect(browsing.state.savedView == first)
    try browsing.press("C-r w")
    #expect(browsing.state.tools.history.counts == (past: 2, future: 0))
  }

  @Test("the history is bounded")
  func bounded() throws {
    var browsing = try Browsing()
    for _ in 0..<(ViewHistory.limit + 20) { try browsing.press("w") }
    #expect(browsing.state.tools.history.counts.past == ViewHistory.limit)
  }

  @Test("a view's members say the same view again", arguments: 1...20)
  func members(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var browsing = try Browsing()
    for _ in 0..<40 { try browsing.press(try #require(Self.moves.randomElement(using: &random))) }
    let view = browsing.state.savedView
    var notes: [String] = []
    let members = Dictionary(uniqueKeysWithValues: view.members.map { ($0.key, $0.value) })
    #expect(SavedView(members, place: { _ in nil }, notes: &notes) == view)
    #expect(notes.isEmpty)
  }

  @Test("a view keeps the point of view of contested borders", arguments: Worldview.allCases)
  func worldviews(worldview: Worldview) throws {
    var view = SavedView()
    view.worldview = worldview
    var notes: [String] = []
    let members = Dictionary(uniqueKeysWithValues: view.members.map { ($0.key, $0.value) })
    #expect(members["worldview"] == (worldview == .deFacto ? nil : .text(worldview.rawValue)))
    #expect(SavedView(members, place: { _ in nil }, notes: &notes) == view && notes.isEmpty)
    let browsing = try Browsing(options: ViewOptions(view))
    #expect(browsing.state.savedView.worldview == worldview)
    #expect(browsing.lines.contains { $0.contains("borders: view of") } == (worldview != .deFacto))
  }

  @Test("what a file says wrongly of a view is noted, and the rest is taken")
  func wrongMembers() throws {
    let members: [String: PropertyValue] = [
      "at": .text("Nowhere"), "zoom": .number(99), "from": .text("2024-12-14"), "to": .text("2024-12-08"),
      "where": .text("kind:"), "glyphs": .text("crayon"), "worldview": .text("atlantis"),
      "hide": .list([.text("roads"), .number(3)]),
      "later": .flag(true),
      "select": .text("a"), "crosshair": .text("yes"), "area": .text("1,2,3"),
    ]
    var notes: [String] = []
    let view = SavedView(members, place: { _ in nil }, notes: &notes)
    var expected = SavedView()
    expected.select = "a"
    #expect(view == expected)
    let starts = ["area", "at", "zoom", "worldview", "crosshair", "where", "hide", "glyphs", "to", "later"].map {
      "\"\($0)\""
    }
    #expect(notes.count == starts.count, "\(notes)")
    for (note, start) in zip(notes, starts) { #expect(note.hasPrefix(start), "\(note)") }
  }
}
