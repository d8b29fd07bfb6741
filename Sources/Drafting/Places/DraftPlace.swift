import Glibc
import SituationModel

/// A place of a draft: no more exact than the words that name it.
public struct DraftPlace: Hashable, Sendable {
  /// The ground on which the event may have been.
  public enum Extent: Hashable, Sendable {
    /// Not known.
    case none
    /// Within some metres of a point.
    case circle(Coordinate, meters: Double)
    /// Somewhere on a line, or within some metres of it.
    case line([Coordinate], meters: Double)
    /// Within an area.
    case area(Shape)
  }

  /// The name, as the report has it.
  public let name: String
  /// The exactness.
  public let precision: PlacePrecision
  /// The ground.
  public let extent: Extent
  /// True for a place along a line.
  public var isAlong: Bool { if case .line = extent { true } else { false } }

  /// A place.
  public init(name: String, precision: PlacePrecision, extent: Extent) {
    (self.name, self.extent) = (name, extent)
    self.precision = extent == .none ? .unplaced : precision
  }

  /// A point that stands for the place; nil where nothing of it is known.
  public var anchor: Coordinate? {
    switch extent {
    case .none: nil
    case .circle(let center, _): center
    case .line(let line, _): line.isEmpty ? nil : line[line.count / 2]
    case .area(let shape): shape.anchor
    }
  }

  /// True if a point may be part of the place.
  public func contains(_ point: Coordinate, slack: Double = 0) -> Bool {
    switch extent {
    case .none: true
    case .circle(let center, let meters): GreatCircle(from: center, to: point).meters <= meters + slack
    case .line(let line, let meters):
      Ground.distance(from: point, to: line) <= meters + slack
    case .area(let shape):
      shape.contains(point) || slack > 0 && Ground.rim(around: point, meters: slack).contains(where: shape.contains)
    }
  }
}

/// Simple geometry on the ground.
enum Ground {
  /// Points on a circle, clockwise from the north.
  static func rim(around center: Coordinate, meters: Double, count: Int = 24) -> [Coordinate] {
    let north = meters / 111_195
    let east = north / max(0.05, cos(center.latitude * .pi / 180))
    return (0..<count).compactMap { number in
      let angle = 2 * Double.pi * Double(number) / Double(count)
      return Coordinate(
        wrappingLatitude: min(90, max(-90, center.latitude + north * cos(angle))),
        longitude: center.longitude + east * sin(angle))
    }
  }

  /// A polygon around a circle.
  static func disc(around center: Coordinate, meters: Double) -> Shape? {
    let ring = rim(around: center, meters: meters)
    guard let first = ring.first else { return nil }
    return .areas([Shape.Area(outer: ring + [first])])
  }

  /// The least distance in metres from a point to a line, whose pieces are looked at every few kilometres.
  static func distance(from point: Coordinate, to line: [Coordinate]) -> Double {
    var best = line.map { GreatCircle(from: $0, to: point).meters }.min() ?? .infinity
    for (first, last) in zip(line, line.dropFirst()) {
      let piece = GreatCircle(from: first, to: last)
      let steps = min(200, Int(piece.meters / 3_000))
      guard steps > 1 else { continue }
      for step in 1..<steps {
        best = min(best, GreatCircle(from: piece.place(at: Double(step) / Double(steps)), to: point).meters)
      }
    }
    return best
  }

  /// The middle of some points, and the metres from there to the farthest.
  static func circle(around points: [Coordinate]) -> (center: Coordinate, meters: Double)? {
    guard let center = GeoBounds(around: points)?.center else { return nil }
    return (center, points.map { GreatCircle(from: center, to: $0).meters }.max() ?? 0)
  }

  /// The part of an area on one side of it, from a direction: a little more than half.
  static func part(of shape: Shape, _ direction: PlaceWords.Direction) -> Shape? {
    guard let bounds = largest(shape).flatMap({ GeoBounds(along: $0.outer) }), case .areas(let areas) = shape else {
      return nil
    }
    let height = bounds.north - bounds.south
    let width = bounds.width
    var cuts: [(isLatitude: Bool, isAbove: Bool, limit: Double)] = []
    let letters = direction.rawValue
    if letters.contains("N") { cuts.append((true, true, bounds.south + height * 0.45)) }
    if letters.contains("S") { cuts.append((true, false, bounds.south + height * 0.55)) }
    if letters.contains("E") { cuts.append((false, true, bounds.west + width * 0.45)) }
    if letters.contains("W") { cuts.append((false, false, bounds.west + width * 0.55)) }
    if letters == "C" {
      cuts = [
        (true, true, bounds.south + height * 0.2), (true, false, bounds.south + height * 0.8),
        (false, true, bounds.west + width * 0.2), (false, false, bounds.west + width * 0.8),
      ]
    }
    let parts = areas.compactMap { area -> Shape.Area? in
      var ring = area.outer
      for cut in cuts { ring = clipped(ring, cut) }
      return ring.count >= 4 ? Shape.Area(outer: ring) : nil
    }
    return parts.isEmpty ? nil : .areas(parts)
  }

  /// The largest of the areas of a shape.
  static func largest(_ shape: Shape) -> Shape.Area? {
    guard case .areas(let areas) = shape else { return nil }
    return areas.max { $0.outer.count < $1.outer.count }
  }

  /// A ring cut by a line of latitude or longitude, after I. E. Sutherland and G. W. Hodgman.
  private static func clipped(
    _ ring: [Coordinate], _ cut: (isLatitude: Bool, isAbove: Bool, limit: Double)
  ) -> [Coordinate] {
    func value(_ point: Coordinate) -> Double { cut.isLatitude ? point.latitude : point.longitude }
    func isIn(_ point: Coordinate) -> Bool { cut.isAbove ? value(point) >= cut.limit : value(point) <= cut.limit }
    var result: [Coordinate] = []
    for (first, last) in zip(ring, ring.dropFirst()) {
      if isIn(first) { result.append(first) }
      if isIn(first) != isIn(last) {
        let share = (cut.limit - value(first)) / (value(last) - value(first))
        result.append(
          Coordinate(
            latitude: first.latitude + share * (last.latitude - first.latitude),
            longitude: first.longitude + share * (last.longitude - first.longitude)))
      }
    }
    if let first = result.first { result.append(first) }
    return result
  }
}
