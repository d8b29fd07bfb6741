import SituationModel
import TestKit
import Testing

@Suite struct GeoBoundsTests {
  private func place(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }

  @Test func placesOnBothSidesOfTheAntimeridianAreNeighbours() throws {
    let bounds = try #require(GeoBounds(around: [place(-17, 178), place(-18, -178)]))
    #expect(bounds == GeoBounds(south: -18, west: 178, north: -17, east: 182))
    #expect(bounds.center == place(-17.5, 180))
  }

  @Test func theWidestGapIsLeftOut() {
    func ends(_ longitudes: [Double]) -> [Double] {
      GeoBounds(around: longitudes.map { place(0, $0) }).map { [$0.west, $0.east] } ?? []
    }
    #expect(ends([]) == [])
    #expect(ends([38]) == [38, 38])
    #expect(ends([-74, 0, 38, 139]) == [-74, 139])
    #expect(ends([139, -118]) == [139, 242])
    // Of two gaps as wide the one over the antimeridian.
    #expect(ends([-90, 90]) == [-90, 90])
  }

  @Test func rectanglesOverTheAntimeridianJoinOthers() {
    var bounds: GeoBounds? = GeoBounds(south: 0, west: 170, north: 1, east: 230)
    bounds.include(GeoBounds(south: -1, west: -175, north: 0, east: -170))
    bounds.include(GeoBounds(south: 0, west: -120, north: 5, east: -100))
    #expect(bounds == GeoBounds(south: -1, west: 170, north: 5, east: 260))
  }

  @Test func narrowestBoundsHoldAllTheirPlaces() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let places = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        place(.random(in: -90...90, using: &random), .random(in: -180...180, using: &random))
      }
      guard let bounds = GeoBounds(around: places) else { continue }
      #expect(places.allSatisfy(bounds.contains))
      #expect(bounds.width < 360 && abs(bounds.west) <= 180)
    }
  }

  @Test func rectanglesMeetOverTheAntimeridian() {
    let fiji = GeoBounds(south: -20, west: 176, north: -15, east: -178)
    #expect(fiji.width == 6)
    #expect(fiji.intersects(GeoBounds(south: -18, west: -179, north: -17, east: -170)))
    #expect(GeoBounds(south: -18, west: -179, north: -17, east: -170).intersects(fiji))
    #expect(fiji.intersects(GeoBounds(south: -18, west: -180, north: -17, east: 180)))
    #expect(!fiji.intersects(GeoBounds(south: -18, west: -170, north: -17, east: 170)))
    #expect(fiji.contains(place(-17, -179)) && fiji.contains(place(-17, 179)) && !fiji.contains(place(-17, 170)))
    #expect(fiji.contains(GeoBounds(south: -18, west: -179.5, north: -17, east: -179)))
    #expect(!fiji.contains(GeoBounds(south: -18, west: -179.5, north: -17, east: -170)))
  }

  @Test func edgesGoTheShortWay() {
    let line = [place(0, 178), place(1, 180), place(1, -179), place(2, -177)]
    #expect(line.unrolled.map(\.longitude) == [178, 180, 181, 183])
    #expect([place(0, -179), place(0, 179)].unrolled.map(\.longitude) == [-179, -181])
    #expect(Shape.lines([line]).bounds == GeoBounds(south: 0, west: 178, north: 2, east: 183))
    // Cut at 180°, as RFC 7946 asks, it is the same place.
    let halves = Shape.lines([[place(0, 178), place(1, 180)], [place(1, -180), place(2, -177)]])
    #expect(halves.bounds == GeoBounds(south: 0, west: 178, north: 2, east: 183))
  }

  @Test func aBoxAroundTheWorldStaysOne() {
    let ring = [place(-90, -180), place(-90, 180), place(90, 180), place(90, -180), place(-90, -180)]
    #expect(ring.unrolled == ring)
    #expect(Shape.areas([Shape.Area(outer: ring)]).contains(place(10, 20)))
  }

  @Test func anAreaOverTheAntimeridianHoldsWhatIsInside() {
    let ring = [place(-20, 176), place(-20, -178), place(-15, -178), place(-15, 176), place(-20, 176)]
    let area = Shape.areas([Shape.Area(outer: ring)])
    #expect(area.contains(place(-17, 179)) && area.contains(place(-17, -179)))
    #expect(!area.contains(place(-17, 0)) && !area.contains(place(-17, 170)) && !area.contains(place(-17, -170)))
    #expect(area.anchor == place(-17.5, 179))
    #expect(Shape.lines([[place(0, 179), place(0, -177)]]).anchor == place(0, -179))
  }
}
