import SituationModel

/// A point of the plane that the globe is laid out on, in units of the world's width.
///
///     (0, 0) . . . . . (1, 0)      x: 0 at 180° W, 1 at 180° E
///        :      N         :        y: grows to the south, 0.5 at the equator
///        :    W + E       :
///        :      S         :
public struct PlanePoint: Hashable, Sendable {
  /// 0 at 180° W … 1 at 180° E; beyond that, another copy of the world.
  public var x: Double
  /// 0.5 at the equator, growing to the south.
  public var y: Double

  /// A point by its two numbers.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A way to lay the globe out on a plane: a formula and its inverse.
///
/// Wrapping at 180°, clipping and scaling stand once, in `Viewport`, around any formula. Both ways take constant time.
public protocol Projection: Sendable {
  /// The latitudes that it can show; others are taken as the nearest of these.
  var latitudes: ClosedRange<Double> { get }
  /// Where a place lies on the plane.
  func point(of place: Coordinate) -> PlanePoint
  /// The place at a point of the plane, longitudes wrapped into −180…180.
  func coordinate(at point: PlanePoint) -> Coordinate
}

/// The projections that a viewport can use.
public enum ProjectionKind: String, CaseIterable, Hashable, Sendable {
  /// Angles kept, as on web maps.
  case webMercator
  /// Degrees kept: a grid of squares.
  case equirectangular
}

extension ProjectionKind: Projection {
  /// The latitudes that it can show.
  public var latitudes: ClosedRange<Double> {
    switch self {
    case .webMercator: WebMercator().latitudes
    case .equirectangular: Equirectangular().latitudes
    }
  }

  /// Where a place lies on the plane.
  public func point(of place: Coordinate) -> PlanePoint {
    switch self {
    case .webMercator: WebMercator().point(of: place)
    case .equirectangular: Equirectangular().point(of: place)
    }
  }

  /// The place at a point of the plane.
  public func coordinate(at point: PlanePoint) -> Coordinate {
    switch self {
    case .webMercator: WebMercator().coordinate(at: point)
    case .equirectangular: Equirectangular().coordinate(at: point)
    }
  }
}

/// The longitude at `x`, from −180 up to, but not, 180.
func longitude(atPlaneX x: Double) -> Double {
  (x - x.rounded(.down)) * 360 - 180
}
