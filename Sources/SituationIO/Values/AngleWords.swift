/// Angles with words in place of signs and letters, made what `CoordinateReader` takes: `34.5 degrees North`, `34d30m00s`, `34.5° с. ш.`,
/// `lat 34.5`.
enum AngleWords {
  private static let replacements: [(words: String, sign: String)] = [
    ("с. ш.", "N"), ("с.ш.", "N"), ("ю. ш.", "S"), ("ю.ш.", "S"), ("в. д.", "E"), ("в.д.", "E"), ("з. д.", "W"),
    ("з.д.", "W"), ("пн. ш.", "N"), ("пн.ш.", "N"), ("пд. ш.", "S"), ("пд.ш.", "S"), ("сх. д.", "E"), ("сх.д.", "E"),
    ("зх. д.", "W"), ("зх.д.", "W"), ("degrees", "\u{B0}"), ("degree", "\u{B0}"), ("deg.", "\u{B0}"), ("deg", "\u{B0}"),
    ("minutes", "'"), ("min", "'"), ("seconds", "\""), ("sec", "\""), ("north", "N"), ("south", "S"), ("east", "E"),
    ("west", "W"),
  ]

  /// A text whose words are signs; nil where it has no such words.
  static func signs(_ text: String) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    var small = PlainText.of(text).lowercased()
    // Cyrillic letters stand for words of two.
    for (words, sign) in replacements where small.contains(words) { small = small.replacing(words, with: sign) }
    small = withPacked(small)
    if let dots = withColons(small) { small = dots }
    return small == text ? nil : small
  }

  /// `34d30m00s` with signs: an `s` behind seconds is no south.
  private static func withPacked(_ text: String) -> String {
    var result = ""
    var rank = 0
    for character in text {
      let isBehindDigit = result.last.map { $0.isNumber || $0 == "." } ?? false
      switch character {
      case "d" where isBehindDigit:
        rank = 1
        result.append("\u{B0}")
      case "m" where isBehindDigit && rank == 1:
        rank = 2
        result.append("'")
      case "s" where isBehindDigit && rank == 2:
        rank = 0
        result.append("\"")
      default: result.append(character)
      }
    }
    return result
  }

  /// `34.30.00N` with colons in place of its points; nil where no letter or a single point is in it.
  private static func withColons(_ text: String) -> String? {
    guard text.contains(where: { "nsewNSEW".contains($0) }) else { return nil }
    var hasChanged = false
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let parts = word.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3 || parts.count == 4, parts[1].utf8.count == 2 else { return String(word) }
      hasChanged = true
      return parts.prefix(3).joined(separator: ":") + (parts.count == 4 ? ".\(parts[3])" : "")
    }
    return hasChanged ? words.joined(separator: " ") : nil
  }
}

/// A latitude and a longitude that have their names before them: `lat: 34.5, lon: 36.5`, `{"lat":34.5,"lng":36.5}`.
enum LabelledPair {
  static func read(_ text: String) -> (latitude: Double, longitude: Double)? {
    let small = text.lowercased()
    guard small.utf8.count <= 120, let latitude = label("lat", in: small),
      let longitude = label("lon", in: small) ?? label("lng", in: small), !latitude.overlaps(longitude)
    else { return nil }
    let isLatitudeFirst = latitude.lowerBound < longitude.lowerBound
    let (first, last) = isLatitudeFirst ? (latitude, longitude) : (longitude, latitude)
    guard small[..<first.lowerBound].allSatisfy({ " {\"'?&(".contains($0) }),
      let start = angle(small[first.upperBound..<last.lowerBound]), let end = angle(small[last.upperBound...])
    else { return nil }
    let (north, east) = isLatitudeFirst ? (start, end) : (end, start)
    guard north.isLongitude != true, east.isLongitude != false else { return nil }
    return (north.degrees, east.degrees)
  }

  /// The whole word that begins with a few letters; nil where it is none of the names of an angle.
  private static func label(_ letters: String, in text: String) -> Range<String.Index>? {
    guard let start = text.firstRange(of: letters)?.lowerBound else { return nil }
    let end = text[start...].firstIndex { !($0.isLetter || $0 == "_") } ?? text.endIndex
    let names = ["lat", "latitude", "lon", "lng", "long", "longitude", "lat_", "long_"]
    return names.contains(String(text[start..<end])) ? start..<end : nil
  }

  private static func angle(_ text: Substring) -> (degrees: Double, isLongitude: Bool?)? {
    var rest = text
    while let first = rest.first, " :=\"'".contains(first) { rest.removeFirst() }
    while let last = rest.last, " ,;&}){\"".contains(last) { rest.removeLast() }
    // A quote of Python, and not a minute.
    if rest.last == "'", !rest.contains("\u{B0}") { rest.removeLast() }
    while let last = rest.last, " ,;&}\"".contains(last) { rest.removeLast() }
    return DegreeText.reading(String(rest))
  }
}
