/// A length with its unit: `5 km`, `300 m`, `~2 miles`.
enum LengthText {
  /// The metres of units by their names.
  private static let units: [String: Double] = [
    "m": 1, "meter": 1, "meters": 1, "metre": 1, "metres": 1, "mètres": 1, "metros": 1, "м": 1, "м.": 1,
    "km": 1_000, "kms": 1_000, "kilometer": 1_000, "kilometers": 1_000, "kilometre": 1_000, "kilometres": 1_000,
    "kilómetros": 1_000, "км": 1_000, "كم": 1_000, "mi": 1_609.344, "mile": 1_609.344, "miles": 1_609.344,
    "nm": 1_852, "nmi": 1_852, "ft": 0.304_8, "feet": 0.304_8,
  ]

  /// The metres of a unit that the parts of a field's name end in, as `radius_km` does; nil where there is none.
  static func unit(of parts: [String]) -> Double? { parts.count > 1 ? parts.last.flatMap { units[$0] } : nil }

  /// The metres of a text; nil where it is a length without a unit, or none.
  static func meters(_ text: String, _ numbers: NumberReading) -> Double? {
    var text = text.lowercased().trimmed
    for opening in ["~", "\u{B1}", "within ", "about ", "approx. ", "ca. "] where text.hasPrefix(opening) {
      text = String(text.dropFirst(opening.count)).trimmed
    }
    let word = String(text.reversed().prefix { $0.isLetter || $0 == "." }.reversed())
    guard !word.isEmpty, let unit = units[word] else { return nil }
    return numbers.number(String(text.dropLast(word.count)).trimmed).map { $0 * unit }
  }
}
