/// A cell of a grid, counted from the top left corner. A canvas knows no maps, and no points between cells.
public struct Position: Hashable, Sendable {
  /// 0 is the leftmost column.
  public var column: Int
  /// 0 is the topmost row.
  public var row: Int

  /// The cell at a column and a row.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// The extent of a grid or a pane, in cells.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// An extent; negative numbers count as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The top left cell.
  public var origin: Position
  /// How far it reaches from there.
  public var size: Size

  /// A rectangle by its corner and extent.
  public init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle by its corner and extent, in numbers.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Position(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// The columns of the rectangle, as a range.
  public var columns: Range<Int> { origin.column..<origin.column + size.columns }
  /// The rows of the rectangle, as a range.
  public var rows: Range<Int> { origin.row..<origin.row + size.rows }
  /// True if the rectangle has no cell.
  public var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// True if a cell lies in the rectangle.
  public func contains(_ position: Position) -> Bool {
    columns.contains(position.column) && rows.contains(position.row)
  }

  /// The rectangle without a margin on each side; empty if the margins meet.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: origin.column + left, row: origin.row + top,
      columns: size.columns - left - right, rows: size.rows - top - bottom)
  }

  /// The cells that both rectangles have.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(columns.lowerBound, other.columns.lowerBound)
    let top = max(rows.lowerBound, other.rows.lowerBound)
    return Rect(
      column: left, row: top,
      columns: min(columns.upperBound, other.columns.upperBound) - left,
      rows: min(rows.upperBound, other.rows.upperBound) - top)
  }
}
