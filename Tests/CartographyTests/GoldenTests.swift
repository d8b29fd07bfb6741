import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

/// Maps as a reader without colours sees them, each a text file in `Goldens`.
@Suite struct GoldenTests {
  @Test(arguments: [
    ("syria", Atlas.syria, true), ("coast", Atlas.coast, true),
    ("coast-plain", Atlas.coast, false),
    ("latakia", Atlas.view(35.45, 35.95, zoom: 8.6, 100, 36), true),
    ("golan", Atlas.view(33, 35.9, zoom: 8, 80, 30), false),
    ("euphrates", Atlas.view(35.6, 39.3, zoom: 6.6, 100, 30), false),
    ("levant", Atlas.view(35, 37, zoom: 4.6, 120, 40), false),
    ("syria-equirectangular", Atlas.view(35, 38.5, zoom: 5, 90, 30, .equirectangular), false),
  ])
  func region(name: String, view: Viewport, hasMarks: Bool) {
    expect(draw(view, home: ["SYR"], marks: hasMarks ? Atlas.marks : []), name)
  }

  @Test(arguments: [
    ("world", Atlas.view(20, 10, zoom: 0, 120, 40)), ("antimeridian", Atlas.view(10, 180, zoom: 1.2, 120, 40)),
    ("europe", Atlas.view(47, 15, zoom: 3, 120, 40)), ("world-small", Atlas.view(0, 0, zoom: -1, 70, 24)),
    ("pole", Atlas.view(-80, 20, zoom: 0.5, 80, 24)),
  ])
  func world(name: String, view: Viewport) {
    expect(draw(view, marks: name == "world" ? Atlas.marks : []), name)
  }

  @Test(arguments: [
    ("khartoum", Atlas.view(15.6, 32.5, zoom: 6.5, 100, 30), "SDN"),
    ("hormuz", Atlas.view(26.2, 55.6, zoom: 6.2, 110, 34), ""),
    ("crimea", Atlas.view(45.8, 34.4, zoom: 6.1, 110, 34), "UKR"),
    ("taiwan", Atlas.view(24.2, 120.3, zoom: 6, 80, 34), ""),
  ])
  func closeAnywhere(name: String, view: Viewport, home: String) {
    expect(draw(view, home: home.isEmpty ? [] : [home]), name)
  }

  @Test(arguments: [
    ("world-disc", Atlas.view(33.5, 36.3, zoom: -0.65, 100, 42, .azimuthal)),
    ("world-equirectangular", Atlas.view(0, 0, zoom: -0.2, 112, 30, .equirectangular)),
    ("damascus-disc", Atlas.view(33.5, 36.3, zoom: 2, 110, 36, .azimuthal)),
    ("fiji", Atlas.view(-17.5, 179.5, zoom: 5.5, 90, 30)),
    ("fiji-disc", Atlas.view(-17.5, 179.5, zoom: 5.5, 90, 30, .azimuthal)),
    ("bering", Atlas.view(64, -172, zoom: 3, 100, 32)),
    ("bering-disc", Atlas.view(64, -172, zoom: 3.5, 100, 32, .azimuthal)),
    ("north-pole", Atlas.view(90, 0, zoom: 0.9, 100, 40, .azimuthal)),
    ("south-pole", Atlas.view(-90, 0, zoom: 1.2, 100, 40, .azimuthal)),
    ("parallel-49", Atlas.view(49, -107, zoom: 3.5, 110, 26, .azimuthal)),
  ])
  func projections(name: String, view: Viewport) {
    expect(draw(view), name)
  }

  @Test(arguments: [
    ("graticule-world", Atlas.view(20, 10, zoom: 0, 120, 40)), ("graticule-syria", Atlas.syria),
    ("graticule-pole", Atlas.view(84, 20, zoom: 1, 90, 32, .azimuthal)),
    ("graticule-disc", Atlas.view(33.5, 36.3, zoom: -0.65, 100, 42, .azimuthal)),
  ])
  func graticule(name: String, view: Viewport) {
    expect(draw(view, home: ["SYR"], hidden: []), name)
  }

  @Test(arguments: [
    ("names-coast", Atlas.view(35.2, 36, zoom: 7.5, 80, 24), NameLanguage.english),
    ("names-damascus", Atlas.view(33.5, 36.3, zoom: 9, 100, 32), .english),
    ("names-lebanon", Atlas.view(33.9, 35.9, zoom: 7, 80, 30), .english),
    ("names-palmyra", Atlas.view(34.6, 38.6, zoom: 7.5, 100, 32), .english),
    ("names-gulf", Atlas.view(27, 51, zoom: 4.5, 120, 40), .english),
    ("names-europe", Atlas.view(48, 14, zoom: 4, 200, 60), .english),
    ("names-middle-east", Atlas.view(30, 35, zoom: 2, 120, 36), .english),
    ("names-asia", Atlas.view(32, 105, zoom: 2, 120, 36), .english),
    ("names-levant-arabic", Atlas.view(34.4, 37, zoom: 5.6, 100, 32), .arabic),
    ("names-middle-east-arabic", Atlas.view(28, 40, zoom: 3, 120, 36), .arabic),
  ])
  func names(name: String, view: Viewport, language: NameLanguage) {
    expect(draw(view, home: ["SYR"], language: language), name)
  }

  @Test(arguments: [GlyphSet.braille, .block])
  func otherGlyphs(glyphs: GlyphSet) {
    expect(draw(Atlas.syria, glyphs, home: ["SYR"], marks: Atlas.marks), "syria-\(glyphs.rawValue)")
  }

  @Test(arguments: GlyphSet.allCases)
  func linesOfEachKind(glyphs: GlyphSet) {
    let view = Atlas.view(32.95, 35.8, zoom: 7.7, 84, 28)
    expect(draw(view, glyphs, home: ["SYR"]), "kinds-\(glyphs.rawValue)")
  }

  @Test(arguments: [
    ("art-bosporus", Atlas.view(41.1, 29, zoom: 8, 100, 30)), ("art-beirut", Atlas.view(33.89, 35.5, zoom: 9, 80, 30)),
    ("art-lake-assad", Atlas.view(36, 38.2, zoom: 8, 96, 30)), ("art-norway", Atlas.view(61, 6.5, zoom: 4, 80, 30)),
    ("art-greece", Atlas.view(38, 24, zoom: 5, 100, 32)), ("art-japan", Atlas.view(36.5, 137, zoom: 4, 90, 32)),
    ("art-alps", Atlas.view(47, 9, zoom: 4.3, 100, 32)),
  ])
  func places(name: String, view: Viewport) {
    expect(draw(view, home: ["SYR"]), name)
  }

  @Test func crosshairAndFootprint() {
    let place = Coordinate(latitude: 34.9, longitude: 36.4)
    let ring = [(34.6, 36.1), (35.3, 36.2), (35.2, 36.7), (34.7, 36.6), (34.6, 36.1)].map {
      Coordinate(latitude: $0.0, longitude: $0.1)
    }
    let mark = Mark(
      id: 0, anchor: place, form: .within, letter: "S", ink: .strike, label: "An area", isSelected: true)
    let reach = Reach(.region([Shape.Area(outer: ring)]), ink: .strike, isSelected: true)
    let scene = MapScene(
      viewport: Atlas.coast, baseMap: Atlas.map, home: ["SYR"], marks: [mark], reaches: [reach], showsCrosshair: true)
    var grid = CellGrid(size: Atlas.coast.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    expect(grid, "coast-selected-area")
  }

  /// An area over 180° is the same whether its file cuts it there or not.
  @Test(arguments: [ProjectionKind.mercator, .azimuthal])
  func anAreaOverTheAntimeridian(kind: ProjectionKind) {
    func ring(_ west: Double, _ east: Double) -> Shape.Area {
      Shape.Area(
        outer: [(-19, west), (-19, east), (-15, east), (-15, west), (-19, west)].map {
          Coordinate(latitude: $0.0, longitude: $0.1)
        })
    }
    for areas in [[ring(177.5, -177.5)], [ring(177.5, 180), ring(-180, -177.5)]] {
      let mark = Mark(
        id: 0, anchor: Coordinate(latitude: -16, longitude: 179), form: .within, letter: "S", ink: .strike,
        label: "An area", isSelected: true)
      let reach = Reach(.region(areas), ink: .strike, isSelected: true)
      let view = Atlas.view(-17, -179.8, zoom: 5, 80, 26, kind)
      expect(draw(view, marks: [mark], reaches: [reach]), "fiji-area-\(kind.rawValue)")
    }
  }

  private func expect(_ grid: CellGrid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if let mismatch = Golden(name).mismatch(PlainTextWriter().text(of: grid)) {
      Issue.record("\(mismatch)", sourceLocation: sourceLocation)
    }
  }

  private func draw(
    _ view: Viewport, _ glyphs: GlyphSet = .ascii, home: Set<String> = [], marks: [Mark] = [],
    reaches: [Reach] = [], language: NameLanguage = .english, hidden: Set<MapLayer> = MapLayer.hiddenAtFirst
  ) -> CellGrid {
    let scene = MapScene(
      viewport: view, baseMap: Atlas.map, glyphs: glyphs, home: home, language: language, hiddenLayers: hidden,
      marks: marks, beyond: marks.count > 1 ? Atlas.beyond(view) : [], reaches: reaches,
      attribution: "Natural Earth, GeoNames, GSHHG", isColored: false)
    var grid = CellGrid(size: view.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    return grid
  }
}
