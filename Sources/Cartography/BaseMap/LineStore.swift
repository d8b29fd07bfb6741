import SituationModel

/// Many lines, cut into chunks so that a chunk outside a view is skipped without a look at its vertices.
///
///     line      o--o--o--o--o--o--o--o--o
///     chunks    [0 ......]
///                       [1 ......]          neighbours share a vertex
struct LineStore: Sendable {
  /// A vertex, in degrees. 32 bits keep it within two metres.
  struct Vertex: Hashable, Sendable {
    let longitude: Float
    let latitude: Float
    /// The distance by which the line would be off without this vertex, in degrees; infinite at the ends of a chunk.
    var weight: Float = .infinity

    var place: Coordinate { Coordinate(latitude: Double(latitude), longitude: Double(longitude)) }
  }

  /// A piece of a line, of `LineStore.chunkLength` vertices at most.
  struct Chunk: Sendable {
    let vertices: Range<Int>
    let bounds: GeoBounds
  }

  /// One line, or one closed ring of an area.
  struct Line: Sendable {
    let chunks: Range<Int>
    let bounds: GeoBounds
    /// The index of the line's trait in `traits`.
    let trait: Int
  }

  /// Vertices in one chunk: few enough that a chunk at the edge of a view costs little, many enough that a chunk's own
  /// cost does not count.
  static let chunkLength = 64

  /// The edges that are rims, and not drawn as lines.
  let rims: Rims
  private(set) var vertices: [Vertex] = []
  private(set) var chunks: [Chunk] = []
  private(set) var lines: [Line] = []
  private(set) var traits: [Trait] = []
  /// The rectangle around all lines; nil if there are none.
  private(set) var bounds: GeoBounds?

  /// The lines and rings of some features; points are left out. Linear in the vertices,
  /// except for weighing them. Without simplification all have the same weight.
  ///
  /// Longitudes are used unchanged: features are cut at 180°, or unrolled.
  init(_ features: [Feature] = [], isSimplified: Bool = true, rims: Rims = .region) {
    self.rims = rims
    for feature in features {
      guard let shape = feature.shape else { continue }
      traits.append(Trait(feature))
      switch shape {
      case .points: continue
      case .lines(let lines): for line in lines { append(line) }
      case .areas(let areas):
        for area in areas {
          append(area.outer)
          for hole in area.holes { append(hole) }
        }
      }
    }
    if isSimplified {
      for chunk in chunks { Self.weigh(&vertices[chunk.vertices], within: chunk.vertices) }
      // An edge is known for a rim by both its ends, so these have to stay.
      for index in vertices.indices where isOnRim(vertices[index]) { vertices[index].weight = .infinity }
    }
  }

  /// Adds a line that belongs to the last trait.
  private mutating func append(_ line: [Coordinate]) {
    guard line.count > 1 else { return }
    let first = vertices.count
    let firstChunk = chunks.count
    for place in line {
      vertices.append(Vertex(longitude: Float(place.longitude), latitude: Float(place.latitude)))
    }
    var start = 0
    while start < line.count - 1 {
      let end = min(start + Self.chunkLength, line.count)
      let bounds = bounds(of: first + start..<first + end)
      chunks.append(Chunk(vertices: first + start..<first + end, bounds: bounds))
      start = end - 1
    }
    let whole = bounds(of: first..<vertices.count)
    bounds = bounds.map { $0.stretched(to: whole) } ?? whole
    lines.append(Line(chunks: firstChunk..<chunks.count, bounds: whole, trait: traits.count - 1))
  }

  /// The rectangle around some vertices, of which there is at least one.
  private func bounds(of range: Range<Int>) -> GeoBounds {
    var (west, south) = (vertices[range.lowerBound].longitude, vertices[range.lowerBound].latitude)
    var (east, north) = (west, south)
    for vertex in vertices[range] {
      west = min(west, vertex.longitude)
      east = max(east, vertex.longitude)
      south = min(south, vertex.latitude)
      north = max(north, vertex.latitude)
    }
    return GeoBounds(south: Double(south), west: Double(west), north: Double(north), east: Double(east))
  }
}

/// The properties of a base map's feature, under the names that the base map's files use.
struct Trait: Named, Hashable, Sendable {
  /// The name in Latin letters.
  let name: String
  /// The name in Arabic letters; empty where the file has none.
  let arabicName: String
  /// The country's three letters (`a3`), for countries, labels and lines between provinces.
  let country: String
  /// The kind of feature: `kind` of a border, `class` of a road.
  let kind: String
  /// A road's number, `ref`.
  let number: String
  /// 1 for the most important rivers and countries, up to about 10.
  let rank: Int
  /// Points of view from which the feature is drawn in another way.
  let contest: ContestedFeature

  init(_ feature: Feature) {
    contest = ContestedFeature(feature)
    let properties = feature.properties
    name = properties["name"]?.text ?? ""
    arabicName = properties["name_ar"]?.text ?? ""
    country = properties["a3"]?.text ?? ""
    kind = properties["kind"]?.text ?? properties["class"]?.text ?? ""
    number = properties["ref"]?.text ?? ""
    rank = properties["rank"]?.number.flatMap { Int(exactly: $0.rounded()) } ?? 0
  }
}

extension GeoBounds {
  /// The rectangle around both. Longitudes are used unchanged, and may be more than 360° apart.
  fileprivate func stretched(to other: GeoBounds) -> GeoBounds {
    GeoBounds(
      south: min(south, other.south), west: min(west, other.west), north: max(north, other.north),
      east: max(east, other.east))
  }
}
