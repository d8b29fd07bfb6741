import SituationModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The azimuthal equidistant projection of a sphere: distances and directions from the middle are true.
///
/// The world is a disc of radius 1/2; its rim is the one point opposite the middle.
///
/// J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987): forward 5-3, 22-4, 22-5 and
/// 25-2, inverse 20-14, 20-15, 20-18 and 25-15.
public struct AzimuthalEquidistant: Projection, Hashable {
  private let longitude: Double
  private let sine: Double
  private let cosine: Double

  /// The projection around a place.
  public init(center: Coordinate) {
    longitude = center.longitude
    sine = sin(center.latitude * .pi / 180)
    cosine = cos(center.latitude * .pi / 180)
  }

  /// x = k cos φ sin(λ − λ₀), y = k (sin φ₁ cos φ cos(λ − λ₀) − cos φ₁ sin φ), k = c / sin c, where c is the distance:
  /// cos c = sin φ₁ sin φ + cos φ₁ cos φ cos(λ − λ₀).
  public func point(of place: Coordinate) -> PlanePoint {
    let latitude = place.latitude * .pi / 180
    var degrees = place.longitude - longitude
    // 180° east and west are one meridian, to the last bit.
    while degrees > 180 { degrees -= 360 }
    while degrees <= -180 { degrees += 360 }
    let across = degrees * .pi / 180
    let (up, out) = (sin(latitude), cos(latitude))
    let ahead = out * cos(across)
    let x = out * sin(across)
    let y = sine * ahead - cosine * up
    let height = (x * x + y * y).squareRoot()
    let distance = atan2(height, sine * up + cosine * ahead)
    // The middle itself, or the point opposite, which is the whole rim.
    guard height > 1e-15 else { return PlanePoint(x: 0, y: distance > 1 ? 0.5 : 0) }
    let scale = distance / height / (2 * .pi)
    return PlanePoint(x: x * scale, y: y * scale)
  }

  /// The inverse formula. With ρ = c the point's distance from the middle: φ = arcsin(cos c sin φ₁ + y sin c cos φ₁ / ρ),
  /// λ = λ₀ + arctan(x sin c / (ρ cos φ₁ cos c − y sin φ₁ sin c)), where y grows to the north.
  public func coordinate(at point: PlanePoint) -> Coordinate {
    let radius = (point.x * point.x + point.y * point.y).squareRoot()
    guard radius > 1e-15 else { return Coordinate(latitude: asin(sine) * 180 / .pi, longitude: longitude).wrapped }
    let distance = min(radius * 2 * .pi, .pi)
    let (x, y) = (point.x / radius, -point.y / radius)
    let (sineOfDistance, cosineOfDistance) = (sin(distance), cos(distance))
    let up = cosineOfDistance * sine + y * sineOfDistance * cosine
    let ahead = cosine * cosineOfDistance - y * sine * sineOfDistance
    let out = x * sineOfDistance
    // Not the arc sine of `up` alone: near the poles that has half of the digits.
    let latitude = atan2(up, (out * out + ahead * ahead).squareRoot())
    return Coordinate(latitude: latitude * 180 / .pi, longitude: longitude + atan2(out, ahead) * 180 / .pi).wrapped
  }

  /// The middle with which a place lies at a point of the plane; of two, the one nearer in latitude to another place.
  /// Where there is none, since the place is too near to a pole, one with which it comes near to that.
  ///
  /// With d the distance and α the direction of the point, sin φ = sin φ₁ cos d + cos φ₁ sin d cos α (5-3, turned round)
  /// is solved for φ₁ as R cos(φ₁ − β) = sin φ.
  static func center(showing place: Coordinate, at point: PlanePoint, near other: Coordinate) -> Coordinate {
    let distance = min((point.x * point.x + point.y * point.y).squareRoot() * 2 * .pi, .pi)
    let direction = atan2(point.x, -point.y)
    let up = sin(place.latitude * .pi / 180)
    let (ahead, above) = (sin(distance) * cos(direction), cos(distance))
    let length = (ahead * ahead + above * above).squareRoot()
    guard length > 1e-12 else { return other }
    let turn = acos(min(max(up / length, -1), 1))
    let start = atan2(above, ahead)
    func miss(_ latitude: Double) -> Double {
      abs(latitude) > .pi / 2 + 1e-9 ? .infinity : abs(latitude - other.latitude * .pi / 180)
    }
    let latitudes = [start + turn, start - turn].map { $0 > .pi ? $0 - 2 * .pi : $0 }
    guard let latitude = latitudes.min(by: { miss($0) < miss($1) }), miss(latitude).isFinite else { return other }
    let across = atan2(
      sin(distance) * sin(direction), cos(latitude) * cos(distance) - sin(latitude) * sin(distance) * cos(direction))
    return Coordinate(
      latitude: min(max(latitude * 180 / .pi, -90), 90), longitude: place.longitude - across * 180 / .pi
    ).wrapped
  }
}
