#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A part of the globe between corners that the shortest ways join; it lies in one half of the globe.
///
/// It may hold a pole or cross the antimeridian: all is reckoned with directions from the globe's middle.
public struct GeoPolygon: Hashable, Sendable {
  /// The most corners that one may have.
  public static let mostCorners = 64
  /// The corners in turn, the first only once.
  public let corners: [Coordinate]
  private let directions: [Direction]
  private let middle: Direction

  /// Nil with fewer than three corners or more than `mostCorners`, or when they do not lie well within half of the globe.
  public init?(_ corners: [Coordinate]) {
    guard (3...Self.mostCorners).contains(corners.count) else { return nil }
    let directions = corners.map(Direction.init)
    let sum = directions.dropFirst().reduce(directions[0], +)
    guard sum.length > 1e-9 else { return nil }
    let middle = sum * (1 / sum.length)
    guard directions.allSatisfy({ $0.dot(middle) > 0.05 }) else { return nil }
    self.corners = corners
    self.directions = directions
    self.middle = middle
  }

  /// How a place lies to it, with all that it may reach. Linear in the corners times the points.
  func membership(of place: Place) -> Membership {
    guard let shape = place.shape else { return .possible }
    let lines = shape.ways.map { $0.map(Direction.init) }
    guard shape.anchor != nil else { return .possible }
    let reach = place.reach / Direction.earthRadius
    let points = lines.joined()
    let inside = points.count(where: contains)
    let touches =
      inside > 0 || lines.contains(where: isCrossed) || lines.contains(where: meetsCorner)
      || reach > 0 && points.contains { distance(to: $0) <= reach }
      || shape.contains(corners[0])
    if !touches { return .outside }
    let isWhole = inside == points.count && !lines.contains(where: isCrossed)
    let isFar = reach == 0 || points.allSatisfy { distance(to: $0) >= reach }
    return isWhole && isFar && place.precision != .unknown ? .certain : .possible
  }

  private var edges: Zip2Sequence<[Direction], [Direction]> {
    zip(directions, directions.dropFirst() + [directions[0]])
  }

  /// True if a direction lies in it or on an edge: by the even–odd rule along half a great circle.
  private func contains(_ direction: Direction) -> Bool {
    guard direction.dot(middle) > 0 else { return false }
    if edges.contains(where: { direction.lies(onWayFrom: $0.0, to: $0.1) }) { return true }
    // From the point over the middle to the point opposite, which is outside; on the middle itself, any way there.
    let normal = direction.cross(middle).length > 1e-9 ? direction.cross(middle) : direction.cross(directions[0])
    let side = normal.cross(direction)
    return edges.reduce(false) { odd, edge in
      let (first, last) = (edge.0.dot(normal), edge.1.dot(normal))
      guard (first > 0) != (last > 0) else { return odd }
      // Where the edge meets the circle, up to its length.
      let meeting = edge.0 * abs(last) + edge.1 * abs(first)
      return meeting.dot(side) > 0 ? !odd : odd
    }
  }

  /// True if a way of several stretches crosses an edge.
  private func isCrossed(_ way: [Direction]) -> Bool {
    zip(way, way.dropFirst()).contains { stretch in
      edges.contains { edge in Direction.cross(stretch.0, stretch.1, edge.0, edge.1) }
    }
  }

  /// True if a way of several stretches goes through a corner.
  private func meetsCorner(_ way: [Direction]) -> Bool {
    zip(way, way.dropFirst()).contains { stretch in
      directions.contains { $0.lies(onWayFrom: stretch.0, to: stretch.1) }
    }
  }

  /// The angle to the nearest point of its edges.
  private func distance(to direction: Direction) -> Double {
    edges.lazy.map { direction.distance(toWayFrom: $0.0, to: $0.1) }.min() ?? .infinity
  }
}

extension Shape {
  /// The points and edges of the shape as ways; a point is a way of one.
  fileprivate var ways: [[Coordinate]] {
    switch self {
    case .points(let points): points.map { [$0] }
    case .lines(let lines): lines
    case .areas(let areas): areas.flatMap(\.rings)
    }
  }
}

/// A direction from the middle of the globe.
private struct Direction: Hashable {
  /// WGS 84's mean radius, in metres.
  static let earthRadius = 6_371_009.0
  let x: Double
  let y: Double
  let z: Double

  init(_ place: Coordinate) {
    let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    self.init(x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  private init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  var length: Double { dot(self).squareRoot() }

  func dot(_ other: Direction) -> Double { x * other.x + y * other.y + z * other.z }

  func cross(_ other: Direction) -> Direction {
    Direction(x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  static func + (left: Direction, right: Direction) -> Direction {
    Direction(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
  }

  static func * (left: Direction, right: Double) -> Direction {
    Direction(x: left.x * right, y: left.y * right, z: left.z * right)
  }

  /// The angle to another.
  private func angle(to other: Direction) -> Double { atan2(cross(other).length, dot(other)) }

  /// The angle to the nearest point of the shortest way between two others.
  func distance(toWayFrom first: Direction, to last: Direction) -> Double {
    let ends = min(angle(to: first), angle(to: last))
    let pole = first.cross(last)
    guard pole.length > 1e-12 else { return ends }
    // Beside the way, and not before or behind it.
    let isBeside = pole.cross(first).dot(self) >= 0 && last.cross(pole).dot(self) >= 0
    return isBeside ? abs(asin(max(-1, min(1, dot(pole) / pole.length)))) : ends
  }

  /// So small a sine is none: a tenth of a millimetre on the ground.
  private static let nothing = 2e-11

  /// The side of a great circle, by its pole, on which it lies: -1, 0 on the circle, or 1.
  private func side(of pole: Direction) -> Int {
    let height = dot(pole)
    return abs(height) <= Self.nothing * pole.length ? 0 : height > 0 ? 1 : -1
  }

  /// True if it lies on the shortest way between two others, or at its ends.
  func lies(onWayFrom first: Direction, to last: Direction) -> Bool {
    let pole = first.cross(last)
    guard pole.length > 1e-12, side(of: pole) == 0 else { return false }
    let nothing = -Self.nothing * pole.length
    return pole.cross(first).dot(self) >= nothing && last.cross(pole).dot(self) >= nothing
  }

  /// True if the shortest way between two directions crosses that between two others. Ways that only touch do not cross.
  static func cross(_ a: Direction, _ b: Direction, _ c: Direction, _ d: Direction) -> Bool {
    let (first, second) = (a.cross(b), c.cross(d))
    guard c.side(of: first) * d.side(of: first) < 0, a.side(of: second) * b.side(of: second) < 0 else { return false }
    // The two circles meet twice, on opposite sides of the globe.
    let meeting = c * abs(first.dot(d)) + d * abs(first.dot(c))
    return meeting.dot(a + b) > 0
  }
}
