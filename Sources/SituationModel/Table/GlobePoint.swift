/// A place in eight bytes: degrees as fractions of a turn, of which there are 2³².
///
/// The degrees are true to 5 mm, which is enough for a mark on a map and for most that is asked; what hangs on less has to read the event. So it
/// is no `Coordinate`, which keeps all digits of a file and takes twice the memory: the columns of all events have these.
public struct GlobePoint: Hashable, Sendable {
  /// North of the equator, in 360/2³² degrees.
  public let latitude: Int32
  /// East of the prime meridian, in the same unit; 180° is −180°.
  public let longitude: Int32

  /// More metres than a place is ever moved by being told in so many bits.
  static let margin = 0.02

  private static let turn = 4_294_967_296.0

  /// The point of a place.
  public init(_ place: Coordinate) {
    latitude = GlobePoint.part(place.latitude)
    longitude = GlobePoint.part(place.longitude)
  }

  /// Degrees in the unit, rounded; without a call, which `rounded` would be.
  private static func part(_ degrees: Double) -> Int32 {
    let value = degrees * (turn / 360)
    return Int32(truncatingIfNeeded: Int64(value + (value < 0 ? -0.5 : 0.5)))
  }

  /// A point from its parts.
  public init(latitude: Int32, longitude: Int32) { (self.latitude, self.longitude) = (latitude, longitude) }

  /// The place, in degrees of seven decimals: what was given with six is the same again.
  public var coordinate: Coordinate {
    Coordinate(latitude: GlobePoint.degrees(latitude), longitude: GlobePoint.degrees(longitude))
  }

  private static func degrees(_ part: Int32) -> Double {
    let value = Double(part) * (360e7 / turn)
    return Double(Int64(value + (value < 0 ? -0.5 : 0.5))) / 1e7
  }
}
