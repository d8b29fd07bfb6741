/// A place on the globe, in degrees on WGS 84.
public struct Coordinate: Hashable, Sendable {
  /// −90 (south pole) … 90.
  public let latitude: Double
  /// −180 … 180, east positive.
  public let longitude: Double

  /// A place from numbers that are known to be on the globe.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// A place from numbers that may be anything: nil when they are not finite or not on the globe.
  public init?(checkedLatitude latitude: Double, longitude: Double) {
    guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}

/// The rectangle of latitudes and longitudes around some places; west of 180°, it does not cross the antimeridian.
public struct GeoBounds: Hashable, Sendable {
  /// The least latitude.
  public private(set) var south: Double
  /// The least longitude.
  public private(set) var west: Double
  /// The greatest latitude.
  public private(set) var north: Double
  /// The greatest longitude.
  public private(set) var east: Double

  /// The rectangle between four degrees.
  public init(south: Double, west: Double, north: Double, east: Double) {
    self.south = south
    self.west = west
    self.north = north
    self.east = east
  }

  /// The rectangle around some places; nil when there are none.
  public init?(around coordinates: some Sequence<Coordinate>) {
    var result: GeoBounds?
    for coordinate in coordinates { result.include(coordinate) }
    guard let result else { return nil }
    self = result
  }

  /// Grows until it holds a place.
  public mutating func include(_ place: Coordinate) {
    south = min(south, place.latitude)
    north = max(north, place.latitude)
    west = min(west, place.longitude)
    east = max(east, place.longitude)
  }

  /// Grows until it holds another rectangle.
  public mutating func include(_ other: GeoBounds) {
    south = min(south, other.south)
    north = max(north, other.north)
    west = min(west, other.west)
    east = max(east, other.east)
  }

  /// Whether a place lies in it, edges included.
  public func contains(_ place: Coordinate) -> Bool {
    place.latitude >= south && place.latitude <= north && place.longitude >= west && place.longitude <= east
  }

  /// Whether the two share a point.
  public func intersects(_ other: GeoBounds) -> Bool {
    south <= other.north && other.south <= north && west <= other.east && other.west <= east
  }

  /// The middle, in degrees.
  public var center: Coordinate {
    Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
  }
}

extension Optional where Wrapped == GeoBounds {
  /// Grows until it holds a place, from nothing if need be.
  public mutating func include(_ place: Coordinate) {
    if self?.include(place) == nil {
      self = GeoBounds(
        south: place.latitude, west: place.longitude, north: place.latitude, east: place.longitude)
    }
  }

  /// Grows until it holds another rectangle, from nothing if need be.
  public mutating func include(_ other: GeoBounds) {
    if self?.include(other) == nil { self = other }
  }
}
