import SituationModel

/// Edges that are no lines, but only where features are cut.
extension LineStore {
  /// Which of its edges are such.
  enum Rims: Sendable {
    /// None.
    case none
    /// Those along 180° and about the poles.
    case world
    /// Those, and those on the bounds of the base map's region.
    case region
  }

  /// Whether an edge is one.
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

  /// Whether an edge is one along 180°, or about a pole.
  func isWorldRim(_ first: Vertex, _ second: Vertex) -> Bool {
    guard rims != .none else { return false }
    // A file's last digit may put one end beside the line.
    return min(first.longitude, second.longitude) >= 179.998 || max(first.longitude, second.longitude) <= -179.998
      || first.latitude == second.latitude && abs(first.latitude) >= 89.9
  }

  /// Whether a vertex may be an end of one.
  func isOnRim(_ vertex: Vertex) -> Bool {
    guard rims != .none else { return false }
    if abs(vertex.longitude) >= 179.998 || abs(vertex.latitude) >= 89.9 { return true }
    guard rims == .region else { return false }
    let region = BaseMap.regionBounds
    let (longitude, latitude) = (Double(vertex.longitude), Double(vertex.latitude))
    return longitude == region.west || longitude == region.east || latitude == region.south || latitude == region.north
  }
}
