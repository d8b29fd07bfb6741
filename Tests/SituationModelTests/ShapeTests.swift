import SituationModel
import TestKit
import Testing

@Suite("Shapes")
struct ShapeTests {
  @Test("The point that stands for an area lies inside it, whatever its form")
  func anchorInside() throws {
    for area in [square, comb, ring, bow] {
      let shape = Shape.areas([area])
      #expect(shape.contains(try #require(shape.anchor)))
    }
  }

  @Test("The point that stands for a star of many rays lies inside it")
  func anchorInStars() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let shape = Shape.areas([star(using: &generator)])
      #expect(shape.contains(try #require(shape.anchor)))
    }
  }

  @Test("Of several areas the widest is stood for")
  func widest() throws {
    let shape = Shape.areas([area([(50, 50), (51, 50), (51, 51)]), square])
    #expect(Shape.areas([square]).contains(try #require(shape.anchor)))
  }

  @Test("A line is stood for by its middle, points by the first")
  func lines() {
    #expect(Shape.lines([points([(0, 0), (2, 0), (10, 0)])]).anchor == Coordinate(latitude: 0, longitude: 5))
    #expect(Shape.lines([points([(3, 3), (3, 3)])]).anchor == Coordinate(latitude: 3, longitude: 3))
    #expect(Shape.points(points([(1, 2), (3, 4)])).anchor == Coordinate(latitude: 2, longitude: 1))
    #expect(Shape.points([]).anchor == nil)
    #expect(Shape.lines([]).anchor == nil)
    #expect(Shape.areas([]).anchor == nil)
  }

  @Test("A hole is not inside")
  func hole() {
    let shape = Shape.areas([ring])
    #expect(shape.contains(Coordinate(latitude: 1, longitude: 1)))
    #expect(!shape.contains(Coordinate(latitude: 5, longitude: 5)))
    #expect(!shape.contains(Coordinate(latitude: 11, longitude: 5)))
    #expect(!Shape.points(points([(1, 1)])).contains(Coordinate(latitude: 1, longitude: 1)))
  }

  @Test("Bounds hold all points and no more")
  func bounds() {
    #expect(Shape.areas([comb]).bounds == GeoBounds(south: 0, west: 0, north: 9, east: 10))
    #expect(Shape.lines([]).bounds == nil)
    var bounds: GeoBounds?
    bounds.include(GeoBounds(south: 1, west: 2, north: 1, east: 2))
    bounds.include(GeoBounds(south: -1, west: 5, north: 0, east: 6))
    #expect(bounds == GeoBounds(south: -1, west: 2, north: 1, east: 6))
    #expect(bounds?.center == Coordinate(latitude: 0, longitude: 4))
  }

  @Test("A place without a shape is unplaced, whatever it says")
  func unplaced() {
    #expect(Place(name: "Homs", precision: .exact, shape: nil).precision == .unplaced)
    #expect(Place.unknown.anchor == nil)
  }

  @Test(
    "Only what is on the globe is a coordinate",
    arguments: [
      (90.0, 180.0, true), (-90, -180, true), (90.1, 0, false), (0, 180.1, false), (.nan, 0, false),
      (0, .infinity, false),
    ])
  func globe(latitude: Double, longitude: Double, isOn: Bool) {
    #expect((Coordinate(checkedLatitude: latitude, longitude: longitude) != nil) == isOn)
  }

  @Test("Coordinates in words")
  func words() {
    #expect(Coordinate(latitude: 35.4011, longitude: 35.9487).words(decimals: 4) == "35.4011 N 35.9487 E")
    #expect(Coordinate(latitude: -0.05, longitude: -73.968).words(decimals: 1) == "0.1 S 74.0 W")
    #expect(Coordinate(latitude: 1, longitude: 2).words(decimals: 0) == "1 N 2 E")
  }

  // MARK: Forms

  private let square = area([(0, 0), (10, 0), (10, 10), (0, 10)])

  /// Its middle is between two teeth.
  private let comb = area([(0, 0), (10, 0), (10, 9), (8, 9), (8, 1), (2, 1), (2, 9), (0, 9)])

  /// Its middle is a hole.
  private let ring = Shape.Area(
    outer: area([(0, 0), (10, 0), (10, 10), (0, 10)]).outer, holes: [area([(2, 2), (8, 2), (8, 8), (2, 8)]).outer])

  /// Its middle is a corner on the latitude of the middle.
  private let bow = area([(0, 0), (4, 5), (0, 10), (10, 10), (6, 5), (10, 0)])

  /// Corners in all eight directions, each at its own distance.
  private func star(using generator: inout SeededGenerator) -> Shape.Area {
    let directions = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    let corners = directions.map { x, y in
      let reach = Double.random(in: 0.1...20, using: &generator)
      return (Double(x) * reach, Double(y) * reach)
    }
    return area(corners)
  }
}

/// An area by its corners as (x, y), without the closing one.
private func area(_ corners: [(Double, Double)]) -> Shape.Area {
  let ring = points(corners)
  return Shape.Area(outer: ring + ring.prefix(1))
}

private func points(_ pairs: [(Double, Double)]) -> [Coordinate] {
  pairs.map { Coordinate(latitude: $0.1, longitude: $0.0) }
}
