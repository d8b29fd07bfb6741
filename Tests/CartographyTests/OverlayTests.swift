import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

@Suite("Overlays")
struct OverlayTests {
  @Test(
    "every point has a sign in its cell or next to it, and there is no sign without a point",
    arguments: ProjectionKind.allCases, [-0.5, 2, 6, 12])
  func points(projection: ProjectionKind, zoom: Double) {
    var random = SeededGenerator(seed: 7)
    // As many far and wide as in one town.
    let places = (0..<4_000).map { index in
      index % 2 == 0
        ? Coordinate(
          latitude: Double.random(in: -90...90, using: &random),
          longitude: Double.random(in: -180...180, using: &random))
        : Coordinate(
          latitude: 10 + Double.random(in: 0...0.05, using: &random),
          longitude: 179.98 + Double.random(in: 0...0.02, using: &random))
    }
    let view = Atlas.view(10, 179.99, zoom: zoom, 70, 24, projection)
    let grid = draw(view, [Feature(shape: .points(places))])
    let cells = Set(
      places.map(view.point(of:)).filter(view.contains).map { Position(column: Int($0.column), row: Int($0.row)) })
    func neighbours(_ cell: Position) -> [Position] {
      (-1...1).flatMap { down in
        (-1...1).map { Position(column: cell.column + $0, row: cell.row + down) }
      }
    }
    for cell in cells { #expect(neighbours(cell).contains { grid[$0.column, $0.row].glyph == "#" }) }
    for row in 0..<24 {
      for column in 0..<70 where grid[column, row].glyph == "#" {
        #expect(neighbours(Position(column: column, row: row)).contains(where: cells.contains))
      }
    }
  }

  @Test("names stand by points that stand alone, safe whatever they hold")
  func names() {
    let features = [("Alpha \u{7}", 10.0), ("Beta", 14.0)].map { name, longitude in
      Feature(
        shape: .points([Coordinate(latitude: 20, longitude: longitude)]), properties: ["name": .text(name)])
    }
    let text = PlainTextWriter().text(of: draw(Atlas.view(20, 12, zoom: 4, 60, 8), features))
    #expect(text.contains("# Alpha ^G"))
    #expect(text.contains("# Beta"))
  }

  @Test("a line is whole: each row that it crosses has it, strokes and signs by turns, in every glyph set")
  func lines() {
    let line = Feature(
      shape: .lines([[Coordinate(latitude: 24.1, longitude: 10), Coordinate(latitude: 16, longitude: 14)]]))
    for glyphs in GlyphSet.allCases {
      let grid = draw(Atlas.view(20, 12, zoom: 4, 60, 12), [line], glyphs: glyphs)
      for row in 0..<12 { #expect(grid.row(row).contains { $0.style.ink == .secondOverlay }) }
      #expect((0..<12).contains { row in grid.row(row).contains { $0.glyph == "&" } })
      #expect((0..<12).contains { row in grid.row(row).contains { $0.style.ink == .secondOverlay && $0.glyph != "&" } })
    }
  }

  @Test("an area that ends at 180 degrees has no line there, one that ends at the base map's region has")
  func rims() {
    func box(_ west: Double, _ east: Double) -> Feature {
      let corners = [(20.0, west), (20, east), (38, east), (38, west), (20, west)]
      return Feature(
        shape: .areas([.init(outer: corners.map { Coordinate(latitude: $0.0, longitude: $0.1) })]))
    }
    let atEnd = draw(Atlas.view(29, 179, zoom: 4, 60, 10), [box(170, 180)])
    #expect(!(0..<10).contains { row in atEnd.row(row).contains { $0.style.ink == .secondOverlay } })
    let atRegion = draw(Atlas.view(33, 45, zoom: 4, 60, 10), [box(36, 45)])
    #expect((0..<10).allSatisfy { row in atRegion.row(row).contains { $0.style.ink == .secondOverlay } })
  }

  /// An overlay alone on the sea; the first for points, the second for lines and areas.
  private func draw(_ view: Viewport, _ features: [Feature], glyphs: GlyphSet = .ascii) -> CellGrid {
    let isPoints = features.contains { if case .points? = $0.shape { true } else { false } }
    let overlay = MapOverlay(name: "o", features: features, number: isPoints ? 0 : 1)
    var grid = CellGrid(size: view.size)
    let scene = MapScene(
      viewport: view, baseMap: BaseMap(), glyphs: glyphs, hiddenLayers: Set(MapLayer.allCases), overlays: [overlay])
    _ = scene.draw(into: &grid, in: grid.bounds)
    return grid
  }
}
