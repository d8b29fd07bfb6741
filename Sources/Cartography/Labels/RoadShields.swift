import SituationModel
import TextCanvas

/// The numbers of roads, on the road, again and again: `[M5]`.
struct RoadShields {
  let baseMap: BaseMap
  let viewport: Viewport

  /// Columns from one number to the next at a whole zoom; they grow apart with the map until the next whole zoom, so
  /// that a number keeps its place while the map is panned or drawn a little larger.
  private static let distance = 30.0

  /// Draws them.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    guard viewport.zoom >= 4.8 else { return }
    let store = baseMap.lines(.roads)
    let fraction = viewport.zoom - viewport.zoom.rounded(.down)
    let interval = Self.distance * (1 + fraction)
    for copy in copies {
      for line in store.lines where line.bounds.intersects(copy.bounds) {
        let number = store.traits[line.trait].number
        guard !number.isEmpty else { continue }
        paint("[\(number)]", along: store.points(of: line, copy), interval, &sheet)
      }
    }
  }

  private func paint(_ text: String, along points: [CellPoint], _ interval: Double, _ sheet: inout MapSheet) {
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + Self.distance($1.0, $1.1) }
    guard length > 12 else { return }
    // A short road has its number in the middle.
    var next = length < interval ? length / 2 : interval / 2
    var gone = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      let step = Self.distance(from, to)
      while next <= gone + step {
        let share = (next - gone) / step
        let column = from.column + share * (to.column - from.column)
        let row = from.row + share * (to.row - from.row)
        put(text, at: CellPoint(column: column, row: row), &sheet)
        next += interval
      }
      gone += step
    }
  }

  /// In columns, a row counting for two.
  private static func distance(_ from: CellPoint, _ to: CellPoint) -> Double {
    let (across, down) = (to.column - from.column, 2 * (to.row - from.row))
    return (across * across + down * down).squareRoot()
  }

  private func put(_ text: String, at point: CellPoint, _ sheet: inout MapSheet) {
    guard viewport.contains(point) else { return }
    let width = displayWidth(of: text)
    let spot = LabelPlacer.Spot(column: Int(point.column) - width / 2, row: Int(point.row))
    guard LabelPlacer.cost(of: spot, width, on: sheet) != nil else { return }
    LabelPlacer.write(text, at: spot, on: &sheet, .roadNumber)
  }
}
