import SituationModel
import TestKit
import Testing

@Suite("Great circles")
struct GreatCircleTests {
  /// A way with its length in metres and its first bearing on WGS 84, as GeographicLib's geodesics give them
  /// (C. F. F. Karney, Journal of Geodesy 87, 2013).
  struct Known: Sendable {
    let from: (Double, Double)
    let to: (Double, Double)
    let meters: Double
    let bearing: Double
  }

  private static let ways = [
    Known(from: (33.5102, 36.2913), to: (36.2012, 37.1612), meters: 308946.7, bearing: 14.674),
    Known(from: (35.5312, 35.7909), to: (34.724, 36.7256), meters: 123602.2, bearing: 136.159),
    Known(from: (51.5074, -0.1278), to: (40.7128, -74.006), meters: 5585233.6, bearing: 288.369),
    Known(from: (-33.87, 151.21), to: (-34.6, -58.38), meters: 11824206.2, bearing: 155.015),
    Known(from: (10, 179.5), to: (-10, -179.5), meters: 2214481.1, bearing: 177.104),
    Known(from: (35.4, 35.95), to: (35.4, 35.951), meters: 90.8, bearing: 90.0),
    Known(from: (89, 0), to: (89, 180), meters: 223387.7, bearing: 0.0),
  ]

  @Test("Lengths and bearings are those of the ellipsoid, as near as is promised", arguments: ways)
  func asOnTheEllipsoid(way: Known) {
    let circle = GreatCircle(from: place(way.from), to: place(way.to))
    #expect(abs(circle.meters - way.meters) <= 20)
    let miss = abs(circle.bearing - way.bearing)
    #expect(min(miss, 360 - miss) < 0.2)
  }

  @Test("The way back is as long, and passes the same places")
  func back() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1_000 {
      let (start, end) = (place(using: &generator), place(using: &generator))
      let (way, back) = (GreatCircle(from: start, to: end), GreatCircle(from: end, to: start))
      #expect(abs(way.meters - back.meters) < 0.01)
      #expect(GreatCircle(from: way.place(at: 0.25), to: back.place(at: 0.75)).angle < 1e-6)
    }
  }

  @Test("A place at a share of the way lies at that share of its length")
  func shares() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1_000 {
      let (start, end) = (place(using: &generator), place(using: &generator))
      let way = GreatCircle(from: start, to: end)
      guard way.angle < 3.1 else { continue }
      let share = Double.random(in: 0...1, using: &generator)
      #expect(abs(GreatCircle(from: way.start, to: way.place(at: share)).angle - share * way.angle) < 1e-6)
    }
  }

  @Test("Nowhere to go, opposite places and poles give numbers all the same")
  func degenerate() {
    let ends = [(0.0, 0.0), (90, 0), (-90, 0), (0, 180), (0, -180), (90, 120), (35, 36), (-35, -144)]
    for from in ends {
      for to in ends {
        let way = GreatCircle(from: place(from), to: place(to))
        #expect((0...20_040_000).contains(way.meters))
        #expect((0..<360).contains(way.bearing))
        #expect(way.place(at: 0.5).latitude.isFinite && way.place(at: 0.5).longitude.isFinite)
      }
    }
    let here = place((35, 36))
    #expect(GreatCircle(from: here, to: here).meters == 0)
  }

  @Test(
    "Bearings have their words",
    arguments: [
      (0.0, "N", "N"), (11, "N", "N"), (12, "NNE", "N"), (180, "S", "S"), (200, "SSW", "S"), (348, "NNW", "N"),
      (-90, "W", "W"), (359.9, "N", "N"), (720, "N", "N"), (.nan, "N", "N"),
    ])
  func compass(bearing: Double, ofSixteen: String, ofEight: String) {
    #expect(CompassPoint(bearing: bearing).name == ofSixteen)
    #expect(CompassPoint(bearing: bearing, ofEight: true).name == ofEight)
  }

  private func place(_ pair: (Double, Double)) -> Coordinate { Coordinate(latitude: pair.0, longitude: pair.1) }

  private func place(using generator: inout SeededGenerator) -> Coordinate {
    Coordinate(
      latitude: .random(in: -89...89, using: &generator), longitude: .random(in: -180...180, using: &generator))
  }
}
