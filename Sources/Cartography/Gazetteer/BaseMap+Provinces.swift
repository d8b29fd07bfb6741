import SituationModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension BaseMap {
  /// Finds the provinces of places by the polygons of the map; nil while the map has none.
  public var provinceFinder: ProvinceFinder? {
    let store = lines(.governorates)
    guard !store.lines.isEmpty else { return nil }
    let provinces = ProvincePolygons(store)
    return ProvinceFinder(provinces.provinces)
  }
}

/// The polygons of provinces, to be asked which of them a place touches.
private struct ProvincePolygons: Sendable {
  private let store: LineStore

  init(_ store: LineStore) { self.store = store }

  /// The provinces that a place touches: surely one where the place lies inside it with all of its reach, and its precision is stated.
  ///
  /// A place of another form than a point counts as the disc around it, so that it may be said to touch a province that it only comes
  /// near, and never lies surely in one that it leaves. Linear in the vertices nearby.
  func provinces(of place: Place) -> (names: [String], isSure: Bool) {
    guard let anchor = place.anchor, BaseMap.regionBounds.contains(anchor) else { return ([], false) }
    let radius = place.reach + (place.shape.map { extent(of: $0, around: anchor) } ?? 0)
    let inside = store.traits.indices.first { store.contains(anchor, inTrait: $0) }
    let touched = traits(within: radius, of: anchor).union(inside.map { [$0] } ?? [])
    // Beside a province lies another country, or the sea: what reaches over the edge is not surely in it.
    let isSure = inside != nil && traits(within: radius, of: anchor).isEmpty && place.precision != .unknown
    return (touched.sorted().map { store.traits[$0].name }, isSure)
  }

  private func extent(of shape: Shape, around anchor: Coordinate) -> Double {
    let points: [Coordinate] =
      switch shape {
      case .points(let points): points
      case .lines(let lines): Array(lines.joined())
      case .areas(let areas): areas.flatMap(\.outer)
      }
    return points.lazy.map { GreatCircle(from: anchor, to: $0).meters }.max() ?? 0
  }

  /// The provinces an edge of which is within so many metres. A place that lies on an edge is within none.
  private func traits(within radius: Double, of place: Coordinate) -> Set<Int> {
    let scale = max(0.01, cos(place.latitude * .pi / 180))
    let degrees = radius / 110_000 + 1e-6
    func x(_ longitude: Double) -> Double { (longitude - place.longitude) * scale }
    var found: Set<Int> = []
    for line in store.lines where !found.contains(line.trait) {
      let isNear = line.chunks.contains { number in
        let chunk = store.chunks[number]
        let bounds = chunk.bounds
        guard bounds.south - degrees <= place.latitude, bounds.north + degrees >= place.latitude,
          bounds.west - degrees / scale <= place.longitude, bounds.east + degrees / scale >= place.longitude
        else { return false }
        let vertices = store.vertices[chunk.vertices]
        return zip(vertices, vertices.dropFirst()).contains { first, last in
          let (ax, ay) = (x(Double(first.longitude)), Double(first.latitude) - place.latitude)
          let (bx, by) = (x(Double(last.longitude)), Double(last.latitude) - place.latitude)
          let (dx, dy) = (bx - ax, by - ay)
          let square = dx * dx + dy * dy
          let share = square > 0 ? min(1, max(0, -(ax * dx + ay * dy) / square)) : 0
          let (px, py) = (ax + share * dx, ay + share * dy)
          return px * px + py * py <= degrees * degrees
        }
      }
      if isNear { found.insert(line.trait) }
    }
    return found
  }
}
