import TextCanvas

/// A map while it is drawn: its cells, and the use of each.
struct MapSheet {
  /// The use of a cell, as far as names care.
  enum Use: UInt8, Comparable {
    /// Only ground.
    case free
    /// A road, a river or a border: a name may cover it, if it must.
    case line
    /// The shore: better not covered.
    case shore
    /// A main road: covered by marks and names alone.
    case route
    /// A mark, a name, the scale: never covered.
    case taken

    static func < (first: Use, second: Use) -> Bool { first.rawValue < second.rawValue }
  }

  let viewport: Viewport
  let glyphs: GlyphSet
  var grid: CellGrid
  private var uses: [Use]
  /// A name with its cells.
  struct Label: Hashable {
    let text: String
    let rect: Rect
  }

  /// The names that are already on the map.
  private(set) var labels: [Label] = []
  /// The texts of `labels`.
  private(set) var names: Set<String> = []

  /// The number of vertices that were projected for the map.
  var vertices = 0

  var size: Size { viewport.size }

  /// An empty sheet for a view.
  init(_ viewport: Viewport, glyphs: GlyphSet) {
    self.viewport = viewport
    self.glyphs = glyphs
    grid = CellGrid(size: viewport.size)
    uses = Array(repeating: .free, count: viewport.size.columns * viewport.size.rows)
  }

  /// The use of a cell; outside of the map everything is taken.
  func use(column: Int, row: Int) -> Use {
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return .taken }
    return uses[row * size.columns + column]
  }

  /// Sets the use of a cell; does nothing outside of the map.
  mutating func setUse(_ use: Use, column: Int, row: Int) {
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return }
    uses[row * size.columns + column] = use
  }

  /// True if no cell of a stretch of a row is taken.
  func isFree(column: Int, row: Int, count: Int) -> Bool {
    guard column >= 0, row >= 0, row < size.rows, column + count <= size.columns else { return false }
    for at in column..<column + count where uses[row * size.columns + at] == .taken { return false }
    return true
  }

  /// Puts a glyph of one column on the ground of a cell.
  mutating func put(_ glyph: Character, column: Int, row: Int, _ ink: Ink, _ attributes: Attributes = [], use: Use) {
    let ground = grid[column, row].style.ground
    grid[column, row] = Cell(glyph, Style(ink, on: ground, attributes))
    setUse(use, column: column, row: row)
  }

  /// Changes the ground of a cell, and keeps its glyph.
  mutating func setGround(_ ground: Ink, column: Int, row: Int) {
    grid[column, row].style.ground = ground
  }

  /// True if the ground of a cell is a class of density.
  func isCounted(column: Int, row: Int) -> Bool { DensityScale.grounds.contains(grid[column, row].style.ground) }

  /// Changes the colour of a cell's glyph.
  mutating func recolor(column: Int, row: Int, _ ink: Ink, _ attributes: Attributes) {
    grid[column, row].style.ink = ink
    grid[column, row].style.attributes = attributes
  }

  /// Writes a text on the grounds of its cells, and marks them as taken; returns the number of columns.
  @discardableResult
  mutating func write(_ text: String, column: Int, row: Int, _ ink: Ink, _ attributes: Attributes = []) -> Int {
    var at = column
    for glyph in text {
      let ground = grid[at, row].style.ground
      let width = grid.write(String(glyph), column: at, row: row, Style(ink, on: ground, attributes))
      for taken in at..<at + width { setUse(.taken, column: taken, row: row) }
      at += width
    }
    return at - column
  }

  /// Copies the map into a larger grid.
  func copy(into target: inout CellGrid, at origin: Position) {
    for row in 0..<size.rows {
      var column = origin.column
      for cell in grid.row(row) {
        target[column, origin.row + row] = cell
        column += 1
      }
    }
  }

  /// Writes a name, and remembers it.
  mutating func writeName(_ text: String, column: Int, row: Int, _ ink: Ink, _ attributes: Attributes = []) {
    let width = write(text, column: column, row: row, ink, attributes)
    labels.append(Label(text: text, rect: Rect(column: column, row: row, columns: width, rows: 1)))
    names.insert(text)
  }

  /// The glyph of a single thin line through a cell, in the map's glyphs: a stroke, or its dots.
  func lineGlyph(_ chord: Chord, _ dots: UInt8) -> Character {
    glyphs.glyph(ofDots: dots) ?? MapSheet.character(StrokeGlyphs.standard.glyph(for: chord))
  }

  /// A character of ASCII by its code.
  static func character(_ code: UInt8) -> Character { Character(Unicode.Scalar(code)) }
}
