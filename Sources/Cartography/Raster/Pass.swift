/// The way of a line through one cell, while it is followed.
struct Pass {
  let column: Int
  private(set) var row: Int
  /// The point where the way begins; outside of the cell if it has taken over a neighbour's part.
  var entry: CellPoint
  /// The point where the way ends so far.
  var exit: CellPoint
  /// The number of cells that the line has passed when it leaves this one.
  var distance = 0.0
  /// The length of the way in cell widths; a cell is two high.
  private var path = 0.0
  /// The extent of the way.
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

  /// Continues in a straight line to a point of the cell.
  mutating func go(to point: CellPoint) {
    let (width, height) = (point.column - exit.column, 2 * (point.row - exit.row))
    path += (width * width + height * height).squareRoot()
    left = min(left, point.column)
    right = max(right, point.column)
    top = min(top, point.row)
    bottom = max(bottom, point.row)
    exit = point
  }

  /// True if the way crosses less than half of the cell in both directions.
  var isMinor: Bool { right - left < 0.5 && bottom - top < 0.5 }

  /// True if the way goes more up or down than across, on the screen.
  var isSteep: Bool { 2 * (bottom - top) > right - left }

  /// The same way in the cell above if it runs along the edge between the two: only the lower edge of a cell has a stroke.
  var raised: Pass {
    guard !isSteep, (entry.row + exit.row) / 2 - Double(row) < 0.1 else { return self }
    var pass = self
    pass.row -= 1
    return pass
  }

  /// The chord that the raster keeps.
  var chord: Chord {
    func inCell(_ point: CellPoint) -> CellPoint {
      CellPoint(
        column: min(max(point.column - Double(column), 0), 1), row: min(max(point.row - Double(row), 0), 1))
    }
    var chord = Chord(from: inCell(entry), to: inCell(exit), path: path)
    chord.step = UInt8(distance.truncatingRemainder(dividingBy: 120))
    return chord
  }
}
