import SituationModel

/// One angle of a place as text, with the reader that `--at` has.
enum DegreeText {
  /// The angle of a text, and true if a letter says that it is a longitude, false that it is a latitude; nil where it is none.
  static func reading(_ text: String) -> (degrees: Double, isLongitude: Bool?)? {
    if let number = TableNumber.number(text) { return (number, nil) }
    // An angle has a sign of degrees, a letter, a colon or several numbers.
    guard let angle = try? CoordinateReader().angle(decimal(text)) else { return nil }
    return (angle.degrees, angle.isLongitude)
  }

  /// The angle of a text in degrees; nil where it is none.
  static func degrees(_ text: String) -> Double? { reading(text)?.degrees }

  /// A text with points in place of decimal commas.
  private static func decimal(_ text: String) -> String {
    text.contains(".") ? text : text.replacing(",", with: ".")
  }
}

/// A place in one field: two angles, well-known text, or a geometry of GeoJSON.
enum GeometryText {
  /// True if a text is written as a place is.
  static func isGeometry(_ text: String) -> Bool {
    if pair(text) != nil { return true }
    if text.hasPrefix("{") { return text.contains("\"coordinates\"") }
    let word = text.prefix { $0.isLetter || $0 == "=" }.uppercased()
    return [
      "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID=",
    ].contains { word.hasPrefix($0) }
  }

  /// Latitude and longitude, in brackets or not: two numbers with a comma, a semicolon or a blank between them, or angles whose
  /// letters say which is which.
  static func pair(_ text: String) -> (latitude: Double, longitude: Double)? {
    guard text.utf8.count <= 100, text.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    if let numbers = numbers(text) { return numbers }
    let inner = text.filter { !"()[]".contains($0) }
    if let four = fourNumbers(inner) { return four }
    guard inner.contains(where: { "NSEWnsew\u{B0}\u{BA}:".contains($0) }),
      let reading = try? CoordinateReader().read(inner),
      reading.squareSide == nil
    else { return nil }
    return (reading.place.latitude, reading.place.longitude)
  }

  /// Two numbers with a comma, a semicolon or a blank between them, in brackets or not.
  static func numbers(_ text: String) -> (Double, Double)? {
    guard text.utf8.count <= 100 else { return nil }
    let inner = text.filter { !"()[]".contains($0) }
    for separator in [";", ",", " "] as [Character] {
      let parts = inner.split(separator: separator).map { $0.filter { $0 != " " } }
      if parts.count == 2, let first = TableNumber.number(parts[0]), let last = TableNumber.number(parts[1]) {
        return (first, last)
      }
    }
    return nil
  }

  /// Latitude, longitude, height and accuracy, as forms on a phone write a point.
  private static func fourNumbers(_ text: String) -> (latitude: Double, longitude: Double)? {
    let numbers = text.split(separator: " ").map { TableNumber.number(String($0)) }
    guard numbers.count == 4, let latitude = numbers[0], let longitude = numbers[1], numbers[2] != nil,
      numbers[3] != nil
    else { return nil }
    return (latitude, longitude)
  }
}
