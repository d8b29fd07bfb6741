/// The lines of one layer, as a view's cells have them: the dots that they touch and the way they take through each cell.
///
/// A cell's dots are bits, from the top left:
///
///     bit 0  bit 1
///     bit 2  bit 3
///     bit 4  bit 5
///     bit 6  bit 7
struct StrokeRaster {
  let columns: Int
  let rows: Int
  /// The dots of each cell, row by row.
  private(set) var dots: [UInt8]
  /// The longest chord of a line through each cell; its length is 0 if none passes.
  private(set) var chords: [Chord]
  /// The rows from the first to the last that has a dot or a chord; empty if none has.
  private(set) var drawnRows = 0..<0

  /// An empty raster.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    chords = Array(repeating: Chord(), count: columns * rows)
  }

  /// Sets one dot. A cell has 2 dots across and 4 down.
  mutating func setDot(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < 2 * columns, y < 4 * rows else { return }
    dots[(y >> 2) * columns + (x >> 1)] |= 1 << UInt8((y & 3) << 1 | (x & 1))
    takeRow(y >> 2)
  }

  /// Records a chord through a cell.
  mutating func add(_ chord: Chord, column: Int, row: Int) {
    guard column >= 0, row >= 0, column < columns, row < rows else { return }
    chords[row * columns + column].merge(chord)
    takeRow(row)
  }

  @inline(__always)
  private mutating func takeRow(_ row: Int) {
    if drawnRows.contains(row) { return }
    drawnRows =
      drawnRows.isEmpty ? row..<row + 1 : min(row, drawnRows.lowerBound)..<max(row + 1, drawnRows.upperBound)
  }

  /// True if a stroke is drawn in a cell: where a line passes through, and once where there are only dots, which stand for a feature
  /// that is too small for a line around it.
  func isStroke(column: Int, row: Int) -> Bool {
    let index = row * columns + column
    if chords[index].length > 0 { return true }
    guard dots[index] != 0 else { return false }
    for (across, down) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)] {
      let (x, y) = (column + across, row + down)
      if x < 0 || y < 0 || x >= columns || y >= rows { continue }
      let other = y * columns + x
      if chords[other].length > 0 || (other < index && dots[other] != 0) { return false }
    }
    return true
  }
}
