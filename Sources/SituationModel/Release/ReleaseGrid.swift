#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A fixed grid over the globe, in the cells of which places are released.
///
/// The rows are of one height, and each row has as many columns as keep its cells at least as wide as they are high. So no cell is
/// smaller than the size that was asked for, and the cells depend on that size alone: each release of a case has the same ones.
public struct ReleaseGrid: Hashable, Sendable {
  /// The least width and height of a cell, in metres.
  public let meters: Double
  private let rows: Int

  /// The sizes that a grid can have, in metres.
  public static let sizes = 1_000.0...2_000_000.0
  /// Half of the way around the globe in metres, if degrees were everywhere as short as those of latitude are at the equator.
  private static let halfTurn = 19_900_000.0

  /// A grid with cells of at least a size; nil for a size that is too small or too large.
  public init?(meters: Double) {
    guard ReleaseGrid.sizes.contains(meters) else { return nil }
    self.meters = meters
    rows = max(1, Int(ReleaseGrid.halfTurn / meters))
  }

  /// The name of a place that lies in some of the cells: `within a cell of 10 km`.
  public func name(cells: Int) -> String {
    "within \(cells == 1 ? "a cell" : "cells") of \(words)"
  }

  /// The size of a cell in words: `10 km`.
  public var words: String {
    let kilometers = meters / 1_000
    return decimal(kilometers, kilometers == kilometers.rounded() ? 0 : 1) + " km"
  }

  // MARK: Rows and columns

  /// The latitude of the southern edge of a row, rounded to a metre.
  private func south(of row: Int) -> Double { ReleaseGrid.rounded(-90 + 180 * Double(row) / Double(rows)) }

  /// The row of a latitude.
  private func row(of latitude: Double) -> Int {
    let row = min(max(Int((latitude + 90) / 180 * Double(rows)), 0), rows - 1)
    // The edges are rounded.
    if row + 1 < rows, latitude >= south(of: row + 1) { return row + 1 }
    return row > 0 && latitude < south(of: row) ? row - 1 : row
  }

  /// The number of columns of a row.
  private func columns(of row: Int) -> Int {
    let poleward = max(abs(south(of: row)), abs(south(of: row + 1)))
    return max(1, Int(2 * ReleaseGrid.halfTurn * cos(poleward * .pi / 180) / meters))
  }

  /// The longitude of the western edge of a column, counted on beyond the antimeridian.
  private func west(of column: Int, in row: Int) -> Double {
    ReleaseGrid.rounded(-180 + 360 * Double(column) / Double(columns(of: row)))
  }

  /// The column of a longitude, counted on beyond the antimeridian.
  private func column(of longitude: Double, in row: Int) -> Int {
    let column = Int(((longitude + 180) / 360 * Double(columns(of: row))).rounded(.down))
    if longitude >= west(of: column + 1, in: row) { return column + 1 }
    return longitude < west(of: column, in: row) ? column - 1 : column
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e5).rounded() / 1e5 }

  // MARK: Cells

  /// Some cells: in each row the columns that lie side by side, counted on beyond the antimeridian.
  struct Cells {
    fileprivate(set) var runs: [Int: [ClosedRange<Int>]] = [:]

    /// Adds columns of a row.
    mutating func add(_ columns: ClosedRange<Int>, row: Int) { runs[row, default: []].append(columns) }
    /// Adds other cells.
    mutating func add(_ others: Cells) { runs.merge(others.runs, uniquingKeysWith: +) }
  }

  /// The cell of a point, with so many rings of cells around it as a reach in metres may lead into, wherever in the cell the point is.
  func cells(around point: Coordinate, reach: Double) -> Cells {
    var cells = Cells()
    let middle = row(of: point.latitude)
    let steps = reach > 0 ? min(rows, Int((reach / meters).rounded(.up))) : 0
    let own = column(of: point.longitude, in: middle)
    for row in max(0, middle - steps)...min(rows - 1, middle + steps) {
      if row == middle, steps == 0 {
        cells.add(own...own, row: row)
        continue
      }
      // A row nearer to a pole has fewer columns: the reach is measured in degrees, from the edges of the own cell.
      let poleward = max(abs(south(of: row)), abs(south(of: row + 1)))
      let degrees = min(180, reach / (ReleaseGrid.halfTurn / 180 * max(cos(poleward * .pi / 180), 1e-3)))
      let (west, east) = (west(of: own, in: middle) - degrees, self.west(of: own + 1, in: middle) + degrees)
      cells.add(inner(west, east, row), row: row)
    }
    return cells
  }

  /// The columns of a row that have more than an edge in common with a stretch of longitudes.
  private func inner(_ west: Double, _ east: Double, _ row: Int) -> ClosedRange<Int> {
    let first = column(of: west + ReleaseGrid.edge, in: row)
    return first...max(first, column(of: east - ReleaseGrid.edge, in: row))
  }

  /// Degrees by which places may lie beyond an edge and count as on it: corners are rounded, and so may a file round them.
  private static let edge = 5e-5

  /// The cells that a shape touches with more than an edge. Linear in its points, and in the cells of its outline.
  func cells(touching shape: Shape) -> Cells {
    var cells = Cells()
    switch shape {
    case .points(let points):
      for point in points {
        let row = row(of: point.latitude)
        let column = column(of: point.longitude, in: row)
        cells.add(column...column, row: row)
      }
    case .lines(let lines):
      for line in lines {
        let line = line.unrolled
        for (first, last) in zip(line, line.dropFirst()) { add(from: first, to: last, &cells) }
      }
    case .areas(let areas):
      for area in areas { add(area, &cells) }
    }
    return cells
  }

  /// Adds the cells that a straight stretch of the map goes through.
  private func add(from first: Coordinate, to last: Coordinate, _ cells: inout Cells) {
    let (low, high) = first.latitude <= last.latitude ? (first, last) : (last, first)
    for row in row(of: low.latitude)...row(of: high.latitude) {
      let bottom = max(low.latitude, south(of: row))
      let top = max(bottom, min(high.latitude, south(of: row + 1)))
      let ends = [bottom, top].map { latitude in
        let height = high.latitude - low.latitude
        let share = height > 0 ? (latitude - low.latitude) / height : 0
        return low.longitude + share * (high.longitude - low.longitude)
      }
      // A stretch along a parallel has all of its longitudes in one row.
      let all = high.latitude > low.latitude ? ends : [first.longitude, last.longitude]
      let (west, east) = (min(all[0], all[1]), max(all[0], all[1]))
      cells.add(column(of: west, in: row)...column(of: east, in: row), row: row)
    }
  }

  /// More latitudes of a row than these are not looked at one by one.
  private static let mostLevels = 64

  /// An area whose edges are in so many rows altogether counts as the rectangle around it.
  private static let mostEdges = 2_000_000

  /// Adds the cells of an area: in each row those that its inside reaches at the edges of the row and at the heights of its corners.
  private func add(_ area: Shape.Area, _ cells: inout Cells) {
    guard work(area) <= ReleaseGrid.mostEdges else {
      guard let bounds = GeoBounds(along: area.outer) else { return }
      for row in row(of: bounds.south)...row(of: bounds.north) {
        cells.add(inner(bounds.west, bounds.east, row), row: row)
      }
      return
    }
    var edges: [Int: [(Coordinate, Coordinate)]] = [:]
    var levels: [Int: [Double]] = [:]
    for ring in area.rings.map(\.unrolled) {
      for (first, last) in zip(ring, ring.dropFirst()) {
        let (south, north) = (min(first.latitude, last.latitude), max(first.latitude, last.latitude))
        for row in row(of: south)...row(of: north) { edges[row, default: []].append((first, last)) }
        let row = row(of: first.latitude)
        levels[row, default: []] += [first.latitude - ReleaseGrid.edge, first.latitude + ReleaseGrid.edge]
      }
    }
    for (row, edges) in edges {
      let (bottom, top) = (south(of: row) + ReleaseGrid.edge, south(of: row + 1) - ReleaseGrid.edge)
      var heights = [bottom, (bottom + top) / 2, top]
      let corners = levels[row] ?? []
      let step = max(1, corners.count / ReleaseGrid.mostLevels)
      heights += stride(from: 0, to: corners.count, by: step).map { corners[$0] }.filter { $0 > bottom && $0 < top }
      for height in heights {
        for stretch in ReleaseGrid.stretches(at: height, edges) where stretch.east - stretch.west > 2 * ReleaseGrid.edge
        {
          cells.add(inner(stretch.west, stretch.east, row), row: row)
        }
      }
      guard step > 1 else { continue }
      for (corner, _) in edges where corner.latitude > bottom && corner.latitude < top {
        let column = column(of: corner.longitude, in: row)
        cells.add(column...column, row: row)
      }
    }
  }

  /// The number of rows that the edges of an area are in, each row as often as an edge is in it.
  private func work(_ area: Shape.Area) -> Int {
    area.rings.reduce(0) { sum, ring in
      zip(ring, ring.dropFirst()).reduce(sum) { $0 + abs(row(of: $1.0.latitude) - row(of: $1.1.latitude)) + 1 }
    }
  }

  /// The stretches of longitudes that lie inside at a latitude, by the even–odd rule.
  private static func stretches(
    at latitude: Double, _ edges: [(Coordinate, Coordinate)]
  ) -> [(west: Double, east: Double)] {
    var crossings: [Double] = []
    for (first, last) in edges where (first.latitude > latitude) != (last.latitude > latitude) {
      let share = (latitude - first.latitude) / (last.latitude - first.latitude)
      crossings.append(first.longitude + share * (last.longitude - first.longitude))
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
  }

  // MARK: Shapes

  /// The cells as areas, one for each run of neighbours in a row, with the number of cells.
  func shape(of cells: Cells) -> (shape: Shape, count: Int) {
    var (areas, count): ([Shape.Area], Int) = ([], 0)
    for row in cells.runs.keys.sorted() {
      let columns = columns(of: row)
      let runs = ReleaseGrid.wrapped(cells.runs[row] ?? [], columns: columns)
      count += runs.reduce(0) { $0 + $1.count }
      for run in runs.flatMap({ ReleaseGrid.parts(of: $0, columns: columns) }) {
        let (west, east) = (west(of: run.lowerBound, in: row), self.west(of: run.upperBound + 1, in: row))
        let (south, north) = (south(of: row), self.south(of: row + 1))
        let corners = [(south, west), (south, east), (north, east), (north, west), (south, west)]
        areas.append(Shape.Area(outer: corners.map { Coordinate(latitude: $0.0, longitude: $0.1) }))
      }
    }
    return (.areas(areas), count)
  }

  /// The parts of a run that are no wider than a third of the globe: a longer edge would be taken the other way round.
  private static func parts(of run: ClosedRange<Int>, columns: Int) -> [ClosedRange<Int>] {
    let most = max(1, columns / 3)
    return stride(from: run.lowerBound, through: run.upperBound, by: most).map {
      $0...min($0 + most - 1, run.upperBound)
    }
  }

  /// Runs of columns within the globe, without doubles, in order, joined where they touch.
  private static func wrapped(_ runs: [ClosedRange<Int>], columns: Int) -> [ClosedRange<Int>] {
    var parts: [ClosedRange<Int>] = []
    for run in runs {
      if run.count >= columns { return [0...columns - 1] }
      let first = ((run.lowerBound % columns) + columns) % columns
      let last = first + run.count - 1
      parts.append(first...min(last, columns - 1))
      if last >= columns { parts.append(0...last - columns) }
    }
    parts.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return parts.reduce(into: []) { joined, part in
      if let last = joined.last, part.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
      } else {
        joined.append(part)
      }
    }
  }
}
