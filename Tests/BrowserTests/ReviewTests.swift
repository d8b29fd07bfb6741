import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The review of changes, and how changes show")
struct ReviewTests {
  private static let log = """
    {"change":"set","version":1,"id":"c01","time":"2026-11-28T09:00:00Z","author":"A. Adams","event":{"id":"a"},"fields":{"date":{"from":"2024-12-10","to":"2024-12-09"}},"reason":"the footage is of the day before"}
    {"change":"set","version":1,"id":"c02","time":"2026-11-28T10:00:00Z","author":"B. Brown","event":{"id":"a"},"fields":{"date":{"from":"2024-12-10","to":"2024-12-11"}}}
    {"change":"set","version":1,"id":"c03","time":"2026-11-28T10:30:00Z","author":"B. Brown","event":{"id":"b"},"fields":{"title":{"from":"Another title","to":"A third title"}}}
    {"change":"comment","version":1,"id":"c04","time":"2026-11-28T11:00:00Z","author":"C. Clark","event":{"id":"a"},"text":"seen by two people"}
    {"change":"tag","version":1,"id":"c05","time":"2026-11-28T11:01:00Z","author":"C. Clark","event":{"id":"a"},"tag":"airlift"}
    {"change":"add","version":1,"id":"c06","time":"2026-11-28T11:05:00Z","author":"A. Adams","fields":{"title":"Ships leave Tartus","date":"2024-12-12","kind":"imagery"}}
    {"change":"draft","version":1,"id":"c07","time":"2026-11-28T11:06:00Z","author":"reader","fields":{"title":"A column near Jableh","date":"2024-12-13"}}
    {"change":"fold","version":1,"id":"c08","time":"2026-11-28T11:07:00Z","author":"D","event":{"id":"a"}}
    {"change":"withdraw","version":1,"id":"c09","time":"2026-11-28T11:08:00Z","author":"A. Adams","event":{"id":"c"},"reason":"a duplicate"}
    {"change":"set","version":1,"id":"c10","time":"2026-11-28T11:09:00Z","author":"A. Adams","event":{"id":"b"},"fields":{"kind":{"from":"strike","to":"convoy"}}}

    """

  private static func situation() throws -> Situation {
    let plain = Situation.sample([
      try .sample("a", day: 10, latitude: 35, title: "Trucks at the base"), try .sample("b", day: 11, latitude: 34.5),
      try .sample("c", day: 12, latitude: 34),
    ])
    let log = ChangeLog(bytes: Array(Self.log.utf8), file: "events.csv.changes")
    #expect(log.rejections.isEmpty)
    return plain.applying([CaseLog(log)], files: ["events.csv"])
  }

  private func open(columns: Int = 120, rows: Int = 40) throws -> Browsing {
    try Browsing(Self.situation(), columns: columns, rows: rows)
  }

  @Test(
    "the list and the detail say what was changed, from which value, by whom, when and why",
    arguments: [(80, 24), (120, 40)])
  func shown(columns: Int, rows: Int) throws {
    var browsing = try open(columns: columns, rows: rows)
    #expect(browsing.screen.contains("Trucks at the base ~"))
    #expect(browsing.screen.contains("Ships leave Tartus +"))
    #expect(!browsing.screen.contains("Event c"), "it is withdrawn")
    let row = try #require(browsing.find("Trucks at the base"))
    try browsing.mouse(.press(clicks: 2), column: row.column, row: row.row)
    try browsing.matchGolden("desk-detail-\(columns)x\(rows)")
    try browsing.press("end")
    try browsing.matchGolden("desk-detail-end-\(columns)x\(rows)")
    try browsing.press("escape i")
    while !browsing.screen.contains("people have corrected"), browsing.state.panes.overlay?.top != 1_000 {
      let top = browsing.state.panes.overlay?.top
      try browsing.press("page-down")
      if browsing.state.panes.overlay?.top == top { break }
    }
    #expect(browsing.screen.contains("people have corrected"), "the legend does not know the sign")
  }

  @Test("in plain sentences, too, the selected event says what people changed, from which value, by whom, when and why")
  func described() throws {
    var browsing = try open()
    func select(_ title: String) throws {
      let row = try #require(browsing.find(title))
      try browsing.mouse(.press(clicks: 1), column: row.column, row: row.row)
    }
    try select("Trucks at the base")
    let lines = try #require(browsing.state.prose.sections.first { $0.title == "The selected event" }).lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("People disagree") })
    #expect(
      Array(lines[start...]) == [
        "People disagree on date: the review decides.", "Tags: airlift.",
        "Date was corrected from \"2024-12-10\" to \"2024-12-09\" (in conflict, not shown), by A. Adams, "
          + "28 Nov 2026 09:00 UTC: the footage is of the day before.",
        "Date was corrected from \"2024-12-10\" to \"2024-12-11\", by B. Brown, 28 Nov 2026 10:00 UTC.",
        "Comment by C. Clark, 28 Nov 2026 11:00 UTC: seen by two people.",
      ])
    try select("Ships leave Tartus")
    #expect(browsing.state.prose.text.contains("It was added by A. Adams, "))
  }

  @Test("a draft is read whole before it is decided, and stands once among the changes")
  func wholeDraft() throws {
    var browsing = try open(columns: 80, rows: 24)
    try browsing.press("I r")
    for _ in 0..<20 where browsing.state.panes.review.draft == nil { try browsing.press("down") }
    #expect(browsing.screen.ranges(of: "A column near Jableh").count == 1)
    try browsing.press("enter")
    try browsing.matchGolden("desk-draft-80x24")
    try browsing.press("escape")
    #expect(browsing.screen.contains("draft      A column near Jableh"), "the list is back")
    try browsing.press("enter a")
    #expect(browsing.state.panes.overlay?.content == .review)
  }

  @Test("problems come first, then drafts, then the newest changes", arguments: [(80, 24), (120, 40)])
  func order(columns: Int, rows: Int) throws {
    var browsing = try open(columns: columns, rows: rows)
    try browsing.press("I r")
    try browsing.matchGolden("desk-review-\(columns)x\(rows)")
    let sorts = (0..<browsing.state.panes.review.count).compactMap { browsing.state.panes.review[$0] }
      .map { ReviewWords($0, browsing.state).head.split(separator: " ").first.map(String.init) ?? "" }
    #expect(sorts.prefix(4) == ["conflict", "stale", "unknown", "draft"])
    #expect(sorts.dropFirst(4).first == "corrected" && sorts.last == "corrected")
    try browsing.press("end I r")
    #expect(browsing.state.panes.overlay == nil)
  }

  @Test("each entry is decided by one key")
  func deciding() throws {
    var browsing = try open()
    try browsing.press("I r >")
    #expect(browsing.effects.last == .change(.set(event: "a", [.date: "2024-12-09"]), reason: ""))
    try browsing.press("<")
    #expect(browsing.effects.last == .change(.set(event: "a", [.date: "2024-12-11"]), reason: ""))
    try browsing.press("down u")
    #expect(browsing.effects.last == .change(.revert(change: "c03"), reason: ""))
    let count = browsing.effects.count
    try browsing.press("down u")
    #expect(browsing.effects.count == count, "an unknown change is kept")
    try browsing.press("down r")
    #expect(browsing.effects.last == .change(.decide(draft: "c07", isAccepted: false), reason: ""))
    try browsing.press("a")
    #expect(browsing.effects.last == .change(.decide(draft: "c07", isAccepted: true), reason: ""))
    try browsing.press("down u")
    #expect(browsing.effects.last == .change(.revert(change: "c10"), reason: ""))
    try browsing.press("enter")
    #expect(browsing.state.panes.overlay == nil && browsing.state.selectedID == "b")
    guard case .detail? = browsing.state.panes.pages.last else {
      Issue.record("the event is not open")
      return
    }
  }

  @Test("a conflict is decided for either value: neither is asked about again, and the other stays in the history")
  func conflict() throws {
    let situation = try Self.situation()
    for value in ["2024-12-09", "2024-12-11"] {
      let draft = ChangeDraft(situation, files: ["events.csv"], namesFiles: false, author: "D. Dean", zone: .utc)
      let (deed, _) = try draft.deed(of: .set(event: "a", [.date: value]))
      guard case .set(_, let fields) = deed, let change = fields[.date] else {
        Issue.record("\(deed)")
        continue
      }
      let decision = """
        {"change":"set","version":1,"id":"c99","time":"2026-11-28T12:00:00Z","author":"D. Dean","event":{"id":"a"},\
        "fields":{"date":{"from":"\(change.from)","to":"\(change.to)","decides":["\(change.decides.joined(separator: ","))"]}}}

        """
      let log = ChangeLog(bytes: Array((Self.log + decision).utf8), file: "events.csv.changes")
      let decided = situation.unchanged.applying([CaseLog(log)], files: ["events.csv"])
      #expect(!decided.changes.problems.contains { $0.kind == .conflict })
      #expect(decided.changes[event: "a"]?.shownEdit(of: .date)?.to == value)
      #expect(decided.changes[event: "a"]?.edits.count == 3)
    }
  }

  @Test(
    "a draft is read in the pane, and of a withdrawn event a line says that there is nothing to open; clicks choose, the wheel moves"
  )
  func withdrawn() throws {
    var browsing = try open()
    try browsing.press("I r")
    let draft = try #require(browsing.find("A column near Jableh"))
    try browsing.mouse(.press(clicks: 1), column: draft.column, row: draft.row)
    try browsing.press("enter")
    #expect(browsing.screen.contains("draft 1 of 1"), "a draft is read in place of the list")
    try browsing.press("escape")
    let event = try #require(browsing.find("withdrawn"))
    try browsing.mouse(.press(clicks: 2), column: event.column, row: event.row)
    #expect(browsing.state.dialogue.message?.contains("withdrawn") == true)
    let chosen = browsing.state.panes.review.chosen
    try browsing.mouse(.wheelUp, column: event.column, row: event.row)
    #expect(browsing.state.panes.review.chosen == chosen - 1)
  }

  @Test("without changes the review says how to begin, and no list shows a sign")
  func nothing() throws {
    var browsing = try Browsing(columns: 80, rows: 24)
    #expect(!browsing.screen.contains(" ~ ") || browsing.state.situation.changes.isEmpty)
    try browsing.press("I r")
    #expect(browsing.screen.contains("I a adds an event"))
    try browsing.press("enter u a r < > escape")
    #expect(browsing.effects.isEmpty && browsing.state.panes.overlay == nil)
  }
}
