import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The part of the world that a map shows, and its scale.
///
/// The zoom counts as on web maps: at 0 the equator is 256 dots long, at each next whole number twice as many. A cell is 2 dots
/// wide and 4 high, so the world is 128 · 2^zoom columns wide and, in Web Mercator and as a disc, half as many rows high.
/// Whatever is set, the view of a cylindrical projection stays between the poles, and a world that is smaller than the
/// view stands in its middle, once.
public struct Viewport: Hashable, Sendable {
  /// The zooms that can be set; others are replaced by the nearest of these.
  public static let zoomRange: ClosedRange<Double> = -2...18
  /// The length of the equator on WGS 84, in metres.
  static let equator = 40_075_016.686

  private let storedCenter: Coordinate
  private let storedZoom: Double
  private let storedSize: Size
  private let storedProjection: ProjectionKind
  /// The projection around the middle.
  let plane: Plane
  /// The width of the whole world, in columns.
  public let worldColumns: Double

  /// A view with a place in its middle and an extent in cells.
  public init(center: Coordinate, zoom: Double, size: Size, projection: ProjectionKind = .mercator) {
    storedZoom = zoom.isNaN ? 0 : min(max(zoom, Self.zoomRange.lowerBound), Self.zoomRange.upperBound)
    storedSize = size
    storedProjection = projection
    worldColumns = 128 * exp2(storedZoom)
    storedCenter = Self.clamped(center, projection, half: Double(size.rows) / worldColumns)
    plane = Plane(projection, center: storedCenter)
  }

  /// The place in the middle.
  public var center: Coordinate {
    get { storedCenter }
    set { self = Viewport(center: newValue, zoom: zoom, size: size, projection: projection) }
  }

  /// The zoom, within `zoomRange`.
  public var zoom: Double {
    get { storedZoom }
    set { self = Viewport(center: center, zoom: newValue, size: size, projection: projection) }
  }

  /// The map's extent in cells.
  public var size: Size {
    get { storedSize }
    set { self = Viewport(center: center, zoom: zoom, size: newValue, projection: projection) }
  }

  /// The map projection.
  public var projection: ProjectionKind { storedProjection }

  /// The middle of the view.
  public var middle: CellPoint {
    CellPoint(column: Double(size.columns) / 2, row: Double(size.rows) / 2)
  }

  /// The number of metres that one column stands for in the middle, from the equator's length on WGS 84.
  public var metersPerColumn: Double {
    Self.equator * Self.shortening(at: center, projection) / worldColumns
  }

  /// The ratio of a parallel's length to the equator's, for a projection that draws both equally long.
  static func shortening(at center: Coordinate, _ projection: ProjectionKind) -> Double {
    projection.isCylindrical ? max(cos(center.latitude * .pi / 180), 1e-6) : 1
  }

  /// The point of a place, in the copy of the world that is nearest to the middle; may be outside the view.
  public func point(of place: Coordinate) -> CellPoint {
    var point = plane.point(of: place)
    if projection.isCylindrical { point.x -= point.x.rounded(.toNearestOrEven) }
    return CellPoint(column: middle.column + point.x * worldColumns, row: middle.row + point.y * worldColumns / 2)
  }

  /// The point of the plane for a point of the view.
  func planePoint(_ point: CellPoint) -> PlanePoint {
    PlanePoint(x: (point.column - middle.column) / worldColumns, y: (point.row - middle.row) * 2 / worldColumns)
  }

  /// The place at a point; outside the world, the place at its edge.
  public func coordinate(at point: CellPoint) -> Coordinate {
    plane.coordinate(at: planePoint(point))
  }

  /// True if a point lies in the view.
  public func contains(_ point: CellPoint) -> Bool {
    point.column >= 0 && point.row >= 0 && point.column < Double(size.columns) && point.row < Double(size.rows)
  }

  /// The middle nearest to a place with which the view does not reach past the poles. `half` is the view's height above the
  /// middle, on the plane.
  private static func clamped(_ place: Coordinate, _ projection: ProjectionKind, half: Double) -> Coordinate {
    let ends = projection.latitudes
    let latitude = place.latitude.isFinite ? min(max(place.latitude, -90), 90) : 0
    let longitude = place.longitude.isFinite ? place.longitude : 0
    let place = Coordinate(latitude: latitude, longitude: longitude).wrapped
    guard projection.isCylindrical else { return place }
    let plane = Plane(projection, center: place)
    let top = plane.point(of: Coordinate(latitude: ends.upperBound, longitude: longitude)).y
    let bottom = plane.point(of: Coordinate(latitude: ends.lowerBound, longitude: longitude)).y
    if top <= -half && bottom >= half { return place }
    let y = bottom - top <= 2 * half ? (top + bottom) / 2 : min(max(0, top + half), bottom - half)
    return Coordinate(latitude: plane.coordinate(at: PlanePoint(x: 0, y: y)).latitude, longitude: place.longitude)
  }
}
