import SituationModel
import Testing
import TextCanvas

@testable import Cartography

@Suite("Points of the world in the cells of a view")
struct WorldGridTests {
  private let size = Size(columns: 100, rows: 30)
  private let middles = [
    Coordinate(latitude: 35, longitude: 38), Coordinate(latitude: -60, longitude: -179.9),
    Coordinate(latitude: 0, longitude: 180), Coordinate(latitude: 75, longitude: -0.001),
  ]

  private func views() -> [Viewport] {
    middles.flatMap { middle in
      stride(from: -1.0, through: 17, by: 3).map { Viewport(center: middle, zoom: $0, size: size) }
    }
  }

  /// Places in a view and around it, a few cells apart.
  private func places(around view: Viewport) -> [Coordinate] {
    stride(from: -40.0, through: 140, by: 9).flatMap { column in
      stride(from: -20.0, through: 50, by: 4).map { view.coordinate(at: CellPoint(column: column, row: $0)) }
    }
  }

  @Test("a place lies where the view's projection has it, in the copy of the world that is nearest to the middle")
  func points() throws {
    var farthest = 0.0
    for view in views() {
      let grid = try #require(WorldGrid(view))
      for place in places(around: view) {
        let world = WorldPoint(place)
        let (point, wanted) = (grid.point(world.x, world.y), view.point(of: place))
        // A place half a world away may be in either copy.
        let across = (point.column - wanted.column).remainder(dividingBy: view.worldColumns)
        farthest = max(farthest, abs(across), abs(point.row - wanted.row))
        #expect(abs(point.column - view.middle.column) <= view.worldColumns / 2 + 0.01)
      }
    }
    // A column of the closest view is 128 steps of a world point, a row 256.
    #expect(farthest < 0.02)
  }

  @Test("the middle of a view is the middle of its cells")
  func middle() throws {
    for view in views() {
      let center = WorldPoint(view.center)
      let point = try #require(WorldGrid(view)).point(center.x, center.y)
      #expect(point == view.middle)
    }
  }

  @Test("another projection than Web Mercator has none")
  func otherProjections() {
    for projection in ProjectionKind.allCases {
      let view = Viewport(center: middles[0], zoom: 4, size: size, projection: projection)
      #expect((WorldGrid(view) == nil) == (projection != .mercator))
    }
  }

  @Test("the surroundings have all that is so many cells from the middle, and nothing a cell farther")
  func surroundings() throws {
    for view in views() {
      let grid = try #require(WorldGrid(view))
      for (columns, rows) in [(50.0, 15.0), (3, 40), (0, 0)] {
        let near = grid.surroundings(columns: columns, rows: rows)
        for place in places(around: view) {
          let world = WorldPoint(place)
          let point = grid.point(world.x, world.y)
          let (across, down) = (abs(point.column - view.middle.column), abs(point.row - view.middle.row))
          let isThere = near.contains(world.x, world.y)
          if across <= columns, down <= rows { #expect(isThere, "\(place) of \(view.center), zoom \(view.zoom)") }
          if across > columns + 1 || down > rows + 1 {
            #expect(!isThere, "\(place) of \(view.center), zoom \(view.zoom)")
          }
        }
      }
    }
  }

  @Test("the poles and the ends of the world are points of it")
  func ends() {
    let (north, south) = (WorldPoint.y(atLatitude: 90), WorldPoint.y(atLatitude: -90))
    #expect(north < 0 && south > 0 && WorldPoint.y(atLatitude: 0) == 0)
    let (west, east) = (
      WorldPoint(Coordinate(latitude: 0, longitude: -180)), WorldPoint(Coordinate(latitude: 0, longitude: 180))
    )
    #expect(west.x == east.x || abs(Int64(west.x) - Int64(east.x)) >= 4_294_967_294)
  }
}
