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

/// A place in one field: two angles, well-known text, or a geometry of GeoJSON.
enum GeometryText {
  /// True if a text is written as a place is.
  static func isGeometry(_ text: String) -> Bool {
    if place(text) != nil { return true }
    if text.hasPrefix("{") { return text.contains("\"coordinates\"") || text.contains("'coordinates'") }
    if text.hasPrefix("<") { return WKT.withoutSystem(text) != nil }
    if HexadecimalWKB.isGeometry(text) { return true }
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
    return fourNumbers(inner) ?? signed(inner) ?? angles(inner) ?? LabelledPair.read(text)
      ?? AngleWords.signs(inner).flatMap { numbers($0) ?? angles($0) ?? LabelledPair.read($0) }
  }

  /// The place of a pair, or of a square of the military grid: its middle, with the width of the square in metres.
  static func place(_ text: String) -> (latitude: Double, longitude: Double, side: Int?)? {
    if let pair = pair(text) ?? MapLink.place(text) { return (pair.latitude, pair.longitude, nil) }
    guard let square = square(text), let side = square.squareSide else { return nil }
    return (square.place.latitude, square.place.longitude, side)
  }

  /// A square of the military grid, of 10 km at most.
  static func square(_ text: String) -> CoordinateReader.Reading? {
    guard (7...24).contains(text.utf8.count), let reading = try? CoordinateReader().read(text),
      let side = reading.squareSide, side <= 10_000
    else { return nil }
    return reading
  }

  /// ISO 6709: `+34.5+036.5/`.
  private static func signed(_ text: String) -> (latitude: Double, longitude: Double)? {
    let body = text.hasSuffix("/") ? text.dropLast() : text[...]
    guard let first = body.first, "+-".contains(first), !body.contains(" "), !body.contains(","),
      let middle = body.dropFirst().firstIndex(where: { "+-".contains($0) }),
      let latitude = TableNumber.number(String(body[..<middle])),
      let longitude = TableNumber.number(String(body[middle...])),
      body[..<middle].contains(".")
    else { return nil }
    return (latitude, longitude)
  }

  /// Two angles whose letters or signs of degrees tell them from other numbers.
  private static func angles(_ text: String) -> (latitude: Double, longitude: Double)? {
    let inner = text.replacing("/", with: " ").replacing("|", with: " ")
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
    for separator in [";", ", ", ",", "/", "|", " "] {
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
