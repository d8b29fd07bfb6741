import TextCanvas

/// Shores, rivers, borders and roads: traced into a raster for each kind, and then one character a cell.
struct LinePainter {
  let baseMap: BaseMap
  let detail: Detail
  let home: Set<String>
  let hidden: Set<MapLayer>
  let worldview: Worldview
  /// True if colours tell lines apart; otherwise weight has to.
  let isColored: Bool

  /// Draws all lines.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let shown = LineLayer.allCases.filter { layer in layer.mapLayer.map { !hidden.contains($0) } ?? true }
    var rasters = shown.map { layer in (layer, raster(of: layer, &sheet, copies)) }
    let routes = rasters.last { $0.0 == .route }.map { route in
      RoutePath(route.1, shore: rasters.first { $0.0 == .shore }?.1, on: sheet)
    }
    rasters.removeAll { $0.0 == .route }
    switch sheet.glyphs {
    case .ascii:
      paintStrokes(&sheet, rasters)
      if let routes { paintStrokes(&sheet, routes) }
    case .braille, .block:
      if let routes { rasters.append((.route, routes.dots)) }
      paintDots(&sheet, rasters)
    }
  }

  // MARK: Rasters

  private func raster(of layer: LineLayer, _ sheet: inout MapSheet, _ copies: [CellTransform]) -> StrokeRaster {
    let viewport = sheet.viewport
    var tracer = StrokeTracer(
      StrokeRaster(columns: viewport.size.columns, rows: viewport.size.rows), clip: viewport.outline.box)
    let graticule = layer == .graticule ? Graticule(viewport).lines : nil
    for copy in copies {
      graticule?.trace(with: &tracer, copy)
      // World lines are not drawn where the region's are.
      tracer.hole = detail.region
      if let world = detail.world { traceWorld(layer, world, &tracer, copy) }
      tracer.hole = nil
      if detail.usesRegion { traceRegion(layer, viewport.zoom, &tracer, copy) }
    }
    sheet.vertices += tracer.points
    return tracer.raster
  }

  private func traceWorld(
    _ layer: LineLayer, _ world: Detail.World, _ tracer: inout StrokeTracer, _ copy: CellTransform
  ) {
    switch layer {
    case .graticule: break
    case .shore: baseMap.lines(world.land).trace(with: &tracer, copy)
    case .border: traceBorders(world.borders, .international, &tracer, copy)
    case .disputedBorder: traceBorders(world.borders, .disputed, &tracer, copy)
    case .river:
      if let rivers = world.rivers { baseMap.lines(rivers).trace(with: &tracer, copy) }
    case .lakeShore: if detail.showsLakeShores { baseMap.lines(world.lakes).trace(with: &tracer, copy) }
    case .province, .road, .route: break
    }
  }

  private func traceRegion(
    _ layer: LineLayer, _ zoom: Double, _ tracer: inout StrokeTracer, _ copy: CellTransform
  ) {
    switch layer {
    case .graticule: break
    case .shore: baseMap.lines(detail.usesFineShore ? .coastFine : .coast).trace(with: &tracer, copy)
    case .border: traceBorders(.borders, .international, &tracer, copy)
    case .disputedBorder: traceBorders(.borders, .disputed, &tracer, copy)
    case .river:
      baseMap.lines(.rivers).trace(with: &tracer, copy) { zoom >= FirstZoom.river(rank: $0.rank) }
    // Rivers end at the shores of lakes.
    case .lakeShore: baseMap.lines(.lakes).trace(with: &tracer, copy)
    case .route: baseMap.lines(.roads).trace(with: &tracer, copy) { $0.isRoute && zoom >= FirstZoom.routes }
    case .road: baseMap.lines(.roads).trace(with: &tracer, copy) { !$0.isRoute && zoom >= FirstZoom.roads }
    case .province:
      baseMap.lines(.provinces).trace(with: &tracer, copy) {
        zoom >= FirstZoom.province(isHome: home.contains($0.country))
      }
    }
  }

  private func traceBorders(
    _ file: BaseMapFile, _ drawing: BorderDrawing, _ tracer: inout StrokeTracer, _ copy: CellTransform
  ) {
    baseMap.lines(file).trace(with: &tracer, copy) { $0.border(in: worldview) == drawing }
  }

  // MARK: Characters

  private func paintStrokes(_ sheet: inout MapSheet, _ rasters: [(LineLayer, StrokeRaster)]) {
    let size = sheet.size
    let texture = GroundTexture(sheet.viewport)
    let glyphs = StrokeGlyphs.standard
    for (layer, raster) in rasters {
      for row in raster.drawnRows {
        for column in 0..<size.columns {
          let index = row * size.columns + column
          // Most cells have no line.
          if raster.dots[index] == 0, raster.chords[index].length == 0 { continue }
          let (dots, chord) = (raster.dots[index], raster.chords[index])
          // Of a broken line only what really passes through a cell; of a shore also the islet that is but a dot.
          guard layer == .shore ? raster.isStroke(column: column, row: row) : chord.length > 0 else { continue }
          let cell = texture.worldCell(column: column, row: row)
          if layer.endsAtLakes, sheet.grid[column, row].style.ground == .lake { continue }
          guard let glyph = layer.glyph(chord, dots, cell: cell, glyphs) else { continue }
          sheet.put(
            MapSheet.character(glyph), column: column, row: row, layer.ink, layer.attributes(isColored: isColored),
            use: layer.use)
        }
      }
    }
  }

  private func paintStrokes(_ sheet: inout MapSheet, _ routes: RoutePath) {
    let layer = LineLayer.route
    for (cell, glyph) in routes.strokes {
      sheet.put(
        glyph, column: cell.column, row: cell.row, layer.ink, layer.attributes(isColored: isColored), use: layer.use)
    }
  }

  private func paintDots(_ sheet: inout MapSheet, _ rasters: [(LineLayer, StrokeRaster)]) {
    let size = sheet.size
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let index = row * size.columns + column
        let cell = texture.worldCell(column: column, row: row)
        var dots: UInt8 = 0
        var top: LineLayer?
        for (layer, raster) in rasters where raster.dots[index] != 0 {
          let shown = raster.dots[index] & layer.shownDots(raster.chords[index], cell: cell)
          if shown != 0 { (dots, top) = (dots | shown, layer) }
        }
        guard let top, let glyph = sheet.glyphs.glyph(ofDots: dots) else { continue }
        sheet.put(
          glyph, column: column, row: row, top.ink, top.attributes(isColored: isColored), use: top.use)
      }
    }
  }
}

extension Trait {
  /// True if a road is of the first class: drawn as a route.
  var isRoute: Bool { kind == "motorway" }
}
