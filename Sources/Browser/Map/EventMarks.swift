import Cartography
import SituationModel
import TextCanvas

/// The signs on the map for the shown events: a pin for all that share a cell, or counts if pins would be
/// too many; off-screen markers and chips for the others.
///
/// One pass over the events sorts them into groups; only the groups that are drawn are then looked at more closely.
struct EventMarks: Sendable {
  /// The pins.
  let marks: [Mark]
  /// The counts, if there are too many events for pins.
  let density: Density?
  /// The off-screen markers.
  let beyond: [Beyond]
  /// The chips at the map's foot for events without a point.
  let chips: [Chip]
  let groups: EventGroups
  /// The counts of the source, if the source counts.
  let spots: [CountedSpot]

  init(_ state: BrowserState) {
    self = state.dataset.countsByCell ? EventMarks(counting: state) : EventMarks(grouping: state)
  }

  private init(grouping state: BrowserState) {
    let groups = EventGroups(state)
    (self.groups, spots) = (groups, [])
    let size = state.viewport.size
    // In the order of time, so that of two that want the same room the earlier has it. Where an area's mark falls on a
    // pin, the area gives the form: that claims less. Areas have few places to stand, and their names say much: they give
    // way to counts only where they are many themselves.
    var kept = groups.places.areas.filter { $0 >= 0 }.sorted()
    var counted: [Int32] = []
    let pins = groups.places.points.filter { $0 >= 0 }.sorted()
    // Together they may be too many where neither is: then all are counted, but for a few areas beside many points.
    if Density.isNeeded(for: (pins + kept).map(groups.position), in: size) {
      counted += pins
      if kept.count > Density.fewPins || pins.count <= Density.fewPins { (counted, kept) = (counted + kept, []) }
    } else {
      kept += pins
    }
    let selected = counted.filter { groups.isSelected($0) }
    marks = (kept + selected).map { groups.mark($0, state) }
    density = counted.isEmpty ? nil : Density(counted.filter { !groups.isSelected($0) }.map(groups.cell))
    beyond = state.dataset.holdsBeyond ? groups.places.sectors.filter { $0 >= 0 }.map { groups.beyond($0, state) } : []
    // Events without a point are on no page of a view: the source says how many they are.
    chips = state.sourceChips ?? groups.chips
  }

  /// The rows of the marks or signs with these ids, in the order of the table.
  func rows(of ids: [Int]) -> [Int] {
    let ids = ids.flatMap(groups.groups(ofSign:))
    return ids.count == 1 ? groups.rows(of: ids[0]) : Set(ids.flatMap(groups.rows(of:))).sorted()
  }

  /// The rows of a cell of the map; none if it is empty.
  func rows(at point: CellPoint) -> [Int] { rows(of: groups.ids(at: point)) }
}
