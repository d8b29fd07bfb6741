import TextCanvas

/// What a cell lies on.
enum Ground: UInt8 {
  /// Beyond the world's edge.
  case void
  case sea, lake
  /// Land of the countries that the map is about, or any land when it is about none.
  case home
  /// Land of other countries.
  case foreign
  /// Home land that another country holds.
  case occupied
}

/// Sea, land and lakes: which is where, and what they look like.
struct GroundPainter {
  let baseMap: BaseMap
  let detail: Detail
  let home: Set<String>
  let hidden: Set<MapLayer>

  /// Draws the ground of each cell.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    let size = sheet.size
    let grounds = grounds(sheet.viewport, copies)
    let texture = GroundTexture(sheet.viewport)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let ground = grounds[row * size.columns + column]
        let glyph = hidden.contains(.ground) && ground != .lake ? " " : texture.glyph(ground, column: column, row: row)
        sheet.grid[column, row] = Cell(glyph, GroundTexture.style(ground))
      }
    }
  }

  /// What each cell lies on, row by row.
  func grounds(_ viewport: Viewport, _ copies: [CellTransform]) -> [Ground] {
    let size = viewport.size
    var grounds = Array(repeating: Ground.void, count: size.columns * size.rows)
    for copy in copies {
      let world = detail.world.map { filled(copy, size, baseMap.lines($0.land)) }
      let region = detail.usesRegion ? filled(copy, size, baseMap.lines(detail.usesFineShore ? .landFine : .land)) : nil
      let worldAbroad = abroad(.worldCountries, copy, size)
      let regionAbroad = detail.usesRegion ? abroad(.countries, copy, size) : nil
      let box = copy.box(of: BaseMap.regionBounds)
      for row in 0..<size.rows {
        for column in 0..<size.columns where copy.clip.containsMiddle(column: column, row: row) {
          let isRegional = detail.usesRegion && box.containsMiddle(column: column, row: row)
          let land = isRegional ? region : world
          let abroad = isRegional ? regionAbroad : worldAbroad
          let isLand = land?[column, row] ?? false
          grounds[row * size.columns + column] = !isLand ? .sea : abroad?[column, row] ?? false ? .foreign : .home
        }
      }
      if detail.showsOccupied { addOccupied(to: &grounds, copy, size) }
      if !hidden.contains(.lakes) { addLakes(to: &grounds, copy, size, box) }
    }
    return grounds
  }

  private func filled(_ copy: CellTransform, _ size: Size, _ store: LineStore) -> AreaRaster {
    var raster = AreaRaster(columns: size.columns, rows: size.rows)
    store.fill(&raster, copy)
    raster.resolve()
    return raster
  }

  /// The land of other countries; nil when all land is alike, or the view too wide to tell one country from another.
  private func abroad(_ file: BaseMapFile, _ copy: CellTransform, _ size: Size) -> AreaRaster? {
    let store = baseMap.lines(file)
    if home.isEmpty || !detail.tellsHome || store.lines.isEmpty { return nil }
    if file == .worldCountries && detail.world == nil { return nil }
    var raster = AreaRaster(columns: size.columns, rows: size.rows)
    store.fill(&raster, copy) { !home.contains($0.country) }
    raster.resolve()
    return raster
  }

  /// Land in areas of the kind `occupied`, as far as it is home.
  private func addOccupied(to grounds: inout [Ground], _ copy: CellTransform, _ size: Size) {
    var raster = AreaRaster(columns: size.columns, rows: size.rows)
    baseMap.lines(.disputed).fill(&raster, copy) { $0.kind == "occupied" }
    raster.resolve()
    for row in 0..<size.rows {
      for column in 0..<size.columns where raster[column, row] {
        let index = row * size.columns + column
        if grounds[index] == .home { grounds[index] = .occupied }
      }
    }
  }

  /// Cells of which a lake covers most. Lakes are sampled finer than land, since many are no larger than a cell.
  private func addLakes(to grounds: inout [Ground], _ copy: CellTransform, _ size: Size, _ box: CellBox) {
    func lakes(_ file: BaseMapFile) -> AreaRaster {
      var raster = AreaRaster(columns: size.columns * 2, rows: size.rows * 2)
      baseMap.lines(file).fill(&raster, copy, samples: (2, 2))
      raster.resolve()
      return raster
    }
    let world = detail.world.map { lakes($0.lakes) }
    let region = detail.usesRegion ? lakes(.lakes) : nil
    for row in 0..<size.rows {
      for column in 0..<size.columns where copy.clip.containsMiddle(column: column, row: row) {
        let isRegional = detail.usesRegion && box.containsMiddle(column: column, row: row)
        guard let raster = isRegional ? region : world else { continue }
        let (x, y) = (column * 2, row * 2)
        let count = [raster[x, y], raster[x + 1, y], raster[x, y + 1], raster[x + 1, y + 1]].count { $0 }
        if count >= 2 { grounds[row * size.columns + column] = .lake }
      }
    }
  }
}

/// The patterns by which grounds are told apart without colour: sparse, and fixed to the world, so that they move with it.
struct GroundTexture {
  private let column: Int
  private let row: Int

  init(_ viewport: Viewport) {
    let center = viewport.projection.point(of: viewport.center)
    let worldColumn = center.x * viewport.worldColumns - viewport.middle.column
    let worldRow = center.y * viewport.worldColumns / 2 - viewport.middle.row
    // A little more than nothing, so that a view on the edge between two cells does not waver.
    column = Int((worldColumn + 1e-6).rounded(.down))
    row = Int((worldRow + 1e-6).rounded(.down))
  }

  /// The column and row of a cell, counted from the corner of the world.
  func worldCell(column: Int, row: Int) -> (column: Int, row: Int) {
    (self.column + column, self.row + row)
  }

  /// The glyph of a ground in a cell.
  func glyph(_ ground: Ground, column: Int, row: Int) -> Character {
    let (x, y) = worldCell(column: column, row: row)
    switch ground {
    case .void, .home: return " "
    case .sea: return y & 1 == 0 && (x + (y & 2) * 3) % 12 == 0 ? "~" : " "
    case .lake: return (x + y) & 1 == 0 ? "~" : " "
    case .foreign: return y & 1 == 0 && (x + (y & 2) * 2) & 7 == 0 ? "." : " "
    case .occupied: return (x + 2 * y) % 6 == 0 ? "'" : " "
    }
  }

  /// The colours of a ground.
  static func style(_ ground: Ground) -> Style {
    switch ground {
    case .void: .plain
    case .sea: Style(.sea, on: .sea)
    case .lake: Style(.lake, on: .lake)
    case .home: Style(.land)
    case .foreign: Style(.foreignLand, on: .foreignLand)
    case .occupied: Style(.disputedBorder)
    }
  }
}
