/// A place on the globe, in degrees on WGS 84.
///
/// `GlobePoint` is the same in half the memory. On a plane a place is a `PlanePoint` or a `WorldPoint`, on a map of cells a `CellPoint`.
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

  /// True if latitude and longitude are both 0, which programs write when they know no position.
  public var isZero: Bool { latitude == 0 && longitude == 0 }
}

extension Coordinate {
  /// A place whose longitude may have been counted on beyond 180°, as some programs do: from -360 to 360, wrapped. Nil when
  /// the numbers are not finite, or the latitude is not on the globe.
  public init?(wrappingLatitude latitude: Double, longitude: Double) {
    guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 360 else { return nil }
    let place = Coordinate(latitude: latitude, longitude: longitude)
    // The difference of 360 leaves no more digits than the file has.
    let wrapped = (place.wrapped.longitude * 1e9).rounded() / 1e9
    self = abs(longitude) <= 180 ? place : Coordinate(latitude: latitude, longitude: wrapped)
  }

  /// The same place with its longitude in −180…180; the longitudes of an unrolled line may lie beyond.
  public var wrapped: Coordinate {
    if abs(longitude) <= 180 { return self }
    return Coordinate(latitude: latitude, longitude: longitude - 360 * (longitude / 360).rounded())
  }
}

extension Sequence where Element == Coordinate {
  /// The same line with longitudes that run on over the antimeridian, where they jump from 180 to −180 or back: an edge
  /// goes the short way. Linear in the places.
  ///
  /// Only the edges of a box around the whole world go the long way: else nothing would be left of it.
  public var unrolled: [Coordinate] {
    var result: [Coordinate] = []
    var turn = 0.0
    var last: Double?
    var isWholeWorld = true
    for place in self {
      if let last, abs(place.longitude - last) > 180 { turn += place.longitude < last ? 360 : -360 }
      if abs(place.longitude) != 180 { isWholeWorld = false }
      last = place.longitude
      result.append(turn == 0 ? place : Coordinate(latitude: place.latitude, longitude: place.longitude + turn))
    }
    return isWholeWorld ? Array(self) : result
  }
}
