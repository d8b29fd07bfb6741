/// One glyph of a row with the columns that it takes: what a writer or a terminal draws.
public struct PlacedGlyph: Hashable, Sendable {
  /// The character to draw.
  public let glyph: Character
  /// 1, or 2 when the cell to the right belongs to it.
  public let columns: Int
  /// How it looks.
  public let style: Style
}

extension CellGrid {
  /// Walks the glyphs of one row from the left; their columns always add up to the grid's.
  ///
  /// Half of a wide character, as a view leaves it behind that draws a frame over the other half, comes as a space: a
  /// terminal that drew the whole would shift the rest of the row.
  public func forEachGlyph(inRow row: Int, _ body: (PlacedGlyph) -> Void) {
    let cells = self.row(row)
    var at = cells.startIndex
    while at < cells.endIndex {
      let cell = cells[at]
      let next = at + 1
      if isPlainASCII(cell.glyph) {
        body(PlacedGlyph(glyph: cell.glyph, columns: 1, style: cell.style))
        at = next
        continue
      }
      let continued = next < cells.endIndex && cells[next].glyph == Cell.continuation
      let width = displayWidth(of: cell.glyph)
      let fits = width == 1 || (width == 2 && continued)
      body(PlacedGlyph(glyph: fits ? cell.glyph : " ", columns: fits ? width : 1, style: cell.style))
      at += fits ? width : 1
    }
  }
}

/// True if a glyph is a printable character of ASCII, and so takes one column.
private func isPlainASCII(_ glyph: Character) -> Bool {
  guard let byte = glyph.asciiValue else { return false }
  return byte >= 0x20 && byte < 0x7F
}
