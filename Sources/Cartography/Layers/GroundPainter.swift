import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
    let grounds = grounds(&sheet, copies)
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
  private func grounds(_ sheet: inout MapSheet, _ copies: [CellTransform]) -> [Ground] {
    func filled(
      _ file: BaseMapFile, density: Int = 1, where isChosen: (Trait) -> Bool = { _ in true }
    ) -> AreaRaster {
      let raster = baseMap.lines(file).filled(sheet.viewport, copies, density: density, where: isChosen)
      sheet.vertices += raster.edges
      return raster
    }
    let world = detail.world.map { filled($0.land) }
    let region = detail.usesRegion ? filled(detail.usesFineShore ? .landFine : .land) : nil
    let worldAbroad = detail.world.flatMap { tellsHome($0.countries) ? filled($0.countries, where: isAbroad) : nil }
    let regionAbroad = detail.usesRegion && tellsHome(.countries) ? filled(.countries, where: isAbroad) : nil
    let occupied = detail.showsOccupied ? filled(.disputed) { $0.kind == "occupied" } : nil
    // Lakes are sampled finer than land, since many are no larger than a cell.
    let showsLakes = !hidden.contains(.lakes)
    let worldLakes = showsLakes ? detail.world.map { filled($0.lakes, density: 2) } : nil
    let regionLakes = showsLakes && detail.usesRegion ? filled(.lakes, density: 2) : nil

    let outline = sheet.viewport.outline
    var grounds: [Ground] = []
    grounds.reserveCapacity(sheet.size.columns * sheet.size.rows)
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns {
        guard outline.contains(CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5)) else {
          grounds.append(.void)
          continue
        }
        let isRegional = detail.isRegional(column: column, row: row)
        let isLand = (isRegional ? region : world)?[column, row] ?? false
        let isAbroad = (isRegional ? regionAbroad : worldAbroad)?[column, row] ?? false
        let isOccupied = occupied?[column, row] ?? false
        let isLake = (isRegional ? regionLakes : worldLakes)?.coversMost(ofColumn: column, row: row) ?? false
        grounds.append(isLake ? .lake : !isLand ? .sea : isAbroad ? .foreign : isOccupied ? .occupied : .home)
      }
    }
    return grounds
  }

  /// Whether land is told from that of other countries; not when all is alike, or the view too wide.
  private func tellsHome(_ file: BaseMapFile) -> Bool {
    !home.isEmpty && detail.tellsHome && !baseMap.lines(file).lines.isEmpty
  }

  private func isAbroad(_ trait: Trait) -> Bool { !home.contains(trait.country) }
}

extension AreaRaster {
  /// Whether half of a cell's four samples, or more, lie inside.
  fileprivate func coversMost(ofColumn column: Int, row: Int) -> Bool {
    let (x, y) = (column * 2, row * 2)
    return [self[x, y], self[x + 1, y], self[x, y + 1], self[x + 1, y + 1]].count { $0 } >= 2
  }
}

/// The patterns by which grounds are told apart without colour: sparse, and fixed to the world, so that they move with it.
struct GroundTexture {
  private let column: Int
  private let row: Int

  init(_ viewport: Viewport) {
    // A disc turns when its middle moves, so no pattern can be fixed to all of it: only to the middle.
    let center = viewport.center
    let shortening = viewport.projection.isCylindrical ? 1 : cos(center.latitude * .pi / 180)
    let equator = viewport.plane.point(of: Coordinate(latitude: 0, longitude: center.longitude)).y
    let worldColumn = (center.longitude + 180) / 360 * shortening * viewport.worldColumns - viewport.middle.column
    let worldRow = (0.5 - equator) * viewport.worldColumns / 2 - viewport.middle.row
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
