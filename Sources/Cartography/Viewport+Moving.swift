import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Other views from one.
extension Viewport {
  /// The view so many cells to the right and down.
  public func panned(columns: Int = 0, rows: Int = 0) -> Viewport {
    let point = CellPoint(column: middle.column + Double(columns), row: middle.row + Double(rows))
    var result = self
    result.center = coordinate(at: point)
    return result
  }

  /// The view drawn larger (or smaller, for negative changes), so that a point keeps its place in the world.
  ///
  /// Near the poles and at the ends of `zoomRange` the point may move, since the view may not.
  public func zoomed(by change: Double, about point: CellPoint) -> Viewport {
    var result = self
    result.zoom = zoom + change
    let place = coordinate(at: point)
    let moved = result.point(of: place)
    let target = CellPoint(
      column: result.middle.column + moved.column - point.column, row: result.middle.row + moved.row - point.row)
    result.center = result.coordinate(at: target)
    return result
  }

  /// The largest view that shows all of a rectangle with a margin of a twentieth on each side.
  public static func fitting(
    _ bounds: GeoBounds, in size: Size, projection: ProjectionKind = .webMercator
  ) -> Viewport {
    let northwest = projection.point(of: Coordinate(latitude: bounds.north, longitude: bounds.west))
    let southeast = projection.point(of: Coordinate(latitude: bounds.south, longitude: bounds.east))
    // A single point still gets a neighbourhood, of about a hundred kilometres.
    let width = max(southeast.x - northwest.x, 0.0025)
    let height = max(southeast.y - northwest.y, 0.0025)
    let share = 0.9
    let columns = min(share * Double(max(size.columns, 1)) / width, share * 2 * Double(max(size.rows, 1)) / height)
    let middle = PlanePoint(x: (northwest.x + southeast.x) / 2, y: (northwest.y + southeast.y) / 2)
    return Viewport(
      center: projection.coordinate(at: middle), zoom: log2(columns / 128), size: size, projection: projection)
  }

  /// The rectangle of what is shown; from −180 to 180 when it crosses the antimeridian or holds the whole world.
  public var bounds: GeoBounds {
    let northwest = coordinate(at: CellPoint(column: 0, row: 0))
    let southeast = coordinate(at: CellPoint(column: Double(size.columns), row: Double(size.rows)))
    let isWrapped = Double(size.columns) >= worldColumns || northwest.longitude > southeast.longitude
    return GeoBounds(
      south: southeast.latitude, west: isWrapped ? -180 : northwest.longitude, north: northwest.latitude,
      east: isWrapped ? 180 : southeast.longitude)
  }
}
