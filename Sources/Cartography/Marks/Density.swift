import TextCanvas

/// The number of events in each cell of a view, for views with too many events for a pin each.
public struct Density: Hashable, Sendable {
  /// A cell with events.
  public struct Cell: Hashable, Sendable {
    /// The cell's column in the view.
    public let column: Int
    /// The cell's row in the view.
    public let row: Int
    /// The number of events in the cell; at least one.
    public let count: Int

    /// A cell with events.
    public init(column: Int, row: Int, count: Int) {
      self.column = column
      self.row = row
      self.count = count
    }
  }

  /// The cells, each once.
  public let cells: [Cell]
  /// The classes of the counts.
  public let scale: DensityScale

  /// The density of some cells. Each class gets about as many cells as the others.
  public init(_ cells: [Cell]) {
    self.cells = cells
    scale = DensityScale(cells.map(\.count))
  }

  /// The width in columns of a pin with a ring and a count.
  private static let pinColumns = 4
  /// The number of pins up to which they are always drawn as pins, even where they touch.
  public static let fewPins = 12

  /// True if pins in these cells would be too many for a view of this size: more than one in 20 cells, or more than 300, or
  /// more than half of them so near to another that the two would touch. A dozen never are.
  public static func isNeeded(for pins: [Position], in size: Size) -> Bool {
    if pins.count <= fewPins { return false }
    if pins.count > min(300, size.columns * size.rows / 20) { return true }
    let rows = Dictionary(grouping: pins, by: \.row).mapValues { $0.map(\.column).sorted() }
    let touching = rows.values.reduce(0) { sum, columns in
      let touches = zip(columns, columns.dropFirst()).map { $1 - $0 < pinColumns }
      // A pin touches if the one before it or the one behind it is too near.
      return sum + columns.indices.count { ($0 > 0 && touches[$0 - 1]) || ($0 < touches.count && touches[$0]) }
    }
    return 2 * touching > pins.count
  }
}

/// Draws counts under lines and names, as grounds or, without colour, as glyphs; and their scale in a corner.
struct DensityPainter {
  let density: Density
  let isColored: Bool

  /// Draws the counts as grounds, if there is colour. Called before the names, which stand on them.
  func paintGrounds(_ sheet: inout MapSheet) {
    guard isColored else { return }
    for cell in density.cells {
      let level = density.scale.level(of: cell.count)
      sheet.setGround(DensityScale.grounds[level], column: cell.column, row: cell.row)
    }
  }

  /// Draws the counts as glyphs, if there is no colour. Called after the names; takes cells that lines and names leave free and that are
  /// not
  /// beside a name, whose last letter would run into a digit.
  func paintGlyphs(_ sheet: inout MapSheet) {
    guard !isColored else { return }
    let free = density.cells.filter { cell in
      sheet.use(column: cell.column, row: cell.row) == .free
        && [-1, 1].allSatisfy { side in
          let column = cell.column + side
          return column < 0 || column >= sheet.size.columns || sheet.use(column: column, row: cell.row) != .taken
        }
    }
    for cell in free {
      let glyph = DensityScale.glyphs[density.scale.level(of: cell.count)]
      sheet.put(glyph, column: cell.column, row: cell.row, .emphasis, .bold, use: .line)
    }
  }

  /// Draws the scale in the first corner that has room, or else anywhere along the upper or lower edge. Draws nothing if there is
  /// no room.
  func paintScale(_ sheet: inout MapSheet) {
    let rows = [sheet.size.rows - 1, sheet.size.rows - 2, 0, 1].filter { $0 >= 0 }
    for words in [" events per cell ", " per cell ", " "] {
      let width = words.count + parts.reduce(0) { $0 + $1.text.count }
      let last = sheet.size.columns - width
      guard last >= 0 else { continue }
      for columns in [[0, last], Array(0...last)] {
        for row in rows {
          guard let column = columns.first(where: { sheet.isFree(column: $0, row: row, count: width) }) else {
            continue
          }
          write(words, column: column, row: row, &sheet)
          return
        }
      }
    }
  }

  private func write(_ words: String, column: Int, row: Int, _ sheet: inout MapSheet) {
    let width = words.count + parts.reduce(0) { $0 + $1.text.count }
    // The map's grounds must not be taken for classes.
    for at in column..<column + width { sheet.setGround(.plain, column: at, row: row) }
    var at = column + sheet.write(words, column: column, row: row, .emphasis, .bold)
    for part in parts {
      for column in at..<at + part.text.count { sheet.setGround(part.ground, column: column, row: row) }
      at += sheet.write(part.text, column: at, row: row, .emphasis, .bold)
    }
  }

  /// The classes of the scale: ` 2-3 ` on its ground, or `2=2-3 ` with its glyph.
  private var parts: [(text: String, ground: Ink)] {
    density.scale.ranges.enumerated().map { level, range in
      isColored ? (" \(range) ", DensityScale.grounds[level]) : ("\(DensityScale.glyphs[level])=\(range) ", .plain)
    }
  }
}
