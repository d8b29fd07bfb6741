import SituationModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The transformation of degrees into a view's cells, for one copy of the world.
///
/// A cylindrical map continues to the left and right: there is a copy of the world for each turn of 360°. On a disc there
/// is one copy, in which lines that are straight in degrees are bent.
struct CellTransform {
  private let plane: Plane
  private let middle: CellPoint
  private let scale: Double
  /// The degrees that are added to the longitudes of this copy.
  private let turn: Double
  /// The visible degrees of this copy.
  private let bounds: GeoBounds
  /// True for a disc: one copy, on which meridians and parallels are bent.
  private let isDisc: Bool
  /// About a dot's width, in degrees.
  private let dot: Double
  /// The length in degrees up to which an edge counts as straight.
  private let straight: Double

  /// The transforms of all copies of the world that reach into a view.
  static func copies(in viewport: Viewport) -> [CellTransform] {
    let turns: [Double] = viewport.projection.isCylindrical ? [-360, 0, 360] : [0]
    return turns.map { CellTransform(viewport, turn: $0) }
  }

  private init(_ viewport: Viewport, turn: Double) {
    self.turn = turn
    plane = viewport.plane
    middle = viewport.middle
    scale = viewport.worldColumns
    isDisc = !viewport.projection.isCylindrical
    dot = 360 / (2 * scale) * 0.8
    // A bow of length l rises by about l² / 8, times the tangent of the latitude; a tenth of a column is not seen.
    straight = (0.4 * 2 * .pi / scale).squareRoot() * 180 / .pi
    let bounds = viewport.bounds
    let center = viewport.center.longitude
    let half = bounds.width / 2
    self.bounds =
      isDisc
      ? bounds
      : GeoBounds(south: bounds.south, west: center - half - turn, north: bounds.north, east: center + half - turn)
  }

  /// True if a part of a rectangle is visible. Its longitudes may be beyond ±180.
  func sees(_ other: GeoBounds) -> Bool {
    guard other.south <= bounds.north && bounds.south <= other.north else { return false }
    if other.west <= bounds.east && bounds.west <= other.east { return true }
    if !isDisc { return false }
    return other.west + 360 <= bounds.east && bounds.west <= other.east + 360
      || other.west - 360 <= bounds.east && bounds.west <= other.east - 360
  }

  /// The point of a place in this copy of the world.
  func point(of place: Coordinate) -> CellPoint {
    let point = plane.point(of: Coordinate(latitude: place.latitude, longitude: place.longitude + turn))
    return CellPoint(column: middle.column + point.x * scale, row: middle.row + point.y * scale / 2)
  }

  /// The point of a vertex in this copy of the world.
  func point(of vertex: LineStore.Vertex) -> CellPoint { point(of: vertex.place) }

  /// The weight below which vertices in a rectangle are left out: about a dot's width, in degrees.
  ///
  /// Mercator's map grows towards the poles, by 1 / cos φ, so that a dot is fewer degrees there.
  func tolerance(in bounds: GeoBounds) -> Float {
    guard case .mercator = plane else { return Float(dot) }
    return Float(dot * cos(min(max(abs(bounds.south), abs(bounds.north)), 85) * .pi / 180))
  }

  /// True if a rectangle is no larger than about two dots: too small for a line around it.
  func isTiny(_ bounds: GeoBounds) -> Bool {
    max(bounds.width, bounds.north - bounds.south) < 2 * Double(tolerance(in: bounds))
  }

  /// The cells that a rectangle of degrees covers, estimated from its corners and its middle.
  func box(of bounds: GeoBounds) -> CellBox {
    let longitudes = [bounds.west, (bounds.west + bounds.east) / 2, bounds.east]
    let points = longitudes.flatMap { longitude in
      [bounds.north, bounds.south].map { point(of: Coordinate(latitude: $0, longitude: longitude)) }
    }
    return points.reduce(
      CellBox(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
    ) { box, point in
      CellBox(
        left: min(box.left, point.column), top: min(box.top, point.row), right: max(box.right, point.column),
        bottom: max(box.bottom, point.row))
    }
  }
}

/// The course on the plane of edges that are straight in degrees.
extension CellTransform {
  /// Follows an edge to its end: one step if it is straight, several if it is bent. A step of nil interrupts it, where
  /// it leaves a disc on one side to come back on the other. If `isExact` is true, even the smallest bend is followed.
  func follow(
    _ from: Coordinate, at start: CellPoint, to: Coordinate, isExact: Bool = false, step: (CellPoint?) -> Void
  ) -> CellPoint {
    let end = point(of: to)
    let (across, down) = (abs(to.longitude - from.longitude), abs(to.latitude - from.latitude))
    let isStraight =
      switch plane {
      case .equirectangular: true
      // Meridians and parallels are straight, and what is short is as good as straight.
      case .mercator: min(across, down) <= 1
      case .azimuthal: across + down <= straight && !isExact && !isNearRim(start) && !isNearRim(end)
      }
    if isStraight {
      step(end)
    } else {
      bend(from, start, to, end, depth: across + down > 20 ? -2 : 0, miss: isExact ? 1e-6 : 0.01, step)
    }
    return end
  }

  private func bend(
    _ from: Coordinate, _ start: CellPoint, _ to: Coordinate, _ end: CellPoint, depth: Int, miss: Double,
    _ step: (CellPoint?) -> Void
  ) {
    let half = Coordinate(
      latitude: (from.latitude + to.latitude) / 2, longitude: (from.longitude + to.longitude) / 2)
    let point = point(of: half)
    let across = point.column - (start.column + end.column) / 2
    let down = point.row - (start.row + end.row) / 2
    if depth >= 0 && across * across + 4 * down * down < miss { return step(end) }
    if depth > 8 {
      let (width, height) = (end.column - start.column, 2 * (end.row - start.row))
      let isAcross = isDisc && width * width + height * height > scale * scale / 64
      if isAcross { step(nil) }
      return step(end)
    }
    bend(from, start, half, point, depth: depth + 1, miss: miss, step)
    bend(half, point, to, end, depth: depth + 1, miss: miss, step)
  }

  /// True if a point lies near the rim of a disc, where it is stretched most: an edge may go round the rim.
  private func isNearRim(_ point: CellPoint) -> Bool {
    let (across, down) = (point.column - middle.column, 2 * (point.row - middle.row))
    return across * across + down * down > 0.2 * scale * scale
  }
}
