#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The transverse Mercator projection of WGS 84 about one meridian, with UTM's scale and without its false origins.
///
/// L. Krüger's series in the third flattening n to its fourth power, as in C. F. F. Karney, *Transverse Mercator with an
/// accuracy of a few nanometers*, Journal of Geodesy 85 (2011), formulas 7–15, 35 and 36, with δ from Krüger's formula for
/// the latitude: good to far less than a millimetre within a UTM zone.
struct TransverseMercator {
  /// Degrees east of Greenwich.
  let meridian: Double

  private static let flattening = 1 / 298.257_223_563
  private static let n = flattening / (2 - flattening)
  private static let eccentricity = (flattening * (2 - flattening)).squareRoot()
  /// The rectifying radius by UTM's scale on the meridian, in metres.
  private static let radius = 0.9996 * 6_378_137 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)

  private static let alpha = [
    polynomial(1 / 2, -2 / 3, 5 / 16, 41 / 180), n * polynomial(13 / 48, -3 / 5, 557 / 1440),
    n * n * polynomial(61 / 240, -103 / 140), n * n * n * polynomial(49561 / 161_280),
  ]
  private static let beta = [
    polynomial(1 / 2, -2 / 3, 37 / 96, -1 / 360), n * polynomial(1 / 48, 1 / 15, -437 / 1440),
    n * n * polynomial(17 / 480, -37 / 840), n * n * n * polynomial(4397 / 161_280),
  ]
  private static let delta = [
    polynomial(2, -2 / 3, -2, 116 / 45), n * polynomial(7 / 3, -8 / 5, -227 / 45),
    n * n * polynomial(56 / 15, -136 / 35), n * n * n * polynomial(4279 / 630),
  ]

  /// c₀ n + c₁ n² + …
  private static func polynomial(_ coefficients: Double...) -> Double {
    coefficients.reversed().reduce(0) { n * ($0 + $1) }
  }

  /// Metres east of the meridian and north of the equator, for a place within some degrees of the meridian.
  func point(of place: Coordinate) -> (east: Double, north: Double) {
    let sine = sin(place.latitude * .pi / 180)
    let across = (place.longitude - meridian) * .pi / 180
    let conformal = sinh(atanh(sine) - Self.eccentricity * atanh(Self.eccentricity * sine))
    let xi = atan2(conformal, cos(across))
    let eta = asinh(sin(across) / (conformal * conformal + cos(across) * cos(across)).squareRoot())
    var (north, east) = (xi, eta)
    for (index, factor) in Self.alpha.enumerated() {
      let multiple = Double(2 * (index + 1))
      north += factor * sin(multiple * xi) * cosh(multiple * eta)
      east += factor * cos(multiple * xi) * sinh(multiple * eta)
    }
    return (east * Self.radius, north * Self.radius)
  }

  /// The place so many metres east of the meridian and north of the equator.
  func coordinate(east: Double, north: Double) -> Coordinate {
    let (xi, eta) = (north / Self.radius, east / Self.radius)
    var (up, across) = (xi, eta)
    for (index, factor) in Self.beta.enumerated() {
      let multiple = Double(2 * (index + 1))
      up -= factor * sin(multiple * xi) * cosh(multiple * eta)
      across -= factor * cos(multiple * xi) * sinh(multiple * eta)
    }
    let conformal = asin(min(1, max(-1, sin(up) / cosh(across))))
    var latitude = conformal
    for (index, factor) in Self.delta.enumerated() { latitude += factor * sin(Double(2 * (index + 1)) * conformal) }
    let longitude = meridian + atan2(sinh(across), cos(up)) * 180 / .pi
    return Coordinate(
      latitude: latitude * 180 / .pi, longitude: longitude - 360 * (longitude / 360).rounded(.toNearestOrEven))
  }
}
