/// The rectangle of latitudes and longitudes around some places.
///
/// It goes from `west` to the east. One that crosses the antimeridian goes on beyond 180: Fiji's is 177…182.
public struct GeoBounds: Hashable, Sendable {
  /// The least latitude.
  public let south: Double
  /// Where it begins, from −180 to 180.
  public let west: Double
  /// The greatest latitude.
  public let north: Double
  /// Where it ends, from `west` to 360 beyond it.
  public let east: Double

  /// The rectangle between four degrees; one whose east is less than its west crosses the antimeridian, as a `bbox` of
  /// GeoJSON does (RFC 7946, 5.2).
  public init(south: Double, west: Double, north: Double, east: Double) {
    self.south = south
    self.west = west
    self.north = north
    self.east = east < west ? east + 360 : east
  }

  /// The narrowest rectangle around some places; nil when there are none. About n log n for n places.
  public init?(around places: some Sequence<Coordinate>) {
    self.init(
      around: places.map {
        GeoBounds(south: $0.latitude, west: $0.longitude, north: $0.latitude, east: $0.longitude)
      })
  }

  /// The narrowest rectangle around others; nil when there are none. About n log n for n of them.
  ///
  /// It leaves out the widest stretch of longitudes that none of them holds; of two as wide, the one over the
  /// antimeridian.
  public init?(around others: [GeoBounds]) {
    guard let south = others.lazy.map(\.south).min(), let north = others.lazy.map(\.north).max() else { return nil }
    let sorted = others.sorted { $0.west < $1.west }
    let first = sorted[0].west
    // What crosses the antimeridian holds longitudes in the west as well.
    var end = sorted.reduce(sorted[0].east) { Swift.max($0, $1.east - 360) }
    var widest = (width: 0.0, west: first, east: end)
    for other in sorted.dropFirst() {
      if other.west - end > widest.width { widest = (other.west - end, other.west, end + 360) }
      end = Swift.max(end, other.east)
    }
    let overAntimeridian = first + 360 - end
    if overAntimeridian >= widest.width { widest = (overAntimeridian, first, end) }
    if widest.width <= 0 { widest = (0, -180, 180) }
    self.init(south: south, west: widest.west, north: north, east: widest.east)
  }

  /// The rectangle around a line that may cross the antimeridian, each edge taken the short way; nil when it is empty.
  public init?(along line: some Sequence<Coordinate>) {
    let places = line.unrolled
    guard let west = places.lazy.map(\.longitude).min(), let east = places.lazy.map(\.longitude).max(),
      let south = places.lazy.map(\.latitude).min(), let north = places.lazy.map(\.latitude).max()
    else { return nil }
    if east - west >= 360 {
      self.init(south: south, west: -180, north: north, east: 180)
    } else {
      let turn = west < -180 ? 360.0 : west > 180 ? -360 : 0
      self.init(south: south, west: west + turn, north: north, east: east + turn)
    }
  }

  /// Degrees of longitude from end to end.
  public var width: Double { east - west }

  /// True if a place lies in the bounds, edges included.
  public func contains(_ place: Coordinate) -> Bool {
    guard place.latitude >= south && place.latitude <= north else { return false }
    let longitude = place.longitude
    return longitude >= west && longitude <= east || longitude + 360 <= east
  }

  /// True if another rectangle lies in the bounds, edges included.
  public func contains(_ other: GeoBounds) -> Bool {
    guard other.south >= south && other.north <= north else { return false }
    return width >= 360 || other.west >= west && other.east <= east
      || other.west + 360 >= west && other.east + 360 <= east
  }

  /// True if the two rectangles share a point.
  public func intersects(_ other: GeoBounds) -> Bool {
    guard south <= other.north && other.south <= north else { return false }
    return west <= other.east && other.west <= east || other.west + 360 <= east || west + 360 <= other.east
  }

  /// The middle, in degrees.
  public var center: Coordinate {
    Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2).wrapped
  }
}

extension Optional where Wrapped == GeoBounds {
  /// Grows until it holds another rectangle, from nothing if need be, and no wider than it must.
  public mutating func include(_ other: GeoBounds) {
    self = GeoBounds(around: [self, other].compactMap { $0 })
  }
}
