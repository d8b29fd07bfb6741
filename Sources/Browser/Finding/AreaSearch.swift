import Cartography
import Places
import SituationModel
import TextCanvas

/// Finds a place by its name and the areas that contain it: `Aleppo, Syria`, `Homs, Homs, Syria`.
struct AreaSearch {
  let gazetteer: Gazetteer
  let state: BrowserState

  /// Finds the places of the first name that lie in the areas of all others. Places of that name elsewhere are not taken.
  func find(_ parts: [String], _ destinations: inout Destinations) {
    let name = withoutUnit(parts[0])
    var areas: [[Gazetteer.Entry]] = []
    for part in parts.dropFirst() {
      let entries = gazetteer.areas(called: withoutUnit(part))
      guard !entries.isEmpty else {
        destinations.problem = "no country or province is called \(quoted(part))"
        return
      }
      areas.append(entries)
    }
    let all = gazetteer.search(name, limit: Self.limit)
      .filter { name == trimmed(parts[0]) || $0.entry.kind == .governorate }
    let inside = all.filter { match in areas.allSatisfy { isInside(match.entry, $0) } }
    destinations.matches = Array(inside.prefix(Destinations.limit))
    guard inside.isEmpty else { return }
    let area = parts.dropFirst().map(trimmed).joined(separator: ", ")
    destinations.problem =
      all.first { $0.fit == .exact }.map {
        "\(quoted(parts[0])) is not in \(SafeText(area).text): there is \(state.words(for: $0.entry))"
      } ?? "no place in \(SafeText(area).text) is called \(quoted(parts[0]))"
  }

  /// So many places of one name are looked at.
  private static let limit = 100

  private func isInside(_ entry: Gazetteer.Entry, _ areas: [Gazetteer.Entry]) -> Bool {
    let map = state.environment.baseMap
    let around = entry.kind == .settlement ? map.areas(aroundTown: entry.place) : map.areas(around: entry.place)
    return areas.contains { area in
      switch (area.kind, entry.kind) {
      case (.country, .settlement), (.country, .governorate), (.country, .event):
        around.country.map(area.isCalled) ?? false
      case (.governorate, .settlement), (.governorate, .event): around.province.map(area.isCalled) ?? false
      case (_, .country), (.governorate, .governorate), (.settlement, _), (.event, _): false
      }
    }
  }

  /// The name without the word for a province, as the screen writes it behind one.
  private func withoutUnit(_ name: String) -> String {
    let name = trimmed(name)
    for unit in [" governorate", " province"] where name.lowercased().hasSuffix(unit) {
      return String(name.dropLast(unit.count))
    }
    return name
  }

  private func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String { "\u{22}\(SafeText(trimmed(text)).text)\u{22}" }
}
