import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is known of the place of a selected mark: its line, the outline of its area, the circle around it.
struct FootprintPainter {
  let marks: [Mark]

  /// Draws them under the marks.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    for mark in marks where mark.isSelected {
      switch mark.footprint {
      case .exact, .locality, .vicinity(radius: nil): break
      case .vicinity(radius: let radius?):
        // A circle of a column or two would only hide the mark.
        if radius >= 2 * sheet.viewport.metersPerColumn {
          outline([Self.circle(around: mark.anchor, radius: radius)], mark.ink, &sheet, copies)
        }
      case .line(let shape): highlight(Self.lines(of: shape), mark.ink, &sheet, copies)
      case .area(let shape?):
        let rings = Self.lines(of: shape)
        hatch(rings, mark.ink, &sheet, copies)
        outline(rings, mark.ink, &sheet, copies)
      case .area(nil): break
      }
    }
  }

  /// The lines of a shape, the rings of its areas, unrolled over the antimeridian; none for points.
  private static func lines(of shape: Shape) -> [[Coordinate]] {
    switch shape {
    case .points: []
    case .lines(let lines): lines.map(\.unrolled)
    case .areas(let areas): areas.flatMap(\.rings).map(\.unrolled)
    }
  }

  /// A ring of so many metres about a place, on a sphere of WGS 84's mean radius.
  static func circle(around center: Coordinate, radius: Double) -> [Coordinate] {
    let plane = AzimuthalEquidistant(center: center)
    let distance = min(radius / 6_371_009 / (2 * .pi), 0.5)
    return (0...48).map { step in
      let angle = Double(step) / 24 * .pi
      return plane.coordinate(at: PlanePoint(x: distance * cos(angle), y: -distance * sin(angle)))
    }.unrolled
  }

  private func raster(_ lines: [[Coordinate]], _ sheet: inout MapSheet, _ copies: [CellTransform]) -> StrokeRaster {
    let store = LineStore([Feature(shape: .lines(lines))], rims: lines.areCut ? .world : .none)
    var tracer = StrokeTracer(
      StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows), clip: sheet.viewport.outline.box)
    for copy in copies { store.trace(with: &tracer, copy) }
    sheet.vertices += tracer.points
    return tracer.raster
  }

  /// Draws lines as strokes, bright.
  private func highlight(_ lines: [[Coordinate]], _ ink: Ink, _ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let raster = raster(lines, &sheet, copies)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        guard chord.length > 0 else { continue }
        let glyph = MapSheet.character(StrokeGlyphs.standard.glyph(for: chord))
        sheet.put(glyph, column: column, row: row, ink, .bold, use: .line)
      }
    }
  }

  /// Draws lines broken, fixed to the world.
  private func outline(_ lines: [[Coordinate]], _ ink: Ink, _ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let raster = raster(lines, &sheet, copies)
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        let cell = texture.worldCell(column: column, row: row)
        guard chord.length > 0, (chord.isFlat ? cell.column : cell.row) & 1 == 0 else { continue }
        sheet.put("#", column: column, row: row, ink, use: .line)
      }
    }
  }

  /// Draws a sparse pattern on the free ground inside rings, fixed to the world.
  private func hatch(_ rings: [[Coordinate]], _ ink: Ink, _ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let texture = GroundTexture(sheet.viewport)
    let store = LineStore(
      [Feature(shape: .areas(rings.map { Shape.Area(outer: $0.closedAboutPole) }))],
      rims: rings.areCut ? .world : .none)
    let (inside, edges) = store.filled(sheet.viewport, copies)
    sheet.vertices += edges
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns where inside[column, row] {
        let cell = texture.worldCell(column: column, row: row)
        guard (cell.column + 2 * cell.row) & 7 == 0, sheet.use(column: column, row: row) == .free else { continue }
        sheet.put("/", column: column, row: row, ink, use: .free)
      }
    }
  }
}

extension [Coordinate] {
  /// An unrolled ring that goes once around the world, closed over the pole that it is nearer to; any other as it is.
  fileprivate var closedAboutPole: [Coordinate] {
    guard let first, let last, abs(last.longitude - first.longitude) > 180 else { return self }
    let pole = reduce(0) { $0 + $1.latitude } < 0 ? -90.0 : 90
    return self + [
      Coordinate(latitude: pole, longitude: last.longitude), Coordinate(latitude: pole, longitude: first.longitude),
      first,
    ]
  }
}

extension [[Coordinate]] {
  /// Whether there are edges on both sides of 180°, where an area was cut (RFC 7946, 3.1.9).
  fileprivate var areCut: Bool {
    func hasEdge(at longitude: Double) -> Bool {
      contains { zip($0, $0.dropFirst()).contains { $0.longitude == longitude && $1.longitude == longitude } }
    }
    return hasEdge(at: 180) && hasEdge(at: -180)
  }
}
