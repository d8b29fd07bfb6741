import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("The totals pane")
struct TotalsPaneTests {
  /// Events of some days in some towns, with figures that are ranges for some.
  private static func events() throws -> [Event] {
    try (0..<60).map { number in
      let day = 1 + number % 28
      let figure: Figure? =
        switch number % 4 {
        case 0: nil
        case 1: Figure("killed", best: Double(number % 7))
        case 2: Figure("killed", low: 2, best: 3, high: 8)
        default: Figure("wounded", low: 1)
        }
      let town = ["Homs", "Idlib", "Hama"][number % 3]
      return Event(
        id: "e\(number)", title: "Event \(number)", kind: number % 2 == 0 ? .strike : .convoy,
        when: try DateInterval(edtf: number % 9 == 0 ? "2024-11/2024-12" : "2024-12-\(day < 10 ? "0" : "")\(day)"),
        place: Place(
          name: town, precision: .locality,
          shape: .points([Coordinate(latitude: 34.5 + Double(number % 3) * 0.5, longitude: 36.7)]),
          province: number % 5 == 0 ? nil : "\(town) Governorate"),
        actors: number % 6 == 0 ? [] : ["Group \(number % 4)"],
        sources: [Source(who: "Desk", figures: [figure].compactMap { $0 })])
    }
  }

  private static func browsing(columns: Int = 120, rows: Int = 40) throws -> Browsing {
    try Browsing(.sample(try events()), columns: columns, rows: rows)
  }

  @Test("stands in place of the list", arguments: [(120, 40), (80, 24)])
  func screens(columns: Int, rows: Int) throws {
    var browsing = try Self.browsing(columns: columns, rows: rows)
    try browsing.press("Q")
    if let mismatch = Golden("totals-\(columns)x\(rows)").mismatch(browsing.screen) { Issue.record("\(mismatch)") }
    try browsing.press("Q")
    #expect(browsing.find("totals in view") == nil && browsing.find("events") != nil)
  }

  @Test("Enter makes a part the filter, - excludes it, and u goes back")
  func filtering() throws {
    var browsing = try Self.browsing()
    try browsing.press("Q")
    #expect(browsing.find("60 events") != nil && browsing.find(">Hama") != nil)
    try browsing.press("enter")
    #expect(browsing.state.view.filter.text == "place=Hama")
    #expect(browsing.find("│ 20 events") != nil)
    try browsing.press("u")
    #expect(browsing.state.view.filter.isEmpty && browsing.find("│ 60 events") != nil)
    try browsing.press("down -")
    #expect(browsing.state.view.filter.text == "-place=Homs")
    #expect(browsing.find("│ 40 events") != nil)
  }

  @Test("/ narrows, Esc shows all again, and the next Esc goes back to the list")
  func narrowing() throws {
    var browsing = try Self.browsing()
    try browsing.press("Q /")
    try browsing.type("homs")
    #expect(browsing.find("Homs Governorate") != nil && browsing.find("Idlib Governorate") == nil)
    try browsing.press("enter")
    #expect(browsing.find("totals, of \"homs\"") != nil)
    try browsing.press("escape")
    #expect(browsing.find("totals in view") != nil && browsing.find("Idlib Governorate") != nil)
    try browsing.press("escape")
    #expect(browsing.find("totals") == nil)
  }

  @Test("K adds up the next figure; a file without figures says so")
  func figures() throws {
    var browsing = try Self.browsing()
    try browsing.press("Q")
    #expect(browsing.find("sure+maybe    deaths") != nil)
    try browsing.press("K")
    #expect(browsing.find("sums of injured") != nil)
    try browsing.press("K")
    #expect(browsing.find("sums of deaths") != nil)
    var plain = try Browsing(columns: 120)
    try plain.press("Q K")
    #expect(plain.find("state no figures") != nil)
  }

  @Test("totals follow the window and the map: what may lie outside is maybe")
  func following() throws {
    var browsing = try Self.browsing()
    try browsing.press("Q")
    #expect(browsing.find("│ 60 events ") != nil)
    try browsing.press("t")
    try browsing.type("1-10 Dec 2024")
    try browsing.press("enter")
    #expect(browsing.find("maybe") != nil)
    let counted = try #require(browsing.state.panes.totals.totals)
    let window = browsing.state.view.window
    let all = browsing.state.dataset.events.matches(EventQuery(window: window))
    #expect(counted.whole.sure == all.count(where: \.isCertain) && counted.whole.all == all.count)
    try browsing.press("a escape + +")
    let term = browsing.state.viewport.filterTerm.map(FilterExpression.term)
    try browsing.press("Q")
    let near = try #require(browsing.state.panes.totals.totals)
    let sure = browsing.state.dataset.events.sureMatches(EventScope(filter: EventFilter(term)))
    #expect(near.whole.sure == sure.count(where: \.isCertain) && near.whole.all == sure.count)
  }

  @Test("a section shows its most frequent parts, and all when asked")
  func expanding() throws {
    let events = (0..<40).map { number in
      Event(id: "e\(number)", title: "", place: Place(name: "Town \(number)", precision: .unplaced, shape: nil))
    }
    var browsing = try Browsing(.sample(events), columns: 120, rows: 60)
    try browsing.press("Q")
    #expect(browsing.find("32 more") != nil && browsing.find("Town 39") == nil)
    try browsing.press("down down down down down down down down enter")
    #expect(browsing.find("32 more") == nil && browsing.find("Town 39") != nil)
  }

  @Test("of very many events the parts are found elsewhere, and the pane says that it counts")
  func waiting() throws {
    let events = (0..<100_001).map { Event(id: "\($0)", title: "", kind: $0 % 2 == 0 ? .strike : .convoy) }
    var browsing = try Browsing(.sample(events), columns: 120)
    try browsing.press("Q")
    #expect(browsing.find("Counting 100001 events.") != nil)
    #expect(browsing.effects.contains(.partition(version: 0)))
    try browsing.send(.partitioned(browsing.state.partitioning(), version: 9))
    #expect(browsing.find("Counting") != nil)
    try browsing.send(.partitioned(browsing.state.partitioning(), version: 0))
    #expect(browsing.find("100001 events") != nil)
  }

  @Test("a click chooses a part, a double click filters by it")
  func mouse() throws {
    var browsing = try Self.browsing()
    try browsing.press("Q")
    let place = try #require(browsing.find(" Idlib  "))
    try browsing.mouse(.press(clicks: 1), column: place.column + 2, row: place.row)
    #expect(browsing.find(">Idlib ") != nil)
    try browsing.mouse(.press(clicks: 2), column: place.column + 2, row: place.row)
    #expect(browsing.state.view.filter.text == "place=Idlib")
  }

  @Test("a source whose events are not all held says where totals come from")
  func sources() throws {
    let events = (0..<4_000).map { number in
      Event(
        id: "e\(number)", title: "Event \(number)",
        when: DateInterval(unit: .day, at: Instant(seconds: 1_733_616_000 + Int64(number % 30) * 86_400)),
        place: Place(name: nil, precision: .exact, shape: .points([Coordinate(latitude: 34, longitude: 36)])))
    }
    var asking = try Asking(SampleSource(events, title: "many"), columns: 120)
    try asking.answerAll()
    try asking.press("Q")
    #expect(asking.screen.contains("on a server"))
  }
}
