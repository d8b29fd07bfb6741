import SituationModel
import TextCanvas

/// The cells that names stand on or may not cover.
protocol LabelGround {
  /// The use of a cell.
  func use(column: Int, row: Int) -> MapSheet.Use
  /// True if an important town is still to be marked in a cell, so that a name should leave it free.
  func isWanted(column: Int, row: Int) -> Bool
}

/// A view and its surroundings, as far as the placing of names needs them.
///
/// Names are placed here, and then written on the map. The board does not know the view's edge and the parts that are fixed to it (the
/// scale, the off-screen markers), but it knows the surroundings. So the place of a name follows from the world, and a
/// name keeps it while the view moves over it. The edge can only leave a name out.
///
///     +-----------------------------+  the board: all names
///     |   +---------------------+   |  the base: ground and lines
///     |   |  +---------------+  |   |
///     |   |  | the view      |  |   |
///
/// Columns and rows are those of the view; cells to the left of it or above have negative ones.
struct LabelBoard: LabelGround {
  /// The distance beyond the view up to which names are placed, in cells.
  private static let reach = Size(columns: 40, rows: 12)
  /// The distance beyond the view up to which ground and lines are drawn: most names of towns reach no farther.
  private static let baseReach = Size(columns: 16, rows: 3)

  /// A name with its cells.
  struct Label {
    let text: String
    let spot: LabelPlacer.Spot
  }

  /// The view.
  let viewport: Viewport
  /// The view with its surroundings.
  let surroundings: Viewport
  /// The columns and rows of the board.
  let columns: Range<Int>
  let rows: Range<Int>
  /// The names that have a place, in the view or outside.
  private(set) var labels: [Label] = []
  /// The texts of `labels`.
  private(set) var names: Set<String> = []

  private let base: MapSheet
  private let baseMargin: Size
  private var uses: [MapSheet.Use]
  private var wanted: [Bool]

  /// The view for which the base is to be drawn.
  static func baseView(around viewport: Viewport) -> Viewport { viewport.widened(by: baseReach) }

  /// A board for a view: `base` is drawn for `baseView`, `sheet` for the view itself, with marks.
  init(_ viewport: Viewport, base: MapSheet, sheet: MapSheet) {
    self.viewport = viewport
    self.base = base
    baseMargin = base.viewport.margin(around: viewport)
    surroundings = viewport.widened(by: Self.reach)
    let margin = surroundings.margin(around: viewport)
    columns = -margin.columns..<viewport.size.columns + margin.columns
    rows = -margin.rows..<viewport.size.rows + margin.rows
    uses = Array(repeating: .free, count: columns.count * rows.count)
    wanted = Array(repeating: false, count: uses.count)
    let baseRows = -baseMargin.rows..<viewport.size.rows + baseMargin.rows
    let baseColumns = -baseMargin.columns..<viewport.size.columns + baseMargin.columns
    for row in rows.clamped(to: baseRows) {
      for column in columns.clamped(to: baseColumns) {
        let isInView = row >= 0 && row < viewport.size.rows && column >= 0 && column < viewport.size.columns
        uses[index(column, row)] =
          isInView
          ? sheet.use(column: column, row: row)
          : base.use(column: column + baseMargin.columns, row: row + baseMargin.rows)
      }
    }
  }

  private func index(_ column: Int, _ row: Int) -> Int {
    (row - rows.lowerBound) * columns.count + column - columns.lowerBound
  }

  /// True if a cell is on the board.
  func contains(column: Int, row: Int) -> Bool { columns.contains(column) && rows.contains(row) }

  /// True if a point is on the board.
  func contains(_ point: CellPoint) -> Bool {
    point.column >= Double(columns.lowerBound) && point.column < Double(columns.upperBound)
      && point.row >= Double(rows.lowerBound) && point.row < Double(rows.upperBound)
  }

  /// The use of a cell; beyond the board everything is taken.
  func use(column: Int, row: Int) -> MapSheet.Use {
    contains(column: column, row: row) ? uses[index(column, row)] : .taken
  }

  /// The ground of a cell; nil where no ground is drawn.
  func ground(column: Int, row: Int) -> Ink? {
    let (x, y) = (column + baseMargin.columns, row + baseMargin.rows)
    guard x >= 0, y >= 0, x < base.size.columns, y < base.size.rows else { return nil }
    return base.grid[x, y].style.ground
  }

  /// Marks some cells of a row as taken.
  mutating func take(_ columns: Range<Int>, row: Int) {
    for column in columns where contains(column: column, row: row) { uses[index(column, row)] = .taken }
  }

  func isWanted(column: Int, row: Int) -> Bool { contains(column: column, row: row) && wanted[index(column, row)] }

  /// Notes whether an important town is still to be marked in a cell.
  mutating func setWanted(_ isWanted: Bool, column: Int, row: Int) {
    if contains(column: column, row: row) { wanted[index(column, row)] = isWanted }
  }

  /// Marks the cells of the names as taken that were written on a sheet after its first `count`.
  mutating func takeNames(of sheet: MapSheet, after count: Int) {
    for label in sheet.labels.dropFirst(count) { take(label.rect.columns, row: label.rect.origin.row) }
  }

  /// True if a text is already placed within so many columns and rows of a cell.
  func hasName(_ text: String, within reach: Size, ofColumn column: Int, row: Int) -> Bool {
    guard names.contains(text) else { return false }
    return labels.contains {
      $0.text == text && abs($0.spot.column - column) <= reach.columns && abs($0.spot.row - row) <= reach.rows
    }
  }

  /// True if a whole name at a spot is in the view, and clear of the parts that are fixed to its edge.
  func isVisible(_ spot: LabelPlacer.Spot, _ width: Int, on sheet: MapSheet) -> Bool {
    guard sheet.isFree(column: spot.column, row: spot.row, count: width) else { return false }
    return [spot.column - 1, spot.column + width].allSatisfy { column in
      column < 0 || column >= sheet.size.columns || sheet.use(column: column, row: spot.row) != .taken
        || use(column: column, row: spot.row) == .taken
    }
  }

  /// Reserves the place of a name without writing it.
  mutating func keep(_ text: String, at spot: LabelPlacer.Spot) {
    if let gap = spot.gap { take(gap..<gap + 1, row: spot.row) }
    take(spot.column..<spot.column + displayWidth(of: text), row: spot.row)
    labels.append(Label(text: text, spot: spot))
    names.insert(text)
  }

  /// Reserves the place of a name, and writes it on the map if all of it is visible; returns true if it is.
  @discardableResult
  mutating func write(
    _ text: String, at spot: LabelPlacer.Spot, on sheet: inout MapSheet, _ ink: Ink, _ attributes: Attributes = []
  ) -> Bool {
    let isVisible = isVisible(spot, displayWidth(of: text), on: sheet)
    keep(text, at: spot)
    if isVisible { LabelPlacer.write(text, at: spot, on: &sheet, ink, attributes) }
    return isVisible
  }
}

extension MapSheet: LabelGround {
  func isWanted(column: Int, row: Int) -> Bool { false }

  /// The middle of the sheet, of the size of a view.
  func cropped(to viewport: Viewport) -> MapSheet {
    let margin = self.viewport.margin(around: viewport)
    var sheet = MapSheet(viewport, glyphs: glyphs)
    sheet.vertices = vertices
    for row in 0..<viewport.size.rows {
      for column in 0..<viewport.size.columns {
        sheet.grid[column, row] = grid[column + margin.columns, row + margin.rows]
        sheet.setUse(use(column: column + margin.columns, row: row + margin.rows), column: column, row: row)
      }
    }
    return sheet
  }
}

extension Viewport {
  /// The view with so many more cells on each side; without more rows if the world ends near by.
  fileprivate func widened(by margin: Size) -> Viewport {
    let columns = size.columns + 2 * margin.columns
    var wide = self
    wide.size = Size(columns: columns, rows: size.rows + 2 * margin.rows)
    if wide.center == center { return wide }
    wide = self
    wide.size = Size(columns: columns, rows: size.rows)
    return wide
  }

  /// The number of cells by which this view is larger than another one on each side.
  fileprivate func margin(around other: Viewport) -> Size {
    Size(columns: (size.columns - other.size.columns) / 2, rows: (size.rows - other.size.rows) / 2)
  }
}
