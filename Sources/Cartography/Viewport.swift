import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The part of the world that a map shows, and how large.
///
/// Zoom counts as on web maps: at 0 the world is 256 dots wide, at each next whole number twice as many. A cell is 2 dots
/// wide and 4 high, so the world is 128 · 2^zoom columns wide and, in Web Mercator, half as many rows high. Whatever is
/// set, the view stays between the poles, and a world that is smaller than the view stands in its middle, once.
public struct Viewport: Hashable, Sendable {
  /// The zooms that can be set; others become the nearest of these.
  public static let zoomRange: ClosedRange<Double> = -2...18

  private var storedCenter: Coordinate
  private var storedZoom: Double
  private var storedSize: Size
  private var storedProjection: ProjectionKind

  /// A view of a place in the middle of so many cells.
  public init(center: Coordinate, zoom: Double, size: Size, projection: ProjectionKind = .webMercator) {
    storedCenter = center
    storedZoom = Self.clamped(zoom)
    storedSize = size
    storedProjection = projection
    storedCenter = clamped(center)
  }

  /// The place in the middle.
  public var center: Coordinate {
    get { storedCenter }
    set { storedCenter = clamped(newValue) }
  }

  /// How large the world is drawn, within `zoomRange`.
  public var zoom: Double {
    get { storedZoom }
    set { self = Viewport(center: center, zoom: newValue, size: size, projection: projection) }
  }

  /// The map's extent in cells.
  public var size: Size {
    get { storedSize }
    set { self = Viewport(center: center, zoom: zoom, size: newValue, projection: projection) }
  }

  /// How the globe is laid out.
  public var projection: ProjectionKind {
    get { storedProjection }
    set { self = Viewport(center: center, zoom: zoom, size: size, projection: newValue) }
  }

  /// The width of the whole world, in columns.
  public var worldColumns: Double { 128 * exp2(zoom) }

  /// The middle of the view.
  public var middle: CellPoint {
    CellPoint(column: Double(size.columns) / 2, row: Double(size.rows) / 2)
  }

  /// Metres that one column stands for in the middle, from the equator's length on WGS 84.
  public var metersPerColumn: Double {
    40_075_016.686 * max(cos(center.latitude * .pi / 180), 1e-6) / worldColumns
  }

  /// Where a place lies, in the copy of the world that is nearest to the middle; may be outside the view.
  public func point(of place: Coordinate) -> CellPoint {
    let from = projection.point(of: center)
    let to = projection.point(of: place)
    var across = to.x - from.x
    across -= across.rounded(.toNearestOrEven)
    return CellPoint(
      column: middle.column + across * worldColumns, row: middle.row + (to.y - from.y) * worldColumns / 2)
  }

  /// The place at a point; north and south of the world, the place at its edge.
  public func coordinate(at point: CellPoint) -> Coordinate {
    let from = projection.point(of: center)
    let place = projection.coordinate(
      at: PlanePoint(
        x: from.x + (point.column - middle.column) / worldColumns,
        y: from.y + (point.row - middle.row) * 2 / worldColumns))
    let latitudes = projection.latitudes
    return Coordinate(
      latitude: min(max(place.latitude, latitudes.lowerBound), latitudes.upperBound), longitude: place.longitude)
  }

  /// Whether a point lies in the view.
  public func contains(_ point: CellPoint) -> Bool {
    point.column >= 0 && point.row >= 0 && point.column < Double(size.columns) && point.row < Double(size.rows)
  }

  /// A clamped zoom, 0 for what is no number.
  private static func clamped(_ zoom: Double) -> Double {
    zoom.isNaN ? 0 : min(max(zoom, zoomRange.lowerBound), zoomRange.upperBound)
  }

  /// The middle nearest to a place with which the view does not reach past the poles.
  private func clamped(_ place: Coordinate) -> Coordinate {
    let ends = projection.latitudes
    let top = projection.point(of: Coordinate(latitude: ends.upperBound, longitude: 0)).y
    let bottom = projection.point(of: Coordinate(latitude: ends.lowerBound, longitude: 0)).y
    let half = Double(size.rows) / worldColumns
    let latitude = place.latitude.isFinite ? place.latitude : 0
    let longitude = place.longitude.isFinite ? place.longitude : 0
    var point = projection.point(of: Coordinate(latitude: latitude, longitude: longitude))
    let isInside = point.y >= top + half && point.y <= bottom - half
    if isInside && abs(longitude) <= 180 { return Coordinate(latitude: latitude, longitude: longitude) }
    point.y = bottom - top <= 2 * half ? (top + bottom) / 2 : min(max(point.y, top + half), bottom - half)
    return projection.coordinate(at: point)
  }
}
