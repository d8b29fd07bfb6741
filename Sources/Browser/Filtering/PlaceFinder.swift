import Cartography
import SituationModel

/// Finds the place for a name: in the situation's events, or else on the map.
public struct PlaceFinder: Sendable {
  private let events: EventTable
  private let map: BaseMap

  /// A finder in some events and in as much of the map as is loaded.
  public init(events: EventTable, map: BaseMap) {
    self.events = events
    self.map = map
  }

  /// The place that a whole name means, whatever its case and accents; nil when none is known by it. Linear in the events
  /// and the places of the map; only events whose place has the name are read.
  public func coordinate(of name: String) -> Coordinate? {
    guard let name = Needle(name) else { return nil }
    let columns = events.columns
    let isMeant = columns.names.map(name.isWhole)
    let rows = (0..<events.count).lazy.filter { columns.places[$0] >= 0 && isMeant[Int(columns.places[$0])] }
    let named = rows.map { events[$0].place }.first { place in
      guard case .points? = place.shape else { return false }
      return place.precision != .region && place.precision != .country
    }
    return named?.anchor ?? map.town(named: name)
  }
}
