import SituationModel
import TextCanvas

/// Names of countries, provinces and seas, in the room that towns left.
struct AreaLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport

  /// Draws the names of countries and seas.
  func paintCountries(_ sheet: inout MapSheet) {
    if detail.usesRegion {
      for name in baseMap.areaNames[.countries] ?? [] { paintCountry(name, name.bounds, file: .countries, &sheet) }
    }
    for name in baseMap.areaNames[.worldLabels] ?? [] {
      if detail.usesRegion && BaseMap.regionBounds.contains(name.place) { continue }
      if viewport.zoom < FirstZoom.areaName(rank: name.rank) { continue }
      paintCountry(name, baseMap.countryBounds[name.country], file: detail.world?.countries ?? .countries, &sheet)
    }
    for name in baseMap.areaNames[.seas] ?? [] where viewport.zoom >= FirstZoom.areaName(rank: name.rank) {
      paintCountry(name, nil, file: .seas, &sheet)
    }
  }

  /// Draws the names of provinces, where their seats, of the same name, are not in view.
  func paintProvinces(_ sheet: inout MapSheet) {
    guard detail.usesRegion && viewport.zoom >= FirstZoom.provinceNames else { return }
    for name in baseMap.areaNames[.governorates] ?? [] where !sheet.names.contains(name.name) {
      let point = viewport.point(of: name.place)
      guard viewport.contains(point) else { continue }
      paint(name.name, around: point, .provinceName, &sheet)
    }
  }

  private func paintCountry(_ name: AreaName, _ bounds: GeoBounds?, file: BaseMapFile, _ sheet: inout MapSheet) {
    let isWater = name.kind == "sea" || name.kind == "ocean"
    // Capitals are for countries; what is only a part of one keeps its small letters.
    let isCountry = !name.isPart || isWater
    let text = isCountry ? name.name.uppercased() : name.name
    let columns = bounds.map(viewport.columns) ?? 0
    // Letters are spaced where the country has room for that twice over.
    let spaced = text.map { String($0) }.joined(separator: text.contains(" ") ? "" : " ")
    let isRoomy = isCountry && columns > Double(2 * displayWidth(of: spaced))
    let said = isRoomy ? spaced : text
    // A name that takes more than its country is not worth it, unless nothing is known of its extent.
    if columns > 0 && columns < Double(displayWidth(of: said)) * 0.8 { return }
    guard !sheet.names.contains(text), !sheet.names.contains(spaced) else { return }
    guard let point = anchor(name, bounds, file: file, width: displayWidth(of: said)) else { return }
    let store = baseMap.lines(file)
    paint(
      said, around: point, isWater ? .waterName : .countryName, isStrange: { isWater ? $0 != .sea : $0 == .sea }, &sheet
    ) { middle in
      // A name that had to give way must not end up on a neighbour.
      isWater || name.country.isEmpty
        || store.contains(viewport.coordinate(at: middle), where: { $0.country == name.country })
    }
  }

  /// The middle of a country's name: its own, or, when that is out of view, the nearest in view if that is still in the
  /// country.
  private func anchor(_ name: AreaName, _ bounds: GeoBounds?, file: BaseMapFile, width: Int) -> CellPoint? {
    let point = viewport.point(of: name.place)
    let half = Double(width) / 2 + 1
    let (right, bottom) = (Double(viewport.size.columns) - half, Double(viewport.size.rows) - 1.5)
    guard right > half && bottom > 1.5 else { return nil }
    let near = CellPoint(column: min(max(point.column, half), right), row: min(max(point.row, 1.5), bottom))
    if near == point { return point }
    let place = viewport.coordinate(at: near)
    guard !name.country.isEmpty, let bounds, bounds.contains(place), rows(of: bounds, at: place) >= 4 else {
      return nil
    }
    let store = baseMap.lines(file)
    return store.contains(place, where: { $0.country == name.country }) ? near : nil
  }

  /// How many rows of the view a rectangle takes: from a mere rim of a country its name would lie on the neighbours.
  private func rows(of bounds: GeoBounds, at place: Coordinate) -> Double {
    let top = viewport.point(of: Coordinate(latitude: bounds.north, longitude: place.longitude)).row
    let bottom = viewport.point(of: Coordinate(latitude: bounds.south, longitude: place.longitude)).row
    return min(bottom, Double(viewport.size.rows)) - max(top, 0)
  }

  /// Writes a text about a point where it covers the least; not at all if each row near by is taken.
  private func paint(
    _ text: String, around point: CellPoint, _ ink: Ink, isStrange: (Ink?) -> Bool = { _ in false },
    _ sheet: inout MapSheet,
    where holds: (CellPoint) -> Bool = { _ in true }
  ) {
    let width = displayWidth(of: text)
    var best: (spot: LabelPlacer.Spot, cost: Int)?
    for down in [0, -1, 1, -2, 2, -3, 3] {
      for across in [0, -3, 3, -6, 6] {
        let column = Int((point.column - Double(width) / 2).rounded()) + across
        let spot = LabelPlacer.Spot(column: column, row: Int(point.row) + down)
        guard let covered = LabelPlacer.cost(of: spot, width, on: sheet) else { continue }
        let strange = (column..<column + width).count { isStrange(sheet.grid[$0, spot.row].style.ground) }
        let cost = 4 * covered + 4 * strange + 2 * abs(down) + abs(across)
        guard cost < best?.cost ?? .max else { continue }
        let isMoved = down != 0 || across != 0
        let middle = CellPoint(column: Double(column) + Double(width) / 2, row: Double(spot.row) + 0.5)
        if !isMoved || holds(middle) { best = (spot, cost) }
      }
    }
    guard let best, best.cost <= 4 * max(2, width / 4) + 8 else { return }
    LabelPlacer.write(text, at: best.spot, on: &sheet, ink)
  }
}
