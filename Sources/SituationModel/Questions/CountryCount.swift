/// How many events are about a country as a whole. Such an event has no point on the map: no cell counts it.
///
/// Countries are told apart by their folded names (`FoldedText`). All events whose place has no name are counted as one.
public struct CountryCount: Hashable, Sendable {
  /// The name of the country, as the event of the least id has it; nil for those without a name.
  public let name: String?
  /// How many events there are, anywhere.
  public let count: EventCount
  /// The rectangle around the places of these events.
  public let bounds: GeoBounds

  /// The counts of a country.
  public init(name: String?, count: EventCount, bounds: GeoBounds) {
    (self.name, self.count, self.bounds) = (name, count, bounds)
  }

  /// So many countries are told apart at most: an answer has the size of a screen, whatever the names are.
  public static let most = 300

  /// The countries that are told apart: the fullest, of two as full the first by its key. The others are none's, as those without a name.
  ///
  /// - Parameter countries: each with its folded name, which is empty for those without one.
  public static func fullest(_ countries: [(key: [UInt8], count: EventCount)]) -> Set<[UInt8]> {
    let named = countries.filter { !$0.key.isEmpty }
    let ordered = named.sorted { left, right in
      left.count.all == right.count.all
        ? left.key.lexicographicallyPrecedes(right.key) : left.count.all > right.count.all
    }
    return Set(ordered.prefix(most).map(\.key))
  }
}

/// A country while its events are counted.
public struct CountryTally<ID: Comparable & Sendable>: Sendable {
  /// How many events it has.
  public private(set) var count = EventCount()
  /// The least id, which gives the name.
  public private(set) var first: ID
  private var bounds: GeoBounds

  /// A tally of some events of one country.
  public init(_ count: EventCount, first: ID, bounds: GeoBounds) {
    (self.count, self.first, self.bounds) = (count, first, bounds)
  }

  /// Adds others of the same country.
  public mutating func add(_ other: CountryTally) {
    count.certain += other.count.certain
    count.possible += other.count.possible
    first = min(first, other.first)
    bounds = GeoBounds(
      south: min(bounds.south, other.bounds.south), west: min(bounds.west, other.bounds.west),
      north: max(bounds.north, other.bounds.north), east: max(bounds.east, other.bounds.east))
  }

  /// The counts under a name.
  public func count(named name: String?) -> CountryCount { CountryCount(name: name, count: count, bounds: bounds) }
}

extension Dictionary where Key == [UInt8] {
  /// The tallies of countries by their folded names, those beyond `CountryCount.most` with those without a name, in the order of the
  /// names.
  public func counted<ID>(name: (ID) -> String?) -> [CountryCount] where Value == CountryTally<ID> {
    let kept = CountryCount.fullest(map { ($0.key, $0.value.count) })
    var told: [Key: Value] = [:]
    for (key, tally) in self {
      let key = kept.contains(key) ? key : []
      if told[key]?.add(tally) == nil { told[key] = tally }
    }
    return told.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, tally in
      tally.count(named: key.isEmpty ? nil : name(tally.first))
    }
  }
}
