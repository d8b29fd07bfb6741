import TextCanvas

/// A sign for the middle of the view, around whatever stands there.
///
///        |
///     --   --
///        |
struct Crosshair {
  /// True if the middle is told by its ground; otherwise it is reversed.
  let isColored: Bool

  /// Draws it where nothing is taken; the middle itself only gets another ground.
  func paint(_ sheet: inout MapSheet) {
    let (column, row) = (sheet.size.columns / 2, sheet.size.rows / 2)
    for (across, down, glyph) in [(-3, 0, "-"), (-2, 0, "-"), (2, 0, "-"), (3, 0, "-"), (0, -1, "|"), (0, 1, "|")] {
      guard sheet.use(column: column + across, row: row + down) != .taken else { continue }
      sheet.put(Character(glyph), column: column + across, row: row + down, .emphasis, .bold, use: .taken)
    }
    sheet.setGround(.cursor, column: column, row: row)
    if !isColored { sheet.grid[column, row].style.attributes.formSymmetricDifference(.reverse) }
  }
}
