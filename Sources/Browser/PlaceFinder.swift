import Cartography
import SituationModel

/// Where a place of a name is: as the situation has it, else as the map does.
public struct PlaceFinder: Sendable {
  private let events: EventTable
  private let map: BaseMap

  /// A finder in some events and in as much of the map as is loaded.
  public init(events: EventTable, map: BaseMap) {
    self.events = events
    self.map = map
  }

  /// The place that a whole name means, whatever its case and accents; nil when none is known by it. Linear in the events
  /// and the places of the map.
  public func coordinate(of name: String) -> Coordinate? {
    guard let name = Needle(name) else { return nil }
    let named = events.events.lazy.map(\.place).first { place in
      guard case .points? = place.shape, place.precision != .region, place.precision != .country else { return false }
      return place.name.map(name.isWhole) ?? false
    }
    return named?.anchor ?? map.town(named: name)
  }
}
