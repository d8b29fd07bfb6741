import SituationModel
import TestKit
import Testing

@testable import Browser

@Suite("The pane for reports that may be of one event")
struct LinkPaneTests {
  private func event(_ id: String, _ title: String, deaths: Double, from outlet: String) throws -> Event {
    Event(
      id: id, title: title, kind: .strike, when: try DateInterval(edtf: "2024-12-13"),
      place: Place(
        name: "Homs", precision: .locality, shape: .points([Coordinate(latitude: 34.73, longitude: 36.71)])),
      sources: [Source(who: outlet, figures: [Figure("deaths", best: deaths)].compactMap { $0 })])
  }

  private func browsing(columns: Int = 80, rows: Int = 24) throws -> Browsing {
    let situation = Situation.sample([
      try event("a", "Missile hits the grain silo in Homs", deaths: 7, from: "One"),
      try event("b", "Grain silo in Hims hit by a missile", deaths: 9, from: "Two"),
      try event("c", "Missile hits grain silo", deaths: 7, from: "Three"),
      try .sample("z", day: 20, latitude: 36),
    ])
    return try Browsing(situation, columns: columns, rows: rows)
  }

  @Test("two reports stand side by side with their differences and the reasons", arguments: [(80, 24), (120, 40)])
  func shown(columns: Int, rows: Int) throws {
    var browsing = try browsing(columns: columns, rows: rows)
    try browsing.press("I l")
    #expect(browsing.screen.contains("pair 1 of 3"))
    try browsing.matchGolden("link-pane-\(columns)x\(rows)")
  }

  @Test("a key says that both are of one event, another that they are of two, others go on")
  func keys() throws {
    var browsing = try browsing()
    try browsing.press("I l")
    let pair = try #require(browsing.state.panes.links.pair)
    let ids = [pair.first, pair.second].map { browsing.state.dataset.events[$0].id }
    try browsing.press("s")
    #expect(browsing.effects == [.change(.same(event: ids[0], other: ids[1], isSame: true), reason: "")])
    try browsing.press("d")
    #expect(browsing.effects.last == .change(.same(event: ids[0], other: ids[1], isSame: false), reason: ""))
    try browsing.press("u")
    #expect(browsing.state.panes.links.chosen == 1)
    try browsing.press("n n")
    #expect(browsing.state.panes.links.chosen == 2 && browsing.state.dialogue.message == "this is the last pair")
    try browsing.press("N enter")
    #expect(browsing.state.panes.overlay == nil && browsing.state.selectedID != nil)
  }

  @Test("a detail says how many reports are joined, and how many origins they have")
  func joined() throws {
    let joined = Event(joining: [
      try event("a", "Missile hits the silo", deaths: 7, from: "One"),
      try event("b", "Silo on fire", deaths: 9, from: "Two"),
    ])
    var browsing = try Browsing(.sample([joined]), columns: 120, rows: 40)
    try browsing.press("tab enter")
    #expect(browsing.screen.contains("2 reports of 1 event; 2 outlets"))
  }

  @Test("without two reports alike the pane says so")
  func empty() throws {
    var browsing = try Browsing(.sample([try .sample("a"), try .sample("b", day: 20)]))
    try browsing.press("I l s d u n enter")
    #expect(browsing.effects.isEmpty && browsing.screen.contains("no two reports here"))
  }
}
