import SituationModel

/// The fields of a place of the UTM grid: its zone with a letter, the metres east and the metres north, and the side of the equator where
/// a field of its own has it.
struct GridFields: Hashable, Sendable {
  let zone: Int
  let easting: Int
  let northing: Int
  let side: Int?

  /// The columns in the order in which a place is written.
  var columns: [Int] { [zone, easting, northing] + (side.map { [$0] } ?? []) }

  /// The fields of some names, if most of their values are such places; nil where they are not.
  init?(_ names: [String], _ values: ColumnValues) {
    let parts = names.map { ColumnNames.parts($0) }
    func column(_ words: Set<String>, _ letters: Set<String>) -> Int? {
      parts.firstIndex { !words.isDisjoint(with: $0) }
        ?? parts.firstIndex { $0.count == 2 && $0[0] == "utm" && letters.contains($0[1]) }
        ?? parts.firstIndex { $0.count == 1 && letters.contains($0[0]) }
    }
    guard let zone = parts.firstIndex(where: { $0.contains("zone") && !$0.contains("time") }),
      let easting = column(["easting", "eastings", "utme", "utmx"], ["e", "x", "east"]),
      let northing = column(["northing", "northings", "utmn", "utmy"], ["n", "y", "north"])
    else { return nil }
    (self.zone, self.easting, self.northing) = (zone, easting, northing)
    let sides: Set<String> = ["n", "s", "north", "south", "northern", "southern"]
    side = parts.indices.first { column in
      ["hemisphere", "hem", "hemi"].contains(where: parts[column].contains)
        && values.all(of: column) { sides.contains($0.lowercased()) }
    }
    let columns = columns
    let rows = (0..<values.count).map { row in texts { columns.contains($0) ? values.all(of: $0)[row] : "" } }
      .filter { !$0.prefix(3).contains("") }
    let placed = rows.count { GridFields.place($0) != nil }
    guard placed > 0, placed * 2 >= rows.count else { return nil }
  }

  /// The texts of a record, in the order of the columns.
  func texts(_ value: (Int) -> String) -> [String] { columns.map(value) }

  /// The place of a record's texts; nil where they are none, or nothing says on which side of the equator it is.
  static func place(_ texts: [String]) -> Coordinate? {
    guard texts.count >= 3 else { return nil }
    let east = digits(texts[1])
    let north = digits(texts[2])
    guard texts.count > 3, let side = texts[3].first else {
      return Coordinate(utm: "\(texts[0]) \(east) \(north)")
    }
    guard let zone = Int(texts[0].prefix { $0.isASCII && $0.isNumber }), let easting = Double(east),
      let northing = Double(north)
    else { return nil }
    return Coordinate(utmZone: zone, isSouth: "sS".contains(side), easting: easting, northing: northing)
  }

  /// The end of a message on texts that are no place.
  static func hint(_ texts: [String]) -> String {
    let lacksSide = texts.count == 3 && Int(texts[0]) != nil
    return lacksSide ? ": nothing says whether it is north or south of the equator" : ""
  }

  /// A number without the signs between its thousands, as `3,811,098` and `3 811 098` have them.
  private static func digits(_ text: String) -> String {
    let plain = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != "'" }
    let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
    let areThousands = parts.count > 1 && parts.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    return areThousands ? parts.joined() : plain
  }
}
