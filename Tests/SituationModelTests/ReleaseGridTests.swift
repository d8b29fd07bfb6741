import SituationModel
import TestKit
import Testing

@Suite("Places that are widened for a release")
struct ReleaseGridTests {
  private static let sizes = ["1km", "10km", "37.5 km", "250km", "2000km"]

  private func release(_ width: String) throws -> Release {
    Release(try #require(Coarsening(width)), members: Set(ReleaseMember.allCases), map: AreaMap())
  }

  private func points(_ count: Int, seed: UInt64) -> [Coordinate] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      // Some lie on the edges of the globe.
      let latitude = number % 9 == 0 ? [90, -90, 0][number % 3] : Double.random(in: -90...90, using: &generator)
      let longitude = number % 11 == 0 ? [180, -180, 0][number % 3] : Double.random(in: -180...180, using: &generator)
      return Coordinate(latitude: latitude, longitude: longitude)
    }
  }

  private func released(_ places: [Place], _ width: String) throws -> [Place] {
    let events = places.enumerated().map { Event(id: "\($0)", title: "x", place: $1) }
    let whole = Situation(title: "", events: EventTable(events))
    return try release(width).released(whole).events.events.map(\.place)
  }

  private func areas(_ place: Place) -> [Shape.Area] { if case .areas(let areas)? = place.shape { areas } else { [] } }

  @Test("a point is released as the cell that it lies in, which is as wide and as high as asked for", arguments: sizes)
  func cells(_ width: String) throws {
    let points = points(300, seed: 7)
    let released = try released(points.map { Place(name: "Spot", precision: .exact, shape: .points([$0])) }, width)
    let meters = try #require(Double(width.filter { !"km ".contains($0) })) * 1_000
    for (point, place) in zip(points, released) {
      let bounds = try #require(GeoBounds(around: areas(place).compactMap { GeoBounds(along: $0.outer) }))
      // The antimeridian has two longitudes.
      let east = point.longitude == 180 ? Coordinate(latitude: point.latitude, longitude: -180) : point
      #expect(bounds.contains(point) || bounds.contains(east))
      #expect(place.precision == .region && place.name?.hasPrefix("within a cell of ") == true && place.radius == nil)
      func corner(_ latitude: Double, _ longitude: Double) -> Coordinate {
        Coordinate(latitude: latitude, longitude: longitude)
      }
      let height = GreatCircle(from: corner(bounds.south, 0), to: corner(bounds.north, 0)).meters
      #expect(height > meters * 0.999)
      // At its middle a cell of a row around a pole may be narrower than at its wider edge, and goes all the way round.
      let middle = (bounds.south + bounds.north) / 2
      let across = GreatCircle(from: corner(middle, 0), to: corner(middle, min(bounds.width, 180))).meters
      #expect(across > meters * 0.98 || bounds.width > 119)
    }
  }

  @Test("places in one cell can't be told apart", arguments: ["10km", "250km"])
  func alike(_ width: String) throws {
    let points = points(50, seed: 3)
    let first = try released(points.map { Place(name: nil, precision: .exact, shape: .points([$0])) }, width)
    for place in first {
      let bounds = try #require(place.shape?.bounds)
      let inside = [(0.01, 0.01), (0.99, 0.01), (0.5, 0.5), (0.01, 0.99)].map { north, east in
        Coordinate(
          latitude: bounds.south + north * (bounds.north - bounds.south), longitude: bounds.west + east * bounds.width
        ).wrapped
      }
      for precision in [PlacePrecision.exact, .locality, .vicinity, .region] {
        let places = inside.map { Place(name: "x", precision: precision, shape: .points([$0]), radius: 300) }
        #expect(Set(try released(places, width)).count == 1)
      }
    }
  }

  @Test(
    "every corner that is written lies on the grid, and a release of a release is itself",
    arguments: ["37.5 km", "250km", "2000km"])
  func fixed(_ width: String) throws {
    var maker = EventMaker(seed: 11)
    let whole = Situation(title: "", events: EventTable(maker.events(200)))
    let release = try release(width)
    let once = release.released(whole)
    #expect(release.released(whole).events.events == once.events.events)
    let again = release.released(once)
    for (first, second) in zip(once.events.events, again.events.events) {
      #expect(first.place == second.place, "\(first.place) \(second.place)")
    }
    let meters = try #require(Double(width.filter { !"km ".contains($0) })) * 1_000
    let rows = (19_900_000 / meters).rounded(.down)
    for event in once.events.events {
      for place in [event.place, event.destination].compactMap({ $0 }) {
        for corner in areas(place).flatMap(\.rings).joined() {
          let row = (corner.latitude + 90) / 180 * rows
          #expect(abs(row - row.rounded()) < 1e-5 * rows)
        }
        #expect(place.shape == nil || !areas(place).isEmpty)
      }
    }
  }

  @Test("what is smaller than a cell does not say by the cells which it straddles where it is")
  func small() throws {
    func square(_ latitude: Double, _ longitude: Double, _ side: Double) -> Place {
      let corners = [(0.0, 0.0), (0, side), (side, side), (side, 0), (0, 0)]
      let ring = corners.map { Coordinate(latitude: latitude + $0.0, longitude: longitude + $0.1) }
      return Place(name: nil, precision: .exact, shape: .areas([Shape.Area(outer: ring)]))
    }
    let cell = try #require(try released([square(34.7, 36.7, 0.001)], "10km").first)
    #expect(cell.name == "within cells of 10 km")
    // A building on the corner of four cells, and one beside it.
    let bounds = try #require(
      try released(
        [Place(name: nil, precision: .exact, shape: .points([Coordinate(latitude: 34.7, longitude: 36.7)]))], "10km"
      )
      .first?.shape?.bounds)
    let inside = square(bounds.south + 0.01, bounds.west + 0.01, 0.001)
    let straddling = square(bounds.south + 0.0001, bounds.west - 0.0005, 0.0012)
    let shapes = try released([inside, straddling], "10km")
    #expect(shapes[0] == shapes[1])
  }

  @Test("a line is released as the cells that it goes through, also over the antimeridian")
  func lines() throws {
    let line = [Coordinate(latitude: 10, longitude: 179.5), Coordinate(latitude: 10.4, longitude: -179.5)]
    let place = try #require(
      try released([Place(name: nil, precision: .region, shape: .lines([line]))], "10km").first)
    let bounds = areas(place).compactMap { GeoBounds(along: $0.outer) }
    #expect(bounds.allSatisfy { $0.width < 2 })
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let point = Coordinate(latitude: 10 + 0.4 * share, longitude: 179.5 + share).wrapped
      #expect(bounds.contains { $0.contains(point) })
    }
  }

  @Test("a width is a length from 1 km to 2,000 km, province or country")
  func widths() {
    for text in ["10km", "10 km", "2500m", "PROVINCE", "country"] { #expect(Coarsening(text) != nil, "\(text)") }
    for text in ["", "10", "km", "0km", "-5km", "999m", "2001km", "nan km", "1e99km", "town", "10 miles"] {
      #expect(Coarsening(text) == nil, "\(text)")
    }
  }
}
