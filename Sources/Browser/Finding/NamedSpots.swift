import Cartography
import Places
import SituationModel

extension Gazetteer {
  /// The names of a map, and those of events' places.
  ///
  /// A name that events have in many places stands for eight of them at most, 30 km or more apart. Linear in the events,
  /// of which those are read whose place is more than a point.
  ///
  /// - Parameters:
  ///   - map: the map, as far as it is loaded.
  ///   - events: all events whose places may be meant.
  ///   - shown: the events whose places come first.
  public init(_ map: BaseMap, events: EventTable, shown: [EventTable.Match] = []) {
    var spots = NamedSpots(events: events)
    for match in shown { spots.add(match.row) }
    for row in 0..<events.count { spots.add(row) }
    self.init(map, others: spots.places.compactMap(Entry.init))
  }
}

/// The places of events that have a name, each once.
private struct NamedSpots {
  private let events: EventTable
  /// The places in the order in which they were added.
  private(set) var places: [Place] = []
  /// The indices of the places with each name.
  private var known: [[Int]]

  private static let most = 8
  private static let apart = 30_000.0

  init(events: EventTable) {
    self.events = events
    known = Array(repeating: [], count: events.columns.names.count)
  }

  mutating func add(_ row: Int) {
    let columns = events.columns
    let name = Int(columns.places[row])
    guard name >= 0, known[name].count < Self.most else { return }
    let isPoint = columns.flags[row].contains(.isPoint)
    let point = columns.point(row).coordinate
    let place =
      isPoint ? Place(name: columns.names[name], precision: .exact, shape: .points([point])) : events[row].place
    guard let anchor = place.anchor, !known[name].contains(where: { isNear(places[$0].anchor, anchor) }) else { return }
    known[name].append(places.count)
    places.append(place)
  }

  private func isNear(_ known: Coordinate?, _ anchor: Coordinate) -> Bool {
    // No degree of latitude is shorter than 110 km.
    guard let known, abs(known.latitude - anchor.latitude) < 0.3 else { return false }
    return known == anchor || GreatCircle(from: known, to: anchor).meters < Self.apart
  }
}
