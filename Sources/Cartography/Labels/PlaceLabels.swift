import SituationModel
import TextCanvas

/// Towns with their names, the important ones first, as many as the map has room for.
struct PlaceLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport

  /// A place with its cell.
  private struct Candidate {
    let place: BasePlace
    let column: Int
    let row: Int
    /// The mark that stands here, so that the reader wants the name, and how far it is, in rows.
    var mark: Int?
    var distance = 0.0
    var markRow = 0
    var markColumns = 0..<0

    /// Whether the mark is the selected one.
    var isSelected = false
    /// Whether it lies in a country that the map is not about.
    var isForeign = false

    var isMarked: Bool { mark != nil }
    /// The zoom from which on it is shown; abroad, later.
    var firstZoom: Double { FirstZoom.place(place, isForeign: isForeign) }

    var weight: Double {
      let rank: Double =
        switch place.rank {
        case .capital: 4e7
        case .seat: 1e6
        case .city, .town, .village, .airfield: 0
        }
      let size = (rank + place.population) * (isForeign ? 0.25 : 1)
      return size + (isSelected ? 2e9 : isMarked ? 1e9 : 0)
    }
  }

  /// Draws them. `groups` are the marks that are already there.
  func paint(_ sheet: inout MapSheet, _ groups: [MarkPainter.Group]) {
    var room = viewport.size.columns * viewport.size.rows / 80 + 1
    let candidates = candidates(groups, sheet)
    sheet.wanted = Set(candidates.prefix(room).filter { !$0.isMarked }.map { Position(column: $0.column, row: $0.row) })
    for candidate in candidates where room > 0 {
      if paint(candidate, &sheet) { room -= 1 }
    }
    sheet.wanted = []
  }

  private func paint(_ candidate: Candidate, _ sheet: inout MapSheet) -> Bool {
    let (place, column, row) = (candidate.place, candidate.column, candidate.row)
    // The mark of a town stands for its sign; other signs need a cell of their own, apart from each other.
    let hasSign = !candidate.isMarked
    if hasSign && !sheet.hasRoom(forSignAt: column, row: row) { return false }
    if !hasSign && sheet.names.contains(place.name) { return false }
    sheet.wanted.remove(Position(column: column, row: row))
    let columns = hasSign ? column..<column + 1 : candidate.markColumns
    let labelRow = hasSign ? row : candidate.markRow
    guard let spot = LabelPlacer.spot(for: place.name, beside: columns, row: labelRow, on: sheet) else {
      return false
    }
    if hasSign { sheet.put(place.rank.sign, column: column, row: row, place.rank.ink, use: .taken) }
    LabelPlacer.write(place.name, at: spot, on: &sheet, place.rank.ink, place.rank == .capital ? .bold : [])
    return true
  }

  /// The places in view that may be shown, the weightiest first; equals in the order of the file.
  private func candidates(_ groups: [MarkPainter.Group], _ sheet: MapSheet) -> [Candidate] {
    var candidates: [Candidate] = []
    let bounds = viewport.bounds
    // Marks by their row, since there may be as many as cells.
    let rows = Dictionary(grouping: groups.indices.filter { groups[$0].isPoint }) { groups[$0].row }
    for file in (detail.usesRegion ? [BaseMapFile.places] : []) + (detail.world?.places ?? []) {
      for place in baseMap.places[file] ?? [] {
        if file != .places && detail.usesRegion && BaseMap.regionBounds.contains(place.place) { continue }
        guard bounds.contains(place.place) else { continue }
        let point = viewport.point(of: place.place)
        guard viewport.contains(point) else { continue }
        let (column, row) = (Int(point.column), Int(point.row))
        var candidate = Candidate(place: place, column: column, row: row)
        if let group = mark(at: point, groups, rows) {
          candidate.mark = group.index
          candidate.distance = group.distance
          candidate.isSelected = groups[group.index].isSelected
          candidate.markRow = groups[group.index].row
          candidate.markColumns = groups[group.index].columns
        }
        candidate.isForeign = sheet.grid[column, row].style.ground == .foreignLand
        candidates.append(candidate)
      }
    }
    Self.keepNearest(&candidates, groups)
    candidates.removeAll { !$0.isMarked && viewport.zoom < $0.firstZoom }
    let order = candidates.indices.sorted { first, second in
      let (a, b) = (candidates[first].weight, candidates[second].weight)
      return a != b ? a > b : first < second
    }
    return order.map { candidates[$0] }
  }

  /// Leaves each mark to the places that its events name or, where they name none of those near it, to the nearest one;
  /// of two as near, the larger.
  private static func keepNearest(_ candidates: inout [Candidate], _ groups: [MarkPainter.Group]) {
    func isNamed(_ candidate: Candidate) -> Bool {
      candidate.mark.map { groups[$0].names(candidate.place.name) } ?? false
    }
    let named = Set(candidates.filter(isNamed).compactMap(\.mark))
    var nearest = [Int?](repeating: nil, count: groups.count)
    for (index, candidate) in candidates.enumerated() where !isNamed(candidate) {
      guard let mark = candidate.mark else { continue }
      candidates[index].mark = nil
      if named.contains(mark) { continue }
      guard let other = nearest[mark].map({ candidates[$0] }) else {
        nearest[mark] = index
        continue
      }
      let isNearer = candidate.distance < other.distance - 0.05
      let isAsNear = candidate.distance < other.distance + 0.05
      let isLarger = candidate.place.population > other.place.population
      if isNearer || (isAsNear && isLarger) { nearest[mark] = index }
    }
    for (mark, index) in nearest.enumerated() {
      if let index { candidates[index].mark = mark }
    }
  }

  /// The mark nearest to a place, if there is one close enough to be its own: on the screen and on the ground.
  private func mark(
    at point: CellPoint, _ groups: [MarkPainter.Group], _ rows: [Int: [Int]]
  ) -> (index: Int, distance: Double)? {
    let reach = 12_000 / viewport.metersPerColumn
    var nearest: (index: Int, distance: Double)?
    let row = Int(point.row)
    for index in (row - 1...row + 1).flatMap({ rows[$0] ?? [] }) {
      let group = groups[index]
      let across = abs(group.point.column - point.column)
      let down = abs(group.point.row - point.row)
      guard across <= min(1.5, reach) && down <= min(1, reach / 2) else { continue }
      let distance = across / 2 + down
      if distance < nearest?.distance ?? .infinity { nearest = (index, distance) }
    }
    return nearest
  }
}

extension BasePlace.Rank {
  /// What marks the place itself.
  fileprivate var sign: Character {
    switch self {
    case .capital: "@"
    case .seat, .city, .town: "o"
    case .airfield: "="
    case .village: "."
    }
  }

  fileprivate var ink: Ink {
    switch self {
    case .capital: .capital
    case .seat, .city: .city
    case .airfield, .town, .village: .town
    }
  }
}
