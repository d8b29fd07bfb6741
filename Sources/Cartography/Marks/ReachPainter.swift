import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws the extents of places beyond their anchors: circles, lines and areas, outlined and hatched, under the marks.
///
/// The extent of the selected event is bright and whole; the others are broken, sparse or faint. None covers a line of the map: a road
/// that
/// an event lies along takes the event's colour. In ASCII all are drawn in `:`, which no line of the map has.
struct ReachPainter {
  let reaches: [Reach]

  /// Draws the extents, the largest first, so that more precise ones lie on top; the selected one last.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let order = reaches.indices.sorted { first, second in
      let (a, b) = (reaches[first], reaches[second])
      if a.isSelected != b.isSelected { return b.isSelected }
      let (large, small) = (a.bounds?.extent ?? 0, b.bounds?.extent ?? 0)
      return large != small ? large > small : first < second
    }
    var isFalling = false
    for index in order {
      let reach = reaches[index]
      switch reach.form {
      case .circles(let centers, let radius):
        // A circle of a column or two would only hide the mark.
        if radius >= 2 * sheet.viewport.metersPerColumn {
          let circles = centers.map { Self.circle(around: $0, radius: radius) }
          draw(circles, reach, isBroken: !reach.isSelected, &sheet, copies)
        }
      case .line(let lines): draw(lines.map(\.unrolled), reach, isBroken: false, &sheet, copies)
      case .region(let areas):
        hatch(areas, reach, isFalling: isFalling, &sheet, copies)
        isFalling.toggle()
      case .country(let areas): hatch(areas, reach, isFalling: false, &sheet, copies)
      }
    }
  }

  /// A circle with a radius in metres around a place, on a sphere of WGS 84's mean radius.
  static func circle(around center: Coordinate, radius: Double) -> [Coordinate] {
    let plane = AzimuthalEquidistant(center: center)
    let distance = min(radius / 6_371_009 / (2 * .pi), 0.5)
    return (0...48).map { step in
      let angle = Double(step) / 24 * .pi
      return plane.coordinate(at: PlanePoint(x: distance * cos(angle), y: -distance * sin(angle)))
    }.unrolled
  }

  private func raster(_ lines: [[Coordinate]], _ sheet: inout MapSheet, _ copies: [CellTransform]) -> StrokeRaster {
    let store = LineStore(
      [Feature(shape: .lines(lines))], isSimplified: false, rims: lines.areCut ? .world : .none)
    var tracer = StrokeTracer(
      StrokeRaster(columns: sheet.size.columns, rows: sheet.size.rows), clip: sheet.viewport.outline.box)
    for copy in copies { store.trace(with: &tracer, copy) }
    sheet.vertices += tracer.points
    return tracer.raster
  }

  /// Draws lines as strokes on free ground; every second stroke is left out if they are broken. Roads and other lines
  /// that they run along keep their glyphs, and take their colour.
  private func draw(
    _ lines: [[Coordinate]], _ reach: Reach, isBroken: Bool, _ sheet: inout MapSheet, _ copies: [CellTransform]
  ) {
    let raster = raster(lines, &sheet, copies)
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        let cell = texture.worldCell(column: column, row: row)
        guard chord.length > 0, !isBroken || (chord.isFlat ? cell.column : cell.row) & 1 == 0 else { continue }
        let attributes: Attributes = isBroken ? [] : .bold
        switch sheet.use(column: column, row: row) {
        case .free:
          let glyph = Self.glyph(raster.dots[row * raster.columns + column], on: sheet)
          sheet.put(glyph, column: column, row: row, reach.ink, attributes, use: .line)
        case .line, .route:
          guard !isBroken else { continue }
          sheet.recolor(column: column, row: row, reach.ink, attributes)
        case .shore, .taken: break
        }
      }
    }
  }

  /// Glyph of a line of a reach, in the map's glyphs.
  private static func glyph(_ dots: UInt8, on sheet: MapSheet) -> Character {
    sheet.glyphs.glyph(ofDots: dots) ?? Hatch.sign
  }

  /// Hatches and outlines areas. Countries that are not selected need no outline: the border is enough.
  private func hatch(
    _ areas: [Shape.Area], _ reach: Reach, isFalling: Bool, _ sheet: inout MapSheet, _ copies: [CellTransform]
  ) {
    let rings = areas.flatMap(\.rings).map(\.unrolled)
    fill(rings, reach, reach.hatch(isFalling: isFalling), &sheet, copies)
    if case .country = reach.form, !reach.isSelected { return }
    outline(rings, reach, &sheet, copies)
  }

  /// Draws lines broken, fixed to the world, on free ground.
  private func outline(_ lines: [[Coordinate]], _ reach: Reach, _ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let raster = raster(lines, &sheet, copies)
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let chord = raster.chords[row * raster.columns + column]
        let cell = texture.worldCell(column: column, row: row)
        // Colons are broken enough in themselves.
        let isDrawn = sheet.glyphs == .ascii || (chord.isFlat ? cell.column : cell.row) & 1 == 0
        guard chord.length > 0, isDrawn, sheet.use(column: column, row: row) == .free else { continue }
        let glyph = Self.glyph(raster.dots[row * raster.columns + column], on: sheet)
        sheet.put(glyph, column: column, row: row, reach.ink, reach.isSelected ? .bold : [], use: .line)
      }
    }
  }

  /// Draws a pattern on the free ground inside rings. Draws nothing if the whole view lies inside, since the pattern would say nothing.
  private func fill(
    _ rings: [[Coordinate]], _ reach: Reach, _ hatch: Hatch, _ sheet: inout MapSheet, _ copies: [CellTransform]
  ) {
    let texture = GroundTexture(sheet.viewport)
    let store = LineStore(
      [Feature(shape: .areas(rings.map { Shape.Area(outer: $0.closedAboutPole) }))], isSimplified: false,
      rims: rings.areCut ? .world : .none)
    let (inside, edges) = store.filled(sheet.viewport, copies)
    sheet.vertices += edges
    if inside.samples.allSatisfy({ $0 }) { return }
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns where inside[column, row] {
        let cell = texture.worldCell(column: column, row: row)
        guard let glyph = hatch.glyph(column: cell.column, row: cell.row, sheet.glyphs) else { continue }
        guard sheet.use(column: column, row: row) == .free else { continue }
        sheet.put(glyph, column: column, row: row, reach.hatchInk, use: .free)
      }
    }
  }
}

extension Reach {
  /// The pattern of the extent's area.
  fileprivate func hatch(isFalling: Bool) -> Hatch {
    if isSelected { return Hatch(spacing: 8, isFalling: isFalling, everyRow: 1) }
    if case .country = form { return Hatch(spacing: 16, isFalling: false, everyRow: 2) }
    return Hatch(spacing: 6, isFalling: isFalling, everyRow: 2)
  }

  /// The ink of the pattern.
  fileprivate var hatchInk: Ink {
    if case .country = form, !isSelected { return .dim }
    return ink
  }
}

extension GeoBounds {
  /// The size in square degrees, which is enough to sort areas.
  fileprivate var extent: Double { width * (north - south) }
}

extension [Coordinate] {
  /// An unrolled ring that goes once around the world, closed over the nearer pole; any other ring unchanged.
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
  /// True if there are edges on both sides of 180°, where an area was cut (RFC 7946, 3.1.9).
  fileprivate var areCut: Bool {
    func hasEdge(at longitude: Double) -> Bool {
      contains { zip($0, $0.dropFirst()).contains { $0.longitude == longitude && $1.longitude == longitude } }
    }
    return hasEdge(at: 180) && hasEdge(at: -180)
  }
}
