import SituationModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The Mercator projection of a sphere, as web maps use it.
///
/// J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987), formulas 7-1, 7-2a and 7-4,
/// with the world scaled to 1 and cut to a square, as in EPSG:3857.
public struct WebMercator: Projection {
  /// Where the square ends: atan(sinh π).
  public let latitudes: ClosedRange<Double> = -85.051_128_779_806_59...85.051_128_779_806_59

  /// The projection.
  public init() {}

  /// x = (λ + 180) / 360, y = 1/2 − artanh(sin φ) / 2π.
  public func point(of place: Coordinate) -> PlanePoint {
    let latitude = min(max(place.latitude, latitudes.lowerBound), latitudes.upperBound)
    let sine = sin(latitude * .pi / 180)
    return PlanePoint(x: (place.longitude + 180) / 360, y: 0.5 - log((1 + sine) / (1 - sine)) / (4 * .pi))
  }

  /// φ = arctan(sinh(π (1 − 2y))).
  public func coordinate(at point: PlanePoint) -> Coordinate {
    let latitude = atan(sinh(.pi * (1 - 2 * point.y))) * 180 / .pi
    return Coordinate(latitude: latitude, longitude: longitude(atPlaneX: point.x))
  }
}
