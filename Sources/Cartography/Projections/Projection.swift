import SituationModel

/// A point of the plane onto which the globe is projected: the distance from the view's middle, in units of the equator's length.
///
///              N
///            - y
///     W  - x  o  x +  E      o: the middle of the view, (0, 0)
///            y +
///              S
///
/// It is no `CellPoint`: whatever the zoom, one unit is the whole equator, and both axes have the same unit.
public struct PlanePoint: Hashable, Sendable {
  /// The distance to the right.
  public var x: Double
  /// The distance down.
  public var y: Double

  /// A point by its two numbers.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A map projection around a place: a formula and its inverse.
///
/// Wrapping at 180°, clipping, bending and scaling stand once, in `Viewport` and `CellTransform`, around any formula. Both
/// directions take constant time.
public protocol Projection: Sendable {
  /// The projection with a place in the middle.
  init(center: Coordinate)
  /// The point of a place on the plane. Longitudes may be beyond ±180.
  func point(of place: Coordinate) -> PlanePoint
  /// The place at a point of the plane, with its longitude in −180…180. For a point outside the world, a place at its edge.
  func coordinate(at point: PlanePoint) -> Coordinate
}

/// The projections that a viewport can use.
public enum ProjectionKind: String, CaseIterable, Hashable, Sendable {
  /// Angles kept, as on web maps.
  case mercator
  /// Degrees kept: a grid of squares.
  case equirectangular
  /// Distances and directions from the middle kept.
  case azimuthal

  /// The latitudes that the projection can show; others are replaced by the nearest of these.
  public var latitudes: ClosedRange<Double> {
    switch self {
    case .mercator: WebMercator.latitudes
    case .equirectangular, .azimuthal: -90...90
    }
  }

  /// True if meridians and parallels are straight, so that the world repeats itself to the left and right.
  public var isCylindrical: Bool {
    switch self {
    case .mercator, .equirectangular: true
    case .azimuthal: false
    }
  }
}

/// One of the projections, with a place in the middle.
enum Plane: Hashable, Sendable {
  case mercator(WebMercator)
  case equirectangular(Equirectangular)
  case azimuthal(AzimuthalEquidistant)

  init(_ kind: ProjectionKind, center: Coordinate) {
    switch kind {
    case .mercator: self = .mercator(WebMercator(center: center))
    case .equirectangular: self = .equirectangular(Equirectangular(center: center))
    case .azimuthal: self = .azimuthal(AzimuthalEquidistant(center: center))
    }
  }

  /// The point of a place on the plane.
  func point(of place: Coordinate) -> PlanePoint {
    switch self {
    case .mercator(let formula): formula.point(of: place)
    case .equirectangular(let formula): formula.point(of: place)
    case .azimuthal(let formula): formula.point(of: place)
    }
  }

  /// The place at a point of the plane.
  func coordinate(at point: PlanePoint) -> Coordinate {
    switch self {
    case .mercator(let formula): formula.coordinate(at: point)
    case .equirectangular(let formula): formula.coordinate(at: point)
    case .azimuthal(let formula): formula.coordinate(at: point)
    }
  }
}
