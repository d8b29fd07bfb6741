/// Follows a line through a raster, cell by cell and dot by dot.
///
///     +-------+-------+
///     |     . |       |      the line enters the right cell at `entry` and leaves it at the top:
///     |   .   | .     |      that way is one `Chord`. A cell of which only a corner is cut gets none,
///     | .     |   .   |      since its neighbours join there.
///     +-------+-------+
struct StrokeTracer {
  /// Ways shorter than this, in cell widths, only cut a corner.
  private static let corner = 0.3

  private(set) var raster: StrokeRaster
  private let clip: CellBox
  /// World lines are not drawn where the region's are.
  private let hole: CellBox?
  private var last: CellPoint?
  private var cell: (column: Int, row: Int) = (.min, .min)
  private var entry = CellPoint(column: 0, row: 0)
  private var path = 0.0

  /// A tracer that draws inside a box, and not inside a hole of it.
  init(_ raster: StrokeRaster, clip: CellBox, hole: CellBox? = nil) {
    self.raster = raster
    self.clip = clip
    self.hole = hole
  }

  /// Goes on to a point, or starts there. Linear in the cells and dots on the way.
  mutating func line(to point: CellPoint) {
    guard let from = last else {
      last = point
      return
    }
    let (width, height) = ((point.column - from.column) * 2, (point.row - from.row) * 4)
    // Steps of less than half a dot would only cost.
    if width * width + height * height < 0.25 { return }
    last = point
    guard let (start, end) = clipped(from, point) else {
      leaveCell(at: nil)
      return
    }
    if start != from { leaveCell(at: nil) }
    drawDots(from: start, to: end)
    walk(from: start, to: end)
    if end != point { leaveCell(at: end) }
  }

  /// Ends the line.
  mutating func end() {
    if let last { leaveCell(at: last) }
    last = nil
  }

  /// Sets a single dot: an islet.
  mutating func dot(at point: CellPoint) {
    end()
    guard clipped(point, point) != nil else { return }
    drawDots(from: point, to: point)
  }

  // MARK: Cells

  /// Walks the cells between two points, leaving a chord in each that is left behind.
  private mutating func walk(from start: CellPoint, to end: CellPoint) {
    var column = Int(start.column.rounded(.down))
    var row = Int(start.row.rounded(.down))
    if cell.column == .min { enterCell(column, row, at: start) }
    let (width, height) = (end.column - start.column, end.row - start.row)
    let stepAcross = width > 0 ? 1 : -1
    let stepDown = height > 0 ? 1 : -1
    // The share of the way at which the next column and the next row are reached.
    let perColumn = width == 0 ? .infinity : 1 / abs(width)
    let perRow = height == 0 ? .infinity : 1 / abs(height)
    var nextColumn = share(start.column, toward: width, per: perColumn)
    var nextRow = share(start.row, toward: height, per: perRow)
    var reached = start
    while min(nextColumn, nextRow) < 1 {
      let at = min(nextColumn, nextRow)
      if nextColumn < nextRow {
        column += stepAcross
        nextColumn += perColumn
      } else {
        row += stepDown
        nextRow += perRow
      }
      let point = CellPoint(column: start.column + at * width, row: start.row + at * height)
      path += distance(reached, point)
      leaveCell(at: point)
      enterCell(column, row, at: point)
      reached = point
    }
    path += distance(reached, end)
  }

  /// The share of the way at which the first edge of a cell is reached.
  private func share(_ start: Double, toward length: Double, per step: Double) -> Double {
    if length == 0 { return .infinity }
    let within = start - start.rounded(.down)
    return (length > 0 ? 1 - within : within) * step
  }

  private mutating func enterCell(_ column: Int, _ row: Int, at point: CellPoint) {
    cell = (column, row)
    entry = point
    path = 0
  }

  /// Records the way through the cell that the line is in, if it ends at a known point.
  private mutating func leaveCell(at point: CellPoint?) {
    guard cell.column != .min else { return }
    if let point, path > Self.corner, !isInHole(cell.column, cell.row) {
      let chord = Chord(from: inCell(entry), to: inCell(point), path: path)
      raster.add(chord, column: cell.column, row: cell.row)
    }
    cell = (.min, .min)
  }

  /// A point as a share of the cell that the line is in.
  private func inCell(_ point: CellPoint) -> CellPoint {
    CellPoint(column: point.column - Double(cell.column), row: point.row - Double(cell.row))
  }

  private func distance(_ from: CellPoint, _ to: CellPoint) -> Double {
    let (width, height) = (to.column - from.column, 2 * (to.row - from.row))
    return (width * width + height * height).squareRoot()
  }

  private func isInHole(_ column: Int, _ row: Int) -> Bool {
    hole?.containsMiddle(column: column, row: row) ?? false
  }

  // MARK: Dots

  /// Sets the dots between two points: one for each step along the longer direction.
  private mutating func drawDots(from start: CellPoint, to end: CellPoint) {
    let (x, y) = (start.column * 2, start.row * 4)
    let (width, height) = (end.column * 2 - x, end.row * 4 - y)
    let steps = max(1, Int(max(abs(width), abs(height)).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let dotX = Int((x + share * width).rounded(.down))
      let dotY = Int((y + share * height).rounded(.down))
      if hole == nil || !isInHole(dotX >> 1, dotY >> 2) { raster.setDot(x: dotX, y: dotY) }
    }
  }

  // MARK: Clipping

  /// The part of a segment inside the clip, after Liang and Barsky (ACM Transactions on Graphics 3, 1984); nil if none.
  private func clipped(_ from: CellPoint, _ to: CellPoint) -> (CellPoint, CellPoint)? {
    let (width, height) = (to.column - from.column, to.row - from.row)
    var first = 0.0
    var last = 1.0
    let edges = [
      (-width, from.column - clip.left), (width, clip.right - from.column),
      (-height, from.row - clip.top), (height, clip.bottom - from.row),
    ]
    for (speed, room) in edges {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        first = max(first, room / speed)
      } else {
        last = min(last, room / speed)
      }
    }
    guard first <= last else { return nil }
    func point(_ share: Double) -> CellPoint {
      CellPoint(column: from.column + share * width, row: from.row + share * height)
    }
    return (first == 0 ? from : point(first), last == 1 ? to : point(last))
  }
}
