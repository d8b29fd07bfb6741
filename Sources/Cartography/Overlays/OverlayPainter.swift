import SituationModel
import TextCanvas

/// Draws the user's own layers: lines over those of the map, then points, then the points' names.
struct OverlayPainter {
  let overlays: [MapOverlay]

  /// The greatest number of names for which room is looked for: no more fit on a screen.
  private static let mostNames = 300

  /// A point that stands on the map with its name.
  struct NamedPoint {
    let name: String
    let column: Int
    let row: Int
    let ink: Ink
  }

  /// Draws lines and outlines of areas.
  func paintLines(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    for overlay in overlays where !overlay.lines.lines.isEmpty {
      let size = sheet.size
      var tracer = StrokeTracer(
        StrokeRaster(columns: size.columns, rows: size.rows), clip: sheet.viewport.outline.box)
      for copy in copies { overlay.lines.trace(with: &tracer, copy) }
      sheet.vertices += tracer.points
      paint(tracer.raster, overlay.look, &sheet)
    }
  }

  private func paint(_ raster: StrokeRaster, _ look: MapOverlay.Look, _ sheet: inout MapSheet) {
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns where raster.isStroke(column: column, row: row) {
        let index = row * raster.columns + column
        let cell = texture.worldCell(column: column, row: row)
        guard let glyph = glyph(raster.dots[index], raster.chords[index], cell, look, sheet.glyphs) else { continue }
        sheet.put(glyph, column: column, row: row, look.ink, use: .line)
      }
    }
  }

  /// The sign and a stroke in turn, counted like the gaps of a border; among dots the sign is rarer.
  private func glyph(
    _ dots: UInt8, _ chord: Chord, _ cell: (column: Int, row: Int), _ look: MapOverlay.Look, _ glyphs: GlyphSet
  ) -> Character? {
    let step = chord.isFlat ? cell.column : cell.row
    // What is too small for a line around it is a sign.
    if chord.length == 0 || step & (glyphs == .ascii ? 1 : 3) == 0 { return look.sign }
    switch glyphs {
    case .ascii: return MapSheet.character(StrokeGlyphs.standard.glyph(for: chord))
    case .braille: return Unicode.Scalar(0x2800 + UInt32(DotGlyphs.braille(dots: dots))).map(Character.init)
    case .block: return Unicode.Scalar(DotGlyphs.block(dots: dots)).map(Character.init)
    }
  }

  /// Draws points where no mark stands; returns those that stand alone and have a name.
  func paintPoints(_ sheet: inout MapSheet, _ copies: [CellTransform]) -> [NamedPoint] {
    var named: [NamedPoint] = []
    for overlay in overlays where !overlay.points.isEmpty {
      let look = overlay.look
      for copy in copies {
        overlay.points.visit(copy) { point, isAlone in
          let at = copy.point(of: point.place)
          guard sheet.viewport.contains(at) else { return }
          let (column, row) = (Int(at.column), Int(at.row))
          guard sheet.use(column: column, row: row) != .taken else { return }
          sheet.put(look.sign, column: column, row: row, look.ink, .bold, use: .taken)
          if isAlone && !point.name.isEmpty && named.count < Self.mostNames {
            named.append(NamedPoint(name: point.name, column: column, row: row, ink: look.ink))
          }
        }
      }
    }
    return named
  }

  /// Writes the names of points where there is room.
  func paintNames(of points: [NamedPoint], _ sheet: inout MapSheet, _ board: inout LabelBoard) {
    for point in points {
      let columns = point.column..<point.column + 1
      let width = displayWidth(of: point.name)
      let spot = LabelPlacer.spot(for: point.name, beside: columns, row: point.row, on: board) {
        board.isVisible($0, width, on: sheet)
      }
      if let spot { board.write(point.name, at: spot, on: &sheet, point.ink) }
    }
  }
}
