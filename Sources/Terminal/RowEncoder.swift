import CNcurses
import TextCanvas

/// Turns rows of a grid into the terminal library's own cells.
struct RowEncoder {
  private var looks: CellLooks
  private var cells: [cchar_t] = []
  /// A base and what combines with it: the library keeps five characters a cell, and wants a 0 behind them.
  private static let charactersPerCell = 5

  /// An encoder that takes looks from a table.
  init(looks: CellLooks) { self.looks = looks }

  /// One row as so many columns of library cells, a wide character being one cell of two columns.
  ///
  /// A row of the grid that is shorter is filled with spaces, one that is longer is cut.
  mutating func encode(row: Int, of grid: CellGrid, columns: Int) -> [cchar_t] {
    cells.removeAll(keepingCapacity: true)
    var used = 0
    if row < grid.size.rows {
      var marks = DirectionMarks(grid, row: row)
      grid.forEachGlyph(inRow: row) { placed in
        guard used < columns else { return }
        // A mark has no cell of its own; before the first column the terminal's own direction holds.
        if marks.isBefore(column: used) { appendDirectionMark(placed.style) }
        encode(placed, cut: used + placed.columns > columns)
        used += placed.columns
        if marks.takeAfter(column: used) { appendDirectionMark(placed.style) }
      }
    }
    while used < columns {
      append(" ", looks.look(of: .plain))
      used += 1
    }
    return cells
  }

  private mutating func encode(_ placed: PlacedGlyph, cut: Bool) {
    let look = looks.look(of: placed.style)
    if cut {
      append(" ", look)
    } else if let byte = placed.glyph.asciiValue {
      append(Unicode.Scalar(byte), look)
    } else if !appendParts(placed.glyph, columns: placed.columns, look) {
      // The library would count other columns than the grid does, and the rest of the row would shift.
      for _ in 0..<placed.columns { append("?", look) }
    }
  }

  /// Appends a character as one or two cells; returns false, with nothing appended, if their columns are not the grid's.
  private mutating func appendParts(_ glyph: Character, columns: Int, _ look: CellLooks.Look) -> Bool {
    let scalars = glyph.unicodeScalars
    if let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      guard Int(cn_width(wchar_t(bitPattern: only.value))) == columns else { return false }
      append(only, look)
      return true
    }
    return appendSeveral(glyph, columns: columns, look)
  }

  private mutating func appendSeveral(_ glyph: Character, columns: Int, _ look: CellLooks.Look) -> Bool {
    let start = cells.count
    var part: [wchar_t] = []
    var used: Int32 = 0
    for scalar in glyph.unicodeScalars {
      let width = cn_width(wchar_t(bitPattern: scalar.value))
      // What is joined to an emoji has no columns in the grid; few terminals join it.
      if used > 0 && endsEmoji(scalar, in: glyph) { break }
      if width > 0 && !part.isEmpty {
        append(part, look)
        part.removeAll(keepingCapacity: true)
      }
      if width < 0 || (width == 0 && part.isEmpty) {
        cells.removeSubrange(start...)
        return false
      }
      used += width
      if part.count < Self.charactersPerCell { part.append(wchar_t(bitPattern: scalar.value)) }
    }
    append(part, look)
    if used == columns { return true }
    cells.removeSubrange(start...)
    return false
  }

  /// Adds a mark of direction to what the last cell holds; a letter that is full of marks gives up the last of them.
  private mutating func appendDirectionMark(_ style: Style) {
    guard let last = cells.popLast() else { return }
    let held = [last.chars.0, last.chars.1, last.chars.2, last.chars.3].prefix { $0 != 0 }
    var cell = cchar_t()
    cn_cell(&cell, held + [wchar_t(bitPattern: DirectionMarks.mark.value), 0], last.attr, last.ext_color)
    cells.append(cell)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ look: CellLooks.Look) {
    var cell = cchar_t()
    cn_cell_of(&cell, wchar_t(bitPattern: scalar.value), look.attributes, look.pair)
    cells.append(cell)
  }

  private mutating func append(_ part: [wchar_t], _ look: CellLooks.Look) {
    var cell = cchar_t()
    cn_cell(&cell, part + [0], look.attributes, look.pair)
    cells.append(cell)
  }
}
