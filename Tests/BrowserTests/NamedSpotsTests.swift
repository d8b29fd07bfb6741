import Cartography
import Places
import SituationModel
import Testing

@testable import Browser

@Suite("Places of events by their names")
struct NamedSpotsTests {
  private func matches(_ events: [Event], _ name: String) -> [Gazetteer.Match] {
    Gazetteer(BaseMap(), events: EventTable(events)).search(name, limit: 50)
  }

  @Test("many events in one place are one entry; a name in many places has eight at most, and no two are near")
  func once() throws {
    let here = try (0..<40).map { try Event.sample("h", latitude: 35 + Double($0) / 1_000) }
    #expect(matches(here, "Place h").count == 1)
    let all = try (0..<40).map { try Event.sample("h", latitude: -40 + 2 * Double($0)) }
    let found = matches(all, "place h")
    #expect(found.count == 8)
    #expect(Set(found.map(\.entry.place.latitude)).count == 8)
  }

  @Test("a place that is more than a point is found too; what has no point or no name is not")
  func shapes() throws {
    let points = Shape.points([Coordinate(latitude: 10, longitude: 10), Coordinate(latitude: 11, longitude: 11)])
    let date = DateInterval(unit: .day, at: Instant(seconds: 0))
    func event(_ place: Place) -> Event { Event(id: "e", title: "E", kind: .strike, when: date, place: place) }
    #expect(matches([event(Place(name: "Two", precision: .locality, shape: points))], "two").count == 1)
    #expect(matches([event(Place(name: "None", precision: .locality, shape: nil))], "none").isEmpty)
    #expect(matches([event(Place(name: nil, precision: .exact, shape: points))], "two").isEmpty)
  }
}
