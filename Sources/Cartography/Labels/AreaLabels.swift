import SituationModel
import TextCanvas

/// Names of countries, provinces and seas, in the room that towns left.
struct AreaLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport
  let language: NameLanguage
  let worldview: Worldview

  /// Draws the names of countries and seas.
  func paintCountries(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    if detail.usesRegion {
      for name in baseMap.areaNames[.countries] ?? [] where name.isShown(in: worldview) {
        paintCountry(name, name.bounds, file: .countries, &sheet, &board)
      }
    }
    for name in detail.world == nil ? [] : baseMap.areaNames[.worldLabels] ?? [] {
      if !name.isShown(in: worldview) { continue }
      if detail.usesRegion && BaseMap.regionBounds.contains(name.place) { continue }
      if viewport.zoom < FirstZoom.areaName(rank: name.rank) { continue }
      paintCountry(
        name, baseMap.countryBounds[name.country], file: detail.world?.countries ?? .countries, &sheet, &board)
    }
    for name in seas { paintCountry(name, nil, file: .seas, &sheet, &board) }
  }

  /// How far a name stands from itself: about a screen, depending on the size of the view and not on where it is.
  private var apart: CellPoint {
    CellPoint(column: max(60, Double(viewport.size.columns) * 0.9), row: max(18, Double(viewport.size.rows) * 0.8))
  }

  /// The points of seas at which they are named: of those of one sea, as many as lie about a screen apart.
  private var seas: [AreaName] {
    let apart = apart
    var taken: [String: [CellPoint]] = [:]
    return (baseMap.areaNames[.seas] ?? []).filter { name in
      if viewport.zoom < FirstZoom.areaName(rank: name.rank) { return false }
      let point = viewport.point(of: name.place)
      let others = taken[name.name] ?? []
      if others.contains(where: { abs($0.column - point.column) < apart.column && abs($0.row - point.row) < apart.row })
      {
        return false
      }
      taken[name.name] = others + [point]
      return true
    }
  }

  /// Draws the names of provinces, where their seats, of the same name, are far off.
  func paintProvinces(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    guard detail.usesRegion && viewport.zoom >= FirstZoom.provinceNames else { return }
    let store = baseMap.lines(.governorates)
    for name in baseMap.areaNames[.governorates] ?? [] {
      let text = name.name(in: language)
      let seat = baseMap.places[.places]?.first { $0.rank == .seat && $0.name == name.name }
      let seatPoint = seat.map { viewport.point(of: $0.place) }
      func isInside(_ place: Coordinate) -> Bool { store.contains(place, where: { $0.name == name.name }) }
      for point in points(of: name, name.bounds, columns: displayWidth(of: text), board, where: isInside) {
        if let seatPoint, isNear(seatPoint, point) { continue }
        paint(text, around: point, .provinceName, &sheet, &board, where: isInside)
      }
    }
  }

  private func paintCountry(
    _ name: AreaName, _ bounds: GeoBounds?, file: BaseMapFile, _ sheet: inout MapSheet, _ board: inout LabelBoard
  ) {
    let isWater = name.kind == "sea" || name.kind == "ocean"
    // Capitals are for countries; what is only a part of one keeps its small letters.
    let isCountry = !name.isPart || isWater
    let plain = name.name(in: language)
    let text = isCountry ? plain.uppercased() : plain
    let columns = bounds.map(viewport.columns) ?? 0
    // Letters are spaced where the country has room for that twice over, and where they are not joined.
    let isSpaceable = isCountry && text.allSatisfy(\.isASCII)
    let spaced = isSpaceable ? text.map { String($0) }.joined(separator: text.contains(" ") ? "" : " ") : text
    let said = columns > Double(2 * displayWidth(of: spaced)) ? spaced : text
    // A name that takes more than its country is not worth it, unless nothing is known of its extent.
    if columns > 0 && columns < Double(displayWidth(of: said)) * 0.8 { return }
    let store = baseMap.lines(file)
    // A name that had to give way must not end up on a neighbour, if it is known where that begins.
    let isAnywhere = isWater || name.country.isEmpty || store.lines.isEmpty
    func isInside(_ place: Coordinate) -> Bool {
      isAnywhere || store.contains(place, where: { $0.country == name.country })
    }
    for point in points(of: name, bounds, columns: displayWidth(of: said), board, where: isInside) {
      paint(
        said, around: point, isWater ? .waterName : .countryName, isStrange: { ($0 != .sea) == isWater }, &sheet,
        &board, isGuess: columns == 0 && !isWater, where: isInside)
    }
  }

  /// Where the middle of an area's name may stand, on the board: at its own point, and again and again about a screen
  /// apart, for what is larger than a screen.
  ///
  /// The plane is cut into blocks around the name's own point, and in each the first of nine points serves at which the
  /// name lies in its area.
  private func points(
    of name: AreaName, _ bounds: GeoBounds?, columns: Int, _ board: LabelBoard, where holds: (Coordinate) -> Bool
  ) -> [CellPoint] {
    let own = viewport.point(of: name.place)
    var points = board.contains(own) ? [own] : []
    let step = apart
    guard let bounds, viewport.columns(of: bounds) > step.column else { return points }
    func blocks(_ own: Double, _ range: Range<Int>, _ step: Double) -> ClosedRange<Int> {
      let first = Int(((Double(range.lowerBound) - own) / step + 0.5).rounded(.down))
      return first...max(first, Int(((Double(range.upperBound) - own) / step + 0.5).rounded(.down)))
    }
    for down in blocks(own.row, board.rows, step.row) {
      for across in blocks(own.column, board.columns, step.column) where across != 0 || down != 0 {
        let thirds = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)]
        let tries = thirds.lazy.map { third in
          CellPoint(
            column: own.column + (Double(across) + Double(third.0) / 3) * step.column,
            row: own.row + (Double(down) + Double(third.1) / 3) * step.row)
        }
        let first = tries.first { point in
          let spot = LabelPlacer.Spot(
            column: Int((point.column - Double(columns) / 2).rounded(.down)), row: Int(point.row.rounded(.down)))
          return bounds.contains(viewport.coordinate(at: point)) && isInside(spot, columns, where: holds)
        }
        if let first, board.contains(first) { points.append(first) }
      }
    }
    return points
  }

  /// Whether two points can be seen together, one of them in the middle of a view.
  private func isNear(_ first: CellPoint, _ second: CellPoint) -> Bool {
    abs(first.column - second.column) < Double(viewport.size.columns) / 2
      && abs(first.row - second.row) < Double(viewport.size.rows) / 2
  }

  /// Writes a text about a point where it covers the least; not at all if each row near by is taken, or if its ends and
  /// its middle are not where they may be.
  private func paint(
    _ text: String, around point: CellPoint, _ ink: Ink, isStrange: (Ink) -> Bool = { _ in false },
    _ sheet: inout MapSheet, _ board: inout LabelBoard, isGuess: Bool = false, where holds: (Coordinate) -> Bool
  ) {
    let width = displayWidth(of: text)
    let row = Int(point.row.rounded(.down))
    if board.hasName(text, within: Size(columns: 30, rows: 7), ofColumn: Int(point.column), row: row) { return }
    // Where it is not known how far a country reaches, a name that covers its border would lie on the neighbours.
    let limit = isGuess ? 6 : 4 * max(2, width / 4) + 8
    var spots: [(spot: LabelPlacer.Spot, cost: Int)] = []
    for down in [0, -1, 1, -2, 2] {
      for across in [0, -3, 3, -6, 6] {
        let column = Int((point.column - Double(width) / 2).rounded(.down)) + across
        let spot = LabelPlacer.Spot(column: column, row: row + down)
        guard let covered = LabelPlacer.cost(of: spot, width, on: board) else { continue }
        let strange = (column..<column + width).count { column in
          board.ground(column: column, row: spot.row).map(isStrange) ?? false
        }
        let cost = 4 * covered + 4 * strange + 2 * abs(down) + abs(across)
        if cost <= limit { spots.append((spot, cost)) }
      }
    }
    // To ask an area is dear: so the best is asked first. Of equals the one that was tried first.
    let order = spots.indices.sorted { (spots[$0].cost, $0) < (spots[$1].cost, $1) }
    guard let best = order.first(where: { isInside(spots[$0].spot, width, where: holds) }) else { return }
    board.write(text, at: spots[best].spot, on: &sheet, ink)
  }

  /// Whether the middle of a name and most of what is to both sides of it lies in its area.
  private func isInside(_ spot: LabelPlacer.Spot, _ width: Int, where holds: (Coordinate) -> Bool) -> Bool {
    [0.5, 0.2, 0.8].allSatisfy { share in
      let point = CellPoint(column: Double(spot.column) + share * Double(width), row: Double(spot.row) + 0.5)
      return holds(viewport.coordinate(at: point))
    }
  }
}
