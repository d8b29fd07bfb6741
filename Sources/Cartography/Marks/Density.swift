import TextCanvas

/// How many events each cell of a view has, where they are too many for a pin each.
public struct Density: Hashable, Sendable {
  /// A cell with events.
  public struct Cell: Hashable, Sendable {
    /// Its column in the view.
    public let column: Int
    /// Its row in the view.
    public let row: Int
    /// How many events lie in it; at least one.
    public let count: Int
    /// The colour of the kind that most of them are of.
    public let ink: Ink

    /// A cell with events.
    public init(column: Int, row: Int, count: Int, ink: Ink) {
      self.column = column
      self.row = row
      self.count = count
      self.ink = ink
    }
  }

  /// The cells, each once.
  public let cells: [Cell]
  /// What their glyphs mean.
  public let scale: DensityScale

  /// Some cells, on the finest scale that tells most of them apart.
  public init(_ cells: [Cell]) {
    self.cells = cells
    scale = DensityScale(most: cells.reduce(0) { max($0, $1.count) })
  }

  /// Whether so many pins are too many for a view of this size: more than one in 20 cells, or than 300; a dozen never
  /// are.
  public static func isNeeded(pins: Int, in size: Size) -> Bool {
    pins > max(12, min(300, size.columns * size.rows / 20))
  }
}

/// What the glyphs of a density mean: each stands for a count from its step up to the next.
public struct DensityScale: Hashable, Sendable {
  /// From few to many, each darker than the one before.
  public static let glyphs: [Character] = [".", ":", "+", "*", "#", "@"]
  /// The scales, the finest first.
  private static let all = [
    [1, 2, 4, 10, 30, 100], [1, 5, 20, 100, 300, 1_000], [1, 10, 100, 1_000, 10_000, 100_000],
  ]

  /// The least count that each glyph stands for.
  public let steps: [Int]

  /// The finest scale whose last step is no less than a tenth of the greatest count.
  public init(most: Int) {
    steps = Self.all.first { most <= 10 * ($0.last ?? 0) } ?? Self.all[Self.all.count - 1]
  }

  /// The glyph of a count.
  public func glyph(of count: Int) -> Character {
    Self.glyphs[max(0, (steps.lastIndex { $0 <= count } ?? 0))]
  }

  /// What each glyph stands for, in numbers: `1`, `2-3`, `100+`.
  public var ranges: [String] {
    steps.enumerated().map { index, step in
      guard index + 1 < steps.count else { return "\(step)+" }
      let last = steps[index + 1] - 1
      return last > step ? "\(step)-\(last)" : "\(step)"
    }
  }
}

/// Draws counts, and what they mean in a corner.
struct DensityPainter {
  let density: Density

  /// Draws the counts where no mark stands.
  func paint(_ sheet: inout MapSheet) {
    for cell in density.cells where sheet.use(column: cell.column, row: cell.row) != .taken {
      sheet.put(
        density.scale.glyph(of: cell.count), column: cell.column, row: cell.row, cell.ink, .bold, use: .taken)
    }
  }

  /// Draws the scale in the first corner that has room, or else anywhere along the upper or lower edge; nothing where
  /// there is none, since no count may be covered.
  func paintScale(_ sheet: inout MapSheet) {
    let rows = [sheet.size.rows - 1, sheet.size.rows - 2, 0, 1].filter { $0 >= 0 }
    for text in texts {
      let last = sheet.size.columns - text.count
      guard last >= 0 else { continue }
      for columns in [[0, last], Array(0...last)] {
        for row in rows {
          let column = columns.first { sheet.isFree(column: $0, row: row, count: text.count) }
          guard let column else { continue }
          sheet.write(text, column: column, row: row, .emphasis, .bold)
          return
        }
      }
    }
  }

  /// The scale in words, the fullest first.
  private var texts: [String] {
    let pairs = zip(DensityScale.glyphs, density.scale.ranges).map { "\($0) \($1)" }
    let short = zip(DensityScale.glyphs, density.scale.steps).map { "\($0)\($1)" }
    return [
      " events a cell: " + pairs.joined(separator: "  ") + " ", " a cell: " + short.joined(separator: " ") + " ",
      " " + short.joined(separator: " ") + " ",
    ]
  }
}
