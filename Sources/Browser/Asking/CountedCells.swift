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

  init(_ question: CellQuestion, _ answer: CellAnswer) {
    (self.question, self.answer) = (question, answer)
    points = answer.cells.map { WorldPoint($0.place) }
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
        spots[Int(places[place])].add(cell, count, question.grid)
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
  /// What the cells of the grid cover that are in it; what lies at their northern and eastern edges is in others.
  private(set) var area: GeoBounds

  init(column: Int, row: Int, _ cell: CellCount, _ count: Int, _ grid: DegreeGrid) {
    (self.column, self.row, self.count) = (column, row, count)
    (place, kinds, standings) = (cell.place, cell.kinds, cell.standings)
    (vaguest, isPoints, area) = (cell.vaguest, cell.isPoints, grid.bounds(of: cell.cell))
  }

  mutating func add(_ cell: CellCount, _ count: Int, _ grid: DegreeGrid) {
    self.count += count
    for (kind, number) in cell.kinds.enumerated() where kind < kinds.count { kinds[kind] += number }
    standings |= cell.standings
    if cell.vaguest.claimsLess(than: vaguest) { vaguest = cell.vaguest }
    isPoints = isPoints && cell.isPoints
    area = GeoBounds(around: [area, grid.bounds(of: cell.cell)]) ?? area
  }

  /// The middle of its cell of the view.
  var point: CellPoint { CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5) }

  /// What a sign may say that stands for all of them: no more than the vaguest of them says.
  var form: Mark.Form { Place.form(of: vaguest, isPoint: isPoints) }

  /// The kind that most of them are of; of two as many, the first.
  private var kind: EventKind {
    let most = kinds.indices.max { kinds[$0] < kinds[$1] } ?? 0
    return EventKind.allCases.indices.contains(most) ? EventKind.allCases[most] : .other
  }

  private var suffix: Character? {
    let signs = Standing.allCases.enumerated().compactMap { place, standing in
      standings & 1 << UInt8(place + 1) == 0 ? nil : standing.suffix
    }
    return Set(signs).count == 1 ? signs.first : nil
  }

  /// The pin that stands for all of them.
  func mark(_ id: Int) -> Mark {
    Mark(
      id: id, anchor: place, form: form, letter: kind.look.letter, suffix: suffix, ink: kind.look.ink, count: count,
      isMixed: kinds.count { $0 > 0 } > 1)
  }

  /// Its count, in the ink of the kind that most of them are of.
  var density: Density.Cell { Density.Cell(column: column, row: row, count: count, ink: kind.look.ink) }
}

extension DegreeGrid {
  /// What a cell covers, without its northern and eastern edges, which belong to others.
  fileprivate func bounds(of cell: GridCell) -> GeoBounds {
    let (south, west) = (Double(cell.row) * side - 90, Double(cell.column) * side - 180)
    let (isLastRow, isLastColumn) = (cell.row == rows - 1, cell.column == columns - 1)
    return GeoBounds(
      south: south, west: west, north: isLastRow ? 90 : (south + side).nextDown,
      east: isLastColumn ? 180 : (west + side).nextDown)
  }
}

extension PlacePrecision {
  fileprivate func claimsLess(than other: PlacePrecision) -> Bool {
    let all = PlacePrecision.allCases
    return (all.firstIndex(of: self) ?? 0) > (all.firstIndex(of: other) ?? 0)
  }
}
