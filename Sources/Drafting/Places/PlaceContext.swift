import SituationModel

/// The countries that a report is about, by the names in it.
struct PlaceContext: Sendable {
  /// The number of names that speak for a country, by its code.
  private(set) var countries: [String: Int] = [:]
  /// The number of towns in a country that no other country has by name.
  private var towns: [String: Int] = [:]

  /// Takes the names of a sentence.
  mutating func add(_ mentions: [PlaceMention], nationalities: [String]) {
    for code in nationalities { countries[code, default: 0] += 1 }
    for mention in mentions {
      if let country = mention.places.first(where: { $0.kind == .country }) {
        // A name that is another language's for a country may be one of a village, too.
        if mention.isMainName(of: country) { countries[country.country, default: 0] += 1 }
        continue
      }
      let codes = Set(mention.places.map(\.country)).union(mention.airfields.map(\.country))
      guard codes.count == 1, let code = codes.first, !code.isEmpty else { continue }
      towns[code, default: 0] += 1
    }
  }

  /// True if the report speaks of a country, or names two towns that are there alone.
  func has(_ code: String) -> Bool { (countries[code] ?? 0) > 0 || (towns[code] ?? 0) > 1 }

  /// How much speaks for a country.
  func weight(_ code: String) -> Int { (countries[code] ?? 0) + 2 * (towns[code] ?? 0) }

  /// The country that most of the towns are in, where that is clear: “the country” of the report.
  var principal: String? {
    let total = towns.values.reduce(0, +)
    if let best = towns.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 3 >= total * 2,
      best.value >= 2
    {
      return best.key
    }
    return towns.isEmpty && countries.count == 1 ? countries.first?.key : nil
  }
}

extension PlaceMention {
  /// True if a name is the one by which the map calls a country, or an abbreviation.
  func isMainName(of country: KnownPlace) -> Bool {
    FoldedName(name).compact == FoldedName(country.name).compact || name.contains(".") || name == name.uppercased()
  }
}
