#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How coordinates are written.
public enum CoordinateForm: String, CaseIterable, Hashable, Sendable {
  /// `35.40 N 35.95 E`
  case decimal
  /// Degrees, minutes and seconds: `35 24 04 N 35 56 55 E`
  case sexagesimal
  /// `36S YE 67 22`
  case mgrs

  /// A place that is known to so many metres, written no finer than that.
  ///
  /// Latitude and longitude are written alike up to 60°, where a degree of longitude is half as wide as one of latitude;
  /// beyond that the longitude is written coarser. What has no square in the grid, near the poles, is written in degrees.
  public func words(_ place: Coordinate, meters: Double) -> String {
    let degree = GreatCircle.meanRadius * .pi / 180
    let fineness = meters.isFinite ? max(meters, 0) / degree : 360
    let along = fineness / min(1, max(2 * cos(place.latitude * .pi / 180), 1e-6))
    switch self {
    case .decimal:
      return AngleUnit.words(place, latitude: Self.decimalUnit(fineness), longitude: Self.decimalUnit(along))
    case .mgrs:
      let digits = (1...5).last { 100_000 / Self.power($0) >= meters } ?? 0
      if let square = MGRS(place, digits: digits) { return square.text }
      fallthrough
    case .sexagesimal:
      return AngleUnit.words(place, latitude: Self.sexagesimalUnit(fineness), longitude: Self.sexagesimalUnit(along))
    }
  }

  /// The finest unit that is no finer than so many degrees.
  private static func decimalUnit(_ fineness: Double) -> AngleUnit {
    let decimals = (0...6).last { 1 / power($0) >= fineness } ?? 0
    return .degrees(decimals: decimals)
  }

  private static func sexagesimalUnit(_ fineness: Double) -> AngleUnit {
    let units: [AngleUnit] = [
      .degrees(decimals: 0), .minutes(decimals: 0), .minutes(decimals: 1), .seconds(decimals: 0), .seconds(decimals: 1),
    ]
    return units.last { $0.step >= fineness } ?? .degrees(decimals: 0)
  }

  private static func power(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }
}
