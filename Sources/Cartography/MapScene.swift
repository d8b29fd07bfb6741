import SituationModel
import TextCanvas

/// The complete input for drawing a map.
public struct MapScene: Sendable {
  /// The part of the world that is shown.
  public var viewport: Viewport
  /// Land, water, borders, roads and names.
  public var baseMap: BaseMap
  /// The glyphs of lines.
  public var glyphs: GlyphSet
  /// The countries that the map is about, by their three letters (ISO 3166-1). If empty, all land looks alike.
  public var home: Set<String>
  /// The language of the names.
  public var language: NameLanguage
  /// The point of view from which contested borders and names are drawn.
  public var worldview: Worldview
  /// The layers that are left out.
  public var hiddenLayers: Set<MapLayer>
  /// The user's own layers, in the order of drawing.
  public var overlays: [MapOverlay]
  /// The events in view that have a pin.
  public var marks: [Mark]
  /// The counts of events that have no pin of their own, by cell.
  public var density: Density?
  /// Off-screen markers for the events outside the view.
  public var beyond: [Beyond]
  /// Counts at the map's foot of events that have no point on it.
  public var chips: [Chip]
  /// The extents of places.
  public var reaches: [Reach]
  /// Lines that connect the selected event with other places.
  public var tracks: [Track]
  /// True if the middle of the map is marked.
  public var showsCrosshair: Bool
  /// The measurement to draw; nil for none.
  public var measure: Measure?
  /// The lines of text over the map, a row each, at its top.
  public var caption: [String]
  /// The credit for the map's sources in a few words; empty for none.
  public var attribution: String
  /// True if the reader sees colours. Otherwise patterns and weight distinguish grounds and lines.
  public var isColored: Bool
  /// True if there are enough colours for the grounds of a density. Otherwise its classes are glyphs.
  public var hasGrounds: Bool

  /// A scene.
  public init(
    viewport: Viewport, baseMap: BaseMap, glyphs: GlyphSet = .ascii, home: Set<String> = [],
    language: NameLanguage = .english, worldview: Worldview = .deFacto,
    hiddenLayers: Set<MapLayer> = MapLayer.hiddenAtFirst,
    overlays: [MapOverlay] = [], marks: [Mark] = [],
    density: Density? = nil, beyond: [Beyond] = [], chips: [Chip] = [], reaches: [Reach] = [], tracks: [Track] = [],
    showsCrosshair: Bool = false, measure: Measure? = nil, caption: [String] = [], attribution: String = "",
    isColored: Bool = true, hasGrounds: Bool? = nil
  ) {
    self.viewport = viewport
    self.baseMap = baseMap
    self.glyphs = glyphs
    self.home = home
    self.language = language
    self.worldview = worldview
    self.hiddenLayers = hiddenLayers
    self.overlays = overlays
    self.marks = marks
    self.density = density
    self.beyond = beyond
    self.chips = chips
    self.reaches = reaches
    self.tracks = tracks
    self.showsCrosshair = showsCrosshair
    self.measure = measure
    self.caption = caption
    self.attribution = attribution
    self.isColored = isColored
    self.hasGrounds = hasGrounds ?? isColored
  }

  /// Draws the map into a rectangle of a grid and returns the cells of the marks.
  ///
  /// The view takes the rectangle's extent. Linear in the cells, the visible vertices and the marks.
  public func draw(into grid: inout CellGrid, in rect: Rect) -> MapDrawing {
    guard !rect.isEmpty else { return MapDrawing(hits: [], vertices: 0) }
    let (sheet, hits) = sheet(size: rect.size)
    sheet.copy(into: &grid, at: rect.origin)
    return MapDrawing(hits: hits.map { $0.moved(by: rect.origin) }, vertices: sheet.vertices)
  }

  /// Draws the map on a sheet of its own; hits are counted from its corner.
  func sheet(size: Size) -> (sheet: MapSheet, hits: [MapDrawing.Hit]) {
    var viewport = viewport
    viewport.size = size

    // What covers the most comes first; a little beyond the view, so that names know what lies there.
    var base = MapSheet(LabelBoard.baseView(around: viewport), glyphs: glyphs)
    let baseCopies = CellTransform.copies(in: base.viewport)
    let detail = Detail(viewport, baseMap, drawnFor: base.viewport)
    GroundPainter(baseMap: baseMap, detail: detail, home: home, hidden: hiddenLayers, isColored: isColored)
      .paint(&base, baseCopies)
    LinePainter(
      baseMap: baseMap, detail: detail, home: home, hidden: hiddenLayers, worldview: worldview, isColored: isColored
    )
    .paint(&base, baseCopies)
    let overlays = OverlayPainter(overlays: overlays)
    overlays.paintLines(&base, baseCopies)
    var sheet = base.cropped(to: viewport)
    let copies = CellTransform.copies(in: viewport)

    // What must be seen, from here on, is never covered: marks and counts, then the signs for what is not in view.
    var hits: [MapDrawing.Hit] = []
    let showsMarks = !hiddenLayers.contains(.marks)
    let tracks = TrackPainter(tracks: showsMarks ? tracks : [])
    ReachPainter(reaches: showsMarks ? reaches : []).paint(&sheet, copies)
    tracks.paintLines(&sheet, copies)
    let measure = measure.map(MeasurePainter.init)
    measure?.paintLines(&sheet, copies)
    let density = showsMarks ? density.map { DensityPainter(density: $0, isColored: hasGrounds) } : nil
    var painter = MarkPainter(showsMarks ? marks : [], viewport)
    painter.takeAnchors(&sheet)
    density?.paintGrounds(&sheet)
    painter.paint(&sheet, &hits)
    if density != nil { painter.clearGrounds(&sheet) }
    tracks.paintHeads(&sheet)
    let points = overlays.paintPoints(&sheet, copies)
    measure?.paintSign(&sheet)
    paintCaption(&sheet)
    var board = LabelBoard(viewport, base: base, sheet: sheet)
    density?.paintScale(&sheet)
    if showsMarks {
      ChipPainter(chips: chips).paint(&sheet, &hits)
      EdgeMarkers(bundles: beyond, viewport: viewport).paint(&sheet, &hits)
    }
    paintScale(&sheet)
    if !hiddenLayers.contains(.graticule) { Graticule(viewport).paintDegrees(&sheet) }

    // Names take what room is left, the important ones first.
    // The names of a few marks come before those of towns; many would drown the map.
    let marksAreFew = painter.groups.count <= Density.fewPins * 2
    if marksAreFew { MarkLabels(groups: painter.groups).paint(&sheet, &board) }
    overlays.paintNames(of: points, &sheet, &board)
    if !hiddenLayers.contains(.places) {
      PlaceLabels(baseMap: baseMap, detail: detail, viewport: viewport, language: language)
        .paint(&sheet, &board, painter.groups)
    }
    if detail.usesRegion && !hiddenLayers.contains(.roads) {
      let count = sheet.labels.count
      RoadShields(baseMap: baseMap, viewport: viewport).paint(&sheet, copies)
      board.takeNames(of: sheet, after: count)
    }
    if !marksAreFew { MarkLabels(groups: painter.groups.filter(\.isSelected)).paint(&sheet, &board) }
    if !hiddenLayers.contains(.names) {
      let areas = AreaLabels(
        baseMap: baseMap, detail: detail, viewport: viewport, language: language, worldview: worldview)
      areas.paintCountries(&sheet, &board)
      WaterLabels(baseMap: baseMap, detail: detail, viewport: viewport, language: language).paint(&sheet, &board)
      areas.paintProvinces(&sheet, &board)
    }

    density?.paintGlyphs(&sheet)
    if showsCrosshair { Crosshair(isColored: isColored).paint(&sheet) }
    return (sheet, hits)
  }

  /// Writes the caption, each line in the first row from the top where it covers no mark.
  private func paintCaption(_ sheet: inout MapSheet) {
    var row = 0
    for text in caption {
      let width = displayWidth(of: text) + 2
      let rows = row..<max(row, sheet.size.rows / 2)
      guard let free = rows.first(where: { sheet.isFree(column: 0, row: $0, count: width) }) else { return }
      sheet.write(" \(text) ", column: 0, row: free, .emphasis, .bold)
      row = free + 1
    }
  }

  /// Draws the scale bar at the lower right, and the credit where the lowest row has room.
  private func paintScale(_ sheet: inout MapSheet) {
    if hiddenLayers.contains(.scale) { return }
    let viewport = sheet.viewport
    ScaleBar(metersPerColumn: viewport.metersPerColumn, columns: viewport.size.columns)?.paint(&sheet)
    let width = displayWidth(of: attribution)
    let row = viewport.size.rows - 1
    guard width > 0, viewport.size.rows >= 8, width + 2 <= viewport.size.columns else { return }
    let columns = 0...viewport.size.columns - width - 2
    guard let column = columns.first(where: { sheet.isFree(column: $0, row: row, count: width + 2) }) else { return }
    sheet.write(attribution, column: column + 1, row: row, .dim)
  }
}
