/// Where something is on the globe, with no more form than is known.
public enum Shape: Hashable, Sendable {
  /// One or several points.
  case points([Coordinate])
  /// One or several lines, each of two points or more.
  case lines([[Coordinate]])
  /// One or several areas.
  case areas([Area])

  /// An area: an outer ring and its holes, each closed (the last point is the first).
  public struct Area: Hashable, Sendable {
    /// The outer ring.
    public let outer: [Coordinate]
    /// The rings cut out of it.
    public let holes: [[Coordinate]]

    /// An area by its rings.
    public init(outer: [Coordinate], holes: [[Coordinate]] = []) {
      self.outer = outer
      self.holes = holes
    }

    /// All its rings, the outer one first.
    public var rings: [[Coordinate]] { [outer] + holes }

    /// True if a place lies inside, by the even–odd rule over latitude and longitude. Linear in the points.
    public func contains(_ place: Coordinate) -> Bool {
      rings.reduce(false) { inside, ring in
        let ring = ring.unrolled
        return [-360.0, 0, 360].reduce(inside) { inside, turn in
          inside != Self.crosses(ring, Coordinate(latitude: place.latitude, longitude: place.longitude + turn))
        }
      }
    }

    /// True if a ray to the east from a place crosses a ring an odd number of times.
    private static func crosses(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
      var odd = false
      guard var previous = ring.last else { return false }
      for point in ring {
        if (point.latitude > place.latitude) != (previous.latitude > place.latitude) {
          let share = (place.latitude - point.latitude) / (previous.latitude - point.latitude)
          let longitude = point.longitude + share * (previous.longitude - point.longitude)
          if place.longitude < longitude { odd.toggle() }
        }
        previous = point
      }
      return odd
    }
  }

  /// The narrowest rectangle around it; nil when it has no point.
  public var bounds: GeoBounds? {
    switch self {
    case .points(let points): GeoBounds(around: points)
    case .lines(let lines): GeoBounds(around: lines.compactMap { GeoBounds(along: $0) })
    case .areas(let areas): GeoBounds(around: areas.compactMap { GeoBounds(along: $0.outer) })
    }
  }

  /// True if a place lies inside one of the areas; never for points and lines.
  public func contains(_ place: Coordinate) -> Bool {
    if case .areas(let areas) = self { areas.contains { $0.contains(place) } } else { false }
  }
}
