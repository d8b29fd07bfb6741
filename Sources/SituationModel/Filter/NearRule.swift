/// A distance on the ground, in the unit in which it was given.
public struct GroundDistance: Hashable, Sendable {
  /// A unit of length.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case metre = "m"
    case kilometre = "km"
    case mile = "mi"

    fileprivate var meters: Double {
      switch self {
      case .metre: 1
      case .kilometre: 1_000
      case .mile: 1_609.344
      }
    }
  }

  /// How many of the unit: more than 0, and not farther than the globe is round.
  public let value: Double
  /// The unit.
  public let unit: Unit

  /// Nil when there is no such distance on the globe.
  public init?(_ value: Double, _ unit: Unit) {
    guard value > 0, value * unit.meters <= 20_100_000 else { return nil }
    self.value = value
    self.unit = unit
  }

  /// In metres.
  public var meters: Double { value * unit.meters }
}

/// Within a distance of a place.
public struct NearRule: Hashable, Sendable {
  /// The place to measure from.
  public enum Center: Hashable, Sendable {
    case spot(Coordinate)
    /// A place by its name, with what the name stood for when it was read.
    case named(String, Coordinate)

    /// Where it is.
    public var coordinate: Coordinate {
      switch self {
      case .spot(let coordinate), .named(_, let coordinate): coordinate
      }
    }
  }

  /// From where.
  public let center: Center
  /// How far.
  public let distance: GroundDistance

  /// Within a distance of a place.
  public init(_ center: Center, _ distance: GroundDistance) {
    self.center = center
    self.distance = distance
  }
}

/// A rectangle of latitudes and longitudes that may cross the antimeridian.
public struct GeoBox: Hashable, Sendable {
  /// The western edge; east of the eastern one where the box crosses 180°.
  public let west: Double
  /// The southern edge.
  public let south: Double
  /// The eastern edge.
  public let east: Double
  /// The northern edge.
  public let north: Double

  /// Nil when an edge is not on the globe, or the southern edge is north of the northern one.
  public init?(west: Double, south: Double, east: Double, north: Double) {
    guard abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90, south <= north else { return nil }
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// From its western to its eastern edge, 0 … 360 degrees.
  public var width: Double { east < west ? east - west + 360 : east - west }

  /// How far east of its western edge a longitude is, 0 ..< 360 degrees.
  func offset(of longitude: Double) -> Double {
    let offset = (longitude - west).truncatingRemainder(dividingBy: 360)
    return offset < 0 ? offset + 360 : offset
  }

  /// True if a place is in the box, edges included.
  func contains(_ place: Coordinate) -> Bool {
    place.latitude >= south && place.latitude <= north && offset(of: place.longitude) <= width
  }
}
