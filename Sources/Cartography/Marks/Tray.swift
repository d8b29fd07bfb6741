import TextCanvas

/// The events that are shown and have no place: a sign at the map's edge.
///
///     [4 not placed]
public struct Tray: Hashable, Sendable {
  /// The caller's number for it.
  public var id: Int
  /// How many there are.
  public var count: Int
  /// Whether the selected event is among them.
  public var isSelected: Bool

  /// A tray.
  public init(id: Int, count: Int, isSelected: Bool = false) {
    self.id = id
    self.count = count
    self.isSelected = isSelected
  }

  /// Draws it at the lower left, above the names of the sources, or wherever at the edge there is room.
  func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    guard count > 0 else { return }
    let (columns, rows) = (sheet.size.columns, sheet.size.rows)
    for text in ["[\(count) not placed]", "[-\(count)]"] {
      let width = text.count
      guard width * 2 <= columns else { continue }
      for row in [rows - 2, rows - 1, 0, rows - 3] where row >= 0 && row < rows {
        for column in [0, columns - width] where sheet.isFree(column: column, row: row, count: width) {
          sheet.write(text, column: column, row: row, .emphasis, isSelected ? [.reverse, .bold] : .bold)
          let rect = Rect(column: column, row: row, columns: width, rows: 1)
          hits.append(MapDrawing.Hit(marks: [id], rect: rect, isBeyondEdge: true))
          return
        }
      }
    }
  }
}
