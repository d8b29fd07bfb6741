/// Reads coordinates as people type them.
///
///     35.4, 35.95                 degrees; a minus is south or west
///     35.4N 35.95E                degrees with letters, in either order
///     35°24'04"N 35°56'55"E       degrees, minutes, seconds
///     N35 24.067 E035 56.917      degrees and minutes, letters first
///     34:24:43N 36:45:31E         with colons
///     342443N 0364531E            as one number each, with letters
///     37S 270424 3820352          a place of the UTM grid: zone and letter, metres east and north
///     36SYE6781122446             a square of the military grid, 100 km to 1 m wide, with spaces or without
///     geo:34.7,36.7               an address of this scheme, or a link of a map on the web (`MapLink`)
public struct CoordinateReader: Sendable {
  /// Coordinates that were understood.
  public struct Reading: Hashable, Sendable {
    /// The place; of a square its middle.
    public let place: Coordinate
    /// The coordinates as this program writes them, as fine as they were typed.
    public let words: String
    /// The width of the square that was typed, in metres; nil where a point was.
    public let squareSide: Int?
    /// How finely it was typed, in metres: the width of the square, the last decimal of a latitude.
    public let meters: Double
  }

  /// A reader; it has no settings.
  public init() {}

  /// Reads a text as a position.
  ///
  /// - Throws: why it is no place on the globe. Linear in the text.
  public func read(_ text: String) throws(CoordinateError) -> Reading {
    if text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) {
      let parts = text.split(whereSeparator: \.isWhitespace)
      if let address = parts.first.map(String.init), MapLink.isAddress(address) {
        guard parts.count == 1 else { throw .notUnderstood }
        return try MapLink(address).reading
      }
    }
    guard text.utf8.count <= 100 else { throw .notUnderstood }
    if let square = try square(text) {
      return Reading(place: square.middle, words: square.text, squareSide: square.side, meters: Double(square.side))
    }
    if let utm = UTM(text) {
      return Reading(place: utm.place, words: utm.text, squareSide: nil, meters: 1)
    }
    let (first, second) = try angles(text)
    let isReversed = first.axis == .longitude || second.axis == .latitude
    let (latitude, longitude) = isReversed ? (second, first) : (first, second)
    if latitude.axis == .longitude || longitude.axis == .latitude { throw .sameAxis }
    guard abs(latitude.degrees) <= 90 else { throw .latitudeOutOfRange }
    guard abs(longitude.degrees) <= 180 else { throw .longitudeOutOfRange }
    let place = Coordinate(latitude: latitude.degrees, longitude: longitude.degrees)
    let meters = max(latitude.unit.step, longitude.unit.step) * GreatCircle.meanRadius * .pi / 180
    let words = AngleUnit.words(place, latitude: latitude.unit, longitude: longitude.unit)
    return Reading(place: place, words: words, squareSide: nil, meters: meters)
  }

  /// Two angles; commas before the sign of a degree or a letter may be decimal ones: `33,5138° N, 36,2765° E`.
  private func angles(_ text: String) throws(CoordinateError) -> (AnglePair.Angle, AnglePair.Angle) {
    do throws(CoordinateError) { return try AnglePair(CoordinateToken.tokens(of: text)).angles } catch {
      guard let plain = withDecimalPoints(text) else { throw error }
      return try AnglePair(CoordinateToken.tokens(of: plain)).angles
    }
  }

  /// A text with points in place of two commas that stand between digits of which the last have a sign or a letter behind them; nil for any
  /// other text.
  private func withDecimalPoints(_ text: String) -> String? {
    guard !text.contains(".") else { return nil }
    let characters = Array(text)
    var (plain, replaced) = (characters, 0)
    for place in characters.indices where characters[place] == "," {
      guard place > 0, isDigit(characters[place - 1]) else { continue }
      let behind = characters[(place + 1)...].drop(while: isDigit)
      guard behind.startIndex > place + 1 else { continue }
      guard let sign = behind.first(where: { $0 != " " }), "\u{B0}\u{BA}'\u{2032}\u{2033}\"NSEWnsew".contains(sign)
      else {
        continue
      }
      plain[place] = "."
      replaced += 1
    }
    return replaced == 2 ? String(plain) : nil
  }

  /// One angle, as a column of latitudes or longitudes has it, in degrees.
  ///
  /// - Returns: the angle; true if its letter says that it is a longitude, false that it is a latitude, nil without a letter.
  /// - Throws: why it is no angle. Linear in the text.
  public func angle(_ text: String) throws(CoordinateError) -> (degrees: Double, isLongitude: Bool?) {
    guard text.utf8.count <= 60 else { throw .notUnderstood }
    let angle = try AnglePair.angle(CoordinateToken.tokens(of: text)[...])
    guard abs(angle.degrees) <= 360 else { throw .longitudeOutOfRange }
    return (angle.degrees, angle.axis.map { $0 == .longitude })
  }

  /// The square of the military grid that a text names; nil when it has not the form of one.
  private func square(_ text: String) throws(CoordinateError) -> MGRS? {
    var rest = text.uppercased().filter { !$0.isWhitespace }[...]
    let zoneDigits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(zoneDigits.count)
    let letters = rest.prefix { ("A"..."Z").contains($0) }
    rest = rest.dropFirst(letters.count)
    guard letters.count == 3, zoneDigits.count <= 2, rest.allSatisfy(isDigit), let band = letters.first else {
      return nil
    }
    guard let zone = Int(zoneDigits) else {
      // Without a number the polar zones' squares look like words: only digits behind them tell.
      if rest.isEmpty || !"ABYZ".contains(band) { return nil }
      throw .polarSquare
    }
    guard (1...60).contains(zone) else { throw .noSuchZone }
    guard rest.count % 2 == 0, rest.count <= 10 else { throw .oddDigits }
    let digits = rest.count / 2
    let square = MGRS(
      zone: zone, band: band, letters: String(letters.dropFirst()), easting: Int(rest.prefix(digits)) ?? 0,
      northing: Int(rest.suffix(digits)) ?? 0, digits: digits)
    guard let square else { throw .noSuchSquare }
    return square
  }

  private func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// Why a text is no place on the globe.
public enum CoordinateError: Error, Hashable, Sendable, CustomStringConvertible {
  case notUnderstood, sameAxis, latitudeOutOfRange, longitudeOutOfRange, sixtyOrMore, fractionBeforeLast
  case polarSquare, noSuchZone, oddDigits, noSuchSquare
  case unknownLink, shortLink, linkWithoutPlace, otherDatum

  /// True if the text is an address, and no name of a place.
  public var isOfAddress: Bool {
    switch self {
    case .unknownLink, .shortLink, .linkWithoutPlace, .otherDatum: true
    case .notUnderstood, .sameAxis, .latitudeOutOfRange, .longitudeOutOfRange, .sixtyOrMore, .fractionBeforeLast,
      .polarSquare, .noSuchZone, .oddDigits, .noSuchSquare:
      false
    }
  }

  /// In words, with what is expected.
  public var description: String {
    switch self {
    case .notUnderstood: "type a place's name, or coordinates: 35.4, 35.95 or 35 24 04 N 35 56 55 E or 36SYE6722"
    case .sameAxis: "coordinates need one of N and S, and one of E and W"
    case .latitudeOutOfRange: "a latitude is at most 90 degrees"
    case .longitudeOutOfRange: "a longitude is at most 180 degrees"
    case .sixtyOrMore: "minutes and seconds are less than 60"
    case .fractionBeforeLast: "only the last of degrees, minutes and seconds can have decimals"
    case .polarSquare: "squares of the polar zones A, B, Y and Z are not read: type degrees"
    case .noSuchZone: "the zones of the military grid are 1 to 60"
    case .oddDigits: "a square of the military grid has as many digits east as north, up to 5 each"
    case .unknownLink: "links are read of OpenStreetMap, Google, Bing, Apple and Yandex maps"
    case .shortLink: "a short link has no coordinates: open it in a browser, and copy the long one"
    case .linkWithoutPlace: "this link has no coordinates that can be read; a link such as geo:34.7,36.7 has"
    case .otherDatum: "only geo: addresses in WGS 84 are read"
    case .noSuchSquare: "the military grid has no such square; an example of one is 36SYE6722"
    }
  }
}
