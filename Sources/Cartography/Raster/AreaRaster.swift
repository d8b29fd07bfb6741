/// Which samples of a view lie inside areas, by the even–odd rule.
///
/// Edges toggle the sample to their right; a running "exclusive or" along each row then tells inside from outside. So the
/// cost is that of the edges' heights, whatever the areas' sizes.
struct AreaRaster {
  let columns: Int
  let rows: Int
  private var samples: [Bool]

  /// Nothing inside yet.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    samples = Array(repeating: false, count: columns * rows)
  }

  /// Adds an edge of a ring, in samples; a sample is tested at its middle.
  mutating func addEdge(x0: Double, y0: Double, x1: Double, y1: Double) {
    let (top, bottom) = (min(y0, y1), max(y0, y1))
    if bottom <= 0.5 || top >= Double(rows) { return }
    let first = max(0, Int((max(top, -1) - 0.5).rounded(.up)))
    let last = min(rows, Int((min(bottom, Double(rows) + 1) - 0.5).rounded(.up)))
    guard first < last else { return }
    let slope = (x1 - x0) / (y1 - y0)
    for row in first..<last {
      let x = x0 + (Double(row) + 0.5 - y0) * slope
      if x >= Double(columns) - 0.5 { continue }
      let column = x <= 0.5 ? 0 : Int((x - 0.5).rounded(.up))
      if column < columns { samples[row * columns + column].toggle() }
    }
  }

  /// Turns toggles into insides; to be called once, after the last edge.
  mutating func resolve() {
    for row in 0..<rows {
      var inside = false
      for index in row * columns..<(row + 1) * columns {
        if samples[index] { inside.toggle() }
        samples[index] = inside
      }
    }
  }

  /// Whether a sample lies inside.
  subscript(column: Int, row: Int) -> Bool { samples[row * columns + column] }
}
