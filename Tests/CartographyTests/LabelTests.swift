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
      // The mark of Jableh is joined to that of Hmeimim there.
      (Atlas.syria, ["Jableh"]), (Atlas.coast, ["Latakia", "Damascus", "Aleppo"]),
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

  /// Labels of a sheet that are written in some inks.
  private func labels(_ sheet: MapSheet, _ inks: Set<Ink>) -> [MapSheet.Label] {
    sheet.labels.filter { inks.contains(sheet.grid[$0.rect.origin.column, $0.rect.origin.row].style.ink) }
  }

  @Test("a country is named once in a view, and its name lies on its own land", arguments: views)
  func countries(view: Viewport) {
    let scene = MapScene(viewport: view, baseMap: Atlas.map, home: ["SYR"])
    let sheet = scene.sheet(size: view.size).sheet
    let names = labels(sheet, [.countryName])
    let bareNames = names.map { $0.text.filter { $0 != " " } }
    #expect(Set(bareNames).count == names.count, "\(bareNames)")
    let world = Detail(view, Atlas.map, drawnFor: view).world?.countries
    for name in names {
      func bare(_ text: String) -> String { String(text.uppercased().filter { $0 != " " }) }
      let areas = ((Atlas.map.areaNames[.countries] ?? []) + (Atlas.map.areaNames[.worldLabels] ?? []))
        .filter { !$0.isPart && !$0.country.isEmpty && bare($0.name) == bare(name.text) }
      guard let country = areas.first?.country else { continue }
      let files = [BaseMapFile.countries, world].compactMap { $0 }.filter { file in
        Atlas.map.lines(file).traits.contains { $0.country == country }
      }
      guard !files.isEmpty else { continue }
      for share in [0.1, 0.5, 0.9] {
        let place = view.coordinate(
          at: CellPoint(
            column: Double(name.rect.origin.column) + share * Double(name.rect.size.columns),
            row: Double(name.rect.origin.row) + 0.5))
        #expect(
          files.contains { Atlas.map.lines($0).contains(place, where: { $0.country == country }) },
          "\(name.text) at \(place)")
      }
    }
  }

  @Test("no town has a sign without its name, and none a name without its sign", arguments: views)
  func signsAndNames(view: Viewport) {
    let scene = MapScene(
      viewport: view, baseMap: Atlas.map, home: ["SYR"], attribution: "Natural Earth, GeoNames, GSHHG")
    let sheet = scene.sheet(size: view.size).sheet
    let inks: Set<Ink> = [.capital, .city, .town]
    let names = labels(sheet, inks)
    func touches(_ cell: Position, _ rect: Rect) -> Bool {
      abs(cell.row - rect.origin.row) <= 1
        && cell.column >= rect.origin.column - 2 && cell.column <= rect.columns.upperBound + 1
    }
    var signs: [Position] = []
    for row in 0..<view.size.rows {
      for column in 0..<view.size.columns {
        let (cell, position) = (sheet.grid[column, row], Position(column: column, row: row))
        guard inks.contains(cell.style.ink), "o@".contains(cell.glyph) else { continue }
        if !sheet.labels.contains(where: { $0.rect.contains(position) }) { signs.append(position) }
      }
    }
    for sign in signs { #expect(names.contains { touches(sign, $0.rect) }, "a sign alone at \(sign)") }
    for name in names { #expect(signs.contains { touches($0, name.rect) }, "\(name.text) has no sign") }
    #expect(signs.count == names.count)
  }

  @Test("larger capitals come first: London before San Marino, Paris before Monaco")
  func capitals() {
    for zoom in stride(from: 2.0, through: 5, by: 0.5) {
      let names = MapScene(viewport: Atlas.view(48, 5, zoom: zoom, 110, 40), baseMap: Atlas.map)
        .sheet(size: Size(columns: 110, rows: 40)).sheet.labels.map(\.text)
      for (large, small) in [("London", "San Marino"), ("Paris", "Monaco"), ("Rome", "Vatican City")] {
        #expect(names.contains(large) || !names.contains(small), "\(small) at \(zoom)")
      }
    }
  }
}
