import SituationModel

/// A place in one field: two angles, well-known text, or a geometry of GeoJSON.
enum GeometryText {
  /// True if a text is written as a place is.
  static func isGeometry(_ text: String) -> Bool {
    if place(text) != nil { return true }
    if text.hasPrefix("{") {
      return text.contains("\"coordinates\"") || text.contains("'coordinates'") || members(text) != nil
    }
    if text.hasPrefix("<") { return WKT.withoutSystem(text) != nil }
    if WKB.isHexadecimal(text) { return true }
    let word = text.prefix { $0.isLetter || $0 == "=" }.uppercased()
    return [
      "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID=",
    ].contains { word.hasPrefix($0) }
  }

  /// The degrees of an object with a latitude and a longitude, as JSON and Python write it; nil for any other text.
  static func members(_ text: String) -> (latitude: Double, longitude: Double)? {
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count <= 1_000 else { return nil }
    func number(_ names: [String]) -> Double? {
      for name in names {
        for quote in ["\"", "'"] {
          guard let found = text.firstRange(of: "\(quote)\(name)\(quote)") else { continue }
          let rest = text[found.upperBound...].drop { ": \"'".contains($0) }
          return Double(rest.prefix { "+-.0123456789eE".contains($0) })
        }
      }
      return nil
    }
    guard let latitude = number(["latitude", "lat"]), let longitude = number(["longitude", "lon", "lng"]) else {
      return nil
    }
    return (latitude, longitude)
  }

  /// Latitude and longitude, in brackets or not: two numbers with a comma, a semicolon or a blank between them, or angles whose
  /// letters say which is which.
  static func pair(_ text: String) -> (latitude: Double, longitude: Double)? {
    guard text.utf8.count <= 100, text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0xD9 }) else { return nil }
    if let numbers = numbers(text) { return numbers }
    let inner = text.filter { !"()[]".contains($0) }.replacing("\u{60C}", with: ";")
    if let pair = numbers(inner) ?? fourNumbers(inner) ?? signed(inner) ?? angles(inner) { return pair }
    if let pair = LabelledPair.read(text) { return pair }
    guard let signs = AngleWords.signs(inner) else { return nil }
    return numbers(signs) ?? angles(signs) ?? LabelledPair.read(signs)
  }

  /// The place of a pair or of the UTM grid; of a square of the military grid and of a plus code the middle, with the distance to a corner in
  /// metres.
  static func place(_ text: String) -> (latitude: Double, longitude: Double, radius: Double?)? {
    if let pair = pair(text) { return (pair.latitude, pair.longitude, nil) }
    if text.hasPrefix("geo:") || WebAddress.fits(text), let place = (try? MapLink(text))?.place {
      return (place.latitude, place.longitude, nil)
    }
    if let area = CodedArea(plusCode: text) { return (area.middle.latitude, area.middle.longitude, area.radius) }
    if let place = Coordinate(utm: text) { return (place.latitude, place.longitude, nil) }
    guard let square = square(text), let side = square.squareSide else { return nil }
    return (square.place.latitude, square.place.longitude, Double(side) / 2.0.squareRoot())
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

  /// Latitude, longitude, height and accuracy, as forms on a phone write a point. Three numbers are none: KML has the longitude first.
  private static func fourNumbers(_ text: String) -> (latitude: Double, longitude: Double)? {
    let parts = text.split(separator: " ").map { TableNumber.number(String($0)) }
    guard parts.count == 4, let latitude = parts[0], let longitude = parts[1], parts[2] != nil, parts[3] != nil else {
      return nil
    }
    return (latitude, longitude)
  }
}
