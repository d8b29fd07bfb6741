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
  /// The view so many cells to the right and down, which comes back by as many cells.
  ///
  /// Around a middle of its own a map turns when that moves; there it goes along the parallel and the meridian of the
  /// middle, ends at the poles, and turns about a pole.
  public func panned(columns: Int = 0, rows: Int = 0) -> Viewport {
    let across = Double(columns) / worldColumns * 360
    if projection.isCylindrical {
      let down = CellPoint(column: middle.column, row: middle.row + Double(rows))
      let latitude = rows == 0 ? center.latitude : coordinate(at: down).latitude
      return centered(on: Coordinate(latitude: latitude, longitude: center.longitude + across))
    }
    let latitude = center.latitude - Double(rows) * 2 / worldColumns * 360
    // At a pole as many columns as there are halfway to the edge of the view.
    let atPole = sin(min(Double(size.columns) / 4 / worldColumns * 2 * .pi, .pi / 2))
    let shortening = max(cos(center.latitude * .pi / 180), atPole, 1e-6)
    return centered(
      on: Coordinate(latitude: latitude, longitude: center.longitude + min(max(across / shortening, -180), 180)))
  }

  /// The view drawn larger (or smaller, for negative changes), so that a point keeps its place in the world.
  ///
  /// Near the poles, at the ends of `zoomRange` and outside the world the point may move, since the view may not.
  public func zoomed(by change: Double, about point: CellPoint) -> Viewport {
    var result = self
    result.zoom = zoom + change
    guard outline.contains(point) else { return result }
    let place = coordinate(at: point)
    if case .azimuthal = projection {
      result.center = AzimuthalEquidistant.center(showing: place, at: result.planePoint(point), near: center)
    } else {
      let moved = result.point(of: place)
      let target = CellPoint(
        column: result.middle.column + moved.column - point.column, row: result.middle.row + moved.row - point.row)
      result.center = result.coordinate(at: target)
    }
    return result
  }

  /// The same middle in another projection, at the same scale there: metres per column stay.
  public func laidOut(in projection: ProjectionKind) -> Viewport {
    let change = Self.shortening(at: center, projection) / Self.shortening(at: center, self.projection)
    return Viewport(center: center, zoom: zoom + log2(change), size: size, projection: projection)
  }

  /// The largest view that shows all of a rectangle with a margin of a twentieth on each side.
  public static func fitting(
    _ bounds: GeoBounds, in size: Size, projection: ProjectionKind = .mercator
  ) -> Viewport {
    let middle = Plane(projection, center: bounds.center)
    let (width, height, center) = extent(of: bounds, on: middle, projection)
    let share = 0.9
    // A single point still gets a neighbourhood, of about a hundred kilometres.
    let columns = min(
      share * Double(max(size.columns, 1)) / max(width, 0.0025),
      share * 2 * Double(max(size.rows, 1)) / max(height, 0.0025))
    return Viewport(center: center, zoom: log2(columns / 128), size: size, projection: projection)
  }

  /// The width and height of a rectangle on a plane around its middle, and the place in the middle of them.
  private static func extent(
    of bounds: GeoBounds, on plane: Plane, _ projection: ProjectionKind
  ) -> (width: Double, height: Double, center: Coordinate) {
    if projection.isCylindrical {
      let top = plane.point(of: Coordinate(latitude: bounds.north, longitude: bounds.west)).y
      let bottom = plane.point(of: Coordinate(latitude: bounds.south, longitude: bounds.west)).y
      return (bounds.width / 360, bottom - top, plane.coordinate(at: PlanePoint(x: 0, y: (top + bottom) / 2)))
    }
    // Its sides are curves, and its middle need not be that of the picture: so the larger half counts twice.
    var (across, down) = (0.0, 0.0)
    for step in 0...32 {
      let share = Double(step) / 32
      let longitude = bounds.west + share * bounds.width
      let latitude = bounds.south + share * (bounds.north - bounds.south)
      for place in [
        Coordinate(latitude: bounds.north, longitude: longitude),
        Coordinate(latitude: bounds.south, longitude: longitude),
        Coordinate(latitude: latitude, longitude: bounds.west), Coordinate(latitude: latitude, longitude: bounds.east),
      ] {
        let point = plane.point(of: place.wrapped)
        (across, down) = (max(across, abs(point.x)), max(down, abs(point.y)))
      }
    }
    return (2 * across, 2 * down, bounds.center)
  }

  private func centered(on place: Coordinate) -> Viewport {
    Viewport(center: place, zoom: zoom, size: size, projection: projection)
  }
}
