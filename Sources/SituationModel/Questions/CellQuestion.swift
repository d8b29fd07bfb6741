/// A grid over the globe whose cells are squares in degrees: their side is 360 degrees, halved so many times.
///
/// Degrees and halves are exact in binary numbers, so that every source puts a place into the same cell, to the last bit. Columns count
/// east from the antimeridian, rows north from the south pole; a cell has its west and south edges. What lies at 180° east or at the
/// north pole is in the last column and row.
public struct DegreeGrid: Hashable, Sendable {
  /// How many times the side is halved, 0 to 24.
  public let level: Int

  /// A grid; levels that there are not become the nearest.
  public init(level: Int) { self.level = min(max(0, level), 24) }

  /// Degrees from edge to edge.
  public var side: Double { 360 / Double(1 << level) }
  /// How many columns there are; half as many rows, one at the least.
  public var columns: Int { 1 << level }
  /// How many rows there are.
  public var rows: Int { max(1, columns / 2) }

  /// The cell of a place.
  public func cell(of place: Coordinate) -> GridCell {
    GridCell(
      column: min(columns - 1, max(0, Int(((place.longitude + 180) / side).rounded(.down)))),
      row: min(rows - 1, max(0, Int(((place.latitude + 90) / side).rounded(.down)))))
  }
}

/// A cell of a grid.
public struct GridCell: Hashable, Comparable, Sendable {
  /// East from the antimeridian.
  public let column: Int
  /// North from the south pole.
  public let row: Int

  /// A cell.
  public init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

  /// True if the left cell comes first: southern rows first, in each the western columns.
  public static func < (left: GridCell, right: GridCell) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// How many events have their places in each cell of an area. An event about a country as a whole is in no cell.
public struct CellQuestion: Hashable, Sendable {
  /// Of which events.
  public var scope: EventScope
  /// The cells that are asked for are those that this rectangle touches; nil for all.
  public var area: GeoBounds?
  /// The grid.
  public var grid: DegreeGrid

  /// A question.
  public init(scope: EventScope, area: GeoBounds?, grid: DegreeGrid) {
    (self.scope, self.area, self.grid) = (scope, area, grid)
  }
}

/// The counts of one cell, as far as its sign on a map shows them.
public struct CellCount: Hashable, Sendable {
  /// Which cell.
  public let cell: GridCell
  /// How many events have their mark in it. The mark of an event stands at the anchor of its place (`Place.anchor`).
  public let count: EventCount
  /// How many of each kind, by their codes (`EventKind.code`); certain and possible ones alike.
  public let kinds: [Int]
  /// Bits of the standings: bit 0 where one states none, of each that is stated the bit of its code.
  public let standings: UInt8
  /// The precision of a place that claims least: the greatest code of all that are there.
  public let vaguest: PlacePrecision
  /// True if all places are points. Otherwise some are lines or areas, whose anchor is a point that stands for them.
  public let isPoints: Bool
  /// Where one of them is: that of the least id, by the bytes of its UTF-8.
  public let place: Coordinate

  /// The counts of a cell.
  public init(
    cell: GridCell, count: EventCount, kinds: [Int], standings: UInt8, vaguest: PlacePrecision, isPoints: Bool,
    place: Coordinate
  ) {
    (self.cell, self.count, self.kinds, self.standings) = (cell, count, kinds, standings)
    (self.vaguest, self.isPoints, self.place) = (vaguest, isPoints, place)
  }
}

/// The cells that have events, in their order, and the events that have no point in any: those of whole countries, and those without a
/// place.
public struct CellAnswer: Hashable, Sendable {
  /// The cells.
  public let cells: [CellCount]
  /// How many events the scope has anywhere.
  public let all: EventCount
  /// How many of those have no place.
  public let unplaced: Int
  /// The countries that events of the scope are about as a whole, wherever they are, by their folded names.
  public let countries: [CountryCount]

  /// An answer.
  public init(cells: [CellCount], all: EventCount, unplaced: Int, countries: [CountryCount] = []) {
    (self.cells, self.all, self.unplaced, self.countries) = (cells, all, unplaced, countries)
  }
}
