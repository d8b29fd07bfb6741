import SituationIO
import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// Contested borders and names of the project's own map, from several points of view.
@Suite("Points of view")
struct WorldviewTests {
  /// Drawing of the border nearest to a place; nil where none is near.
  private func drawing(_ file: BaseMapFile, _ latitude: Double, _ longitude: Double, _ view: Worldview)
    -> BorderDrawing?
  {
    Atlas.map.border(in: file, near: Coordinate(latitude: latitude, longitude: longitude))?.border(in: view)
  }

  @Test("the Golan's line of 1974 is dashed by default, solid for Israel and left out for Egypt")
  func golan() {
    #expect(drawing(.borders, 33.099, 35.849, .deFacto) == .disputed)
    #expect(drawing(.borders, 33.099, 35.849, .israel) == .international)
    #expect(drawing(.borders, 33.099, 35.849, .egypt) == BorderDrawing.none)
  }

  @Test(
    "Crimea's land side is dashed by default, solid for Russia and left out for Ukraine, at each size",
    arguments: [
      (BaseMapFile.worldBorders110, 46.01, 34.41), (.worldBorders50, 46.1, 34.2), (.worldBorders10, 46.1, 34.2),
    ])
  func crimea(file: BaseMapFile, latitude: Double, longitude: Double) {
    #expect(drawing(file, latitude, longitude, .deFacto) == .disputed)
    #expect(drawing(file, latitude, longitude, .russia) == .international)
    #expect(drawing(file, latitude, longitude, .ukraine) == BorderDrawing.none)
  }

  @Test("an agreed border is solid from every point of view", arguments: Worldview.allCases)
  func agreed(view: Worldview) {
    // France and Spain.
    #expect(drawing(.worldBorders10, 42.7, 0.6, view) == .international)
    #expect(drawing(.worldBorders50, 42.7, 0.6, view) == .international)
  }

  @Test("a claim is drawn, dashed, for its claimant alone", arguments: [BaseMapFile.worldBorders50, .worldBorders10])
  func claims(file: BaseMapFile) {
    let claims = Atlas.map.lines(file).traits.filter { $0.kind == "claim" }
    #expect(!claims.isEmpty)
    for claim in claims {
      let views = Worldview.allCases.filter { claim.border(in: $0) != BorderDrawing.none }
      #expect(views.count == 1 && views.allSatisfy { claim.border(in: $0) == .disputed })
      #expect(!views.contains(.deFacto))
    }
  }

  @Test("by default a border is drawn as its kind says", arguments: BaseMapFile.allCases)
  func defaults(file: BaseMapFile) {
    for trait in Atlas.map.lines(file).traits {
      let expected: BorderDrawing =
        ["", "international"].contains(trait.kind) ? .international : trait.kind == "claim" ? .none : .disputed
      #expect(trait.border(in: .deFacto) == expected)
    }
  }

  @Test("each point of view but the default draws a border of each size otherwise", arguments: Worldview.allCases)
  func differences(view: Worldview) {
    for file in [BaseMapFile.worldBorders110, .worldBorders50, .worldBorders10] {
      let differs = Atlas.map.lines(file).traits.contains { $0.border(in: view) != $0.border(in: .deFacto) }
      #expect(differs == (view != .deFacto), "\(file)")
    }
  }

  @Test("the name of Taiwan is drawn by default and left out for China")
  func names() {
    let view = Atlas.view(24, 121, zoom: 5, 76, 16)
    func text(_ worldview: Worldview) -> String {
      PlainTextWriter().text(
        of: MapScene(viewport: view, baseMap: Atlas.map, worldview: worldview).sheet(size: view.size).sheet.grid)
    }
    #expect(text(.deFacto).contains("T A I W A N"))
    #expect(!text(.china).contains("T A I W A N"))
    #expect(text(.china).contains("Taipei"))
  }

  @Test("what a file says wrongly of points of view changes nothing")
  func unknownViews() {
    let properties: [String: PropertyValue] = [
      "kind": .text("disputed"), "as_none": .text("xx  fr,de"), "as_international": .number(3),
      "as_disputed": .text(""),
    ]
    let trait = Cartography.Trait(Feature(shape: nil, properties: properties))
    for view in Worldview.allCases { #expect(trait.border(in: view) == .disputed) }
  }

  @Test("a map says whose view it draws, unless that is the default")
  func notes() {
    #expect(Worldview.deFacto.note == nil)
    #expect(Worldview.india.note == "borders: view of India")
  }
}

extension BaseMap {
  /// The border of a file that passes nearest to a place, of those that are drawn by default.
  func border(in file: BaseMapFile, near place: Coordinate) -> Cartography.Trait? {
    let store = lines(file)
    var nearest: (distance: Double, trait: Cartography.Trait)?
    for line in store.lines where store.traits[line.trait].kind != "claim" {
      for chunk in store.chunks[line.chunks] {
        let vertices = store.vertices[chunk.vertices].map(\.place)
        for (from, to) in zip(vertices, vertices.dropFirst()) {
          let distance = place.degrees(toEdge: from, to)
          if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, store.traits[line.trait]) }
        }
      }
    }
    return nearest.flatMap { $0.distance < 0.2 ? $0.trait : nil }
  }
}

extension Coordinate {
  /// The distance from an edge, in degrees as they lie on a flat map.
  fileprivate func degrees(toEdge from: Coordinate, _ to: Coordinate) -> Double {
    let (width, height) = (to.longitude - from.longitude, to.latitude - from.latitude)
    let (x, y) = (longitude - from.longitude, latitude - from.latitude)
    let length = width * width + height * height
    let share = length == 0 ? 0 : min(1, max(0, (x * width + y * height) / length))
    let (missX, missY) = (x - share * width, y - share * height)
    return (missX * missX + missY * missY).squareRoot()
  }
}
