import SituationModel
import TextCanvas

/// A measurement on a map: the shortest way from a marked place to another, and the way along roads.
public struct Measure: Hashable, Sendable {
  /// The shortest way.
  public let way: GreatCircle
  /// The way along roads; nil if there is none.
  public let route: RoadNetwork.Route?

  /// A measurement.
  public init(_ way: GreatCircle, route: RoadNetwork.Route?) {
    self.way = way
    self.route = route
  }
}

/// Draws a measurement as a dashed line from a sign to its end. The way along roads is bright.
///
///     >+< - - - - - -
struct MeasurePainter {
  let measure: Measure

  /// Draws the lines; marks and names may cover them.
  func paintLines(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    if let route = measure.route {
      paint(route.line, &sheet, copies) { sheet, _, _, column, row in
        sheet.recolor(column: column, row: row, .emphasis, .bold)
      }
    }
    let texture = GroundTexture(sheet.viewport)
    // A line of a globe's half is bent enough for a point a degree or two.
    let steps = max(2, Int(measure.way.angle * 60))
    paint((0...steps).map { measure.way.place(at: Double($0) / Double(steps)) }, &sheet, copies) {
      sheet, chord, dots, column, row in
      let cell = texture.worldCell(column: column, row: row)
      guard (chord.isFlat ? cell.column : cell.row) & 1 == 0 else { return }
      sheet.put(sheet.lineGlyph(chord, dots), column: column, row: row, .emphasis, use: .line)
    }
  }

  /// Draws the sign of the marked place, except in cells that are taken.
  func paintSign(_ sheet: inout MapSheet) {
    let point = sheet.viewport.point(of: measure.way.start)
    guard sheet.viewport.contains(point) else { return }
    let (column, row) = (Int(point.column), Int(point.row))
    for (offset, glyph) in [(0, "+"), (-1, ">"), (1, "<")] as [(Int, Character)]
    where sheet.use(column: column + offset, row: row) != .taken {
      sheet.put(glyph, column: column + offset, row: row, .emphasis, .bold, use: .taken)
    }
  }

  private func paint(
    _ line: [Coordinate], _ sheet: inout MapSheet, _ copies: [CellTransform],
    _ put: (inout MapSheet, Chord, UInt8, Int, Int) -> Void
  ) {
    let store = LineStore([Feature(shape: .lines([line.unrolled]))], isSimplified: false, rims: .none)
    var tracer = StrokeTracer(
      StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows), clip: sheet.viewport.outline.box)
    for copy in copies { store.trace(with: &tracer, copy) }
    sheet.vertices += tracer.points
    let raster = tracer.raster
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        if chord.length > 0 { put(&sheet, chord, raster.dots[row * raster.columns + column], column, row) }
      }
    }
  }
}
