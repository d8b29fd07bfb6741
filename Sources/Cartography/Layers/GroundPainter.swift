import SituationModel
import TextCanvas

/// Draws sea, land and lakes.
struct GroundPainter {
  let baseMap: BaseMap
  let detail: Detail
  let home: Set<String>
  let hidden: Set<MapLayer>
  /// True if colours distinguish the grounds, so that they need no patterns.
  let isColored: Bool

  /// Draws the ground of each cell.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let size = sheet.size
    let grounds = grounds(&sheet, copies)
    let texture = GroundTexture(sheet.viewport)
    let isPlain = hidden.contains(.ground)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let ground = grounds[row * size.columns + column]
        if isPlain && ground != .lake { continue }
        let glyph = isColored ? " " : texture.glyph(ground, column: column, row: row)
        sheet.grid[column, row] = Cell(glyph, GroundTexture.style(ground))
      }
    }
  }

  /// The ground of each cell, row by row.
  private func grounds(_ sheet: inout MapSheet, _ copies: [CellTransform]) -> [Ground] {
    var grounds = Array(repeating: Ground.void, count: sheet.size.columns * sheet.size.rows)
    let outline = sheet.viewport.outline
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns {
        let middle = CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5)
        if outline.contains(middle) { grounds[row * sheet.size.columns + column] = .sea }
      }
    }
    if let world = detail.world { add(land: world.land, countries: world.countries, to: &grounds, &sheet, copies) }
    if detail.usesRegion {
      add(
        land: detail.usesFineShore ? .landFine : .land, countries: .countries, isRegional: true, to: &grounds, &sheet,
        copies)
    }
    if detail.showsOccupied {
      let occupied = filled(.disputed, &sheet, copies) { $0.kind == "occupied" }.samples
      for index in grounds.indices where occupied[index] && grounds[index] == .home { grounds[index] = .occupied }
    }
    if !hidden.contains(.lakes) {
      if let world = detail.world { add(lakes: world.lakes, to: &grounds, &sheet, copies) }
      if detail.usesRegion { add(lakes: .lakes, isRegional: true, to: &grounds, &sheet, copies) }
    }
    return grounds
  }

  /// Adds land. If there is a home, foreign land is distinguished from it. The region's land replaces the world's in the
  /// region's cells.
  private func add(
    land: BaseMapFile, countries: BaseMapFile, isRegional: Bool = false, to grounds: inout [Ground],
    _ sheet: inout MapSheet, _ copies: [CellTransform]
  ) {
    let land = filled(land, &sheet, copies).samples
    let tellsHome = !home.isEmpty && detail.tellsHome && !baseMap.lines(countries).lines.isEmpty
    let abroad = tellsHome ? filled(countries, &sheet, copies) { !home.contains($0.country) }.samples : []
    let region = isRegional ? detail.region?.samples ?? [] : []
    for index in grounds.indices where grounds[index] != .void && (region.isEmpty || region[index]) {
      grounds[index] = !land[index] ? .sea : !abroad.isEmpty && abroad[index] ? .foreign : .home
    }
  }

  /// Adds cells of which a lake covers half or more. Lakes are sampled finer than land, since many are no larger than a cell.
  private func add(
    lakes: BaseMapFile, isRegional: Bool = false, to grounds: inout [Ground], _ sheet: inout MapSheet,
    _ copies: [CellTransform]
  ) {
    let lakes = filled(lakes, &sheet, copies, density: 2)
    let region = detail.region?.samples ?? []
    var index = 0
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns {
        defer { index += 1 }
        guard grounds[index] != .void, region.isEmpty || region[index] == isRegional else { continue }
        let upper = 2 * row * lakes.columns + 2 * column
        let lower = upper + lakes.columns
        let (first, second) = (lakes.samples[upper], lakes.samples[upper + 1])
        let (third, fourth) = (lakes.samples[lower], lakes.samples[lower + 1])
        // Two of the four: one each way, or both of a pair.
        if (first || second) && (third || fourth) || first && second || third && fourth { grounds[index] = .lake }
      }
    }
  }

  private func filled(
    _ file: BaseMapFile, _ sheet: inout MapSheet, _ copies: [CellTransform], density: Int = 1,
    where isChosen: (Trait) -> Bool = { _ in true }
  ) -> AreaMask {
    let (mask, edges) = baseMap.lines(file).filled(sheet.viewport, copies, density: density, where: isChosen)
    sheet.vertices += edges
    return mask
  }
}
