import SituationModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines into a network: it cuts them where they cross and makes one of points that are the same.
struct RoadJoiner {
  private(set) var points: [Coordinate] = []
  private(set) var pieces: [RoadNetwork.Piece] = []
  private var known: [Cell: Int] = [:]
  private var stretches: [Stretch] = []

  /// A straight stretch of a road, with the shares of it at which it is cut.
  private struct Stretch {
    let from: Coordinate
    let to: Coordinate
    let number: String
    var cuts: [Double] = [0, 1]
  }

  /// Ten metres or so: points in one are the same.
  private struct Cell: Hashable {
    let north: Int
    let east: Int

    init(_ place: Coordinate) {
      north = Int((place.latitude * 10_000).rounded())
      east = Int((place.longitude * 10_000).rounded())
    }
  }

  init(_ roads: [(number: String, line: [Coordinate])]) {
    for road in roads {
      for (from, to) in zip(road.line, road.line.dropFirst()) where from != to {
        stretches.append(Stretch(from: from, to: to, number: road.number))
      }
    }
  }

  /// Cuts the stretches where they meet, and takes their pieces. Quadratic in the stretches.
  mutating func join() {
    for first in stretches.indices {
      for second in stretches.indices.dropFirst(first + 1) {
        let (one, other) = (stretches[first], stretches[second])
        guard let (here, there) = FlatPiece(one.from, one.to).crossing(FlatPiece(other.from, other.to)) else {
          continue
        }
        stretches[first].cuts.append(here)
        stretches[second].cuts.append(there)
      }
    }
    for stretch in stretches {
      let flat = FlatPiece(stretch.from, stretch.to)
      let ends = stretch.cuts.sorted().map { point(at: flat.place(at: $0)) }
      for (one, other) in zip(ends, ends.dropFirst()) where one != other {
        let meters = GreatCircle(from: points[one], to: points[other]).meters
        pieces.append(RoadNetwork.Piece(ends: (one, other), meters: meters, number: stretch.number))
      }
    }
  }

  private mutating func point(at place: Coordinate) -> Int {
    let cell = Cell(place)
    if let point = known[cell] { return point }
    points.append(place)
    known[cell] = points.count - 1
    return points.count - 1
  }
}

/// A straight line in degrees, short enough that the globe is flat along it.
struct FlatPiece {
  let from: Coordinate
  let to: Coordinate

  init(_ from: Coordinate, _ to: Coordinate) {
    self.from = from
    self.to = to
  }

  /// The place at a share of it, 0 … 1.
  func place(at share: Double) -> Coordinate {
    Coordinate(
      latitude: from.latitude + share * (to.latitude - from.latitude),
      longitude: from.longitude + share * (to.longitude - from.longitude))
  }

  /// The place of it that is nearest to another.
  func nearest(to place: Coordinate) -> Coordinate {
    let narrowing = cos(from.latitude * .pi / 180)
    let (x, y) = ((to.longitude - from.longitude) * narrowing, to.latitude - from.latitude)
    let (across, up) = ((place.longitude - from.longitude) * narrowing, place.latitude - from.latitude)
    let length = x * x + y * y
    return self.place(at: length > 0 ? min(max((x * across + y * up) / length, 0), 1) : 0)
  }

  /// The shares of both at which they meet, an end that touches the other by some fifty metres too; nil when they do not.
  func crossing(_ other: FlatPiece) -> (Double, Double)? {
    let (x, y) = (to.longitude - from.longitude, to.latitude - from.latitude)
    let (u, v) = (other.to.longitude - other.from.longitude, other.to.latitude - other.from.latitude)
    let cross = x * v - y * u
    guard cross != 0 else { return nil }
    let (east, north) = (other.from.longitude - from.longitude, other.from.latitude - from.latitude)
    let here = (east * v - north * u) / cross
    let there = (east * y - north * x) / cross
    let (slack, otherSlack) = (0.000_5 / (x * x + y * y).squareRoot(), 0.000_5 / (u * u + v * v).squareRoot())
    guard here >= -slack, here <= 1 + slack, there >= -otherSlack, there <= 1 + otherSlack else { return nil }
    return (min(max(here, 0), 1), min(max(there, 0), 1))
  }
}
