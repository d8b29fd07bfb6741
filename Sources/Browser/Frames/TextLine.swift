import TextCanvas

/// One line of a pane: pieces of text, each with its style, and the target of a click.
struct TextLine: Hashable, Sendable {
  /// A piece of text in one look; the text is safe.
  struct Piece: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var pieces: [Piece]
  /// The target of a click on the line.
  var target: Target?

  init(_ text: String = "", _ style: Style = .plain, target: Target? = nil) {
    pieces = [Piece(text: text, style: style)]
    self.target = target
  }

  /// The line with more text at its end.
  func adding(_ text: String, _ style: Style = .plain) -> TextLine {
    var line = self
    line.pieces.append(Piece(text: text, style: style))
    return line
  }

  /// Draws the line into one row of a pane.
  func draw(into grid: inout CellGrid, column: Int, row: Int, columns: Int) {
    var used = 0
    for piece in pieces {
      used += grid.write(piece.text, column: column + used, row: row, piece.style, limit: columns - used)
    }
  }
}

extension Frame {
  /// Draws lines into a pane from line `top` on, with a sign in the last column where there are more above or below.
  mutating func draw(_ lines: [TextLine], from top: Int = 0, in rect: Rect) {
    for (offset, line) in lines.dropFirst(max(0, top)).prefix(rect.size.rows).enumerated() {
      let row = rect.origin.row + offset
      line.draw(into: &grid, column: rect.origin.column, row: row, columns: rect.size.columns)
      if let target = line.target {
        add(target, in: Rect(column: rect.origin.column, row: row, columns: rect.size.columns, rows: 1))
      }
    }
    let right = rect.columns.upperBound - 1
    guard rect.size.columns > 2, rect.size.rows > 1 else { return }
    if top > 0 { grid[right, rect.origin.row] = Cell("^", Style(.key)) }
    if lines.count - top > rect.size.rows { grid[right, rect.rows.upperBound - 1] = Cell("v", Style(.key)) }
  }
}
