import Cartography
import SituationModel
import TextCanvas

extension SpotTable {
  /// From so many events on several threads pay.
  private static let worthThreads = 50_000

  /// The point of some matches that is nearest to a place in a view, within so many cell widths; and the matches that are no points, which
  /// were not looked at. Of two as near the earlier. Linear in the matches, on all processors.
  func look(
    _ matches: [EventTable.Match], in grid: WorldGrid, within reach: Double, of middle: CellPoint
  ) -> (nearest: (distance: Double, point: CellPoint)?, others: [EventTable.Match]) {
    let parts = split(matches) { [heights, columns] matches in
      var nearest: (distance: Double, point: CellPoint)?
      var others: [EventTable.Match] = []
      heights.withUnsafeBufferPointer { heights in
        columns.withMarks { marks in
          for match in matches {
            guard marks.flags[match.row].contains(.isPoint) else {
              others.append(match)
              continue
            }
            let point = grid.point(marks.longitudes[match.row], heights[match.row])
            guard abs(point.column - middle.column) <= reach, abs(point.row - middle.row) <= reach else { continue }
            let distance = point.distance(from: middle)
            if distance <= reach, distance < nearest?.distance ?? .infinity { nearest = (distance, point) }
          }
        }
      }
      return (nearest, others)
    }
    var nearest: (distance: Double, point: CellPoint)?
    for case let found? in parts.map(\.0) where found.distance < nearest?.distance ?? .infinity { nearest = found }
    return (nearest, parts.flatMap(\.1))
  }

  /// The rows of some matches whose points lie in a cell of a view. Linear in the matches, on all processors.
  func rows(_ matches: [EventTable.Match], at cell: Position, in grid: WorldGrid) -> [Int] {
    let (column, row) = (Double(cell.column), Double(cell.row))
    return split(matches) { [heights, columns] matches in
      var rows: [Int] = []
      heights.withUnsafeBufferPointer { heights in
        columns.withMarks { marks in
          for match in matches where marks.flags[match.row].contains(.isPoint) {
            let point = grid.point(marks.longitudes[match.row], heights[match.row])
            if point.column >= column, point.column < column + 1, point.row >= row, point.row < row + 1 {
              rows.append(match.row)
            }
          }
        }
      }
      return rows
    }.flatMap { $0 }
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
  /// The cell that it lies in.
  var cell: Position { Position(column: Int(column.rounded(.down)), row: Int(row.rounded(.down))) }

  /// How far it is from another, in cell widths.
  func distance(from other: CellPoint) -> Double {
    let (across, down) = (column - other.column, (row - other.row) * 2)
    return (across * across + down * down).squareRoot()
  }
}
