extension CellGrid {
  /// The same grid for a terminal, or a locale, that can show nothing but ASCII.
  ///
  /// Each other glyph becomes `?`, a wide one `??`, so that everything else stays in its column.
  public func asciiOnly() -> CellGrid {
    var grid = self
    for row in 0..<size.rows {
      var column = 0
      forEachGlyph(inRow: row) { placed in
        let glyph: Character = placed.glyph.isASCII ? placed.glyph : "?"
        for at in column..<column + placed.columns { grid[at, row] = Cell(glyph, placed.style) }
        column += placed.columns
      }
    }
    return grid
  }
}
