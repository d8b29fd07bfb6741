import SituationModel

/// Degrees as they are, a degree of latitude as high as one of longitude is wide (plate carrée).
///
/// J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987), formulas 12-1 and 12-2 with
/// the standard parallel at the equator.
public struct Equirectangular: Projection, Hashable {
  private let center: Coordinate

  /// The projection around a place.
  public init(center: Coordinate) { self.center = center }

  /// x = λ − λ₀, y = φ₀ − φ, in turns.
  public func point(of place: Coordinate) -> PlanePoint {
    PlanePoint(x: (place.longitude - center.longitude) / 360, y: (center.latitude - place.latitude) / 360)
  }

  /// λ = λ₀ + x, φ = φ₀ − y.
  public func coordinate(at point: PlanePoint) -> Coordinate {
    let latitude = min(max(center.latitude - point.y * 360, -90), 90)
    return Coordinate(latitude: latitude, longitude: center.longitude + point.x * 360).wrapped
  }
}
