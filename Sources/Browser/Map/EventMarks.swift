import Cartography
import SituationModel
import TextCanvas

/// What stands on the map for the events that are shown: a pin for all that share a cell, or counts where pins would be
/// too many; signs for what lies outside or has no place.
///
/// One pass over the events sorts them into groups; only what is drawn is then looked at more closely.
struct EventMarks: Sendable {
  /// The pins.
  let marks: [Mark]
  /// The counts, where there are too many for pins.
  let density: Density?
  /// The events outside the view.
  let beyond: [Beyond]
  /// The events without a point, counted at the map's foot.
  let chips: [Chip]
  let groups: EventGroups
  /// What the source has counted, where it is the source that counts.
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

  /// The rows that marks or signs of these ids stand for, in the order of the table.
  func rows(of ids: [Int]) -> [Int] {
    let ids = ids.flatMap(groups.groups(ofSign:))
    return ids.count == 1 ? groups.rows(of: ids[0]) : Set(ids.flatMap(groups.rows(of:))).sorted()
  }

  /// The rows that a cell of the map has; none where it is empty.
  func rows(at point: CellPoint) -> [Int] { rows(of: groups.ids(at: point)) }
}
