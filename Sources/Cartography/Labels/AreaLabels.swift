import SituationModel
import TextCanvas

/// Names of countries, provinces and seas, in the space that towns leave free.
struct AreaLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport
  let language: NameLanguage
  let worldview: Worldview

  /// Draws the names of countries and seas.
  func paintCountries(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    // A country that lies partly in the region has a name in both files.
    var named: Set<String> = []
    func paintOnce(_ name: AreaName, _ bounds: GeoBounds?, file: BaseMapFile) {
      if named.contains(name.name) { return }
      if paintCountry(name, bounds, file: file, &sheet, &board) { named.insert(name.name) }
    }
    if detail.usesRegion {
      for name in baseMap.areaNames[.countries] ?? [] where name.isShown(in: worldview) {
        paintOnce(name, name.bounds, file: .countries)
      }
    }
    for name in detail.world == nil ? [] : baseMap.areaNames[.worldLabels] ?? [] {
      if !name.isShown(in: worldview) { continue }
      if detail.usesRegion && BaseMap.regionBounds.contains(name.place) { continue }
      if viewport.zoom < FirstZoom.areaName(rank: name.rank) { continue }
      paintOnce(name, baseMap.countryBounds[name.country], file: detail.world?.countries ?? .countries)
    }
    for name in seas { _ = paintCountry(name, nil, file: .seas, &sheet, &board) }
  }

  /// The least distance between two points with the same sea's name: about a screen. It depends on the size of the view and not on where
  /// it is.
  private var apart: CellPoint {
    CellPoint(column: max(60, Double(viewport.size.columns) * 0.9), row: max(18, Double(viewport.size.rows) * 0.8))
  }

  /// The points at which seas are named. Of the points of one sea, as many as lie about a screen apart.
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

  /// Draws the names of provinces whose seats, which have the same name, are far away.
  func paintProvinces(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    guard detail.usesRegion && viewport.zoom >= FirstZoom.provinceNames else { return }
    let store = baseMap.lines(.governorates)
    for name in baseMap.areaNames[.governorates] ?? [] {
      let seat = baseMap.places[.places]?.first { $0.rank == .seat && $0.name == name.name }
      let seatPoint = seat.map { viewport.point(of: $0.place) }
      if let bounds = name.bounds, !bounds.intersects(viewport.bounds) { continue }
      let isPlaced = isWellInView(name)
      let ground = AreaGround(store, name.bounds, board, isPlaced: isPlaced) { $0.name == name.name }
      guard let point = middle(of: name, ground, isPlaced: isPlaced, board),
        seatPoint.map({ !isNear($0, point) }) ?? true
      else { continue }
      _ = paint(name.name(in: language), around: point, .provinceName, &sheet, &board, where: ground.holds)
    }
  }

  /// Draws the name of a country or a sea; false if it found no room in the view.
  private func paintCountry(
    _ name: AreaName, _ bounds: GeoBounds?, file: BaseMapFile, _ sheet: inout MapSheet, _ board: inout LabelBoard
  ) -> Bool {
    if let bounds, !bounds.intersects(viewport.bounds) { return false }
    let isWater = name.kind == "sea" || name.kind == "ocean"
    // Capitals are for countries; what is only a part of one keeps its small letters.
    let isCountry = !name.isPart || isWater
    let columns = bounds.map(viewport.columns) ?? 0
    guard let said = lettering(of: name.name(in: language), isCapital: isCountry, columns: columns) else {
      return false
    }
    let store = baseMap.lines(file)
    // A name that had to give way must not end up on a neighbour, if it is known where that begins.
    let isAnywhere = isWater || name.country.isEmpty || store.lines.isEmpty
    func paint(around point: CellPoint, on ground: AreaGround?) -> Bool {
      guard board.contains(point) else { return false }
      return self.paint(
        said, around: point, isWater ? .waterName : .countryName, isStrange: { ($0 != .sea) == isWater }, &sheet,
        &board, isGuess: columns == 0 && !isWater, isCut: ground.map { !$0.isWhollyInView } ?? false,
        where: ground?.holds ?? { _, _ in true })
    }
    let own = viewport.point(of: name.place)
    if isAnywhere { return paint(around: own, on: nil) }
    // The cells that a country covers are dear to find: they are asked for where its own point has no room.
    for isPlaced in isWellInView(name) ? [true, false] : [false] {
      let ground = AreaGround(store, bounds, board, isPlaced: isPlaced) { $0.country == name.country }
      if let point = middle(of: name, ground, isPlaced: isPlaced, board), paint(around: point, on: ground) {
        return true
      }
      if ground.isWhollyInView { return false }
    }
    return false
  }

  /// A name as it is written over an area. Capital letters are spaced if there is room for that twice over, and only where letters are
  /// not
  /// joined. nil for a name that takes more room than its area has: it is not worth that.
  ///
  /// - Parameters:
  ///   - plain: the name.
  ///   - isCapital: true for a country or a sea, false for a part of a country.
  ///   - columns: the area's width in the view; 0 if it is unknown.
  private func lettering(of plain: String, isCapital: Bool, columns: Double) -> String? {
    let isASCII = plain.utf8.allSatisfy { $0 < 0x80 }
    // Asked of each country of the world for each frame: so the width of most is known before a letter is looked at.
    if isASCII, columns > 0, columns < Double(plain.utf8.count) * 0.8 { return nil }
    let text = isCapital ? plain.uppercased() : plain
    let width = isASCII ? text.utf8.count : displayWidth(of: text)
    if isCapital, isASCII, columns > Double(2 * width) {
      let spaced = text.map { String($0) }.joined(separator: text.contains(" ") ? "" : " ")
      if columns > Double(2 * displayWidth(of: spaced)) { return spaced }
    }
    return columns > 0 && columns < Double(width) * 0.8 ? nil : text
  }

  /// The point for the middle of an area's name: the name's own point while that is well in view, otherwise the middle
  /// of the visible part of the area. nil if no part of it is visible.
  private func middle(
    of name: AreaName, _ ground: AreaGround, isPlaced: Bool, _ board: LabelBoard
  ) -> CellPoint? {
    let own = viewport.point(of: name.place)
    // A part of a country has no ground of its own: its name belongs where the file has it.
    if name.isPart { return board.contains(own) ? own : nil }
    return isPlaced || ground.isWhollyInView && board.contains(own) ? own : ground.visibleMiddle
  }

  /// True if a name's own point is not near the view's edge. On a map of the world, where countries are small, it may be
  /// nearer.
  private func isWellInView(_ name: AreaName) -> Bool {
    let own = viewport.point(of: name.place)
    let margin = viewport.zoom < FirstZoom.world50 ? 0.1 : 0.2
    let (columns, rows) = (Double(viewport.size.columns), Double(viewport.size.rows))
    return own.column > margin * columns && own.column < (1 - margin) * columns && own.row > margin * rows
      && own.row < (1 - margin) * rows
  }

  /// True if two points can be seen together when one of them is in the middle of a view.
  private func isNear(_ first: CellPoint, _ second: CellPoint) -> Bool {
    abs(first.column - second.column) < Double(viewport.size.columns) / 2
      && abs(first.row - second.row) < Double(viewport.size.rows) / 2
  }

  /// Writes a text near a point, where it covers the least. Writes nothing if each row near by is taken, or if the text would not
  /// lie in its area. Returns true if the text is in view now.
  private func paint(
    _ text: String, around point: CellPoint, _ ink: Ink, isStrange: (Ink) -> Bool = { _ in false },
    _ sheet: inout MapSheet, _ board: inout LabelBoard, isGuess: Bool = false, isCut: Bool = false,
    where holds: (LabelPlacer.Spot, Int) -> Bool
  ) -> Bool {
    let width = displayWidth(of: text)
    let row = Int(point.row.rounded(.down))
    if board.hasName(text, within: Size(columns: 30, rows: 7), ofColumn: Int(point.column), row: row) { return false }
    // Where it is not known how far a country reaches, a name that covers its border would lie on the neighbours.
    let limit = isGuess ? 6 : 4 * max(2, width / 4) + 20
    let start = LabelPlacer.Spot(column: Int((point.column - Double(width) / 2).rounded(.down)), row: row)
    // An area that the view cuts may have room for its name farther off.
    for reach in isGuess ? [Self.here] : isCut ? [Self.near, Self.far] : [Self.near] {
      let spots = spots(around: start, width, reach, isStrange, board).filter { $0.cost <= limit }
      // To ask an area is dear: so the best is asked first. Of equals the one that was tried first.
      let order = spots.indices.sorted { (spots[$0].cost, $0) < (spots[$1].cost, $1) }
      if let best = order.first(where: { holds(spots[$0].spot, width) }) {
        return board.write(text, at: spots[best].spot, on: &sheet, ink)
      }
    }
    return false
  }

  /// The offsets in rows and columns at which a name may stand from its point.
  private struct NameReach {
    let rows: [Int]
    let columns: [Int]
  }

  private static let here = NameReach(rows: [0], columns: [0, -3, 3])
  private static let near = NameReach(rows: [0, -1, 1, -2, 2], columns: [0, -3, 3, -6, 6])
  private static let far = NameReach(rows: [0, -2, 2, -3, 3, -4, 4], columns: [0, -6, 6, -9, 9, -12, 12])

  /// The spots around a starting point at which no cell is taken, each with its cost.
  private func spots(
    around start: LabelPlacer.Spot, _ width: Int, _ reach: NameReach, _ isStrange: (Ink) -> Bool, _ board: LabelBoard
  ) -> [(spot: LabelPlacer.Spot, cost: Int)] {
    reach.rows.flatMap { down in
      reach.columns.compactMap { across in
        let spot = LabelPlacer.Spot(column: start.column + across, row: start.row + down)
        guard let covered = LabelPlacer.cost(of: spot, width, on: board) else { return nil }
        let strange = (spot.column..<spot.column + width).count { column in
          board.ground(column: column, row: spot.row).map(isStrange) ?? false
        }
        return (spot, 4 * covered + 4 * strange + 2 * abs(down) + abs(across))
      }
    }
  }
}
