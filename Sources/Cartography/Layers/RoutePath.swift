import TextCanvas

/// Main roads as strokes two cells wide, moved off the shore where they run along it.
///
///     |||     the shore, and beside it the route: both are seen
///      \\\\    `||`, `//` and `\\` are two cells wide, `==` is two strokes high
///       ====
struct RoutePath {
  /// A cell that a road goes through, with what is drawn for it.
  private struct Node {
    let row: Int
    /// Columns of its stroke.
    var columns: ClosedRange<Int>
    let glyph: Character
    /// How many columns, and how many rows, the stroke was moved by.
    var shift = (across: 0, down: 0)

    var shiftedColumns: ClosedRange<Int> {
      columns.lowerBound + shift.across...columns.upperBound + shift.across
    }
    var shiftedRow: Int { row + shift.down }
  }

  private let raster: StrokeRaster
  private let shore: StrokeRaster?
  private var nodes: [Position: Node] = [:]

  /// Roads of a raster on a sheet whose grounds are painted.
  ///
  /// - Parameters:
  ///   - raster: the ways of the roads through the cells.
  ///   - shore: the shore's; nil where none is drawn.
  init(_ raster: StrokeRaster, shore: StrokeRaster?, on sheet: MapSheet) {
    (self.raster, self.shore) = (raster, shore)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        guard chord.length > 0 else { continue }
        nodes[Position(column: column, row: row)] = Self.node(chord, column: column, row: row)
      }
    }
    if let shore { moveOff(shore, on: sheet) }
  }

  private static func node(_ chord: Chord, column: Int, row: Int) -> Node {
    let direction = chord.direction
    if direction == UInt8(ascii: "-") { return Node(row: row, columns: column...column, glyph: "=") }
    let first = chord.isLeft ? column - 1 : column
    return Node(row: row, columns: first...first + 1, glyph: MapSheet.character(direction))
  }

  // MARK: The shore

  /// Moves what lies on the shore inland, by the fewest cells that do.
  private mutating func moveOff(_ shore: StrokeRaster, on sheet: MapSheet) {
    func isShore(_ column: Int, _ row: Int) -> Bool {
      column >= 0 && row >= 0 && column < shore.columns && row < shore.rows
        && shore.isStroke(column: column, row: row)
    }
    func isClear(_ node: Node) -> Bool {
      node.shiftedColumns.allSatisfy { column in
        !isShore(column, node.shiftedRow) && sheet.grid[column, node.shiftedRow].style.ground != .sea
      }
    }
    let ways = [(1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (3, 0), (-3, 0)]
    for (cell, node) in nodes where node.columns.contains(where: { isShore($0, node.row) }) {
      // A flat stroke is moved up or down first: sideways it would stay on the shore that it runs along.
      let order = node.glyph == "=" ? ways.sorted { abs($0.1) > abs($1.1) } : ways
      let moved = order.lazy.map { way in
        var moved = node
        moved.shift = way
        return moved
      }
      if let clear = moved.first(where: isClear) { nodes[cell] = clear }
    }
  }

  // MARK: Strokes

  /// Characters to be drawn in ASCII, row by row.
  var strokes: [(cell: Position, glyph: Character)] {
    var glyphs: [Position: Character] = [:]
    for cell in orderedCells {
      guard let node = nodes[cell] else { continue }
      for other in neighbours(of: cell) { bridge(node, other, &glyphs) }
    }
    for cell in orderedCells {
      guard let node = nodes[cell] else { continue }
      for column in node.shiftedColumns { glyphs[Position(column: column, row: node.shiftedRow)] = node.glyph }
    }
    return glyphs.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map { ($0.key, $0.value) }
  }

  private var orderedCells: [Position] { nodes.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) } }

  /// The road's cells around one that come after it: to its right and below.
  private func neighbours(of cell: Position) -> [Node] {
    [(1, 0), (-1, 1), (0, 1), (1, 1)].compactMap { across, down in
      nodes[Position(column: cell.column + across, row: cell.row + down)]
    }
  }

  /// Fills what has opened between two strokes of which one was moved.
  private func bridge(_ first: Node, _ second: Node, _ glyphs: inout [Position: Character]) {
    let (left, right) =
      first.shiftedColumns.lowerBound <= second.shiftedColumns.lowerBound ? (first, second) : (second, first)
    let end = left.shiftedColumns.upperBound + 1
    for column in end..<max(end, right.shiftedColumns.lowerBound) {
      glyphs[Position(column: column, row: right.shiftedRow)] = "="
    }
    let (top, bottom) = (min(left.shiftedRow, right.shiftedRow), max(left.shiftedRow, right.shiftedRow))
    for row in top + 1..<max(top + 1, bottom) {
      for column in second.shiftedColumns { glyphs[Position(column: column, row: row)] = "|" }
    }
  }

  // MARK: Dots

  /// The roads for braille and blocks: two dots wide, moved like the strokes. What only makes them wide stays off the
  /// shore.
  var dots: StrokeRaster {
    var wide = StrokeRaster(columns: raster.columns, rows: raster.rows)
    func isShore(x: Int, y: Int) -> Bool {
      guard let shore, x >= 0, y >= 0, x < 2 * shore.columns, y < 4 * shore.rows else { return false }
      return shore.dots[(y >> 2) * shore.columns + x >> 1] != 0
    }
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let bits = raster.dots[row * raster.columns + column]
        guard bits != 0 else { continue }
        let shift = shift(ofDotsIn: Position(column: column, row: row))
        let (left, top) = (2 * (column + shift.across), 4 * (row + shift.down))
        for bit in 0..<8 where bits >> UInt8(bit) & 1 == 1 {
          let (x, y) = (left + bit & 1, top + bit >> 1)
          wide.setDot(x: x, y: y)
          for (across, down) in [(1, 0), (0, 1), (1, 1)] where !isShore(x: x + across, y: y + down) {
            wide.setDot(x: x + across, y: y + down)
          }
        }
      }
    }
    return wide
  }

  /// How far the dots of a cell are moved. Cells of which only a corner is cut have no stroke: they go with a neighbour.
  private func shift(ofDotsIn cell: Position) -> (across: Int, down: Int) {
    if let node = nodes[cell] { return node.shift }
    let around = [(0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]
    return around.lazy.compactMap { across, down in
      nodes[Position(column: cell.column + across, row: cell.row + down)]?.shift
    }.first ?? (0, 0)
  }
}

extension Chord {
  /// True if the middle of the way lies in the left half of its cell.
  fileprivate var isLeft: Bool { Int(entry) % Self.across + Int(exit) % Self.across < Self.across - 1 }
}
