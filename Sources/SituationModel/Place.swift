/// How exactly a place is known.
public enum PlacePrecision: String, CaseIterable, Hashable, Sendable {
  /// This very spot.
  case exact
  /// Within some kilometres of it.
  case vicinity
  /// In this town or village.
  case locality
  /// Somewhere in this region, or along this road.
  case region
  /// Somewhere in this country.
  case country
  /// Not known, or not given.
  case unplaced
  /// The file has coordinates and does not say how exact they are.
  case unknown

  /// Code of the precision in columns and in the tables of servers; of two, the greater claims less. None may ever change.
  public var code: UInt8 {
    switch self {
    case .exact: 0
    case .vicinity: 1
    case .locality: 2
    case .region: 3
    case .country: 4
    case .unplaced: 5
    case .unknown: 6
    }
  }

  /// The precision of a code; of a code that none has, the one that claims least.
  public init(code: Int) { self = PlacePrecision.allCases.first { Int($0.code) == code } ?? .unknown }
}

/// The way in which an event came by its place on the map.
public enum PlaceOrigin: String, CaseIterable, Hashable, Sendable {
  /// The file has coordinates or a form.
  case given
  /// The file has a name alone, which a gazetteer knows.
  case name
}

/// Where something happened, as well as that is known and no better.
public struct Place: Hashable, Sendable {
  /// The name of the place, as the file has it.
  public let name: String?
  /// How exactly it is known.
  public let precision: PlacePrecision
  /// The shape of the place on the globe; nil if it has none.
  public let shape: Shape?
  /// For a vicinity: within how many metres, where that is stated.
  public let radius: Double?
  /// The way in which it came by its form; `given` where it has none.
  public let origin: PlaceOrigin
  /// The province that the record names, or another unit of the first order; nil where it names none.
  public let province: String?

  /// A place. One without a shape is unplaced whatever was asked for, since nothing can be drawn.
  public init(
    name: String?, precision: PlacePrecision, shape: Shape?, radius: Double? = nil, origin: PlaceOrigin = .given,
    province: String? = nil
  ) {
    self.name = name
    self.shape = shape
    self.precision = shape == nil ? .unplaced : precision
    self.radius = radius
    self.province = province
    self.origin = shape == nil ? .given : origin
    anchor = shape?.anchor
  }

  /// The one point that stands for it on a map: the point, the middle of the line, a point inside the area.
  public let anchor: Coordinate?

  /// The place with a province, unless it has one.
  func within(province: String?) -> Place {
    if self.province != nil || province == nil { return self }
    return Place(name: name, precision: precision, shape: shape, radius: radius, origin: origin, province: province)
  }

  /// A place that nothing is known of.
  public static let unknown = Place(name: nil, precision: .unplaced, shape: nil)
}

extension Shape {
  /// A point that stands for the whole shape; nil when it has no point. Linear in the points.
  public var anchor: Coordinate? {
    switch self {
    case .points(let points): points.first
    case .lines(let lines): lines.max { $0.count < $1.count }.flatMap { Shape.middle($0.unrolled)?.wrapped }
    case .areas(let areas): areas.max { Shape.extent($0) < Shape.extent($1) }.flatMap { Shape.inside($0)?.wrapped }
    }
  }

  private static func extent(_ area: Area) -> Double {
    GeoBounds(along: area.outer).map { $0.width * ($0.north - $0.south) } ?? 0
  }

  /// The point halfway along a line, measured in degrees.
  private static func middle(_ line: [Coordinate]) -> Coordinate? {
    let lengths = zip(line, line.dropFirst()).map { first, last in
      let x = last.longitude - first.longitude
      let y = last.latitude - first.latitude
      return (x * x + y * y).squareRoot()
    }
    var left = lengths.reduce(0, +) / 2
    for (index, length) in lengths.enumerated() {
      if left <= length, length > 0 {
        let (first, last, share) = (line[index], line[index + 1], left / length)
        return Coordinate(
          latitude: first.latitude + share * (last.latitude - first.latitude),
          longitude: first.longitude + share * (last.longitude - first.longitude))
      }
      left -= length
    }
    return line.first
  }

  /// The middle of the widest stretch that the area has at the latitude of its middle.
  private static func inside(_ area: Area) -> Coordinate? {
    guard let bounds = GeoBounds(along: area.outer) else { return nil }
    let latitude = bounds.center.latitude
    var crossings: [Double] = []
    for ring in area.rings.map(\.unrolled) {
      for (first, last) in zip(ring, ring.dropFirst()) where (first.latitude > latitude) != (last.latitude > latitude) {
        let share = (latitude - first.latitude) / (last.latitude - first.latitude)
        crossings.append(first.longitude + share * (last.longitude - first.longitude))
      }
    }
    crossings.sort()
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return area.outer.first }
    return Coordinate(latitude: latitude, longitude: (widest.0 + widest.1) / 2)
  }
}
