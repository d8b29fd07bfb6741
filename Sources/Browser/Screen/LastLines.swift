import TextCanvas

/// Draws a text that the person has to read to its end over the last lines of the screen, as many as it needs.
struct LastLines {
  let text: String

  /// Draws the text over the cells there.
  func draw(into frame: inout Frame) {
    let size = frame.grid.size
    let lines = wrapped(text, width: size.columns - 2).suffix(size.rows)
    for (index, line) in lines.enumerated() {
      let row = size.rows - lines.count + index
      frame.grid.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), with: .blank)
      frame.grid.write(line, column: 1, row: row, Style(.warning))
    }
  }
}
