#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The shortest way over the globe from one place to another.
///
/// Places on the way and bearings are those of a sphere, which are off by less than a fifth of a degree. The length is
/// corrected for the flattening of WGS 84, see `meters`.
public struct GreatCircle: Hashable, Sendable {
  /// Where it begins.
  public let start: Coordinate
  /// Where it ends.
  public let end: Coordinate

  /// The mean radius of WGS 84, (2a + b) / 3, in metres: what a sphere is taken for where one is enough.
  public static let meanRadius = 6_371_008.8

  /// The shortest way between two places.
  public init(from start: Coordinate, to end: Coordinate) {
    self.start = start
    self.end = end
  }

  /// The angle between the two places as the globe's middle sees it, 0 … π: the haversine formula, which is exact for
  /// near places too (R. W. Sinnott, Sky and Telescope 68, 1984).
  public var angle: Double { Self.angle(start.vector.latitude, end.vector.latitude, longitudeDifference) }

  /// The length in metres, as Lambert's formula gives it for WGS 84 (as in P. D. Thomas, *Spheroidal Geodesics*, US Naval
  /// Oceanographic Office SP-138, 1970): within some 20 m of the true geodesic up to 10,000 km, within tens of
  /// kilometres between places that lie nearly opposite each other.
  public var meters: Double {
    let (a, flattening) = (6_378_137.0, 1 / 298.257_223_563)
    // Lambert's formula takes the sphere of the reduced latitudes, tan β = (1 − f) tan φ.
    let first = atan((1 - flattening) * tan(start.vector.latitude))
    let second = atan((1 - flattening) * tan(end.vector.latitude))
    let angle = Self.angle(first, second, longitudeDifference)
    guard angle > 0 else { return 0 }
    let (p, q) = ((first + second) / 2, (second - first) / 2)
    func square(_ x: Double) -> Double { x * x }
    let x = (angle - sin(angle)) * square(sin(p) * cos(q)) / max(square(cos(angle / 2)), 1e-9)
    let y = (angle + sin(angle)) * square(cos(p) * sin(q)) / square(sin(angle / 2))
    return a * (angle - flattening / 2 * (x + y))
  }

  /// The direction in which it begins, in degrees clockwise from north, 0 ..< 360; 0 for two places that are one.
  public var bearing: Double {
    let (from, to) = (start.vector, end.vector)
    let east = sin(longitudeDifference) * cos(to.latitude)
    let north =
      cos(from.latitude) * sin(to.latitude) - sin(from.latitude) * cos(to.latitude) * cos(longitudeDifference)
    let degrees = atan2(east, north) * 180 / .pi
    return degrees < 0 ? min(degrees + 360, 360.0.nextDown) : degrees
  }

  /// The place at a share of the way: 0 is the start, 1 the end. Between opposite places any way is the shortest; one is
  /// taken.
  public func place(at share: Double) -> Coordinate {
    let (from, to, angle) = (start.vector, end.vector, self.angle)
    let sine = sin(angle)
    guard sine > 1e-12 else { return share < 0.5 ? start : end }
    let (first, second) = (sin((1 - share) * angle) / sine, sin(share * angle) / sine)
    let x = first * from.x + second * to.x
    let y = first * from.y + second * to.y
    let z = first * from.z + second * to.z
    let latitude = atan2(z, (x * x + y * y).squareRoot())
    return Coordinate(latitude: latitude * 180 / .pi, longitude: atan2(y, x) * 180 / .pi)
  }

  private var longitudeDifference: Double { (end.longitude - start.longitude) * .pi / 180 }

  /// The angle between two places on a sphere, by their latitudes and the difference of their longitudes in radians.
  private static func angle(_ first: Double, _ second: Double, _ difference: Double) -> Double {
    let (north, east) = (sin((second - first) / 2), sin(difference / 2))
    let haversine = north * north + cos(first) * cos(second) * east * east
    return 2 * asin(min(1, haversine.squareRoot()))
  }
}

extension Coordinate {
  /// The place as a point of the unit sphere, and its latitude in radians.
  fileprivate var vector: (x: Double, y: Double, z: Double, latitude: Double) {
    let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
    return (cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi), phi)
  }
}
