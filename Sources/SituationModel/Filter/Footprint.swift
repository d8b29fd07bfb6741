#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where an event may have been, against a disc or a box: certain where all of its footprint lies inside, possible where
/// some may, or where it has no place at all.
extension Place {
  /// How many metres around its points the place may reach.
  ///
  /// A vicinity's own radius where one is stated. Otherwise what the word allows for: 10 km for a vicinity or a town, 100
  /// km for a region, 1,000 km for a country. A line or an area is its own extent.
  public var reach: Double {
    guard case .points = shape else { return 0 }
    return switch precision {
    case .exact, .unknown, .unplaced: 0
    case .vicinity: radius ?? 10_000
    case .locality: 10_000
    case .region: 100_000
    case .country: 1_000_000
    }
  }

  /// How the place lies to all that is within so many metres of another. Linear in the points.
  func membership(within radius: Double, of center: Coordinate) -> Membership {
    guard let shape, let distances = shape.distances(from: center) else { return .possible }
    if distances.nearest - reach > radius { return .outside }
    return precision != .unknown && distances.farthest + reach <= radius ? .certain : .possible
  }

  /// How the place lies to a rectangle. Linear in the points.
  func membership(in box: GeoBox) -> Membership {
    guard let shape, shape.anchor != nil else { return .possible }
    guard shape.touches(box, reach: reach) else { return .outside }
    let isInside = shape.corners.allSatisfy { box.contains($0, reach: reach) }
    return precision != .unknown && isInside ? .certain : .possible
  }
}

extension Shape {
  /// The points whose extent is the extent of all.
  fileprivate var corners: [Coordinate] {
    switch self {
    case .points(let points): points
    case .lines(let lines): Array(lines.joined())
    case .areas(let areas): areas.flatMap(\.outer)
    }
  }

  private var lines: [[Coordinate]] {
    switch self {
    case .points(let points): points.map { [$0] }
    case .lines(let lines): lines
    case .areas(let areas): areas.flatMap(\.rings)
    }
  }

  /// The metres to its nearest point and to its farthest; nil when it has no point.
  fileprivate func distances(from center: Coordinate) -> (nearest: Double, farthest: Double)? {
    func meters(_ place: Coordinate) -> Double { GreatCircle(from: center, to: place).meters }
    guard let farthest = corners.lazy.map(meters).max() else { return nil }
    if contains(center) { return (0, farthest) }
    let flat = FlatMap(around: center)
    var nearest = Double.infinity
    for line in lines {
      if let first = line.first { nearest = min(nearest, meters(first)) }
      for (first, last) in zip(line, line.dropFirst()) {
        nearest = min(nearest, meters(flat.nearest(from: first, to: last)))
      }
    }
    return (nearest, farthest)
  }

  /// True if any of the shape may be in a rectangle or within so many metres of it.
  fileprivate func touches(_ box: GeoBox, reach: Double) -> Bool {
    switch self {
    case .points(let points):
      points.contains { GreatCircle(from: $0, to: box.nearest(to: $0)).meters <= reach }
    case .lines, .areas:
      contains(Coordinate(latitude: box.south, longitude: box.west))
        || lines.contains { line in
          zip(line, line.dropFirst()).contains { box.isCrossed(from: $0, to: $1) }
        }
    }
  }
}

/// The globe about a place, laid flat: true near the place, good enough elsewhere to tell which point is the nearest.
private struct FlatMap {
  let center: Coordinate
  let scale: Double

  init(around center: Coordinate) {
    self.center = center
    scale = max(0.01, cos(center.latitude * .pi / 180))
  }

  /// The point of a stretch that is nearest to the middle.
  func nearest(from first: Coordinate, to last: Coordinate) -> Coordinate {
    let x = turned(first.longitude - center.longitude) * scale
    let y = first.latitude - center.latitude
    let dx = turned(last.longitude - first.longitude) * scale
    let dy = last.latitude - first.latitude
    let square = dx * dx + dy * dy
    guard square > 0 else { return first }
    let share = min(1, max(0, -(x * dx + y * dy) / square))
    return Coordinate(
      latitude: first.latitude + share * dy, longitude: turned(first.longitude + share * dx / scale))
  }
}

/// A difference of longitudes the short way round, −180 ... 180.
private func turned(_ degrees: Double) -> Double {
  degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
}

extension GeoBox {
  /// The place in it that is nearest to another.
  fileprivate func nearest(to place: Coordinate) -> Coordinate {
    let latitude = min(max(place.latitude, south), north)
    let offset = offset(of: place.longitude)
    let longitude = offset <= width ? place.longitude : offset - width < 360 - offset ? east : west
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  /// True if a place is in the rectangle with everything within so many metres.
  fileprivate func contains(_ place: Coordinate, reach: Double) -> Bool {
    guard contains(place) else { return false }
    let margin = reach / 110_000
    guard place.latitude - margin >= south, place.latitude + margin <= north else { return false }
    let wide = margin / max(0.01, cos(min(89, abs(place.latitude) + margin) * .pi / 180))
    let offset = offset(of: place.longitude)
    return width >= 360 || (offset - wide >= 0 && offset + wide <= width)
  }

  /// True if a straight stretch of the map has a point in the rectangle (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
  fileprivate func isCrossed(from first: Coordinate, to last: Coordinate) -> Bool {
    let dx = turned(last.longitude - first.longitude)
    let dy = last.latitude - first.latitude
    return [-360.0, 0, 360].contains { turn in
      let x = offset(of: first.longitude) + turn
      var (enter, leave) = (0.0, 1.0)
      for (step, room) in [(-dx, x), (dx, width - x), (-dy, first.latitude - south), (dy, north - first.latitude)] {
        if step == 0 {
          if room < 0 { return false }
        } else if step < 0 {
          enter = max(enter, room / step)
        } else {
          leave = min(leave, room / step)
        }
      }
      return enter <= leave
    }
  }
}
