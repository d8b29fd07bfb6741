import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Kinds on the screen")
struct KindTests {
  /// Events of ACLED's six types around some towns, the same at each run.
  static func acled(_ count: Int) throws -> Situation {
    var generator = SeededGenerator(seed: 5)
    let kinds = [
      "Protests", "Battles", "Explosions/Remote violence", "Riots", "Violence against civilians",
      "Strategic developments",
    ]
    let towns = [(33.51, 36.29), (34.73, 36.71), (35.13, 36.75), (36.2, 37.16), (35.53, 35.79), (35.33, 40.14)]
    let rows = (0..<count).map { number in
      let (town, kind) = (towns[number % towns.count], kinds[Int.random(in: 0...number % 6, using: &generator)])
      let north = Double(Int.random(in: -300...300, using: &generator)) / 1_000
      let east = Double(Int.random(in: -300...300, using: &generator)) / 1_000
      return
        "SYR\(number),2024-12-\(10 + number % 20),1,\(kind),Event,Actor,Homs,\(town.0 + north),\(town.1 + east),1,A note"
    }
    let head =
      "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,location,latitude,longitude,"
      + "geo_precision,notes"
    return try readSituation(bytes: Array(([head] + rows).joined(separator: "\n").utf8) + [0x0A], file: "acled.csv")
  }

  private static func stranger() throws -> Situation {
    let rows = (0..<200).map { "\($0),2024-12-\(10 + $0 % 20),kind \($0 % 20 * ($0 % 3)),34.\($0),36.\($0)" }
    return try readSituation(
      bytes: Array((["id,date,type,lat,lon"] + rows).joined(separator: "\n").utf8) + [0x0A], file: "f.csv")
  }

  @Test("ACLED's types are letters of their own on the map and the timeline", arguments: [(80, 24), (120, 40)])
  func screens(columns: Int, rows: Int) throws {
    let browsing = try Browsing(Self.acled(40), columns: columns, rows: rows)
    if let mismatch = Golden("kinds-acled-\(columns)x\(rows)").mismatch(browsing.screen) { Issue.record("\(mismatch)") }
  }

  @Test("the legend has the kinds that occur, each once, and names those without a letter")
  func legend() throws {
    for situation in [try Self.acled(40), try Self.stranger()] {
      let browsing = try Browsing(situation, columns: 120, rows: 60)
      let section = try #require(Legend(browsing.state).sections.first { $0.title.hasPrefix("Kinds") })
      #expect(section.rows.count == situation.events.kinds.signs.count)
      #expect(Set(section.rows.map(\.style.ink)).count == section.rows.count)
    }
    let state = try Browsing(Self.stranger(), columns: 120, rows: 60).state
    let rows = try #require(Legend(state).sections.first { $0.title.hasPrefix("Kinds") }).rows
    #expect(rows.last?.words.hasPrefix("other event: kind ") == true)
  }

  @Test("a kind of a file is filtered, counted alone, and kept in a view")
  func words() throws {
    var browsing = try Browsing(Self.acled(60), columns: 120, rows: 40)
    var seen: Set<String> = []
    for _ in 0..<6 {
      try browsing.press("K")
      let kind = try #require(browsing.state.view.timeLook.kind)
      #expect(browsing.screen.contains("only \(kind)"))
      seen.insert(kind)
      let counted = browsing.state.results.histogram.tallies.reduce(0) { $0 + $1.certainCount }
      #expect(counted == browsing.state.situation.events.events.count { $0.kindName == kind })
      var notes: [String] = []
      let members = Dictionary(uniqueKeysWithValues: browsing.state.savedView.members.map { ($0.key, $0.value) })
      let view = SavedView(members, place: { _ in nil }, notes: &notes)
      #expect(view.timeLook.kind == kind && notes.isEmpty)
    }
    #expect(seen.count == 6)
    try browsing.press("K")
    #expect(browsing.state.view.timeLook.kind == nil)
    try browsing.press("f f")
    try browsing.type("kind:\"violence against civilians\"")
    try browsing.press("enter")
    let passing = browsing.state.results.matches.map { browsing.state.situation.events[$0.row].kindName }
    #expect(!passing.isEmpty && Set(passing) == ["Violence against civilians"])
  }

  @Test("letters that a followed file changes are told")
  func followed() throws {
    func file(_ kinds: [String]) throws -> Situation {
      let rows = kinds.enumerated().map { "\($0),2024-12-10,\($1),34.\($0),36" }
      return try readSituation(
        bytes: Array((["id,date,type,lat,lon"] + rows).joined(separator: "\n").utf8) + [0x0A], file: "f.csv")
    }
    var browsing = try Browsing(file(["raid", "raid", "rally"]), columns: 120, rows: 40)
    try browsing.send(.feed(FeedStatus(.following)))
    try browsing.send(.read(file(["raid", "raid", "rally", "raid"]), FeedStatus(.following)))
    #expect(!browsing.screen.contains("letters of kinds"))
    try browsing.send(.read(file(["raid", "raid", "rally", "rally", "rally"]), FeedStatus(.following)))
    #expect(browsing.screen.contains("letters of kinds have changed: R is rally, A is raid"))
  }
}
