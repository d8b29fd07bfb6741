/// Follows a line through a raster, cell by cell and dot by dot.
///
///     +-------+-------+
///     |       |  .    |      what lies in one cell is a `Pass`, and becomes a `Chord` of the raster;
///     |       .       |      of a cell of which only a corner is cut, a neighbour takes it over
///     |    .  |       |
///     +-------+-------+
struct StrokeTracer {
  private(set) var raster: StrokeRaster
  private let clip: CellBox
  /// Cells in which nothing is drawn.
  var hole: AreaMask?
  private var last: CellPoint?
  /// The way through the cell that the line is in.
  private var pass: Pass?
  /// The way through the cell before, which may yet grow.
  private var held: Pass?
  /// The beginning of the way through the next cell, if it is not at that cell's own edge.
  private var carried: CellPoint?
  /// The ways since then through cells of which only a corner is cut.
  private var minor: [Pass] = []
  /// The point at which the line's length was last measured, and the number of cells that the line had passed there.
  private var measured: (point: CellPoint, distance: Double)?
  /// The number of points that the tracer was led to.
  private(set) var points = 0

  /// A tracer that draws inside a box.
  init(_ raster: StrokeRaster, clip: CellBox) {
    self.raster = raster
    self.clip = clip
  }

  /// Goes on to a point, or starts there. Linear in the cells and dots on the way.
  mutating func line(to point: CellPoint) {
    points += 1
    guard let from = last else {
      last = point
      if measured == nil { measured = (point, 0) }
      return
    }
    if measured == nil { measured = (from, 0) }
    let (width, height) = ((point.column - from.column) * 2, (point.row - from.row) * 4)
    // Steps of less than half a dot would only cost.
    if width * width + height * height < 0.25 { return }
    last = point
    defer { measure(to: point) }
    guard let (start, end) = clipped(from, point) else {
      breakLine()
      return
    }
    if start != from { breakLine() }
    drawDots(from: start, to: end)
    walk(from: start, to: end)
    if end != point { breakLine() }
  }

  /// Ends the line.
  mutating func end() {
    breakLine()
    last = nil
    measured = nil
  }

  // MARK: Length

  /// The number of cells that the line has passed up to a point: one for each column, or for each row where it is steep.
  private func distance(to point: CellPoint) -> Double {
    guard let (from, distance) = measured else { return 0 }
    return distance + max(abs(point.column - from.column), abs(point.row - from.row))
  }

  /// Goes on measuring from a point, if it is a cell away: windings in a cell do not make a line longer. Parts of a line
  /// out of view are measured like those in it, so that it is broken at the same places in each view.
  private mutating func measure(to point: CellPoint) {
    let distance = distance(to: point)
    if distance >= (measured?.distance ?? 0) + 1 { measured = (point, distance) }
  }

  /// Counts its cells anew from the next point on, wherever the line goes on to be seen.
  mutating func restartSteps() {
    measured = nil
  }

  /// Sets a single dot: an islet.
  mutating func dot(at point: CellPoint) {
    end()
    points += 1
    guard clipped(point, point) != nil else { return }
    drawDots(from: point, to: point)
  }

  // MARK: Cells

  /// Walks the cells between two points, leaving a pass behind in each.
  private mutating func walk(from start: CellPoint, to end: CellPoint) {
    var column = Int(start.column.rounded(.down))
    var row = Int(start.row.rounded(.down))
    if pass == nil { pass = Pass(column: column, row: row, entry: start) }
    let (width, height) = (end.column - start.column, end.row - start.row)
    let stepAcross = width > 0 ? 1 : -1
    let stepDown = height > 0 ? 1 : -1
    // The share of the way at which the next column and the next row are reached.
    let perColumn = width == 0 ? .infinity : 1 / abs(width)
    let perRow = height == 0 ? .infinity : 1 / abs(height)
    var nextColumn = share(start.column, toward: width, per: perColumn)
    var nextRow = share(start.row, toward: height, per: perRow)
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
      pass?.go(to: point)
      leaveCell()
      pass = Pass(column: column, row: row, entry: point)
    }
    pass?.go(to: end)
  }

  /// The share of the way at which the first edge of a cell is reached.
  private func share(_ start: Double, toward length: Double, per step: Double) -> Double {
    if length == 0 { return .infinity }
    let within = start - start.rounded(.down)
    return (length > 0 ? 1 - within : within) * step
  }

  /// Ends the way through the cell that the line is in.
  ///
  /// A cell of which less than half is crossed, either way, gets no stroke: the cells before and after it touch at the
  /// corner that is cut. Its part of the way goes to the one of them that shares its row, if the line is steep, or its
  /// column, if it is flat; so a line has one stroke a row, or one a column, as a pen would draw it.
  private mutating func leaveCell() {
    guard var left = pass else { return }
    pass = nil
    // Not quite at the edge of two cells, so that views agree on what is rounded.
    left.distance = distance(to: left.exit) + 0.117
    guard left.isMinor else {
      if let carried { left.entry = carried }
      carried = nil
      // A line that turns back and forth on a corner may cut several in a row: then those hold it together.
      if let held, abs(held.column - left.column) > 1 || abs(held.row - left.row) > 1 {
        for pass in minor { add(pass) }
      }
      release()
      held = left
      return
    }
    minor.append(left)
    let belongsToHeld = left.isSteep ? held?.row == left.row : held?.column == left.column
    if belongsToHeld { held?.exit = left.exit } else { carried = carried ?? left.entry }
  }

  /// Gives the last pass to the raster.
  private mutating func release() {
    if let held { add(held) }
    held = nil
    minor.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ pass: Pass) {
    let pass = pass.raised
    if !isInHole(pass.column, pass.row) { raster.add(pass.chord, column: pass.column, row: pass.row) }
  }

  /// Ends the line here, for the raster: it comes from outside, or goes there.
  private mutating func breakLine() {
    leaveCell()
    release()
    carried = nil
  }

  private func isInHole(_ column: Int, _ row: Int) -> Bool {
    hole?[column, row] ?? false
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
