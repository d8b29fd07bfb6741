import TextCanvas

/// Finds room for names one after the other, so that earlier names have the choice.
struct LabelPlacer {
  /// The positions of a name relative to its object, the best first; the numbers order them from best to worst.
  ///
  ///     5 6 4
  ///     3 o 1
  ///     5 6 4
  private enum Side: Int, CaseIterable {
    case right, rightBelow, rightAbove, left, leftBelow, leftAbove, below, above

    var penalty: Int {
      switch self {
      case .right: 0
      case .left: 3
      case .rightBelow, .rightAbove: 6
      case .leftBelow, .leftAbove, .below, .above: 7
      }
    }
  }

  /// The place of a name.
  struct Spot: Hashable {
    let column: Int
    let row: Int
    /// The cell between the name and its object, if they share a row: it is cleared.
    var gap: Int?
  }

  /// The best spot for a text beside some cells of a row; nil if each is taken or not allowed.
  ///
  /// The cost of a position grows with its rank and with the lines that the name would cover. A name that belongs to its
  /// row stands above or below only where there is no other room: among many pins nobody could tell which one it names.
  static func spot(
    for text: String, beside columns: Range<Int>, row: Int, on ground: some LabelGround, belongsToRow: Bool = false,
    where isAllowed: (Spot) -> Bool = { _ in true }
  ) -> Spot? {
    let width = displayWidth(of: text)
    var best: (spot: Spot, cost: Int)?
    for side in Side.allCases {
      let spot = spot(side, columns, row, width)
      guard let covered = cost(of: spot, width, beside: row == spot.row ? columns : 0..<0, on: ground) else { continue }
      let cost = side.penalty + covered + (belongsToRow && spot.row != row ? 24 : 0)
      if cost < best?.cost ?? .max, isAllowed(spot) { best = (spot, cost) }
    }
    return best?.spot
  }

  /// Writes a text at a spot.
  static func write(_ text: String, at spot: Spot, on sheet: inout MapSheet, _ ink: Ink, _ attributes: Attributes = [])
  {
    if let gap = spot.gap { sheet.write(" ", column: gap, row: spot.row, .plain) }
    sheet.writeName(text, column: spot.column, row: spot.row, ink, attributes)
  }

  private static func spot(_ side: Side, _ columns: Range<Int>, _ row: Int, _ width: Int) -> Spot {
    let middle = (columns.lowerBound + columns.upperBound - width) >> 1
    return switch side {
    case .right: Spot(column: columns.upperBound + 1, row: row, gap: columns.upperBound)
    case .rightBelow: Spot(column: columns.upperBound, row: row + 1)
    case .rightAbove: Spot(column: columns.upperBound, row: row - 1)
    case .left: Spot(column: columns.lowerBound - 1 - width, row: row, gap: columns.lowerBound - 1)
    case .leftBelow: Spot(column: columns.lowerBound - width, row: row + 1)
    case .leftAbove: Spot(column: columns.lowerBound - width, row: row - 1)
    case .below: Spot(column: middle, row: row + 1)
    case .above: Spot(column: middle, row: row - 1)
    }
  }

  /// The cost of what a text covers at a spot; nil if a cell is taken, or the text would touch another one on its row.
  ///
  /// `beside` has the columns of the row that may be touched: those of the named object.
  static func cost(of spot: Spot, _ width: Int, beside columns: Range<Int> = 0..<0, on ground: some LabelGround) -> Int?
  {
    if let gap = spot.gap, ground.use(column: gap, row: spot.row) == .taken { return nil }
    var cost = 0
    for column in spot.column..<spot.column + width {
      switch ground.use(column: column, row: spot.row) {
      case .taken: return nil
      case .free: break
      case .line: cost += 1
      case .shore: cost += 2
      case .route: cost += 4
      }
    }
    for column in [spot.column - 1, spot.column + width] where !columns.contains(column) {
      switch ground.use(column: column, row: spot.row) {
      case .taken: return nil
      // A name that touches a line is harder to read.
      case .line, .shore, .route: cost += 1
      case .free: break
      }
    }
    for column in spot.column - 1...spot.column + width where !columns.contains(column) {
      if ground.isWanted(column: column, row: spot.row) { cost += 5 }
    }
    return cost
  }
}
