import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The extent of the world in a view.
extension Viewport {
  /// The rectangle around all that is shown; for a disc, the one around the circle through the view's corners.
  public var bounds: GeoBounds {
    projection.isCylindrical ? cylinderBounds : capBounds
  }

  private var cylinderBounds: GeoBounds {
    let north = coordinate(at: CellPoint(column: middle.column, row: 0)).latitude
    let south = coordinate(at: CellPoint(column: middle.column, row: Double(size.rows))).latitude
    let half = min(Double(size.columns) / worldColumns, 1) * 180
    let west = Coordinate(latitude: 0, longitude: center.longitude - half).wrapped.longitude
    return GeoBounds(south: south, west: west, north: north, east: west + 2 * half)
  }

  private var capBounds: GeoBounds {
    let (across, down) = (middle.column / worldColumns, middle.row * 2 / worldColumns)
    let reach = min((across * across + down * down).squareRoot(), 0.5) * 360
    let (south, north) = (center.latitude - reach, center.latitude + reach)
    // With a pole in it, each longitude is in view.
    guard south > -90, north < 90 else {
      return GeoBounds(south: max(south, -90), west: -180, north: min(north, 90), east: 180)
    }
    // The meridian that touches a circle: sin Δλ = sin c / cos φ.
    let half = asin(min(sin(reach * .pi / 180) / cos(center.latitude * .pi / 180), 1)) * 180 / .pi
    let west = Coordinate(latitude: 0, longitude: center.longitude - half).wrapped.longitude
    return GeoBounds(south: south, west: west, north: north, east: west + 2 * half)
  }

  /// The approximate width of a rectangle in columns, at the latitude of its middle.
  func columns(of bounds: GeoBounds) -> Double {
    let shortening = projection.isCylindrical ? 1 : cos(bounds.center.latitude * .pi / 180)
    return bounds.width / 360 * worldColumns * shortening
  }

  /// The edge of the world in the view.
  var outline: WorldOutline {
    let half = worldColumns / 2
    let (columns, rows) = (Double(size.columns), Double(size.rows))
    let poles = projection.latitudes
    let top = point(of: Coordinate(latitude: poles.upperBound, longitude: center.longitude)).row
    let bottom = point(of: Coordinate(latitude: poles.lowerBound, longitude: center.longitude)).row
    let isCylindrical = projection.isCylindrical
    return WorldOutline(
      box: CellBox(
        left: max(0, middle.column - half), top: isCylindrical ? max(0, top) : 0,
        right: min(columns, middle.column + half), bottom: isCylindrical ? min(rows, bottom) : rows),
      middle: middle, radius: isCylindrical ? .infinity : half)
  }
}

/// The edge of the world in a view: a rectangle, or a circle.
struct WorldOutline {
  /// The part of the view in which there is world, in columns and rows.
  let box: CellBox
  let middle: CellPoint
  /// The radius of the disc, in columns; infinite for a rectangle.
  let radius: Double

  /// True if a point of the view lies in the world.
  func contains(_ point: CellPoint) -> Bool {
    guard box.contains(point) else { return false }
    let (across, down) = (point.column - middle.column, 2 * (point.row - middle.row))
    return across * across + down * down < radius * radius
  }
}

/// A rectangle of a view, in columns and rows, not bound to whole cells.
struct CellBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// True if a point lies in the rectangle; the right and lower edges do not belong to it.
  func contains(_ point: CellPoint) -> Bool {
    point.column >= left && point.column < right && point.row >= top && point.row < bottom
  }
}
