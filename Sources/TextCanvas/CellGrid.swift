/// A screen as a value: rows of styled cells.
///
/// Every view draws into one, and only a writer or the terminal reads it. All drawing is clipped, so nothing that a view
/// does can fall outside.
public struct CellGrid: Hashable, Sendable {
  /// The extent of the grid in cells.
  public let size: Size
  /// The characters of frames.
  let frameGlyphs: FrameGlyphs
  private var cells: [Cell]

  /// A grid of blank cells.
  public init(size: Size, frames: FrameGlyphs = .ascii) {
    self.size = size
    frameGlyphs = frames
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole grid as a rectangle.
  public var bounds: Rect { Rect(origin: Position(column: 0, row: 0), size: size) }

  /// A cell; reading outside gives a blank, writing outside does nothing.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  /// The cells of one row, from the left.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts one cell all over a rectangle.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    let clipped = rect.intersection(bounds)
    for row in clipped.rows {
      for column in clipped.columns { self[column, row] = cell }
    }
  }

  /// Writes a text of one line, clipped to `limit` columns and to the grid; returns the columns it took.
  ///
  /// The text has to be safe already (`SafeText`). A wide character that would be cut in half is left out.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, _ style: Style = .plain, limit: Int = .max
  ) -> Int {
    guard row >= 0, row < size.rows, limit > 0 else { return 0 }
    let end = limit > size.columns - column ? size.columns : column + limit
    var at = column
    for glyph in text {
      let width = displayWidth(of: glyph)
      guard at + width <= end else { break }
      if width > 2 {
        for part in cellParts(of: glyph) {
          put(part, width: displayWidth(of: part), column: at, row: row, style)
          at += displayWidth(of: part)
        }
      } else if width > 0 {
        put(glyph, width: width, column: at, row: row, style)
        at += width
      }
    }
    return at - column
  }

  /// Puts a character and, where it is wide, its right half; mends a wide character that it cuts.
  private mutating func put(_ glyph: Character, width: Int, column: Int, row: Int, _ style: Style) {
    if self[column, row].glyph == Cell.continuation { self[column - 1, row].glyph = " " }
    if self[column + width, row].glyph == Cell.continuation { self[column + width, row].glyph = " " }
    self[column, row] = Cell(glyph, style)
    if width == 2 { self[column + 1, row] = Cell(Cell.continuation, style) }
  }

  /// Changes the look of what stands in a rectangle.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let clipped = rect.intersection(bounds)
    for row in clipped.rows {
      for column in clipped.columns { change(&cells[row * size.columns + column].style) }
    }
  }
}
