import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The form of the desk")
struct DeskFormTests {
  @Test(
    "I waits for a second key and shows what there is; Escape leaves, an unknown key is answered with those that are known"
  )
  func leader() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.press("I")
    let line = try #require(browsing.lines.dropLast(browsing.lines.last == "" ? 1 : 0).last)
    #expect(
      line.contains("a add  e edit  c comment  t tag  w withdraw  r review  l link  u undo  Esc leave"), "\(line)")
    try browsing.press("escape")
    #expect(browsing.state.dialogue.leader == nil && browsing.effects.isEmpty)
    try browsing.press("I z")
    #expect(browsing.state.dialogue.message?.hasPrefix("I z has no meaning; after I: a add, e edit") == true)
    try browsing.press("I a")
    #expect(browsing.effects == [.openDesk(.add)])
    try browsing.press("I")
    let add = try #require(browsing.find("c comment"))
    try browsing.press("escape tab I")
    try browsing.mouse(.press(clicks: 1), column: add.column, row: add.row)
    guard case .openDesk(.comment)? = browsing.effects.last else {
      Issue.record("a click on a second key does nothing")
      return
    }
  }

  @Test("settings may give an action a sequence, and a key that was a leader to one action alone")
  func settings() throws {
    var keys = KeyMap()
    let sequence = try #require(KeySequence(name: "g t"))
    keys.give([sequence], to: .goToTime)
    #expect(keys[sequence] == .goToTime && keys.keys(of: .go).isEmpty)
    #expect(keys.followers(of: sequence.first).map(\.action) == [.goToTime])
    let leader = try #require(KeySequence(name: "I"))
    keys.give([leader], to: .totals)
    #expect(keys[leader.first] == .totals && keys.keys(of: .deskAdd).isEmpty)
    #expect(keys.followers(of: leader.first).isEmpty)
    #expect(keys.shown(.deskAdd) == ":desk-add")
  }

  @Test("an event is added by typing; what is never assumed is asked for")
  func adding() throws {
    var browsing = try Browsing(columns: 80, rows: 24)
    try browsing.begin(.add)
    try browsing.matchGolden("desk-add-80x24")
    try browsing.type("Column near Jableh")
    try browsing.press("tab C-n C-n enter")
    try browsing.type("9 Dec 2024")
    try browsing.press("down down C-x C-s")
    var expected = browsing.state.panes.form?.value(of: .coordinates) ?? ""
    #expect(!expected.isEmpty)
    #expect(browsing.effects.isEmpty, "the precision was assumed")
    #expect(browsing.state.panes.form?.field == .precision)
    try browsing.matchGolden("desk-add-asks-80x24")
    try browsing.type("vicinity")
    try browsing.press("C-s")
    #expect(browsing.effects.isEmpty && browsing.state.panes.form?.field == .radius)
    try browsing.type("10 km")
    try browsing.press("page-down enter")
    expected = browsing.state.panes.form?.value(of: .coordinates) ?? ""
    #expect(
      browsing.effects == [
        .change(
          .add([
            .title: "Column near Jableh", .kind: "strike", .date: "9 Dec 2024", .coordinates: expected,
            .precision: "vicinity", .radius: "10 km",
          ]), reason: "")
      ])
  }

  @Test("of an edited event only what differs is sent, with a reason that may be empty")
  func editing() throws {
    for reason in ["", "a typing error"] {
      var browsing = try Browsing(columns: 120, rows: 40)
      try browsing.press("tab")
      let id = try #require(browsing.state.selectedID)
      try browsing.begin(.edit(event: id), fields: [.title: "A title", .date: "2024-12-08", .kind: "political"])
      try browsing.press("C-s")
      #expect(browsing.state.dialogue.message == "nothing differs from what the event has")
      try browsing.press("tab tab C-w")
      try browsing.type("9")
      #expect(browsing.state.dialogue.prompt == nil)
      try browsing.press("C-s")
      #expect(browsing.state.dialogue.prompt != nil && browsing.effects.isEmpty)
      if reason.isEmpty { try browsing.matchGolden("desk-edit-120x40") }
      try browsing.type(reason)
      try browsing.press("enter")
      let request = ChangeRequest.set(event: id, [.date: "2024-12-9"])
      #expect(browsing.effects == [.change(request, reason: reason)])
      try browsing.send(.changed(request, .refused(fields: [.date: "is no date"], reason: nil)))
      #expect(browsing.screen.contains("! no date"))
      try browsing.press("C-s")
      #expect(browsing.state.dialogue.prompt?.text == reason, "the reason is to be typed again")
    }
  }

  @Test("errors stand at their fields, the first one gets the focus, and a new text clears its error")
  func errors() throws {
    var browsing = try Browsing(columns: 80, rows: 24)
    try browsing.begin(.add)
    try browsing.type("A title")
    try browsing.press("C-s")
    let request = ChangeRequest.add([.title: "A title"])
    #expect(browsing.effects == [.change(request, reason: "")])
    try browsing.send(
      .changed(
        request,
        .refused(
          fields: [
            .date: "\u{22}32 Dec\u{22} is no date: write it as 13 Dec 2024 or 2024-12-13",
            .figures: "a figure is a number with a name, such as deaths 5..7",
          ], reason: nil)))
    #expect(browsing.state.panes.form?.field == .date)
    try browsing.matchGolden("desk-errors-80x24")
    try browsing.type("1")
    #expect(browsing.state.panes.form?.problems.keys.sorted() == [.figures])
  }

  @Test("what is missing and what can't be read are said in one save, before a reason is asked for")
  func together() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.press("tab")
    let id = try #require(browsing.state.selectedID)
    try browsing.begin(.edit(event: id), fields: [.title: "A title", .date: "2024-12-08"])
    browsing.faults = [.date: "is no date", .figures: "a figure is a number with a name"]
    try browsing.press("down down C-u")
    try browsing.type("32 Dec")
    try browsing.press("down down down C-x C-s")
    #expect(browsing.state.panes.form?.problems.keys.sorted() == [.date, .precision, .figures])
    #expect(browsing.state.dialogue.prompt == nil && browsing.effects.isEmpty)
    #expect(browsing.state.panes.form?.field == .date)
    browsing.faults = [:]
    try browsing.type("x")
    try browsing.press("down down down down")
    try browsing.type("exact")
    try browsing.press("C-s")
    #expect(browsing.state.dialogue.prompt != nil && browsing.effects.isEmpty)
  }

  @Test("the keys of the desk work from the filter pane, too")
  func fromFilter() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.press("f I a")
    #expect(browsing.effects == [.openDesk(.add)])
    try browsing.begin(.add)
    #expect(browsing.find("a new event") != nil)
    try browsing.press("escape f I r")
    #expect(browsing.state.panes.overlay?.content == .review)
  }

  @Test("Escape leaves an untouched form at once, and asks before it throws away what was typed")
  func leaving() throws {
    var browsing = try Browsing()
    try browsing.begin(.add)
    try browsing.press("escape")
    #expect(browsing.state.panes.form == nil && browsing.state.panes.overlay == nil)
    try browsing.begin(.add)
    try browsing.type("x")
    try browsing.press("escape n")
    #expect(browsing.state.panes.form?.value(of: .title) == "x")
    try browsing.press("C-c y")
    #expect(browsing.state.panes.form == nil && browsing.state.panes.overlay == nil)
  }

  @Test("a click puts the focus on a line, one on the last line saves, and none beside the form loses it")
  func mouse() throws {
    var browsing = try Browsing(columns: 120, rows: 40)
    try browsing.begin(.add)
    let standing = try #require(browsing.find("Standing"))
    try browsing.mouse(.press(clicks: 1), column: standing.column, row: standing.row)
    #expect(browsing.state.panes.form?.field == .standing)
    try browsing.press("C-p")
    #expect(browsing.state.panes.form?.value(of: .standing) == "disputed")
    for action in [Mouse.Action.press(clicks: 1), .menu, .drag, .release, .wheelDown] {
      try browsing.mouse(action, column: 3, row: 10)
    }
    #expect(browsing.state.panes.form?.value(of: .standing) == "disputed")
    #expect(browsing.state.panes.overlay?.content == .form)
    let save = try #require(browsing.find("[ save ]"))
    try browsing.mouse(.press(clicks: 1), column: save.column, row: save.row)
    #expect(browsing.state.panes.form?.field == .title, "it has no title")
  }

  @Test("a field is edited as in a shell, takes pastes on one line, and keeps its limit")
  func typing() throws {
    var browsing = try Browsing()
    try browsing.begin(.add)
    try browsing.type("one two")
    try browsing.press("C-a x A-f C-w C-e C-w")
    #expect(browsing.state.panes.form?.value(of: .title) == "")
    try browsing.send(.input(.paste(PastedText("two\nlines\u{1B}[m")), nil))
    #expect(browsing.state.panes.form?.value(of: .title) == "two lines[m")
    try browsing.press("C-u")
    try browsing.send(.input(.paste(PastedText(String(repeating: "a", count: 3_000))), nil))
    #expect(browsing.state.panes.form?.value(of: .title).count == EventField.title.longest)
    #expect(browsing.state.dialogue.message == "the paste was cut after 1000 characters")
  }

  @Test(
    "the form is whole on every screen: the focus is in view, however small",
    arguments: [(80, 24), (40, 12), (20, 6), (10, 3), (1, 1)])
  func sizes(columns: Int, rows: Int) throws {
    var browsing = try Browsing(columns: columns, rows: rows)
    try browsing.begin(.add)
    for _ in EventForm.fields {
      try browsing.press("tab")
      #expect(browsing.state.frame.grid.size == Size(columns: columns, rows: rows))
      if columns >= 20 { #expect(browsing.screen.contains(">"), "\(browsing.screen)") }
    }
    #expect(browsing.state.panes.form?.field == nil)
  }

  @Test("a comment, a tag, the end of a tag and a withdrawal are lines; a withdrawal needs its reason")
  func lines() throws {
    var browsing = try Browsing()
    try browsing.press("tab")
    let id = try #require(browsing.state.selectedID)
    try browsing.begin(.comment(event: id))
    try browsing.type("seen by two")
    try browsing.press("enter")
    try browsing.begin(.tag(event: id))
    try browsing.type("airlift")
    try browsing.press("enter")
    try browsing.begin(.tag(event: id))
    try browsing.type("-airlift")
    try browsing.press("enter")
    try browsing.begin(.withdraw(event: id))
    try browsing.press("enter")
    #expect(browsing.effects.count == 3 && browsing.state.dialogue.prompt != nil)
    try browsing.type("a duplicate")
    try browsing.press("enter")
    #expect(
      browsing.effects == [
        .change(.comment(event: id, "seen by two"), reason: ""),
        .change(.tag(event: id, "airlift", isOn: true), reason: ""),
        .change(.tag(event: id, "airlift", isOn: false), reason: ""),
        .change(.withdraw(event: id), reason: "a duplicate"),
      ])
  }

  @Test("I u asks to revert the last change of this session, and each one once")
  func undoing() throws {
    var browsing = try Browsing(.sample([try .sample("a"), try .sample("b", day: 11)]))
    try browsing.press("I u")
    #expect(browsing.effects.isEmpty && browsing.state.dialogue.message?.contains("no change of this session") == true)
    let situation = Situation.sample([try .sample("a"), try .sample("b", day: 11), try .sample("c", title: "New one")])
    let request = ChangeRequest.add([.title: "New one"])
    try browsing.begin(.add)
    try browsing.send(.changed(request, .kept(KeptChange(situation: situation, change: "ch1", event: "c"))))
    #expect(browsing.state.dialogue.message == "added \u{22}New one\u{22}; I u undoes it")
    #expect(browsing.state.selectedID == "c" && browsing.state.panes.overlay == nil)
    try browsing.press("I u")
    #expect(browsing.effects == [.change(.revert(change: "ch1"), reason: "")])
    let before = Situation.sample([try .sample("a"), try .sample("b", day: 11)])
    try browsing.send(
      .changed(.revert(change: "ch1"), .kept(KeptChange(situation: before, change: "ch2", event: "c"))))
    #expect(browsing.state.dialogue.message?.hasPrefix("the change was undone") == true)
    try browsing.press("I u")
    #expect(browsing.effects.count == 1, "a revert is not undone by the same key")
  }
}
