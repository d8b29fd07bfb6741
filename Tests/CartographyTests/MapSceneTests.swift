import SituationModel
import Testing
import TextCanvas

@testable import Cartography

@Suite struct MapSceneTests {
  @Test func eachSizeFromOneCellOnWorks() {
    for columns in [1, 2, 3, 5, 9, 20] {
      for rows in [1, 2, 3, 7, 12] {
        for glyphs in GlyphSet.allCases {
          let view = Atlas.view(34.9, 36.2, zoom: 6.5, columns, rows)
          let scene = MapScene(
            viewport: view, baseMap: Atlas.map, glyphs: glyphs, home: ["SYR"], marks: Atlas.marks,
            showsCrosshair: true, attribution: "Natural Earth")
          var grid = CellGrid(size: view.size)
          let drawing = scene.draw(into: &grid, in: grid.bounds)
          for hit in drawing.hits {
            #expect(hit.rect.intersection(grid.bounds) == hit.rect)
            #expect(!hit.rect.isEmpty && !hit.marks.isEmpty)
          }
        }
      }
    }
  }

  @Test func nothingIsDrawnIntoNoRoom() {
    var grid = CellGrid(size: Size(columns: 4, rows: 2))
    let scene = MapScene(viewport: Atlas.coast, baseMap: Atlas.map)
    #expect(scene.draw(into: &grid, in: Rect(column: 1, row: 1, columns: 0, rows: 3)).hits.isEmpty)
    #expect(grid == CellGrid(size: grid.size))
  }

  @Test(arguments: ProjectionKind.allCases, [-90.0, -60, 0, 60, 90])
  func extremesAreDrawn(kind: ProjectionKind, latitude: Double) {
    for zoom in [-2.0, 0, 3.9, 4, 12, 18] {
      for longitude in [-180.0, -179.9, 0, 38, 179.9] {
        let view = Atlas.view(latitude, longitude, zoom: zoom, 40, 15, kind)
        var grid = CellGrid(size: view.size)
        let scene = MapScene(viewport: view, baseMap: Atlas.map, home: ["SYR"], marks: Atlas.marks)
        _ = scene.draw(into: &grid, in: grid.bounds)
      }
    }
  }

  @Test func onlyTheRectangleIsDrawnOnAndHitsAreCountedInTheGrid() {
    var grid = CellGrid(size: Size(columns: 70, rows: 30))
    grid.fill(grid.bounds, with: Cell("#"))
    let rect = Rect(column: 5, row: 3, columns: 50, rows: 20)
    let scene = MapScene(viewport: Atlas.coast, baseMap: Atlas.map, home: ["SYR"], marks: Atlas.marks)
    let drawing = scene.draw(into: &grid, in: rect)
    for row in 0..<30 {
      for column in 0..<70 where !rect.contains(Position(column: column, row: row)) {
        #expect(grid[column, row] == Cell("#"))
      }
    }
    #expect(drawing.hits.allSatisfy { $0.rect.intersection(rect) == $0.rect })
    #expect(drawing.marks(at: Position(column: 0, row: 0)).isEmpty)
    #expect(drawing.hits.allSatisfy { drawing.marks(at: $0.rect.origin) != [] })
  }

  @Test func allMarksInViewCanBeHit() {
    for view in [Atlas.syria, Atlas.coast, Atlas.view(20, 10, zoom: 0, 120, 40)] {
      let scene = MapScene(viewport: view, baseMap: Atlas.map, marks: Atlas.marks)
      var grid = CellGrid(size: view.size)
      let hit = Set(scene.draw(into: &grid, in: grid.bounds).hits.flatMap(\.marks))
      #expect(hit == Set(Atlas.marks.filter { view.contains(view.point(of: $0.anchor)) }.map(\.id)))
    }
  }

  @Test func hiddenLayersAreLeftOut() {
    var grid = CellGrid(size: Atlas.coast.size)
    let scene = MapScene(
      viewport: Atlas.coast, baseMap: Atlas.map, home: ["SYR"], hiddenLayers: Set(MapLayer.allCases), marks: Atlas.marks
    )
    #expect(scene.draw(into: &grid, in: grid.bounds).hits.isEmpty)
    // Only the shore is left: no letters, no digits.
    let text = PlainTextWriter().text(of: grid)
    #expect(!text.contains { $0.isLetter || $0.isNumber })
    #expect(text.contains("|") || text.contains("/"))
  }

  @Test func seaHomeAndForeignLandHaveGroundsOfTheirOwn() {
    let view = Atlas.view(34.5, 36, zoom: 6, 60, 24)
    let scene = MapScene(viewport: view, baseMap: Atlas.map, home: ["SYR"], hiddenLayers: [.scale])
    var grid = CellGrid(size: view.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    func ground(_ latitude: Double, _ longitude: Double) -> Ink {
      let point = view.point(of: Coordinate(latitude: latitude, longitude: longitude))
      return grid[Int(point.column), Int(point.row)].style.ground
    }
    #expect(ground(34.5, 35.2) == .sea)
    #expect(ground(35.1, 36.9) == .plain)
    #expect(ground(33.9, 35.95) == .foreignLand)
  }

  @Test(arguments: ProjectionKind.allCases)
  func whatIsOutOfViewIsNotProjected(kind: ProjectionKind) {
    func vertices(_ latitude: Double, _ longitude: Double, _ zoom: Double) -> Int {
      let view = Atlas.view(latitude, longitude, zoom: zoom, 100, 36, kind)
      var grid = CellGrid(size: view.size)
      return MapScene(viewport: view, baseMap: Atlas.map, home: ["SYR"]).draw(into: &grid, in: grid.bounds).vertices
    }
    // Some half a million are loaded. A town in the region, with all of its lines; towns elsewhere.
    for zoom in [10.0, 12, 14] {
      #expect(vertices(35.52, 35.79, zoom) < 600)
      #expect(vertices(50.45, 30.52, zoom) < 300)
      #expect(vertices(-18.1, 178.4, zoom) < 300)
    }
    // A country, a continent, the world: those that a dot can show.
    #expect(vertices(35.52, 35.79, 6) < 5_000)
    #expect(vertices(50.45, 30.52, 3) < 6_000)
    #expect(vertices(50.45, 30.52, 0) < 5_000)
    // Nothing but sea.
    #expect(vertices(0, -140, 12) < 10)
  }

  @Test func withoutItsTiersAMapIsDrawnFromCoarserOnes() {
    let coarse = Atlas.load([.world110])
    let scene = MapScene(viewport: Atlas.syria, baseMap: coarse)
    var grid = CellGrid(size: Atlas.syria.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    #expect(PlainTextWriter().text(of: grid).contains("/"))
    #expect(coarse.tiers == [.world110])
  }
}
