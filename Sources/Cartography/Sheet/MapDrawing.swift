import TextCanvas

/// The result of drawing a map: where its marks are, for a mouse or a crosshair to hit.
public struct MapDrawing: Hashable, Sendable {
  /// Some cells, and the marks that they stand for.
  public struct Hit: Hashable, Sendable {
    /// The ids of the marks, in the order in which they were given; at least one. More than one where anchors share a
    /// cell, and in an edge marker.
    public let marks: [Int]
    /// The cells, counted in the grid that was drawn into.
    public let rect: Rect
    /// True if the marker stands at the map's edge for marks outside the view.
    public let isBeyondEdge: Bool

    /// The first of the marks.
    public var mark: Int { marks.first ?? 0 }

    /// The hit with its cells moved to the right and down.
    func moved(by offset: Position) -> Hit {
      let origin = Position(column: rect.origin.column + offset.column, row: rect.origin.row + offset.row)
      return Hit(marks: marks, rect: Rect(origin: origin, size: rect.size), isBeyondEdge: isBeyondEdge)
    }
  }

  /// All hits; a later one lies over the earlier ones where they share cells.
  public let hits: [Hit]
  /// The number of vertices of lines and areas that were projected: the cost of the view, which does not depend on what lies outside it.
  public let vertices: Int

  /// The ids of the marks that a cell of the grid shows, the topmost only; empty if it shows none.
  public func marks(at position: Position) -> [Int] {
    hits.last { $0.rect.contains(position) }?.marks ?? []
  }
}
