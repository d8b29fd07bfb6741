import SituationModel
import TextCanvas

/// A connection between two places: to where an event was bound for, or to what came before and after it.
///
/// It has a start and an end, and says nothing of the way between them: it is drawn along the shortest way over the globe. If an end
/// lies somewhere in an area, the line stops at the area's edge.
public struct Track: Hashable, Sendable {
  /// The start of the line.
  public var start: Coordinate
  /// The end of the line, with the arrow.
  public var end: Coordinate
  /// The area in which the track begins: it is drawn from the area's edge. Empty if the start is a point.
  public var startAreas: [Shape.Area]
  /// The area in which the track ends: it is drawn to the area's edge. Empty if the end is a point.
  public var endAreas: [Shape.Area]
  /// Words for the end, if that has no mark of its own.
  public var label: String?
  /// The colour of the line.
  public var ink: Ink

  /// A track.
  public init(
    from start: Coordinate, in startAreas: [Shape.Area] = [], to end: Coordinate, in endAreas: [Shape.Area] = [],
    label: String? = nil, ink: Ink
  ) {
    self.start = start
    self.end = end
    self.startAreas = startAreas
    self.endAreas = endAreas
    self.label = label
    self.ink = ink
  }

  /// Places along the line, close enough together for straight lines between them: from the edge of the area where it begins
  /// to the edge of the area where it ends. Empty if those two areas leave nothing between them.
  var places: [Coordinate] {
    let way = GreatCircle(from: start, to: end)
    // A line of a globe's half is bent enough for a point a degree or two; an edge is met to a two-hundredth.
    let hasEdges = !startAreas.isEmpty || !endAreas.isEmpty
    let steps = max(hasEdges ? 200 : 2, Int(way.angle * 60))
    let all = (0...steps).map { way.place(at: Double($0) / Double(steps)) }
    guard hasEdges else { return all }
    let first = startAreas.isEmpty ? 0 : (all.lastIndex { startAreas.contain($0) } ?? -1) + 1
    let last = endAreas.isEmpty ? steps : (all.firstIndex { endAreas.contain($0) } ?? steps + 1) - 1
    return first < last ? Array(all[first...last]) : []
  }
}

extension [Shape.Area] {
  /// True if a place lies in one of the areas, by the even–odd rule over all their rings.
  fileprivate func contain(_ place: Coordinate) -> Bool {
    reduce(false) { isInside, area in
      isInside != area.rings.reduce(false) { $0 != $1.unrolled.crosses(eastOf: place) }
    }
  }
}

extension [Coordinate] {
  /// True if a ray to the east of a place crosses a ring an odd number of times.
  fileprivate func crosses(eastOf place: Coordinate) -> Bool {
    var isOdd = false
    for (from, to) in zip(self, dropFirst() + prefix(1))
    where (from.latitude > place.latitude) != (to.latitude > place.latitude) {
      let share = (place.latitude - from.latitude) / (to.latitude - from.latitude)
      if place.longitude < from.longitude + share * (to.longitude - from.longitude) { isOdd.toggle() }
    }
    return isOdd
  }
}

/// Draws tracks as dashed lines with an arrow at the end, or where they leave the view.
///
///     C - - - - - - > bound for Hmeimim
struct TrackPainter {
  let tracks: [Track]

  /// Draws the lines; marks and names may cover them.
  func paintLines(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let texture = GroundTexture(sheet.viewport)
    for track in tracks {
      let store = LineStore(
        [Feature(shape: .lines([track.places.unrolled]))], isSimplified: false, rims: .none)
      var tracer = StrokeTracer(
        StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows), clip: sheet.viewport.outline.box)
      for copy in copies { store.trace(with: &tracer, copy) }
      sheet.vertices += tracer.points
      for row in 0..<sheet.size.rows {
        for column in 0..<sheet.size.columns {
          let chord = tracer.raster.chords[row * sheet.size.columns + column]
          let cell = texture.worldCell(column: column, row: row)
          guard chord.length > 0, (chord.isFlat ? cell.column : cell.row) & 1 == 0 else { continue }
          if sheet.use(column: column, row: row) == .route { sheet.recolor(column: column, row: row, track.ink, .bold) }
          guard sheet.use(column: column, row: row) < .shore else { continue }
          let glyph = sheet.lineGlyph(chord, tracer.raster.dots[row * sheet.size.columns + column])
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
      // In another row than the arrow it would be read as a part of what stands there.
      if let spot, spot.row == head.row { LabelPlacer.write(label, at: spot, on: &sheet, track.ink) }
    }
  }

  private static func arrow(across: Int, down: Int) -> Character {
    // Rows are twice as high as columns.
    abs(across) >= 2 * abs(down) ? (across < 0 ? "<" : ">") : (down < 0 ? "^" : "v")
  }

  /// The cells of a view that a track goes through, from its start to its end.
  private func path(of track: Track, _ viewport: Viewport) -> [Position] {
    var path: [Position] = []
    let outline = viewport.outline
    let points = track.places.map { viewport.point(of: $0) }
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
