import SituationModel
import Testing
import TextCanvas

@testable import Cartography

@Suite struct LabelTests {
  /// Views all over the world, at all scales.
  private static let views: [Viewport] = {
    var random = Sequence32(state: 11)
    var views: [Viewport] = [Atlas.syria, Atlas.coast]
    for index in 0..<60 {
      // Every other one in the region, where names are dense.
      let isRegional = index % 2 == 0
      let latitude = isRegional ? random.next(in: 31...38) : random.next(in: -80...80)
      let longitude = isRegional ? random.next(in: 33...44) : random.next(in: -180...180)
      let zoom = isRegional ? random.next(in: 4...11) : random.next(in: -1...7)
      let columns = Int(random.next(in: 10...180))
      let rows = Int(random.next(in: 4...55))
      views.append(Atlas.view(latitude, longitude, zoom: zoom, columns, rows))
    }
    return views
  }()

  @Test(arguments: views)
  func namesNeverOverlap(view: Viewport) {
    let scene = MapScene(
      viewport: view, baseMap: Atlas.map, home: ["SYR"], marks: Atlas.marks, attribution: "Natural Earth")
    let (sheet, hits) = scene.sheet(size: view.size)
    var owners: [Position: String] = [:]
    for hit in hits {
      for column in hit.rect.columns { owners[Position(column: column, row: hit.rect.origin.row)] = "a mark" }
    }
    for label in sheet.labels {
      #expect(label.rect.intersection(sheet.grid.bounds) == label.rect)
      for column in label.rect.columns {
        let cell = Position(column: column, row: label.rect.origin.row)
        #expect(owners[cell] == nil, "\(label.text) over \(owners[cell] ?? "")")
        owners[cell] = label.text
      }
      // Nothing was drawn over it later.
      let cells = sheet.grid.row(label.rect.origin.row).dropFirst(label.rect.origin.column)
      #expect(cells.prefix(label.rect.size.columns).map { String($0.glyph) }.joined() == label.text)
    }
  }

  @Test func theTownsOfTheReportsAreNamed() {
    let names = ["Latakia", "Jableh", "Hmeimim", "Tartus", "Homs", "Hassia", "Damascus", "Aleppo"]
    let views: [(view: Viewport, missing: Set<String>)] = [
      (Atlas.syria, []), (Atlas.coast, ["Latakia", "Damascus", "Aleppo"]),
    ]
    for (view, missing) in views {
      let scene = MapScene(viewport: view, baseMap: Atlas.map, home: ["SYR"], marks: Atlas.marks)
      let labels = Set(scene.sheet(size: view.size).sheet.labels.map(\.text))
      for name in names where !missing.contains(name) { #expect(labels.contains(name), "\(name)") }
    }
  }

  @Test(arguments: [
    Atlas.syria, Atlas.view(36.8, 39, zoom: 6.2, 100, 30), Atlas.view(36, 44, zoom: 7.5, 80, 24),
    Atlas.view(40.2, 38, zoom: 6.5, 100, 24), Atlas.view(47, 15, zoom: 4, 100, 30),
  ])
  func aDrawingIsTheSameWhateverElseIsLoaded(view: Viewport) {
    let needed = Atlas.load(BaseMap.tiersNeeded(by: view))
    let (some, all) = (MapScene(viewport: view, baseMap: needed), MapScene(viewport: view, baseMap: Atlas.map))
    #expect(some.sheet(size: view.size).sheet.grid == all.sheet(size: view.size).sheet.grid)
  }

  @Test func aDrawingIsTheSameEachTime() {
    let scene = MapScene(viewport: Atlas.syria, baseMap: Atlas.map, home: ["SYR"], marks: Atlas.marks)
    #expect(scene.sheet(size: Atlas.syria.size).sheet.grid == scene.sheet(size: Atlas.syria.size).sheet.grid)
  }
}
