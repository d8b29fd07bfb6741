/// A line's way through one cell, while it is followed.
struct Pass {
  let column: Int
  let row: Int
  /// Where it begins; beyond the cell when it took over a neighbour's part.
  var entry: CellPoint
  /// Where it ends so far.
  var exit: CellPoint
  /// Its length, in cell widths; a cell is two high.
  private var path = 0.0
  /// How far it reaches.
  private var left: Double
  private var right: Double
  private var top: Double
  private var bottom: Double

  init(column: Int, row: Int, entry: CellPoint) {
    self.column = column
    self.row = row
    self.entry = entry
    exit = entry
    (left, right, top, bottom) = (entry.column, entry.column, entry.row, entry.row)
  }

  /// Goes on, straight, to a point of the cell.
  mutating func go(to point: CellPoint) {
    let (width, height) = (point.column - exit.column, 2 * (point.row - exit.row))
    path += (width * width + height * height).squareRoot()
    left = min(left, point.column)
    right = max(right, point.column)
    top = min(top, point.row)
    bottom = max(bottom, point.row)
    exit = point
  }

  /// Whether it crosses less than half of the cell, both ways.
  var isMinor: Bool { right - left < 0.5 && bottom - top < 0.5 }

  /// Whether it goes more up or down than across, on the screen.
  var isSteep: Bool { 2 * (bottom - top) > right - left }

  /// What the raster keeps of it.
  var chord: Chord {
    func inCell(_ point: CellPoint) -> CellPoint {
      CellPoint(
        column: min(max(point.column - Double(column), 0), 1), row: min(max(point.row - Double(row), 0), 1))
    }
    return Chord(from: inCell(entry), to: inCell(exit), path: path)
  }
}
