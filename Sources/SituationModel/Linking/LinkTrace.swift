#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parts of a record that all pairs are compared by, in numbers alone.
struct LinkTrace: Sendable {
  let (start, end): (Int64, Int64)
  /// The place as a point of the unit sphere.
  private let (x, y, z): (Double, Double, Double)
  /// The metres in which the place may lie around its point; negative where it has none.
  let radius: Double
  /// Code of the kind; 0 for one that is not told.
  let kind: UInt16
  /// The key of the name of the place; 0 without one.
  private let name: UInt32

  init(_ record: LinkRecord) {
    (start, end, kind) = (record.start, record.end, record.kind)
    radius = record.disc?.radius ?? -1
    name = record.placeNames.first ?? 0
    let place = record.disc?.place ?? Coordinate(latitude: 0, longitude: 0)
    let (phi, lambda) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    (x, y, z) = (cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi))
  }

  /// The metres between two places, true to half a hundredth: a straight line through a sphere, bent.
  func meters(to other: LinkTrace) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    let square = dx * dx + dy * dy + dz * dz
    return GreatCircle.meanRadius * square.squareRoot() * (1 + square / 24 + square * square * 3 / 640)
  }

  /// False if times or places surely rule out that two are reports of one event; a hundredth of doubt is left to distances.
  @inline(__always) func mayBeSame(as other: LinkTrace) -> Bool {
    guard start < other.end, other.start < end else { return false }
    return radius < 0 || other.radius < 0 || 0.98 * meters(to: other) <= radius + other.radius
  }

  // MARK: Weights

  /// The weight of time, place and kind: what speaks for one event less what speaks against it.
  func weight(_ other: LinkTrace) -> Float { timeWeight(other) + placeWeight(other) + kindWeight(other) }

  /// The length of the longer interval; nil where one is open.
  func span(_ other: LinkTrace) -> Int64? {
    guard start != .min, other.start != .min, end != .max, other.end != .max else { return nil }
    return max(end &- start, other.end &- other.start)
  }

  private func timeWeight(_ other: LinkTrace) -> Float {
    guard let span = span(other) else { return 0 }
    // Sixty days say nothing, a day much.
    return max(0, 0.6 * log2(60 * 86_400 / max(Float(span), 21_600)))
  }

  private func placeWeight(_ other: LinkTrace) -> Float {
    let isNamed = name != 0 && name == other.name
    if radius < 0 || other.radius < 0 { return isNamed ? 2.5 : name == 0 || other.name == 0 ? 0 : -0.5 }
    let spread = max(meters(to: other), (radius + other.radius) / 4, 1_000)
    return max(0, 0.6 * log2(200_000 / Float(spread))) + (isNamed ? 1 : 0)
  }

  private func kindWeight(_ other: LinkTrace) -> Float {
    kind == 0 || other.kind == 0 ? 0 : kind == other.kind ? 1.5 : -2
  }
}
