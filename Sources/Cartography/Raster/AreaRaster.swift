import SituationModel

/// Finds the samples of a view that lie inside areas, by the even–odd rule.
///
/// An edge toggles the sample to its right in each row. A running "exclusive or" along each row then separates inside from outside, and
/// one down the middle column connects the rows. So only edges in view matter, and of those only their heights,
/// whatever the areas' sizes. One question is left: whether the middle is inside.
struct AreaRaster {
  let columns: Int
  let rows: Int
  /// The number of samples in a cell, each way.
  private let density: Int
  private let viewport: Viewport
  private var samples: [Bool]
  /// True for a row if the middle column changes sides between the row before and this one.
  private var turns: [Bool]
  /// True for a row whose samples all say the opposite.
  private var isInverted: [Bool]
  /// The column of samples that connects the rows.
  private let spine: Int
  /// The number of edges that were added.
  private(set) var edges = 0

  /// A raster with nothing inside.
  init(_ viewport: Viewport, density: Int = 1) {
    self.viewport = viewport
    self.density = density
    columns = viewport.size.columns * density
    rows = viewport.size.rows * density
    spine = columns / 2
    samples = Array(repeating: false, count: columns * rows)
    turns = Array(repeating: false, count: rows)
    isInverted = turns
  }

  /// Adds an edge of a ring; a sample is tested at its middle.
  mutating func addEdge(from: CellPoint, to: CellPoint) {
    edges += 1
    let scale = Double(density)
    let (upper, lower) = from.row <= to.row ? (from, to) : (to, from)
    let (x0, y0, x1, y1) = (upper.column * scale, upper.row * scale, lower.column * scale, lower.row * scale)
    if y1 <= 0.5 || y0 > Double(rows) - 0.5 || min(x0, x1) > Double(columns) || max(x0, x1) < 0.5 { return }
    let first = max(0, Int((max(y0, -1) - 0.5).rounded(.up)))
    let last = min(rows, Int((min(y1, Double(rows) + 1) - 0.5).rounded(.up)))
    // The spine is crossed where the edge is to the left of one of its samples and not of the next.
    let middle = Double(spine) + 0.5
    var isLeft = x0 <= middle
    if first < last {
      let slope = (x1 - x0) / (y1 - y0)
      for row in first..<last {
        let x = x0 + (Double(row) + 0.5 - y0) * slope
        if isLeft != (x <= middle) {
          isLeft.toggle()
          turns[row].toggle()
        }
        if x > Double(columns) - 0.5 { continue }
        let column = x <= 0.5 ? 0 : Int((x - 0.5).rounded(.up))
        samples[row * columns + column].toggle()
      }
    }
    if isLeft != (x1 <= middle) && last < rows { turns[last].toggle() }
  }

  /// The mask of the samples that lie inside.
  ///
  /// `isInside` decides for a place. It is called for the places of five samples, and the majority counts, since one place may lie
  /// closer to an edge than the edges' rounding.
  consuming func resolved(_ isInside: (Coordinate) -> Bool) -> AreaMask {
    // A row is known but for its beginning, which is as the spine tells.
    var isSpineInside = false
    var isInverted = turns
    for row in 0..<rows where edges > 0 {
      if turns[row] { isSpineInside.toggle() }
      var inside = false
      for index in row * columns..<(row + 1) * columns {
        if samples[index] { inside.toggle() }
        samples[index] = inside
      }
      isInverted[row] = samples[row * columns + spine] != isSpineInside
    }
    let outline = viewport.outline
    var votes = 0
    for (across, down) in [(2, 2), (1, 1), (3, 1), (1, 3), (3, 3)] {
      let (column, row) = (columns * across / 4, rows * down / 4)
      let point = CellPoint(
        column: (Double(column) + 0.5) / Double(density), row: (Double(row) + 0.5) / Double(density))
      guard outline.contains(point) else { continue }
      let guess = samples[row * columns + column] != isInverted[row]
      votes += isInside(viewport.coordinate(at: point)) == guess ? 1 : -1
    }
    for row in 0..<rows where isInverted[row] != (votes < 0) {
      for index in row * columns..<(row + 1) * columns { samples[index].toggle() }
    }
    return AreaMask(columns: columns, rows: rows, samples: samples)
  }
}

/// The samples of a view that lie inside areas.
struct AreaMask {
  let columns: Int
  let rows: Int
  /// The samples row by row; true inside.
  let samples: [Bool]

  /// True if a sample lies inside; false outside the view.
  subscript(column: Int, row: Int) -> Bool {
    column >= 0 && row >= 0 && column < columns && row < rows && samples[row * columns + column]
  }
}

extension AreaMask {
  /// A run of neighbouring samples in a row that lie inside.
  struct Run {
    let row: Int
    let columns: Range<Int>
  }

  /// All runs, row by row. Linear in the samples.
  var runs: [Run] {
    var runs: [Run] = []
    samples.withUnsafeBufferPointer { samples in
      for row in 0..<rows {
        var start: Int?
        for column in 0..<columns {
          switch (samples[row * columns + column], start) {
          case (true, nil): start = column
          case (false, let first?):
            runs.append(Run(row: row, columns: first..<column))
            start = nil
          case (true, _?), (false, nil): break
          }
        }
        if let start { runs.append(Run(row: row, columns: start..<columns)) }
      }
    }
    return runs
  }
}

extension LineStore {
  /// The samples of a view that lie in the chosen rings, and the number of edges that were added for them.
  func filled(
    _ viewport: Viewport, _ copies: [CellTransform], density: Int = 1,
    where isChosen: (Trait) -> Bool = { _ in true }
  ) -> (mask: AreaMask, edges: Int) {
    var raster = AreaRaster(viewport, density: density)
    for copy in copies { fill(&raster, copy, where: isChosen) }
    let edges = raster.edges
    return (raster.resolved { contains($0, where: isChosen) }, edges)
  }
}
