import SituationModel

/// One angle of a place as text, with the reader that `--at` has.
enum DegreeText {
  /// The angle of a text, and true if a letter says that it is a longitude, false that it is a latitude; nil where it is none.
  static func reading(_ text: String) -> (degrees: Double, isLongitude: Bool?)? {
    if let number = TableNumber.number(text) { return (number, nil) }
    guard text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0xD9 }) else { return nil }
    // An angle has a sign of degrees, a letter, a colon or several numbers.
    if let angle = try? CoordinateReader().angle(decimal(text)) { return (angle.degrees, angle.isLongitude) }
    return worded(text)
  }

  /// An angle with words for its signs, or with its name before it.
  private static func worded(_ text: String) -> (degrees: Double, isLongitude: Bool?)? {
    guard let signs = AngleWords.signs(text) else {
      return labelled(text)
    }
    if let number = TableNumber.number(signs) { return (number, nil) }
    if let angle = try? CoordinateReader().angle(decimal(signs)) { return (angle.degrees, angle.isLongitude) }
    return labelled(signs)
  }

  private static func labelled(_ text: String) -> (degrees: Double, isLongitude: Bool?)? {
    let label = text.prefix { $0.isLetter }.lowercased()
    let isLongitude = ["lon", "lng", "long", "longitude"].contains(label)
    guard isLongitude || ["lat", "latitude"].contains(label) else { return nil }
    let rest = text.dropFirst(label.count).drop { " :=".contains($0) }
    guard let angle = reading(String(rest)), angle.isLongitude == nil || angle.isLongitude == isLongitude else {
      return nil
    }
    return (angle.degrees, isLongitude)
  }

  /// The angle of a text in degrees; nil where it is none.
  static func degrees(_ text: String) -> Double? { reading(text)?.degrees }

  /// True if a text has an `O` for a side of the globe: `36,2765° O`.
  static func hasSideO(_ text: String) -> Bool { replacingO(text, with: "E") != text }

  /// A text with another letter for each `O` that stands behind an angle.
  static func replacingO(_ text: String, with letter: String) -> String {
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "o") }) else { return text }
    let characters = Array(text)
    var result = ""
    for (place, character) in characters.enumerated() {
      let before = characters[..<place].last { $0 != " " }
      let isBehind =
        before.map { $0.isNumber || "\u{B0}\u{BA}'\"\u{2032}\u{2033}\u{2019}\u{201D}".contains($0) } ?? false
      let isAlone = place + 1 >= characters.count || !characters[place + 1].isLetter
      if character == "O" || character == "o", isBehind, isAlone { result += letter } else { result.append(character) }
    }
    return result
  }

  /// A text with points in place of decimal commas.
  private static func decimal(_ text: String) -> String {
    text.contains(".") ? text : text.replacing(",", with: ".")
  }
}
