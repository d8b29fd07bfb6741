/// A screen as a value: rows of styled cells.
///
/// Every view draws into one, and only a writer or the terminal reads it. All drawing is clipped, so nothing that a view
/// does can fall outside.
public struct CellGrid: Hashable, Sendable {
  /// Its extent.
  public let size: Size
  private var cells: [Cell]

  /// A grid of blank cells.
  public init(size: Size) {
    self.size = size
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

  /// Draws a frame of `+`, `-` and `|` on the edge of a rectangle, with a title in its upper side.
  ///
  /// Where its sides meet those of a frame that stands there already, the two are joined by a `+`. The frame of the pane
  /// that keys go to has `=` as its upper side.
  public mutating func frame(_ rect: Rect, title: String = "", isFocused: Bool = false) {
    let style = Style(.frame, on: .plain, isFocused ? .bold : [])
    guard rect.size.columns >= 2, rect.size.rows >= 2 else { return }
    let right = rect.columns.upperBound - 1
    let bottom = rect.rows.upperBound - 1
    func side(_ glyph: Character, over old: Character) -> Cell {
      Cell(old == "+" || (old == "|" && glyph != "|") || ("-=".contains(old) && glyph == "|") ? "+" : glyph, style)
    }
    for column in rect.columns {
      self[column, rect.origin.row] = side(isFocused ? "=" : "-", over: self[column, rect.origin.row].glyph)
      self[column, bottom] = side("-", over: self[column, bottom].glyph)
    }
    for row in rect.rows {
      for column in [rect.origin.column, right] { self[column, row] = side("|", over: self[column, row].glyph) }
    }
    for (column, row) in [
      (rect.origin.column, rect.origin.row), (right, rect.origin.row), (rect.origin.column, bottom), (right, bottom),
    ] {
      self[column, row] = Cell("+", style)
    }
    if !title.isEmpty {
      let column = rect.origin.column + 2
      write(" \(title) ", column: column, row: rect.origin.row, Style(.title), limit: rect.size.columns - 4)
    }
  }
}
