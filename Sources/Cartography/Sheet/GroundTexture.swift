import SituationModel
import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Patterns by which grounds are told apart without colour: sparse, and fixed to the world, so that they move with it.
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
    case .void, .home, .foreign: return " "
    case .sea: return y & 1 == 0 && (x + (y & 2) * 3) % 12 == 0 ? "~" : " "
    case .lake: return (x + y) & 1 == 0 ? "~" : " "
    case .occupied: return y & 1 == 0 && (x + (y & 2) * 3) % 12 == 0 ? "&" : " "
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
    case .occupied: Style(.occupiedLand, on: .occupiedLand)
    }
  }
}
