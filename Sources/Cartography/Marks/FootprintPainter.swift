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

  /// The lines of a shape, the rings of its areas; none for points.
  private static func lines(of shape: Shape) -> [[Coordinate]] {
    switch shape {
    case .points: []
    case .lines(let lines): lines
    case .areas(let areas): areas.flatMap(\.rings)
    }
  }

  /// A ring of so many metres about a place, near enough a circle for a map: on a sphere of WGS 84's mean radius, a
  /// degree of longitude shortened by the latitude's cosine.
  static func circle(around center: Coordinate, radius: Double) -> [Coordinate] {
    let degrees = min(radius / 6_371_009 * 180 / .pi, 90)
    let shortening = max(cos(center.latitude * .pi / 180), 0.05)
    return (0...48).map { step in
      let angle = Double(step) / 24 * .pi
      return Coordinate(
        latitude: min(max(center.latitude + degrees * sin(angle), -90), 90),
        longitude: center.longitude + degrees / shortening * cos(angle))
    }
  }

  private func raster(_ lines: [[Coordinate]], _ sheet: MapSheet, _ copies: [CellTransform]) -> StrokeRaster {
    var raster = StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows)
    for copy in copies {
      var tracer = StrokeTracer(raster, clip: copy.clip)
      for line in lines {
        for place in line { tracer.line(to: copy.point(of: place)) }
        tracer.end()
      }
      raster = tracer.raster
    }
    return raster
  }

  /// Draws lines as strokes, bright.
  private func highlight(_ lines: [[Coordinate]], _ ink: Ink, _ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let raster = raster(lines, sheet, copies)
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
    let raster = raster(lines, sheet, copies)
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
    for copy in copies {
      var inside = AreaRaster(columns: sheet.size.columns, rows: sheet.size.rows)
      for ring in rings.map({ $0.map(copy.point(of:)) }) {
        for (from, to) in zip(ring, ring.dropFirst()) {
          inside.addEdge(x0: from.column, y0: from.row, x1: to.column, y1: to.row)
        }
      }
      inside.resolve()
      for row in 0..<sheet.size.rows {
        for column in 0..<sheet.size.columns where inside[column, row] {
          let cell = texture.worldCell(column: column, row: row)
          guard (cell.column + 2 * cell.row) & 7 == 0, sheet.use(column: column, row: row) == .free else { continue }
          sheet.put("/", column: column, row: row, ink, use: .free)
        }
      }
    }
  }
}
