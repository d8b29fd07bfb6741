import SituationModel

/// From degrees to a view's cells, for one copy of the world; holds what `Viewport.point(of:)` would work out anew for
/// each vertex.
struct CellTransform {
  private let projection: ProjectionKind
  private let scale: Double
  private let originX: Double
  private let originY: Double
  /// The part of the view, in columns and rows, that this copy of the world may draw on.
  let clip: CellBox
  /// The degrees that can be seen in it.
  let bounds: GeoBounds
  /// Vertices of less weight than this are left out: about a dot's width, in degrees.
  let tolerance: Float

  /// The transforms of all copies of the world that reach into a view: one, or two at the antimeridian.
  static func copies(in viewport: Viewport) -> [CellTransform] {
    [-1, 0, 1].compactMap { CellTransform(viewport, shift: $0) }
  }

  /// The copy `shift` worlds to the east; nil when it is out of view.
  private init?(_ viewport: Viewport, shift: Double) {
    projection = viewport.projection
    scale = viewport.worldColumns
    tolerance = Float(360 / (2 * scale) * 0.8)
    let center = projection.point(of: viewport.center)
    let columns = Double(viewport.size.columns)
    let rows = Double(viewport.size.rows)
    originX = center.x - shift - columns / 2 / scale
    originY = center.y - rows / scale

    // The world once: half of it on either side of the middle.
    let left = max(0, columns / 2 - scale / 2)
    let right = min(columns, columns / 2 + scale / 2)
    let west = max(left, -originX * scale)
    let east = min(right, (1 - originX) * scale)
    guard west < east else { return nil }
    let ends = projection.latitudes
    let top = projection.point(of: Coordinate(latitude: ends.upperBound, longitude: 0)).y
    let bottom = projection.point(of: Coordinate(latitude: ends.lowerBound, longitude: 0)).y
    clip = CellBox(
      left: west, top: max(0, (top - originY) * scale / 2), right: east,
      bottom: min(rows, (bottom - originY) * scale / 2))

    let visibleTop = min(max(originY, top), bottom)
    let visibleBottom = min(max(originY + rows * 2 / scale, top), bottom)
    let north = projection.coordinate(at: PlanePoint(x: 0.5, y: visibleTop)).latitude
    let south = projection.coordinate(at: PlanePoint(x: 0.5, y: visibleBottom)).latitude
    bounds = GeoBounds(
      south: south, west: (originX + west / scale) * 360 - 180, north: north,
      east: (originX + east / scale) * 360 - 180)
  }

  /// Where a place lies in this copy of the world.
  func point(of place: Coordinate) -> CellPoint {
    let point = projection.point(of: place)
    return CellPoint(column: (point.x - originX) * scale, row: (point.y - originY) * scale / 2)
  }

  /// Where a vertex lies in this copy of the world.
  func point(of vertex: LineStore.Vertex) -> CellPoint {
    point(of: Coordinate(latitude: Double(vertex.latitude), longitude: Double(vertex.longitude)))
  }

  /// Whether a rectangle is no larger than two dots or so: too small for a line around it.
  func isTiny(_ bounds: GeoBounds) -> Bool {
    max(bounds.east - bounds.west, bounds.north - bounds.south) < 2 * Double(tolerance)
  }

  /// The cells that a rectangle of degrees covers.
  func box(of bounds: GeoBounds) -> CellBox {
    let northwest = point(of: Coordinate(latitude: bounds.north, longitude: bounds.west))
    let southeast = point(of: Coordinate(latitude: bounds.south, longitude: bounds.east))
    return CellBox(left: northwest.column, top: northwest.row, right: southeast.column, bottom: southeast.row)
  }
}

/// A rectangle of a view, in columns and rows, not bound to whole cells.
struct CellBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Whether the middle of a cell lies in it.
  func containsMiddle(column: Int, row: Int) -> Bool {
    let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
    return x >= left && x < right && y >= top && y < bottom
  }
}
