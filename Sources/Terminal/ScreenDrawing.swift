import CNcurses
import TextCanvas

extension Screen {
  /// Puts a grid on the terminal, in the colours of a theme.
  ///
  /// Costs in proportion to the rows that differ from the last grid; the library then sends only the cells that do. A
  /// grid smaller than the terminal is filled up with spaces, a larger one cut. Returns when the terminal has taken it.
  public func draw(_ grid: CellGrid, in theme: Theme) {
    if theme != self.theme {
      self.theme = theme
      encoder = Screen.encoder(for: theme, colorDepth)
      drawn = nil
    }
    let grid = isUTF8 ? grid : grid.asciiOnly()
    let before = drawn?.size == grid.size ? drawn : nil
    for row in 0..<size.rows {
      if let before, row < grid.size.rows, before.row(row) == grid.row(row) { continue }
      let cells = encoder.encode(row: row, of: grid, columns: size.columns)
      mvwadd_wchnstr(window, Int32(row), 0, cells, Int32(cells.count))
    }
    drawn = grid
    wrefresh(window)
  }
}
