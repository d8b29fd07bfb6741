/// The cells of a grid that a rectangle touches: some rows, and one stretch of columns or, over the antimeridian, two.
public struct CellArea: Hashable, Sendable {
  /// The rows, from the south.
  public let rows: ClosedRange<Int>
  /// The columns, from the antimeridian east; the second stretch lies behind the antimeridian.
  public let columns: [ClosedRange<Int>]

  /// True if a cell lies in the area.
  public func contains(_ cell: GridCell) -> Bool {
    rows.contains(cell.row) && columns.contains { $0.contains(cell.column) }
  }
}

extension DegreeGrid {
  /// The cells that a rectangle touches: those that its places are in, edges included.
  public func cells(touching area: GeoBounds) -> CellArea {
    let first = cell(of: Coordinate(latitude: area.south, longitude: area.west))
    let last = cell(of: Coordinate(latitude: area.north, longitude: min(180, area.east)))
    let rows = first.row...max(first.row, last.row)
    guard area.width < 360, area.east > 180 else {
      let isAll = area.width >= 360
      let columns = isAll ? 0...self.columns - 1 : first.column...max(first.column, last.column)
      return CellArea(rows: rows, columns: [columns])
    }
    let end = cell(of: Coordinate(latitude: area.south, longitude: area.east - 360)).column
    let stretches = [first.column...self.columns - 1, 0...end]
    return CellArea(rows: rows, columns: end >= first.column ? [0...self.columns - 1] : stretches)
  }
}
