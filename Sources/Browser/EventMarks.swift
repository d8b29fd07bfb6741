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
    case cell(column: Int, row: Int, isArea: Bool)
    case away(Coordinate)
  }

  init(_ state: BrowserState) {
    var spots: [Spot: Int] = [:]
    var groups: [[Int]] = []
    var anchors: [Coordinate] = []
    for match in state.matches {
      let event = state.situation.events[match.row]
      for place in event.place.spots {
        let spot = EventMarks.spot(of: place, isArea: event.footprint.isArea, in: state.viewport)
        if let group = spots[spot] {
          if groups[group].last != match.row { groups[group].append(match.row) }
        } else {
          spots[spot] = groups.count
          groups.append([match.row])
          anchors.append(place)
        }
      }
    }
    self.groups = groups
    let marks = groups.indices.compactMap { EventMarks.mark(id: $0, rows: groups[$0], at: anchors[$0], in: state) }
    // Where an area's mark falls on a pin, the area gives the form: that claims less.
    self.marks = marks.filter(\.footprint.isArea) + marks.filter { !$0.footprint.isArea }
  }

  private static func spot(of anchor: Coordinate, isArea: Bool, in viewport: Viewport) -> Spot {
    let point = viewport.point(of: anchor)
    let isInside = viewport.contains(point)
    return isInside ? .cell(column: Int(point.column), row: Int(point.row), isArea: isArea) : .away(anchor)
  }

  private static func mark(id: Int, rows: [Int], at anchor: Coordinate, in state: BrowserState) -> Mark? {
    let events = rows.map { state.situation.events[$0] }
    // The least exact place speaks for the pin, so that it never claims too much; the enum has them in that order.
    let order = PlacePrecision.allCases
    func rank(_ event: Event) -> Int { order.firstIndex(of: event.place.precision) ?? order.count }
    guard let first = events.max(by: { rank($0) < rank($1) }) else { return nil }
    let kinds = Set(events.map(\.kind))
    let suffixes = Set(events.compactMap { $0.standing?.suffix })
    let footprint = first.footprint
    return Mark(
      id: id, anchor: anchor, footprint: footprint, letter: first.kind.look.letter,
      suffix: suffixes.count == 1 ? suffixes.first : nil, ink: first.kind.look.ink, count: rows.count,
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

extension Place {
  /// Where its marks stand: at each of its points, or at the one point that stands for a line or an area.
  fileprivate var spots: [Coordinate] {
    if case .points(let points) = shape { return points }
    return anchor.map { [$0] } ?? []
  }
}

extension Mark.Footprint {
  /// Whether it is a line or an area, and no point.
  fileprivate var isArea: Bool {
    switch self {
    case .exact, .vicinity, .locality: false
    case .line, .area: true
    }
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
