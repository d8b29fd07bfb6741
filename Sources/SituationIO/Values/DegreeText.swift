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

  /// A text with points in place of decimal commas.
  private static func decimal(_ text: String) -> String {
    text.contains(".") ? text : text.replacing(",", with: ".")
  }
}
