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

  @Test("map and timeline show both reports while they are compared, and what they showed before afterwards")
  func both() throws {
    func report(_ id: String, _ day: Int, _ latitude: Double) throws -> Event {
      Event(
        id: id, title: "Missile hits the grain silo in Homs", kind: .strike,
        when: try DateInterval(edtf: "2024-12-\(day)/2024-12-\(day + 1)"),
        place: Place(
          name: "Homs", precision: .vicinity, shape: .points([Coordinate(latitude: latitude, longitude: 36.71)]),
          radius: 30_000))
    }
    let situation = Situation.sample([
      try report("a", 13, 34.73), try report("b", 14, 34.9), try .sample("z", day: 20, latitude: 36),
      try .sample("y", day: 1, latitude: 10),
    ])
    var browsing = try Browsing(situation, columns: 120, rows: 40)
    try browsing.press("tab + right right right")
    try browsing.press("/")
    try browsing.type("Event z")
    try browsing.press("enter")
    let before = browsing.state.view
    try browsing.press("I l")
    let rows = browsing.state.comparedRows
    #expect(rows.map { browsing.state.dataset.events[$0].id } == ["a", "b"])
    for row in rows {
      let place = try #require(browsing.state.dataset.events[row].place.anchor)
      let point = browsing.state.viewport.point(of: place)
      #expect(browsing.state.viewport.contains(point), "report \(row) is not on the map")
      #expect(Int(point.column) < LinkPane.freeColumns(browsing.state), "report \(row) lies below the pane")
      #expect(browsing.state.results.matches.hasRow(row))
    }
    try browsing.matchGolden("link-pane-both-120x40")
    try browsing.press("escape")
    #expect(browsing.state.view == before && browsing.state.panes.pairView == nil)
    let past = browsing.state.tools.history.counts.past
    try browsing.press("I l")
    try browsing.press("enter")
    #expect(browsing.state.selectedID == "a" && browsing.state.view.camera == before.camera)
    #expect(browsing.state.tools.history.counts.past <= past + 1)
  }

  @Test("while the pairs of newer events are found, none of the earlier ones is shown or decided")
  func outdated() throws {
    let others = try (0..<560).map { try Event.sample("z\($0)", day: 1 + $0 % 28, latitude: 30 + Double($0) / 50) }
    let pair = [
      try event("a", "Missile hits the grain silo in Homs", deaths: 7, from: "One"),
      try event("b", "Grain silo in Hims hit by a missile", deaths: 9, from: "Two"),
    ]
    var browsing = try Browsing(.sample(others + pair), columns: 120, rows: 40)
    try browsing.press("I l")
    try browsing.send(
      .linked(LinkPairs(browsing.state.dataset.events), version: browsing.state.dataset.version))
    #expect(browsing.state.comparedRows.count == 2)
    let effects = browsing.effects.count
    try browsing.send(.read(.sample(Array(others.prefix(510))), FeedStatus(.following)))
    #expect(browsing.state.comparedRows.isEmpty && !browsing.screen.isEmpty)
    try browsing.press("s enter n")
    #expect(!browsing.effects.dropFirst(effects).contains { if case .change = $0 { true } else { false } })
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
