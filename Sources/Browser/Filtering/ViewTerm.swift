import Cartography
import SituationModel

extension Viewport {
  /// The filter of what it shows: a rectangle, or a polygon where the projection makes it none; nil where it is more than
  /// half of the globe and no rectangle.
  ///
  /// Its numbers are as fine as a cell can tell apart: those of a rectangle are rounded outward.
  var filterTerm: FilterTerm? {
    guard size.columns > 1, size.rows > 1 else { return nil }
    return projection.isCylindrical ? box.map(FilterTerm.within) : polygon.map(FilterTerm.inside)
  }

  private var box: GeoBox? {
    let bounds = bounds
    let (south, north) = (max(-90, rounded(bounds.south, .down)), min(90, rounded(bounds.north, .up)))
    if bounds.width >= 360 { return GeoBox(west: -180, south: south, east: 180, north: north) }
    let (west, east) = (max(-180, rounded(bounds.west, .down)), rounded(bounds.east, .up))
    return GeoBox(west: west, south: south, east: east > 180 ? east - 360 : east, north: north)
  }

  /// The edge of the view in a few stretches a side, since it bends on the globe.
  private var polygon: GeoPolygon? {
    let (columns, rows) = (Double(size.columns), Double(size.rows))
    let ends = [(0.0, 0.0), (columns, 0), (columns, rows), (0, rows), (0, 0)]
    // Beyond half of the globe no polygon stands for it.
    let across = (columns * columns + 4 * rows * rows).squareRoot() / 2 / worldColumns
    guard across < 0.24 else { return nil }
    let corners = zip(ends, ends.dropFirst()).flatMap { first, last in
      (0..<4).map { step in
        let share = Double(step) / 4
        let place = coordinate(
          at: CellPoint(column: first.0 + share * (last.0 - first.0), row: first.1 + share * (last.1 - first.1)))
        return Coordinate(
          latitude: rounded(place.latitude, .toNearestOrEven), longitude: rounded(place.longitude, .toNearestOrEven))
      }
    }
    return GeoPolygon(corners)
  }

  /// Degrees as fine as a cell can tell apart.
  func rounded(_ degrees: Double, _ rule: FloatingPointRoundingRule) -> Double {
    // Divided by a whole number, so that the text of the result is short.
    var parts = 1.0
    while parts < 1e6, parts * bounds.width < 100 { parts *= 10 }
    return (degrees * parts).rounded(rule) / parts
  }
}
