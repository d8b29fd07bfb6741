import Cartography
import SituationModel
import TextCanvas

/// The chips of whole countries in view: the fullest ones, and one for all others.
enum CountryChips {
  /// The greatest number of chips. If there are more countries, the last chip stands for all others.
  private static let most = 3

  /// A country in view, with its number among the signs of the map.
  struct Country {
    let id: Int
    let name: String?
    let count: Int
    let isSelected: Bool
  }

  /// The countries with a chip of their own, in the order of their chips, and those that share one.
  static func sorted(_ countries: [Country]) -> (own: [Country], shared: [Country]) {
    let full = countries.enumerated()
      .sorted { ($0.element.count, $1.offset) > ($1.element.count, $0.offset) }
      .map(\.element)
    let own = full.count > most ? most - 1 : full.count
    return (Array(full.prefix(own)), Array(full.dropFirst(own)))
  }

  /// The chips; that of the countries that share one has a number of its own.
  static func chips(_ countries: [Country], others: Int) -> [Chip] {
    let (own, shared) = sorted(countries)
    let chips = own.map { country in
      Chip(id: country.id, words: words(country.name), count: country.count, isSelected: country.isSelected)
    }
    guard !shared.isEmpty else { return chips }
    let rest = Chip(
      id: others, words: "\(shared.count) other countries", count: shared.reduce(0) { $0 + $1.count },
      isSelected: shared.contains(where: \.isSelected))
    return chips + [rest]
  }

  /// `all of Syria`; of a long name as much as a chip has room for.
  static func words(_ name: String?) -> String {
    name.map { "all of \(clipped(SafeText($0).text, to: 20))" } ?? "a whole country"
  }
}
