import SituationModel
import TextCanvas

/// Towns with their names, the important ones first, as many as there is room for.
struct PlaceLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport
  let language: NameLanguage

  /// A place with its cell.
  private struct Candidate {
    let place: BasePlace
    let column: Int
    let row: Int
    /// The index of the mark that stands here, so that the reader wants the name; and its distance in rows.
    var mark: Int?
    var distance = 0.0
    var markRow = 0
    var markColumns = 0..<0

    /// True if the mark is the selected one.
    var isSelected = false
    /// True if the place lies in a country that the map is not about.
    var isForeign = false

    var isMarked: Bool { mark != nil }
    /// The zoom from which on the place is shown; later for foreign places.
    var firstZoom: Double { FirstZoom.place(place, isForeign: isForeign) }

    var weight: Double {
      let rank: Double =
        switch place.rank {
        case .capital: 1e6 + 2 * place.population
        case .seat: 2e5 + place.population
        case .city, .town, .village, .airfield: 0
        }
      let size = (rank + place.population) * (isForeign ? 0.25 : 1)
      return size + (isSelected ? 2e9 : isMarked ? 1e9 : 0)
    }
  }

  /// Draws the places. `groups` are the marks that are already on the map.
  func paint(_ sheet: inout MapSheet, _ board: inout LabelBoard, _ groups: [MarkPainter.Group]) {
    let candidates = Self.uncrowded(candidates(board, groups))
    for candidate in candidates where !candidate.isMarked {
      board.setWanted(true, column: candidate.column, row: candidate.row)
    }
    let cut = candidates.filter { !paint($0, &sheet, &board) }
    // The view's edge cuts these: they take what room the others left, so that those keep their places.
    for candidate in cut { paintAtEdge(candidate, &sheet, &board) }
  }

  /// Draws a place. Returns false if its sign is in view, but the view's edge or a part fixed to it cuts its name.
  private func paint(_ candidate: Candidate, _ sheet: inout MapSheet, _ board: inout LabelBoard) -> Bool {
    let (place, column, row) = (candidate.place, candidate.column, candidate.row)
    let attributes: Attributes = place.rank == .capital ? .bold : []
    let name = place.name(in: language)
    board.setWanted(false, column: column, row: row)
    guard !candidate.isMarked else {
      // The mark of a town stands for its sign. Its name is wanted, so it goes to another side rather than off the view.
      if board.names.contains(name) { return true }
      let spot = LabelPlacer.spot(
        for: name, beside: candidate.markColumns, row: candidate.markRow, on: board, belongsToRow: true
      ) {
        board.isVisible($0, displayWidth(of: name), on: sheet)
      }
      if let spot { board.write(name, at: spot, on: &sheet, place.rank.ink, attributes) }
      return true
    }
    // Signs stand apart from each other.
    guard (column - 1...column + 1).allSatisfy({ board.use(column: $0, row: row) != .taken }) else { return true }
    guard let spot = LabelPlacer.spot(for: name, beside: column..<column + 1, row: row, on: board) else { return true }
    // A name without its sign says nothing of where it is, nor does a sign without its name say what is there.
    let isSignVisible = sheet.isFree(column: column, row: row, count: 1)
    let isVisible = isSignVisible && board.isVisible(spot, displayWidth(of: name), on: sheet)
    board.take(column..<column + 1, row: row)
    guard isVisible else {
      board.keep(name, at: spot)
      return !isSignVisible
    }
    let ink = sheet.isCounted(column: column, row: row) ? .emphasis : place.rank.ink
    sheet.put(place.rank.sign, column: column, row: row, ink, use: .taken)
    board.write(name, at: spot, on: &sheet, place.rank.ink, attributes)
    return true
  }

  /// Draws a place whose name the view's edge cuts, with the name on another side; or does not draw it at all.
  private func paintAtEdge(_ candidate: Candidate, _ sheet: inout MapSheet, _ board: inout LabelBoard) {
    let (place, column, row) = (candidate.place, candidate.column, candidate.row)
    let name = place.name(in: language)
    let spot = LabelPlacer.spot(for: name, beside: column..<column + 1, row: row, on: board) {
      board.isVisible($0, displayWidth(of: name), on: sheet)
    }
    guard let spot, sheet.isFree(column: column, row: row, count: 1) else { return }
    let ink = sheet.isCounted(column: column, row: row) ? .emphasis : place.rank.ink
    sheet.put(place.rank.sign, column: column, row: row, ink, use: .taken)
    board.write(name, at: spot, on: &sheet, place.rank.ink, place.rank == .capital ? .bold : [])
  }

  /// The places in and around the view that may be shown, in the order of their weight; equal ones in the order of the file.
  private func candidates(_ board: LabelBoard, _ groups: [MarkPainter.Group]) -> [Candidate] {
    var candidates: [Candidate] = []
    let bounds = board.surroundings.bounds
    // Marks by their row, since there may be as many as cells.
    let rows = Dictionary(grouping: groups.indices.filter { groups[$0].isPoint }) { groups[$0].row }
    for file in (detail.usesRegion ? [BaseMapFile.places] : []) + (detail.world?.places ?? []) {
      for place in baseMap.places[file] ?? [] {
        if file != .places && detail.usesRegion && BaseMap.regionBounds.contains(place.place) { continue }
        guard bounds.contains(place.place) else { continue }
        let point = viewport.point(of: place.place)
        guard board.contains(point) else { continue }
        let (column, row) = (Int(point.column.rounded(.down)), Int(point.row.rounded(.down)))
        var candidate = Candidate(place: place, column: column, row: row)
        if viewport.contains(point), let group = mark(at: point, groups, rows) {
          candidate.mark = group.index
          candidate.distance = group.distance
          candidate.isSelected = groups[group.index].isSelected
          candidate.markRow = groups[group.index].row
          candidate.markColumns = groups[group.index].columns
        }
        candidate.isForeign = board.ground(column: column, row: row) == .foreignLand
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

  /// The places that have no more than a few weightier ones near by, and all places with marks.
  ///
  /// The number of near places counts, and not the number in view. So a place appears and disappears with the zoom alone.
  private static func uncrowded(_ candidates: [Candidate]) -> [Candidate] {
    // No farther than a block, of 16 columns and 4 rows, is large.
    let (reach, limit) = (Size(columns: 14, rows: 3), 5)
    func block(_ cell: Position, _ across: Int = 0, _ down: Int = 0) -> Position {
      Position(column: (cell.column >> 4) + across, row: (cell.row >> 2) + down)
    }
    var blocks: [Position: [Position]] = [:]
    var result: [Candidate] = []
    for candidate in candidates {
      let cell = Position(column: candidate.column, row: candidate.row)
      var near = 0
      for (across, down) in [(-1, -1), (0, -1), (1, -1), (-1, 0), (0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
        near += (blocks[block(cell, across, down)] ?? []).count {
          abs($0.column - cell.column) <= reach.columns && abs($0.row - cell.row) <= reach.rows
        }
      }
      if candidate.isMarked || near <= limit { result.append(candidate) }
      blocks[block(cell), default: []].append(cell)
    }
    return result
  }

  /// Assigns each mark to the places that its events name. If they name none of the places near it, the nearest place gets the mark;
  /// of two equally near places, the larger.
  private static func keepNearest(_ candidates: inout [Candidate], _ groups: [MarkPainter.Group]) {
    func isNamed(_ candidate: Candidate) -> Bool {
      candidate.mark.map { mark in candidate.place.names.contains(where: groups[mark].names) } ?? false
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

  /// The mark nearest to a place, if one is near enough on the screen and on the ground to belong to it.
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
  /// The character that marks the place itself.
  fileprivate var sign: Character {
    switch self {
    case .capital: "@"
    case .seat, .city, .town, .village, .airfield: "o"
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
