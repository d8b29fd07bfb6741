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
public struct WebMercator: Projection, Hashable {
  /// The latitudes of the square: up to ±atan(sinh π).
  public static let latitudes: ClosedRange<Double> = -85.051_128_779_806_59...85.051_128_779_806_59

  private let longitude: Double
  /// The distance of the equator below the middle.
  private let equator: Double

  /// The projection around a place.
  public init(center: Coordinate) {
    longitude = center.longitude
    equator = Self.height(of: center.latitude)
  }

  /// x = (λ − λ₀) / 2π, y = (artanh(sin φ₀) − artanh(sin φ)) / 2π.
  public func point(of place: Coordinate) -> PlanePoint {
    PlanePoint(x: (place.longitude - longitude) / 360, y: equator - Self.height(of: place.latitude))
  }

  /// λ = λ₀ + 2πx, φ = arctan(sinh(artanh(sin φ₀) − 2πy)).
  public func coordinate(at point: PlanePoint) -> Coordinate {
    let latitude = atan(sinh(2 * .pi * (equator - point.y))) * 180 / .pi
    let ends = Self.latitudes
    return Coordinate(
      latitude: min(max(latitude, ends.lowerBound), ends.upperBound), longitude: longitude + point.x * 360
    ).wrapped
  }

  /// The distance of a latitude above the equator: artanh(sin φ) / 2π.
  private static func height(of latitude: Double) -> Double {
    let sine = sin(min(max(latitude, latitudes.lowerBound), latitudes.upperBound) * .pi / 180)
    return log((1 + sine) / (1 - sine)) / (4 * .pi)
  }
}
