import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Events of whole countries that a source counts")
struct CountedCountryTests {
  private func event(_ number: Int, _ name: String?, _ precision: PlacePrecision, _ place: Coordinate) -> Event {
    Event(
      id: "e\(number)", title: "Event \(number)", kind: .strike,
      when: DateInterval(unit: .day, at: Instant(seconds: 0)),
      place: Place(name: name, precision: precision, shape: .points([place])))
  }

  /// Exact events around the middle of Syria, with some about whole countries, one of them in that middle.
  private func events(countries: [(name: String?, count: Int)]) -> [Event] {
    let exact = (0..<600).map { number in
      event(
        number, "Spot \(number)", .exact,
        Coordinate(latitude: 34.5 + Double(number % 20) / 20, longitude: 38 + Double(number) / 600))
    }
    let middle = Coordinate(latitude: 35, longitude: 38.5)
    let whole = countries.flatMap { Array(repeating: $0.name, count: $0.count) }
    return exact + whole.enumerated().map { event(1_000 + $0, $1, .country, middle) }
  }

  private func asking(_ countries: [(name: String?, count: Int)]) throws -> (Asking, Browsing) {
    let events = events(countries: countries)
    var asking = try Asking(SampleSource(events, title: "Countries"), limit: 40)
    try asking.answerAll()
    return (asking, try Browsing(.sample(events, title: "Countries")))
  }

  private func words(_ state: BrowserState) -> [String] { EventMarks(state).chips.map { "\($0.words) \($0.count)" } }

  @Test("are chips at the map's foot as those of a file, and no part of a pin")
  func chips() throws {
    let (asking, browsing) = try asking([("Syria", 5), ("Lebanon", 2)])
    #expect(asking.state.dataset.countsByCell)
    #expect(words(asking.state) == ["all of Syria 5", "all of Lebanon 2"])
    #expect(words(asking.state) == words(browsing.state))
    #expect(asking.state.countedSpots.reduce(0) { $0 + $1.count } == 600)
    #expect(asking.screen.contains("all of Syria 5"))
  }

  @Test("share a chip where they are many countries; those without a name are one")
  func manyCountries() throws {
    let (asking, browsing) = try asking([("Syria", 5), ("Lebanon", 4), ("Turkey", 3), (nil, 2)])
    #expect(words(asking.state) == ["all of Syria 5", "all of Lebanon 4", "2 other countries 5"])
    #expect(words(asking.state) == words(browsing.state))
  }

  @Test("are still counted where the map shows another part of the country")
  func part() throws {
    var (asking, browsing) = try asking([("Syria", 5)])
    let keys = "+ + + + +" + String(repeating: " right", count: 14)
    try asking.press(keys)
    try asking.answerAll()
    try browsing.press(keys)
    #expect(!asking.state.viewport.bounds.contains(Coordinate(latitude: 35, longitude: 38.5)))
    #expect(words(asking.state) == ["all of Syria 5"])
    #expect(words(browsing.state) == ["all of Syria 5"])
  }

  @Test("are listed by U, chip after chip, and by a click; a spot lists those that have a point there")
  func listed() throws {
    var (asking, _) = try asking([("Syria", 5), ("Lebanon", 4), ("Turkey", 3), (nil, 2)])
    func listed() -> [String] {
      let table = asking.state.dataset.events
      return Set(asking.state.results.matches.map { table[$0.row].place.name ?? "none" }).sorted()
    }
    for names in [["Syria"], ["Lebanon"], ["Turkey", "none"], ["Syria"]] {
      try asking.press("U")
      try asking.answerAll()
      #expect(listed() == names)
      #expect(asking.screen.contains("events of a whole country"))
    }
    try asking.press("escape")
    try asking.answerAll()
    let row = try #require(asking.lines.firstIndex { $0.contains("all of Lebanon 4") })
    let column = try #require(asking.lines[row].firstRange(of: "all of Lebanon"))
    try asking.mouse(
      .press(clicks: 1), column: asking.lines[row].distance(from: asking.lines[row].startIndex, to: column.lowerBound),
      row: row)
    try asking.answerAll()
    #expect(listed() == ["Lebanon"])
    try asking.press("escape")
    try asking.answerAll()
    let spot = try #require(asking.state.countedSpots.max { $0.count < $1.count })
    let rect = asking.state.layout.inside(asking.state.layout.map)
    try asking.mouse(.press(clicks: 2), column: rect.origin.column + spot.column, row: rect.origin.row + spot.row)
    try asking.answerAll()
    #expect(asking.state.dataset.remote?.page?.all?.all == spot.count)
  }
}
