/// A place of the Universal Transverse Mercator grid on WGS 84, as people write it: `37S 270424 3820352`, `zone 37N 270424E 3820352N`.
///
/// The letter behind the zone is a band of latitude, or the hemisphere: N and S may be either. N means the same both ways. S is the band
/// from 32° to 40° north where the place lies in it, and else the southern half of the globe.
struct UTM {
  let zone: Int
  let letter: Character
  /// Metres east and north, with the grid's false origin.
  let easting: Double
  let northing: Double
  let place: Coordinate

  /// As it is written, with spaces.
  var text: String { "\(zone)\(letter) \(UTM.number(easting)) \(UTM.number(northing))" }

  /// The place of a text; nil where it is none of the grid.
  init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    var words = text.uppercased().split { $0 == " " || $0 == "," || $0 == ";" || $0 == ":" }.map(String.init)
    words.removeAll { ["UTM", "ZONE", "WGS84"].contains($0) }
    // The letter may stand apart from the number of the zone, and the zone behind the metres.
    if let place = words.dropFirst().firstIndex(where: { word in
      word.count == 1 && word.allSatisfy { ("C"..."X").contains($0) }
    }), words[place - 1].count < 3, Int(words[place - 1]) != nil {
      words[place - 1] += words.remove(at: place)
    }
    words.removeAll { ["E", "N", "ME", "MN", "M"].contains($0) }
    guard words.count == 3 else { return nil }
    if words[2].last.map({ $0.isLetter }) == true, UTM.zone(words[2]) != nil, UTM.zone(words[0]) == nil {
      words = [words[2], words[0], words[1]]
    }
    guard let (zone, letter) = UTM.zone(words[0]), let easting = UTM.meters(words[1], "E"),
      let northing = UTM.meters(words[2], letter < "N" ? "S" : "N") ?? UTM.meters(words[2], "N")
    else { return nil }
    self.init(zone: zone, letter: letter, easting: easting, northing: northing)
  }

  /// The place of a zone and metres; nil where they do not fit together.
  init?(zone: Int, letter: Character, easting: Double, northing: Double) {
    guard (1...60).contains(zone), "CDEFGHJKLMNPQRSTUVWX".contains(letter), (100_000..<1_000_000).contains(easting),
      (0...10_000_000).contains(northing)
    else { return nil }
    (self.zone, self.letter, self.easting, self.northing) = (zone, letter, easting, northing)
    func place(isSouth: Bool) -> Coordinate {
      Grid(zone: zone, isSouth: isSouth).coordinate(east: easting, north: northing)
    }
    func isInBand(_ place: Coordinate) -> Bool {
      let bands = Array("CDEFGHJKLMNPQRSTUVWX")
      let south = -80 + 8 * Double(bands.firstIndex(of: letter) ?? 0)
      return place.latitude > south - 0.5 && place.latitude < south + (letter == "X" ? 12.5 : 8.5)
    }
    let north = place(isSouth: false)
    if letter == "N", north.latitude <= 84 {
      self.place = north
    } else if letter >= "N", isInBand(north) {
      self.place = north
    } else if letter == "S" || letter < "N" && isInBand(place(isSouth: true)) {
      self.place = place(isSouth: true)
    } else {
      return nil
    }
  }

  private static func zone(_ word: String) -> (Int, Character)? {
    guard let letter = word.last, letter.isLetter, (2...3).contains(word.count), let zone = Int(word.dropLast()) else {
      return nil
    }
    return (zone, letter)
  }

  private static func meters(_ word: String, _ letter: Character) -> Double? {
    var digits = word
    if digits.last == "M" { digits.removeLast() }
    if digits.last == letter { digits.removeLast() }
    if digits.last == "M" { digits.removeLast() }
    guard digits.prefix(while: \.isNumber).count >= 5, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E }) else {
      return nil
    }
    return Double(digits)
  }

  private static func number(_ meters: Double) -> String {
    meters == meters.rounded() ? "\(Int(meters))" : "\(meters)"
  }
}

extension Coordinate {
  /// The place of the UTM grid that a text names, as `37S 270424 3820352`; nil where it names none.
  public init?(utm text: String) {
    guard let grid = UTM(text) else { return nil }
    self = grid.place
  }

  /// The place of metres east and north in a zone of the UTM grid, with its false origin; nil where no place of the grid has them.
  public init?(utmZone zone: Int, isSouth: Bool, easting: Double, northing: Double) {
    guard (1...60).contains(zone), (100_000..<1_000_000).contains(easting), (0...10_000_000).contains(northing) else {
      return nil
    }
    self = Grid(zone: zone, isSouth: isSouth).coordinate(east: easting, north: northing)
  }
}
