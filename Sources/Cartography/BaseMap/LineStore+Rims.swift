import SituationModel

/// Rims: edges where features are cut, which must not be drawn as lines.
extension LineStore {
  /// The edges of a store that are rims.
  enum Rims: Sendable {
    /// No edges.
    case none
    /// The edges along 180° and around the poles.
    case world
    /// The edges of `world`, and those on the bounds of the base map's region.
    case region
  }

  /// True if an edge is a rim.
  func isRim(_ first: Vertex, _ second: Vertex) -> Bool {
    if isWorldRim(first, second) { return true }
    guard rims == .region else { return false }
    let region = BaseMap.regionBounds
    if first.longitude == second.longitude {
      return Double(first.longitude) == region.east || Double(first.longitude) == region.west
    }
    return first.latitude == second.latitude
      && (Double(first.latitude) == region.north || Double(first.latitude) == region.south)
  }

  /// True if an edge is a rim along 180° or around a pole.
  func isWorldRim(_ first: Vertex, _ second: Vertex) -> Bool {
    guard rims != .none else { return false }
    // A file's last digit may put one end beside the line.
    return min(first.longitude, second.longitude) >= 179.998 || max(first.longitude, second.longitude) <= -179.998
      || first.latitude == second.latitude && abs(first.latitude) >= 89.9
  }

  /// True if a vertex may be an end of a rim.
  func isOnRim(_ vertex: Vertex) -> Bool {
    guard rims != .none else { return false }
    if abs(vertex.longitude) >= 179.998 || abs(vertex.latitude) >= 89.9 { return true }
    guard rims == .region else { return false }
    let region = BaseMap.regionBounds
    let (longitude, latitude) = (Double(vertex.longitude), Double(vertex.latitude))
    return longitude == region.west || longitude == region.east || latitude == region.south || latitude == region.north
  }
}
