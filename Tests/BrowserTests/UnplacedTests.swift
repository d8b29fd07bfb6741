import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Events without a point")
struct UnplacedTests {
  @Test("events with no place are counted at the map's foot, and a click and Enter list them")
  func noPlace() throws {
    let events = try [Event.sample("a", latitude: 35), .sample("b"), .sample("c"), .sample("d")]
    var browsing = try Browsing(.sample(events))
    let sign = try #require(browsing.find("no place 3"))
    try browsing.mouse(.press(clicks: 1), column: sign.column + 2, row: sign.row)
    try browsing.mouse(.release, column: sign.column + 2, row: sign.row)
    #expect(browsing.state.view.selection?.stack == [1, 2, 3])
    try browsing.press("enter")
    #expect(browsing.screen.contains("3 events with no place"))
  }

  /// An event of a whole country, with its area, or with a point that stands for it.
  private static func national(_ id: String, _ country: String, day: Int, hasArea: Bool, east: Double = 0) throws
    -> Event
  {
    let date = try #require(CivilDate(year: 2024, month: 12, day: day))
    let corners = [(32.5, 36.0), (32.5, 42), (37, 42), (37, 36), (32.5, 36)].map {
      Coordinate(latitude: $0.0, longitude: $0.1 + east)
    }
    let shape: Shape =
      hasArea
      ? .areas([Shape.Area(outer: corners)]) : .points([Coordinate(latitude: 35, longitude: 38 + east)])
    return Event(
      id: id, title: "Event \(id)", kind: .strike, when: DateInterval(unit: .day, at: Instant(date)),
      place: Place(name: country, precision: .country, shape: shape))
  }

  @Test(
    "events of a whole country have no pin: a count at the map's foot has them, by mouse and by key",
    arguments: [true, false])
  func wholeCountries(hasArea: Bool) throws {
    let events = try [
      Self.national("a", "Syria", day: 1, hasArea: hasArea), Self.national("b", "Syria", day: 2, hasArea: hasArea),
      Self.national("far", "Far", day: 3, hasArea: hasArea, east: 60), .sample("none", day: 4),
      .sample("pin", day: 5, latitude: 35, longitude: 38),
    ]
    let options = ViewOptions(at: Coordinate(latitude: 35, longitude: 38), zoom: 5)
    var browsing = try Browsing(.sample(events), options: options)
    let chip = try #require(browsing.find("all of Syria 2"))
    #expect(browsing.find("no place 1") != nil && browsing.find("all of Far") == nil)
    #expect(browsing.find("Far >") != nil || browsing.find("Far ^>") != nil, "a country off the map has a direction")
    #expect(
      browsing.state.frame.grid
        != (try Browsing(.sample(Array(events.dropFirst(2))), options: options)).state.frame.grid)
    try browsing.mouse(.press(clicks: 1), column: chip.column, row: chip.row)
    try browsing.mouse(.release, column: chip.column, row: chip.row)
    #expect(browsing.state.view.selection?.stack == [0, 1])
    try browsing.press("escape U")
    #expect(browsing.screen.contains("2 events of a whole country"))
    try browsing.press("U")
    #expect(browsing.state.view.selection?.row == 3)
    try browsing.press("U v")
    #expect(browsing.state.view.selection?.row == 1)
  }

  @Test("many countries share a count, and U lists them too")
  func manyCountries() throws {
    let events = try ["A", "B", "C", "D", "E"].enumerated().flatMap { index, name in
      try (0...index).map { try Self.national("\(name)\($0)", name, day: 1 + $0, hasArea: true) }
    }
    var browsing = try Browsing(.sample(events), columns: 120)
    for chip in ["all of E 5", "all of D 4", "3 other countries 6"] { #expect(browsing.find(chip) != nil, "\(chip)") }
    try browsing.press("U U U")
    #expect(browsing.state.view.selection?.stack.count == 6)
  }

  @Test("where every event shown has a point, U says so")
  func everyPoint() throws {
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)]))
    try browsing.press("U")
    #expect(browsing.screen.contains("all events shown have a pin"))
  }
}
