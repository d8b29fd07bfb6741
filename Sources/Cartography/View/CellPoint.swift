/// A point of a map's rectangle of cells, between the cells too.
///
/// It is no `PlanePoint`, since a row is as high as two columns are wide; and no `Position`, which is a whole cell that can be written to,
/// counted from the corner of the screen.
public struct CellPoint: Hashable, Sendable {
  /// Columns from the left edge; the middle of the leftmost cell is 0.5.
  public var column: Double
  /// Rows from the top edge; the middle of the topmost cell is 0.5.
  public var row: Double

  /// A point by its column and row.
  public init(column: Double, row: Double) {
    self.column = column
    self.row = row
  }
}
