import Cartography
import SituationModel
import TextCanvas

extension SpotTable {
  /// The number of events above which several threads are faster.
  private static let worthThreads = 50_000

  /// The point among some matches that is nearest to the middle of a view, at most so many cell widths from it.
  ///
  /// Of two equally near points, the earlier one. Linear in the matches, on all processors.
  ///
  /// - Returns: the nearest point; the rows of all points in its cell and in those around it; the matches that are not points, which were
  ///   not looked at. Both lists are in the order of the matches.
  func look(
    _ matches: [EventTable.Match], in grid: WorldGrid, around middle: CellPoint, within reach: Double
  ) -> (nearest: (distance: Double, point: CellPoint)?, near: [Int32], others: [EventTable.Match]) {
    // A cell more than the reach has all of the cell that the nearest is in.
    let surroundings = grid.surroundings(columns: reach + 1, rows: reach / 2 + 1)
    let parts = split(matches) { [heights, columns] matches in
      var nearest: (distance: Double, point: CellPoint)?
      var near: [Int32] = []
      var others: [EventTable.Match] = []
      heights.withUnsafeBufferPointer { heights in
        columns.withMarks { marks in
          for match in matches {
            let row = match.row
            guard marks.flags[row].contains(.isPoint) else {
              others.append(match)
              continue
            }
            guard surroundings.contains(marks.longitudes[row], heights[row]) else { continue }
            near.append(Int32(truncatingIfNeeded: row))
            let point = grid.point(marks.longitudes[row], heights[row])
            let distance = point.distance(from: middle)
            if distance <= reach, distance < nearest?.distance ?? .infinity { nearest = (distance, point) }
          }
        }
      }
      return (nearest, near, others)
    }
    var nearest: (distance: Double, point: CellPoint)?
    for case let found? in parts.map(\.0) where found.distance < nearest?.distance ?? .infinity { nearest = found }
    return (nearest, parts.flatMap(\.1), parts.flatMap(\.2))
  }

  /// The rows among some points that lie in a cell of a view.
  func rows(_ rows: [Int32], at cell: Position, in grid: WorldGrid) -> [Int] {
    let (column, row) = (Double(cell.column), Double(cell.row))
    return heights.withUnsafeBufferPointer { heights in
      columns.withMarks { marks in
        rows.lazy.map { Int($0) }.filter {
          let point = grid.point(marks.longitudes[$0], heights[$0])
          return point.column >= column && point.column < column + 1 && point.row >= row && point.row < row + 1
        }
      }
    }
  }

  private func split<Value: Sendable>(
    _ matches: [EventTable.Match], _ work: @escaping @Sendable (ArraySlice<EventTable.Match>) -> Value
  ) -> [Value] {
    let threads = matches.count > Self.worthThreads ? processors() : 1
    return inParallel(threads) { part in
      work(matches[matches.count * part / threads..<matches.count * (part + 1) / threads])
    }
  }
}

extension CellPoint {
  /// The cell that contains the point.
  var cell: Position { Position(column: Int(column.rounded(.down)), row: Int(row.rounded(.down))) }

  /// The distance from another point in cell widths.
  func distance(from other: CellPoint) -> Double {
    let (across, down) = (column - other.column, (row - other.row) * 2)
    return (across * across + down * down).squareRoot()
  }
}
