import SituationModel
import TextCanvas

/// Numbers of roads, repeated beside the road: `||[M5]`. They never cut its stroke.
struct RoadShields {
  let baseMap: BaseMap
  let viewport: Viewport

  /// Columns from one number to the next at a whole zoom; they grow apart with the map until the next whole zoom, so
  /// that a number keeps its place while the map is panned or drawn a little larger.
  private static let distance = 30.0

  /// Draws them: at even distances, and of each road in view at least once where there is any room for it.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    guard viewport.zoom >= FirstZoom.roadNumbers else { return }
    let fraction = viewport.zoom - viewport.zoom.rounded(.down)
    let roads = visibleRoads(copies)
    for road in roads { paint(road, every: Self.distance * (1 + fraction), &sheet) }
    for road in roads where !sheet.names.contains(road.text) { paint(road, every: 2, limit: 1, &sheet) }
  }

  /// A numbered road, or a stretch of one, on the sheet.
  private struct Road {
    let text: String
    let points: [CellPoint]
  }

  private func visibleRoads(_ copies: [CellTransform]) -> [Road] {
    let store = baseMap.lines(.roads)
    return copies.flatMap { copy in
      store.lines.compactMap { line in
        let number = store.traits[line.trait].number
        guard !number.isEmpty, copy.sees(line.bounds) else { return nil }
        return Road(text: "[\(number)]", points: store.points(of: line, copy))
      }
    }
  }

  private func paint(_ road: Road, every interval: Double, limit: Int = .max, _ sheet: inout MapSheet) {
    let length = zip(road.points, road.points.dropFirst()).reduce(0) { $0 + Self.distance($1.0, $1.1) }
    guard length > 12 || limit == 1 else { return }
    // A short road has its number in the middle.
    var next = length < interval ? length / 2 : interval / 2
    var (gone, count) = (0.0, 0)
    for (from, to) in zip(road.points, road.points.dropFirst()) {
      let step = Self.distance(from, to)
      while next <= gone + step, count < limit {
        let share = (next - gone) / step
        let column = from.column + share * (to.column - from.column)
        let row = from.row + share * (to.row - from.row)
        if put(road.text, at: CellPoint(column: column, row: row), &sheet) { count += 1 }
        next += interval
      }
      gone += step
    }
  }

  /// The distance in columns; a row counts as two.
  private static func distance(_ from: CellPoint, _ to: CellPoint) -> Double {
    let (across, down) = (to.column - from.column, 2 * (to.row - from.row))
    return (across * across + down * down).squareRoot()
  }

  /// Writes a number on its road; returns true if there was room.
  private func put(_ text: String, at point: CellPoint, _ sheet: inout MapSheet) -> Bool {
    guard viewport.contains(point) else { return false }
    guard let spot = spot(for: text, beside: Position(column: Int(point.column), row: Int(point.row)), sheet) else {
      return false
    }
    LabelPlacer.write(text, at: spot, on: &sheet, .roadNumber)
    return true
  }

  /// The nearest free cells beside a road's stroke, or above or below it; of equals those that cover the least.
  private func spot(for text: String, beside cell: Position, _ sheet: MapSheet) -> LabelPlacer.Spot? {
    let width = displayWidth(of: text)
    var best: (spot: LabelPlacer.Spot, cost: Int)?
    for (row, distance) in [(cell.row, 0), (cell.row - 1, 2), (cell.row + 1, 2)] {
      for column in cell.column - width - 4...cell.column + 5 {
        let cells = column..<column + width
        guard cells.allSatisfy({ sheet.use(column: $0, row: row) < .route }) else { continue }
        // A number belongs to the road that it touches.
        let gap =
          cells.contains(cell.column)
          ? 0 : min(abs(cells.lowerBound - cell.column), abs(cells.upperBound - 1 - cell.column)) - 1
        let spot = LabelPlacer.Spot(column: column, row: row)
        guard gap <= 4, let covered = LabelPlacer.cost(of: spot, width, on: sheet) else { continue }
        // Between two roads nobody could tell whose number it is.
        let touched = [column - 1, column + width].count { sheet.use(column: $0, row: row) == .route }
        let cost = 2 * covered + distance + gap + (touched > 1 ? 8 : 0)
        if cost < best?.cost ?? .max { best = (spot, cost) }
      }
    }
    return best?.spot
  }
}
