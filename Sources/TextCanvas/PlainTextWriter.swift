/// Writes a grid as plain text: for golden files, for `grep`, for a mail.
public struct PlainTextWriter: Sendable {
  /// A writer.
  public init() {}

  /// The rows of a grid without their trailing spaces, each ended by a newline. Colours are lost.
  public func text(of grid: CellGrid) -> String {
    var text = ""
    for row in 0..<grid.size.rows {
      // Spaces wait until something follows them.
      var spaces = 0
      grid.forEachGlyph(inRow: row) { placed in
        if placed.glyph == " " {
          spaces += 1
        } else {
          text.append(contentsOf: repeatElement(" ", count: spaces))
          text.append(placed.glyph)
          spaces = 0
        }
      }
      text.append("\n")
    }
    return text
  }
}
