import Cartography
import SituationModel
import TextCanvas

/// The counts by cell that a source answered last, and their points in the world. The points are places of events, so the counts move
/// with
/// the map until newer ones come.
struct CountedCells: Sendable {
  /// The question.
  let question: CellQuestion
  /// The answer, without cells that lie outside of the globe.
  let answer: CellAnswer
  private let points: [WorldPoint]

  /// Keeps an answer. Cells with coordinates outside of the globe are left out: an answer comes from elsewhere, and is not trusted.
  init(_ question: CellQuestion, _ answer: CellAnswer) {
    self.question = question
    let cells = answer.cells.filter { abs($0.place.latitude) <= 90 && abs($0.place.longitude) <= 180 }
    self.answer =
      cells.count == answer.cells.count
      ? answer
      : CellAnswer(cells: cells, all: answer.all, unplaced: answer.unplaced, countries: answer.countries)
    points = cells.map { WorldPoint($0.place) }
  }

  /// True if the question covers all that a view shows.
  func cover(_ view: GeoBounds) -> Bool { question.area?.contains(view) ?? true }

  /// The counts by the cells of a view. A cell of the grid counts as a whole in the view's cell with one of its events.
  ///
  /// - Parameter isCertainOnly: true if events that are only possibly in the window are left out.
  func spots(in view: Viewport, isCertainOnly: Bool) -> [CountedSpot] {
    var (spots, places) = ([CountedSpot](), [Int32](repeating: -1, count: view.size.columns * view.size.rows))
    let grid = WorldGrid(view)
    for (index, cell) in answer.cells.enumerated() {
      let count = isCertainOnly ? cell.count.certain : cell.count.all
      guard count > 0 else { continue }
      let point = grid.map { $0.point(points[index].x, points[index].y) } ?? view.point(of: cell.place)
      guard view.contains(point) else { continue }
      let (column, row) = (Int(point.column), Int(point.row))
      let place = row * view.size.columns + column
      if places[place] < 0 {
        places[place] = Int32(truncatingIfNeeded: spots.count)
        spots.append(CountedSpot(column: column, row: row, cell, count, question.grid))
      } else {
        spots[Int(places[place])].add(cell, count)
      }
    }
    return spots
  }
}

/// The events that the map counts in one of its cells.
struct CountedSpot: Hashable, Sendable {
  /// The column of the cell in the view.
  let column: Int
  /// The row of the cell in the view.
  let row: Int
  /// The place of one of the events, at which the sign stands.
  let place: Coordinate
  /// The number of events.
  private(set) var count: Int
  /// The number of events of each kind.
  private(set) var kinds: [Int]
  /// Bits of the standings, as a `CellCount` has them.
  private var standings: UInt8
  private var vaguest: PlacePrecision
  private var isPoints: Bool
  /// The grid's cells that it contains, from corner to corner; columns continue over the antimeridian.
  private var columns: ClosedRange<Int>
  private var rows: ClosedRange<Int>
  private let grid: DegreeGrid

  init(column: Int, row: Int, _ cell: CellCount, _ count: Int, _ grid: DegreeGrid) {
    (self.column, self.row, self.count) = (column, row, count)
    (place, kinds, standings) = (cell.place, cell.kinds, cell.standings)
    (vaguest, isPoints, self.grid) = (cell.vaguest, cell.isPoints, grid)
    (columns, rows) = (cell.cell.column...cell.cell.column, cell.cell.row...cell.cell.row)
  }

  mutating func add(_ cell: CellCount, _ count: Int) {
    self.count += count
    for kind in cell.kinds.indices where kind < kinds.count { kinds[kind] += cell.kinds[kind] }
    standings |= cell.standings
    if cell.vaguest.claimsLess(than: vaguest) { vaguest = cell.vaguest }
    isPoints = isPoints && cell.isPoints
    rows = min(rows.lowerBound, cell.cell.row)...max(rows.upperBound, cell.cell.row)
    // The nearest copy of its column: what lies on both sides of the antimeridian is not the whole way around the world.
    var column = cell.cell.column
    if column - columns.lowerBound > grid.columns / 2 { column -= grid.columns }
    if columns.upperBound - column > grid.columns / 2 { column += grid.columns }
    columns = min(columns.lowerBound, column)...max(columns.upperBound, column)
  }

  /// The area of the grid's cells that it contains, without the northern and eastern edges, which belong to other cells.
  var area: GeoBounds {
    let (south, north) = (Double(rows.lowerBound) * grid.side - 90, Double(rows.upperBound + 1) * grid.side - 90)
    let (west, east) = (Double(columns.lowerBound) * grid.side - 180, Double(columns.upperBound + 1) * grid.side - 180)
    let turn = west < -180 ? 360.0 : west >= 180 ? -360 : 0
    let (isLastRow, isLastColumn) = (rows.upperBound + 1 >= grid.rows, columns.upperBound + 1 == grid.columns)
    return GeoBounds(
      south: south, west: west + turn, north: isLastRow ? 90 : north.nextDown,
      east: (isLastColumn ? east : east.nextDown) + turn)
  }

  /// The middle of the view's cell.
  var point: CellPoint { CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5) }

  /// The form of a sign for all of the events: it claims no more than the vaguest of them.
  var form: Mark.Form { Place.form(of: vaguest, isPoint: isPoints) }

  /// The most frequent kind; of two equally frequent ones, the first.
  private var kind: EventKind {
    let most = kinds.indices.max { kinds[$0] < kinds[$1] } ?? 0
    return EventKind(code: most) ?? .other
  }

  private var suffix: Character? {
    let signs = Standing.allCases.compactMap { standing in
      standings & 1 << standing.code == 0 ? nil : standing.suffix
    }
    return Set(signs).count == 1 ? signs.first : nil
  }

  /// The pin for all of the events.
  func mark(_ id: Int) -> Mark {
    Mark(
      id: id, anchor: place, form: form, letter: kind.letter, suffix: suffix, ink: KindTable.Sign(kind).ink,
      count: count,
      isMixed: kinds.count { $0 > 0 } > 1)
  }

  /// The number of events, in the view's cell.
  var density: Density.Cell { Density.Cell(column: column, row: row, count: count) }

  /// The view's cell.
  var cell: Position { Position(column: column, row: row) }
}

extension PlacePrecision {
  fileprivate func claimsLess(than other: PlacePrecision) -> Bool {
    code > other.code
  }
}
