import SituationModel

/// A place as whole numbers, in a world that is 2³² wide, and as high in Web Mercator. A column of the closest view is 128 of
/// them. With wrapping arithmetic, the difference of two longitudes is the shorter way around the world.
///
/// It is no `PlanePoint`: it depends on no view, so the points of all events are computed once and not for each frame; it is half as large;
/// and its `x` is the longitude of a `GlobePoint` as it stands in the columns.
@frozen
public struct WorldPoint: Hashable, Sendable {
  /// The distance east of the prime meridian.
  public let x: Int32
  /// The distance south of the equator.
  public let y: Int32

  /// The point of a place.
  public init(_ place: Coordinate) {
    x = GlobePoint(place).longitude
    y = WorldPoint.y(atLatitude: place.latitude)
  }

  /// The distance of a latitude south of the equator.
  public static func y(atLatitude latitude: Double) -> Int32 {
    let plane = WebMercator(center: Coordinate(latitude: 0, longitude: 0))
      .point(of: Coordinate(latitude: latitude, longitude: 0))
    let value = plane.y * 4_294_967_296
    return Int32(clamping: Int64(value + (value < 0 ? -0.5 : 0.5)))
  }
}

/// Maps world points to the cells of a view by two multiplications each.
@frozen
public struct WorldGrid: Sendable {
  @usableFromInline let center: WorldPoint
  @usableFromInline let columns: Double
  @usableFromInline let rows: Double
  @usableFromInline let middle: CellPoint

  /// The grid of a view; nil for any projection but Web Mercator.
  public init?(_ viewport: Viewport) {
    guard viewport.projection == .mercator else { return nil }
    center = WorldPoint(viewport.center)
    columns = viewport.worldColumns / 4_294_967_296
    rows = columns / 2
    middle = viewport.middle
  }

  /// The point in the view, in the copy of the world that is nearest to the middle. Inlinable, since each frame calls it for
  /// every event.
  @inlinable
  public func point(_ x: Int32, _ y: Int32) -> CellPoint {
    CellPoint(
      column: middle.column + Double(x &- center.x) * columns,
      row: middle.row + Double(Int64(y) - Int64(center.y)) * rows)
  }
  /// The surroundings of a view's middle, as a test of whole numbers. Inlinable, as `point` is.
  @frozen
  public struct Surroundings: Sendable {
    @usableFromInline let center: WorldPoint
    @usableFromInline let across: Int64
    @usableFromInline let down: Int64

    init(center: WorldPoint, across: Int64, down: Int64) {
      (self.center, self.across, self.down) = (center, across, down)
    }

    /// True if a point lies in the surroundings, in the copy of the world that is nearest to the middle.
    @inlinable
    public func contains(_ x: Int32, _ y: Int32) -> Bool {
      Int64(x &- center.x).magnitude <= UInt64(across) && (Int64(y) - Int64(center.y)).magnitude <= UInt64(down)
    }
  }

  /// All points that are at most so many cells from the middle in each direction, and perhaps some just outside.
  public func surroundings(columns count: Double, rows other: Double) -> Surroundings {
    let world = 8_589_934_592.0
    return Surroundings(
      center: center, across: Int64(min(world, (count / columns).rounded(.up) + 1)),
      down: Int64(min(world, (other / rows).rounded(.up) + 1)))
  }
}
