import Cartography
import SituationModel
import TextCanvas

/// The counts by cell that a source answered last, and where they stand in the world. They lie where the events are, and so move with
/// the map until newer ones are here.
struct CountedCells: Sendable {
  /// What was asked.
  let question: CellQuestion
  /// What was answered.
  let answer: CellAnswer
  private let points: [WorldPoint]

  /// What lies nowhere on the globe is left out: an answer comes from elsewhere, and is not to be trusted with that.
  init(_ question: CellQuestion, _ answer: CellAnswer) {
    self.question = question
    let cells = answer.cells.filter { abs($0.place.latitude) <= 90 && abs($0.place.longitude) <= 180 }
    self.answer =
      cells.count == answer.cells.count
      ? answer
      : CellAnswer(cells: cells, all: answer.all, unplaced: answer.unplaced, countries: answer.countries)
    points = cells.map { WorldPoint($0.place) }
  }

  /// Whether they were asked for all that a view shows.
  func cover(_ view: GeoBounds) -> Bool { question.area?.contains(view) ?? true }

  /// The counts by the cells of a view: each cell of the grid as a whole in that of the view in which one of its events is.
  ///
  /// - Parameter isCertainOnly: whether what is only possibly in the window is left out.
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

/// What the map counts in one of its cells.
struct CountedSpot: Hashable, Sendable {
  /// Its column in the view.
  let column: Int
  /// Its row in the view.
  let row: Int
  /// Where an event of it is: there its sign stands.
  let place: Coordinate
  /// How many events it has.
  private(set) var count: Int
  /// How many of each kind.
  private(set) var kinds: [Int]
  /// Bits of the standings, as a `CellCount` has them.
  private var standings: UInt8
  private var vaguest: PlacePrecision
  private var isPoints: Bool
  /// The cells of the grid that are in it, from corner to corner; columns run on over the antimeridian.
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

  /// What the cells of the grid cover that are in it, without their northern and eastern edges, which belong to others.
  var area: GeoBounds {
    let (south, north) = (Double(rows.lowerBound) * grid.side - 90, Double(rows.upperBound + 1) * grid.side - 90)
    let (west, east) = (Double(columns.lowerBound) * grid.side - 180, Double(columns.upperBound + 1) * grid.side - 180)
    let turn = west < -180 ? 360.0 : west >= 180 ? -360 : 0
    let (isLastRow, isLastColumn) = (rows.upperBound + 1 >= grid.rows, columns.upperBound + 1 == grid.columns)
    return GeoBounds(
      south: south, west: west + turn, north: isLastRow ? 90 : north.nextDown,
      east: (isLastColumn ? east : east.nextDown) + turn)
  }

  /// The middle of its cell of the view.
  var point: CellPoint { CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5) }

  /// What a sign may say that stands for all of them: no more than the vaguest of them says.
  var form: Mark.Form { Place.form(of: vaguest, isPoint: isPoints) }

  /// The kind that most of them are of; of two as many, the first.
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

  /// The pin that stands for all of them.
  func mark(_ id: Int) -> Mark {
    Mark(
      id: id, anchor: place, form: form, letter: kind.letter, suffix: suffix, ink: KindTable.Sign(kind).ink,
      count: count,
      isMixed: kinds.count { $0 > 0 } > 1)
  }

  /// Count of its events, in its cell of the view.
  var density: Density.Cell { Density.Cell(column: column, row: row, count: count) }

  /// Cell of the view that it stands in.
  var cell: Position { Position(column: column, row: row) }
}

extension PlacePrecision {
  fileprivate func claimsLess(than other: PlacePrecision) -> Bool {
    code > other.code
  }
}
