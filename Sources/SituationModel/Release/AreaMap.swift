/// The provinces and countries of the base map, in which places are released.
public struct AreaMap: Sendable {
  /// An area with its name.
  public struct Area: Sendable {
    /// The name that the map writes.
    public let name: String
    /// The form that is written.
    public let shape: Shape
    /// The form by which places are found to be inside: the same, or a finer one.
    fileprivate let outline: [(area: Shape.Area, bounds: GeoBounds)]

    /// An area.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - shape: the form that is written.
    ///   - detail: a finer form by which places are found to be inside, where there is one.
    public init(name: String, shape: Shape, detail: Shape? = nil) {
      (self.name, self.shape) = (name, shape)
      outline = (detail ?? shape).areas.compactMap { area in GeoBounds(along: area.outer).map { (area, $0) } }
    }

    /// True if a place lies inside.
    func contains(_ place: Coordinate) -> Bool {
      outline.contains { $0.bounds.contains(place) && $0.area.contains(place) }
    }
  }

  private let provinces: [Area]
  private let countries: [Area]

  /// A map of some areas.
  public init(provinces: [Area] = [], countries: [Area] = []) {
    (self.provinces, self.countries) = (provinces, countries)
  }

  /// The areas of a level that a shape lies in; nil where it lies in none, or a part of it in a country that has none. A shape that was
  /// put together of areas of the level is those areas. Of what reaches over water the land counts.
  func areas(of shape: Shape, isProvince: Bool) -> [Area]? {
    let all = isProvince ? provinces : countries
    let parts = Set(shape.areas)
    if !parts.isEmpty {
      let same = all.filter { $0.shape.areas.allSatisfy(parts.contains) && !$0.shape.areas.isEmpty }
      if same.reduce(0, { $0 + $1.shape.areas.count }) == parts.count { return same }
    }
    var found: Set<Int> = []
    for point in shape.samples where !found.contains(where: { all[$0].contains(point) }) {
      if let number = all.indices.first(where: { all[$0].contains(point) }) {
        found.insert(number)
      } else if shape.isOfPoints || isProvince && countries.contains(where: { $0.contains(point) }) {
        return nil
      }
    }
    return found.isEmpty ? nil : found.sorted().map { all[$0] }
  }
}

extension Shape {
  /// The areas of the shape; none of points and lines.
  var areas: [Area] { if case .areas(let areas) = self { areas } else { [] } }

  fileprivate var isOfPoints: Bool { if case .points = self { true } else { false } }

  /// Points of the shape by which areas are found that it lies in: all points, some of a line some kilometres apart, and some of the inside of
  /// an area.
  fileprivate var samples: [Coordinate] {
    switch self {
    case .points(let points): return points
    case .lines(let lines):
      return lines.flatMap { line in
        zip(line, line.dropFirst()).flatMap { first, last in
          let way = GreatCircle(from: first, to: last)
          let steps = min(200, max(1, Int(way.meters / 5_000)))
          return (0...steps).map { way.place(at: Double($0) / Double(steps)) }
        }
      }
    case .areas(let areas): return areas.flatMap(Shape.samples)
    }
  }

  /// Points of a lattice over an area that lie inside it, and its anchor.
  private static func samples(of area: Area) -> [Coordinate] {
    guard let bounds = GeoBounds(along: area.outer) else { return [] }
    let steps = 12
    let lattice = (0..<steps * steps).map { number in
      Coordinate(
        latitude: bounds.south + (Double(number / steps) + 0.5) / Double(steps) * (bounds.north - bounds.south),
        longitude: bounds.west + (Double(number % steps) + 0.5) / Double(steps) * bounds.width
      ).wrapped
    }
    return [Shape.areas([area]).anchor].compactMap { $0 } + lattice.filter(area.contains)
  }
}
