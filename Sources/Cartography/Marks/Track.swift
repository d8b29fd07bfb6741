import SituationModel
import TextCanvas

/// What ties one place to another: where an event was bound for, or what came before and after it.
///
/// It says from where to where, and nothing of the way between: a line along the shortest way over the globe.
public struct Track: Hashable, Sendable {
  /// Where it begins.
  public var start: Coordinate
  /// Where its arrow points.
  public var end: Coordinate
  /// Words for its end, if that has no mark of its own.
  public var label: String?
  /// Its colour.
  public var ink: Ink

  /// A track.
  public init(from start: Coordinate, to end: Coordinate, label: String? = nil, ink: Ink) {
    self.start = start
    self.end = end
    self.label = label
    self.ink = ink
  }
}

/// Tracks as dashed lines with an arrow at their end, or where they leave the view.
///
///     C - - - - - - > bound for Hmeimim
struct TrackPainter {
  let tracks: [Track]

  /// Draws the lines; marks and names may cover them.
  func paintLines(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let texture = GroundTexture(sheet.viewport)
    for track in tracks {
      let store = LineStore(
        [Feature(shape: .lines([Self.places(of: track).unrolled]))], isSimplified: false, rims: .none)
      var tracer = StrokeTracer(
        StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows), clip: sheet.viewport.outline.box)
      for copy in copies { store.trace(with: &tracer, copy) }
      sheet.vertices += tracer.points
      for row in 0..<sheet.size.rows {
        for column in 0..<sheet.size.columns {
          let chord = tracer.raster.chords[row * sheet.size.columns + column]
          let cell = texture.worldCell(column: column, row: row)
          guard chord.length > 0, (chord.isFlat ? cell.column : cell.row) & 1 == 0 else { continue }
          let glyph = MapSheet.character(StrokeGlyphs.standard.glyph(for: chord))
          sheet.put(glyph, column: column, row: row, track.ink, .bold, use: .line)
        }
      }
    }
  }

  /// Draws the arrows, and the words at the ends, on what the marks leave free.
  func paintHeads(_ sheet: inout MapSheet) {
    for track in tracks {
      let path = path(of: track, sheet.viewport)
      // A mark with its ring and count covers a few cells of the end.
      let free = path.indices.suffix(8).last { sheet.isFree(path[$0]) }
      guard let free, path.count > 2 else { continue }
      let head = path[free]
      let before = path[max(0, free - 3)]
      let after = path[min(path.count - 1, free + 1)]
      let glyph = Self.arrow(across: after.column - before.column, down: after.row - before.row)
      sheet.put(glyph, column: head.column, row: head.row, track.ink, .bold, use: .taken)
      guard let label = track.label else { continue }
      let spot = LabelPlacer.spot(for: label, beside: head.column..<head.column + 1, row: head.row, on: sheet)
      if let spot { LabelPlacer.write(label, at: spot, on: &sheet, track.ink) }
    }
  }

  private static func arrow(across: Int, down: Int) -> Character {
    // Rows are twice as high as columns.
    abs(across) >= 2 * abs(down) ? (across < 0 ? "<" : ">") : (down < 0 ? "^" : "v")
  }

  private static func places(of track: Track) -> [Coordinate] {
    let way = GreatCircle(from: track.start, to: track.end)
    // A line of a globe's half is bent enough for a point a degree or two.
    let steps = max(2, Int(way.angle * 60))
    return (0...steps).map { way.place(at: Double($0) / Double(steps)) }
  }

  /// The cells of a view that a track goes through, from its start to its end.
  private func path(of track: Track, _ viewport: Viewport) -> [Position] {
    var path: [Position] = []
    let outline = viewport.outline
    let points = Self.places(of: track).map { viewport.point(of: $0) }
    for (from, to) in zip(points, points.dropFirst()) {
      let (across, down) = (to.column - from.column, to.row - from.row)
      // Over the edge of the world, and on at its other side.
      if abs(across) > viewport.worldColumns / 2 { continue }
      let steps = max(1, Int(min(max(abs(across), abs(down)) * 2, 4_000)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let point = CellPoint(column: from.column + share * across, row: from.row + share * down)
        guard viewport.contains(point), outline.contains(point) else { continue }
        let cell = Position(column: Int(point.column), row: Int(point.row))
        if path.last != cell { path.append(cell) }
      }
    }
    return path
  }
}

extension MapSheet {
  fileprivate func isFree(_ cell: Position) -> Bool { use(column: cell.column, row: cell.row) != .taken }
}
