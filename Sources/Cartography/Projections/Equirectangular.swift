import SituationModel

/// Degrees as they are, a degree of latitude as high as one of longitude is wide (plate carrée).
///
/// J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987), formulas 12-1 and 12-2 with
/// the standard parallel at the equator.
public struct Equirectangular: Projection {
  /// Both poles.
  public let latitudes: ClosedRange<Double> = -90...90

  /// The projection.
  public init() {}

  /// x = (λ + 180) / 360, y = 1/2 − φ / 360.
  public func point(of place: Coordinate) -> PlanePoint {
    let latitude = min(max(place.latitude, -90), 90)
    return PlanePoint(x: (place.longitude + 180) / 360, y: 0.5 - latitude / 360)
  }

  /// φ = 360 (1/2 − y).
  public func coordinate(at point: PlanePoint) -> Coordinate {
    let latitude = min(max((0.5 - point.y) * 360, -90), 90)
    return Coordinate(latitude: latitude, longitude: longitude(atPlaneX: point.x))
  }
}
