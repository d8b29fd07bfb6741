import SituationModel
import TestKit
import Testing

@testable import Cartography

@Suite struct ProjectionTests {
  private static let centers = [
    Coordinate(latitude: 0, longitude: 0), Coordinate(latitude: 33.5, longitude: 36.3),
    Coordinate(latitude: -17.8, longitude: 178), Coordinate(latitude: 84, longitude: -179.9),
  ]

  @Test(arguments: ProjectionKind.allCases, centers)
  func eachProjectionComesBackFromItsPlane(kind: ProjectionKind, center: Coordinate) {
    let plane = Plane(kind, center: center)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let place = Coordinate(
        latitude: .random(in: -85...85, using: &random), longitude: .random(in: -180...180, using: &random))
      let back = plane.coordinate(at: plane.point(of: place))
      #expect(abs(back.latitude - place.latitude) < 1e-8)
      #expect(abs(back.longitude - place.longitude) < 1e-7)
    }
  }

  @Test(arguments: ProjectionKind.allCases, centers)
  func theMiddleIsTheOriginAndThePlaneGrowsToTheEastAndSouth(kind: ProjectionKind, center: Coordinate) {
    let plane = Plane(kind, center: center)
    let origin = plane.point(of: center)
    #expect(abs(origin.x) < 1e-12 && abs(origin.y) < 1e-12)
    let southeast = plane.point(of: Coordinate(latitude: center.latitude - 1, longitude: center.longitude + 1))
    #expect(southeast.x > 0 && southeast.y > 0)
    for latitude in [-90.0, 90] {
      let pole = plane.point(of: Coordinate(latitude: latitude, longitude: 77))
      #expect(pole.x.isFinite && pole.y.isFinite)
    }
  }

  @Test func webMercatorIsASquare() {
    let formula = WebMercator(center: Coordinate(latitude: 0, longitude: 0))
    #expect(abs(formula.point(of: Coordinate(latitude: 90, longitude: 180)).x - 0.5) < 1e-12)
    #expect(abs(formula.point(of: Coordinate(latitude: 90, longitude: 0)).y + 0.5) < 1e-9)
    #expect(abs(formula.point(of: Coordinate(latitude: -90, longitude: 0)).y - 0.5) < 1e-9)
  }

  @Test func longitudesAreWrapped() {
    let formula = WebMercator(center: Coordinate(latitude: 0, longitude: 0))
    #expect(formula.coordinate(at: PlanePoint(x: 0.75, y: 0)).longitude == -90)
    #expect(formula.coordinate(at: PlanePoint(x: -0.75, y: 0)).longitude == 90)
  }

  /// Snyder's numerical example for the sphere (page 337): φ₁ = 40° N, λ₀ = 100° W, φ = 20° S, λ = 100° E, R = 3.
  @Test func theAzimuthalFormulasGiveTheManualsExample() {
    let formula = AzimuthalEquidistant(center: Coordinate(latitude: 40, longitude: -100))
    let point = formula.point(of: Coordinate(latitude: -20, longitude: 100))
    #expect(abs(point.x * 2 * .pi * 3 - -5.8311398) < 1e-6)
    #expect(abs(-point.y * 2 * .pi * 3 - 5.5444634) < 1e-6)
  }

  @Test func distancesAndDirectionsFromTheMiddleAreTrue() {
    let formula = AzimuthalEquidistant(center: Coordinate(latitude: 0, longitude: 10))
    // A quarter of the way round, to the north, the east and the far side.
    #expect(abs(formula.point(of: Coordinate(latitude: 90, longitude: 0)).y + 0.25) < 1e-12)
    #expect(abs(formula.point(of: Coordinate(latitude: 0, longitude: 100)).x - 0.25) < 1e-12)
    let opposite = formula.point(of: Coordinate(latitude: 0, longitude: -170))
    #expect(abs((opposite.x * opposite.x + opposite.y * opposite.y).squareRoot() - 0.5) < 1e-12)
    // All of the rim is that one place, and so is what lies beyond it.
    for angle in [PlanePoint(x: 0.5, y: 0), PlanePoint(x: 0, y: -0.5), PlanePoint(x: -3, y: 4)] {
      let place = formula.coordinate(at: angle)
      #expect(abs(place.latitude) < 1e-6 && abs(place.longitude - -170) < 1e-6)
    }
  }

  @Test func theTwoSidesOfTheAntimeridianAreOne() {
    for center in Self.centers {
      let formula = AzimuthalEquidistant(center: center)
      for latitude in stride(from: -80.0, through: 80, by: 20) {
        let east = formula.point(of: Coordinate(latitude: latitude, longitude: 180))
        let west = formula.point(of: Coordinate(latitude: latitude, longitude: -180))
        #expect(abs(east.x - west.x) < 1e-12 && abs(east.y - west.y) < 1e-12)
      }
    }
  }
}
