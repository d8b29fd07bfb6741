import Cartography
import SituationModel
import TextCanvas

/// The marks of the events that are shown: one for all that share a cell of the map, or a place beside it.
struct EventMarks {
  /// The rows that each mark stands for; a mark's id is its place in this list.
  let groups: [[Int]]
  /// The marks.
  let marks: [Mark]

  /// Where events share a mark.
  private enum Spot: Hashable {
    case cell(column: Int, row: Int)
    case away(Coordinate)
  }

  init(_ state: BrowserState) {
    var spots: [Spot: Int] = [:]
    var groups: [[Int]] = []
    for match in state.matches {
      guard let anchor = state.situation.events[match.row].place.anchor else { continue }
      let spot = EventMarks.spot(of: anchor, in: state.viewport)
      if let group = spots[spot] {
        groups[group].append(match.row)
      } else {
        spots[spot] = groups.count
        groups.append([match.row])
      }
    }
    self.groups = groups
    marks = groups.enumerated().compactMap { EventMarks.mark(id: $0, rows: $1, in: state) }
  }

  private static func spot(of anchor: Coordinate, in viewport: Viewport) -> Spot {
    let point = viewport.point(of: anchor)
    let isInside = viewport.contains(point)
    return isInside ? .cell(column: Int(point.column), row: Int(point.row)) : .away(anchor)
  }

  private static func mark(id: Int, rows: [Int], in state: BrowserState) -> Mark? {
    let events = rows.map { state.situation.events[$0] }
    // The most exact place speaks for the pin; the order of the precisions is that of the enum.
    let order = PlacePrecision.allCases
    func rank(_ event: Event) -> Int { order.firstIndex(of: event.place.precision) ?? order.count }
    guard let first = events.min(by: { rank($0) < rank($1) }), let anchor = first.place.anchor else { return nil }
    let kinds = Set(events.map(\.kind))
    let suffixes = Set(events.map { $0.standing?.suffix })
    let footprint = first.footprint
    return Mark(
      id: id, anchor: anchor, footprint: footprint, letter: first.kind.look.letter,
      suffix: suffixes.count == 1 ? first.standing?.suffix : nil, ink: first.kind.look.ink, count: rows.count,
      isMixed: kinds.count > 1, label: label(of: events, footprint, anchor, state),
      places: Array(Set(events.compactMap(\.place.name))).sorted(),
      isSelected: state.selection.map { rows.contains($0.row) } ?? false)
  }

  /// The name beside a mark: of what is an area or a line, or lies off the map. A point has its town's own label.
  private static func label(
    of events: [Event], _ footprint: Mark.Footprint, _ anchor: Coordinate, _ state: BrowserState
  ) -> String? {
    let isAway = !state.viewport.contains(state.viewport.point(of: anchor))
    if !isAway {
      switch footprint {
      case .exact, .vicinity, .locality: return nil
      case .line, .area: break
      }
    }
    return events.lazy.compactMap(\.place.name).first.map { SafeText($0).text }
  }
}

extension Event {
  /// How its place is drawn.
  fileprivate var footprint: Mark.Footprint {
    switch (place.precision, place.shape) {
    case (.exact, .points): return .exact
    case (.locality, .points): return .locality
    // What a file does not say is not exact: it gets the ring.
    case (.vicinity, .points), (.unknown, .points): return .vicinity(radius: place.radius)
    case (_, .lines(let lines)): return .line(.lines(lines))
    case (_, let shape): return .area(shape)
    }
  }
}
