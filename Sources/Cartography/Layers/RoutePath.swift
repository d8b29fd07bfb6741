import TextCanvas

/// Main roads as strokes two cells wide, moved off the shore where they run along it.
///
///     |||     the shore, and beside it the route: both are seen
///      \\\\    `||`, `//` and `\\` are two cells wide, `==` is two strokes high
///       ====
struct RoutePath {
  /// A cell that a road goes through, with what is drawn for it.
  private struct Node {
    let column: Int
    let row: Int
    /// Columns of its stroke.
    let columns: ClosedRange<Int>
    let glyph: UInt8
    /// The columns and rows by which the stroke is moved.
    var shift = (across: 0, down: 0)

    var shiftedColumns: ClosedRange<Int> {
      columns.lowerBound + shift.across...columns.upperBound + shift.across
    }
    var shiftedRow: Int { row + shift.down }

    /// True if the two strokes, as yet unmoved, share a side or a corner.
    func touches(_ other: Node) -> Bool {
      abs(row - other.row) <= 1 && columns.lowerBound <= other.columns.upperBound + 1
        && other.columns.lowerBound <= columns.upperBound + 1
    }
  }

  private let raster: StrokeRaster
  private let shore: StrokeRaster?
  /// The cells that roads go through.
  private var nodes: [Node] = []
  /// The place of each cell's node among them; -1 where no road goes through.
  private var places: [Int32]

  /// Roads of a raster on a sheet whose grounds are painted. Linear in the cells.
  ///
  /// - Parameters:
  ///   - raster: the ways of the roads through the cells.
  ///   - shore: the shore's; nil where none is drawn.
  init(_ raster: StrokeRaster, shore: StrokeRaster?, on sheet: MapSheet) {
    (self.raster, self.shore) = (raster, shore)
    places = Array(repeating: -1, count: raster.columns * raster.rows)
    for (index, chord) in raster.chords.enumerated() where chord.length > 0 {
      places[index] = Int32(truncatingIfNeeded: nodes.count)
      nodes.append(Self.node(chord, column: index % raster.columns, row: index / raster.columns))
    }
    closeGaps()
    if let shore { moveOff(shore, on: sheet) }
  }

  /// Draws cells of which only a corner is cut, where those around them do not touch each other.
  private mutating func closeGaps() {
    for (index, bits) in raster.dots.enumerated() where bits != 0 && places[index] < 0 {
      let (column, row) = (index % raster.columns, index / raster.columns)
      let around = Self.around.compactMap { node(column: column + $0, row: row + $1) }
      guard Self.areApart(around) else { continue }
      let isFlat = around.contains { $0.column < column } && around.contains { $0.column > column }
      places[index] = Int32(truncatingIfNeeded: nodes.count)
      nodes.append(
        Node(
          column: column, row: row, columns: isFlat ? column...column : column...column + 1,
          glyph: UInt8(ascii: isFlat ? "=" : "|")))
    }
  }

  /// True if strokes are of more than one piece.
  private static func areApart(_ nodes: [Node]) -> Bool {
    guard let first = nodes.first else { return false }
    var (reached, left) = ([first], Array(nodes.dropFirst()))
    while let node = reached.popLast() {
      reached += left.filter(node.touches)
      left.removeAll(where: node.touches)
    }
    return !left.isEmpty
  }

  /// The eight cells around one, those that share a side first.
  private static let around = [(0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]

  private static func node(_ chord: Chord, column: Int, row: Int) -> Node {
    let direction = chord.direction
    if direction == UInt8(ascii: "-") {
      return Node(column: column, row: row, columns: column...column, glyph: UInt8(ascii: "="))
    }
    let first = chord.isLeft ? column - 1 : column
    return Node(column: column, row: row, columns: first...first + 1, glyph: direction)
  }

  private func node(column: Int, row: Int) -> Node? {
    guard column >= 0, row >= 0, column < raster.columns, row < raster.rows else { return nil }
    let place = places[row * raster.columns + column]
    return place < 0 ? nil : nodes[Int(place)]
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
    // A flat stroke is moved up or down first: sideways it would stay on the shore that it runs along.
    let flatWays = ways.filter { $0.1 != 0 } + ways.filter { $0.1 == 0 }
    for index in nodes.indices where nodes[index].columns.contains(where: { isShore($0, nodes[index].row) }) {
      var moved = nodes[index]
      for way in moved.glyph == UInt8(ascii: "=") ? flatWays : ways {
        moved.shift = way
        guard isClear(moved) else { continue }
        nodes[index] = moved
        break
      }
    }
  }

  // MARK: Strokes

  /// Characters to be drawn in ASCII, row by row.
  var strokes: [(cell: Position, glyph: Character)] {
    var glyphs = [UInt8](repeating: 0, count: raster.columns * raster.rows)
    func put(_ glyph: UInt8, _ columns: some Sequence<Int>, _ row: Int) {
      guard row >= 0, row < raster.rows else { return }
      for column in columns where column >= 0 && column < raster.columns {
        glyphs[row * raster.columns + column] = glyph
      }
    }
    // Only where a stroke was moved can there be a gap beside it.
    for node in nodes {
      for (across, down) in [(1, 0), (-1, 1), (0, 1), (1, 1)] {
        guard let other = self.node(column: node.column + across, row: node.row + down) else { continue }
        if node.shift != (0, 0) || other.shift != (0, 0) { bridge(node, other, put) }
      }
    }
    for node in nodes { put(node.glyph, node.shiftedColumns, node.shiftedRow) }
    return glyphs.indices.lazy.filter { glyphs[$0] != 0 }.map { index in
      (
        Position(column: index % raster.columns, row: index / raster.columns), MapSheet.character(glyphs[index])
      )
    }
  }

  /// Fills what has opened between two strokes of which one was moved.
  private func bridge(_ first: Node, _ second: Node, _ put: (UInt8, Range<Int>, Int) -> Void) {
    let (left, right) =
      first.shiftedColumns.lowerBound <= second.shiftedColumns.lowerBound ? (first, second) : (second, first)
    let end = left.shiftedColumns.upperBound + 1
    put(UInt8(ascii: "="), end..<max(end, right.shiftedColumns.lowerBound), right.shiftedRow)
    let (top, bottom) = (min(left.shiftedRow, right.shiftedRow), max(left.shiftedRow, right.shiftedRow))
    for row in top + 1..<max(top + 1, bottom) { put(UInt8(ascii: "|"), Range(second.shiftedColumns), row) }
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
    for (index, bits) in raster.dots.enumerated() where bits != 0 {
      let (column, row) = (index % raster.columns, index / raster.columns)
      let shift = shift(ofDotsAt: column, row)
      let (left, top) = (2 * (column + shift.across), 4 * (row + shift.down))
      for bit in 0..<8 where bits >> UInt8(bit) & 1 == 1 {
        let (x, y) = (left + bit & 1, top + bit >> 1)
        wide.setDot(x: x, y: y)
        for (across, down) in [(1, 0), (0, 1), (1, 1)] where !isShore(x: x + across, y: y + down) {
          wide.setDot(x: x + across, y: y + down)
        }
      }
    }
    return wide
  }

  /// The columns and rows by which the dots of a cell are moved. Cells of which only a corner is cut have no stroke: they are moved with
  /// a neighbour.
  private func shift(ofDotsAt column: Int, _ row: Int) -> (across: Int, down: Int) {
    if let node = node(column: column, row: row) { return node.shift }
    for (across, down) in Self.around {
      if let node = node(column: column + across, row: row + down) { return node.shift }
    }
    return (0, 0)
  }
}

extension Chord {
  /// True if the middle of the way lies in the left half of its cell.
  fileprivate var isLeft: Bool { Int(entry) % Self.across + Int(exit) % Self.across < Self.across - 1 }
}
