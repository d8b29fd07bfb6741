/// Writes a grid as plain text: for golden files, for `grep`, for a mail.
public struct PlainTextWriter: Sendable {
  /// A writer.
  public init() {}

  /// The rows of a grid without their trailing spaces, each ended by a newline. Colours are lost.
  ///
  /// Texts that are read from right to left stand between marks of direction, so that each stays in its place.
  public func text(of grid: CellGrid) -> String {
    var text = ""
    for row in 0..<grid.size.rows {
      // Spaces wait until something follows them.
      var spaces = 0
      var column = 0
      var marks = DirectionMarks(grid, row: row)
      grid.forEachGlyph(inRow: row) { placed in
        if placed.glyph == " " {
          spaces += 1
        } else {
          text.append(contentsOf: repeatElement(" ", count: spaces))
          if marks.isBefore(column: column) { text.unicodeScalars.append(DirectionMarks.mark) }
          text.append(placed.glyph)
          if marks.takeAfter(column: column + placed.columns) { text.unicodeScalars.append(DirectionMarks.mark) }
          spaces = 0
        }
        column += placed.columns
      }
      text.append("\n")
    }
    return text
  }
}
