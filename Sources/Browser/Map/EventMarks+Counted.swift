import Cartography
import SituationModel
import TextCanvas

/// The marks where a source counts, since the events are not loaded.
extension EventMarks {
  /// The counts of a source, as pins or as a density; and the selected event, which is loaded.
  init(counting state: BrowserState) {
    groups = EventGroups(state, of: state.selectedMatch)
    let size = state.viewport.size
    let spots = state.countedSpots
    self.spots = spots
    let areas = spots.indices.filter { spots[$0].form == .within }
    let points = spots.indices.filter { spots[$0].form != .within }
    let countsPoints = Density.isNeeded(for: spots.map(\.cell), in: size)
    let countsAreas = countsPoints && (areas.count > Density.fewPins || points.count <= Density.fewPins)
    let pins = countsAreas ? [] : countsPoints ? areas : (areas + points).sorted()
    let counted = countsAreas ? Array(spots.indices) : countsPoints ? points : []
    var taken: Set<Int> = []
    var selected: [Mark] = []
    for id in groups.places.points + groups.places.areas where id >= 0 {
      var mark = groups.mark(id, state)
      mark.id = Self.selected
      // It stands for all that are counted there.
      let point = state.viewport.point(of: mark.anchor)
      if let place = spots.firstIndex(where: { $0.column == Int(point.column) && $0.row == Int(point.row) }) {
        mark.count = spots[place].count
        taken.insert(place)
      }
      selected.append(mark)
    }
    marks = pins.filter { !taken.contains($0) }.map { spots[$0].mark($0) } + selected
    let cells = counted.filter { !taken.contains($0) }.map { spots[$0].density }
    density = cells.isEmpty ? nil : Density(cells)
    beyond = []
    chips = state.sourceChips ?? []
  }

  /// The ids of signs that stand for no group of events.
  static var unplacedSign: Int { -1 }
  private static var selected: Int { -2 }

  /// The target of signs with these ids, at a cell of the map.
  func target(of ids: [Int], at point: CellPoint) -> Target {
    if ids == [Self.unplacedSign] { return .unplaced }
    if let id = ids.first, isCountedCountry(id) { return .countries(id) }
    if let id = ids.first(where: spots.indices.contains) { return .counted(spots[id].area, point) }
    guard ids.contains(Self.selected) else { return .mark(rows(of: ids), point) }
    return spot(at: point).map { .counted($0.area, point) } ?? .mark(groups.all, point)
  }

  /// The target of a cell of the map.
  func target(at point: CellPoint) -> Target {
    if let spot = spot(at: point) { return .counted(spot.area, point) }
    let rows = density == nil || !spots.isEmpty ? [] : rows(at: point)
    return rows.isEmpty ? .map(point) : .mark(rows, point)
  }

  /// True for a chip of countries that the source has counted.
  private func isCountedCountry(_ sign: Int) -> Bool {
    func isOne(_ sign: Int) -> Bool { Self.country(ofSign: sign) != nil }
    return isOne(sign) || sign == EventGroups.otherCountries && chips.contains { isOne($0.id) }
  }

  private func spot(at point: CellPoint) -> CountedSpot? {
    spots.first { $0.column == Int(point.column) && $0.row == Int(point.row) }
  }
}

extension BrowserState {
  /// The source's counts by the cells of the map; empty if single events are shown.
  var countedSpots: [CountedSpot] {
    guard dataset.countsByCell, let cells = dataset.partial?.cells else { return [] }
    return cells.spots(in: viewport, isCertainOnly: view.timeLook.isCertainOnly)
  }
}
