import SituationModel

/// The conventions for values that the name of a field states: `Time (UTC+3)`, `Longitude (W)`, `Date (DD/MM/YYYY)`.
enum NameConvention {
  /// The zone on whose clocks the times of day are; nil where the name has none.
  ///
  /// Abbreviations count in capitals alone: `est` is a word of several languages.
  static func zone(_ name: String) -> NamedZones.Clock? {
    let words = name.split { " _()[],;".contains($0) }.map(String.init)
    let zones = NamedZones()
    for (place, word) in words.enumerated() {
      let isCapital = word == word.uppercased() && word.count > 1
      let isUTC = ["utc", "gmt"].contains(word.lowercased())
      if isUTC, place + 1 < words.count, let zone = zones.clock("UTC" + words[place + 1]) { return zone }
      if isUTC || isCapital && word.contains(where: \.isLetter), let zone = zones.clock(word) { return zone }
      if word.lowercased().hasPrefix("utc") || word.lowercased().hasPrefix("gmt"), let zone = zones.clock(word) {
        return zone
      }
      if isCity(at: place, of: words, in: name), let zone = ZoneTable(ofCity: word) { return NamedZones.Clock(zone) }
      if word.contains("/"), word.first?.isUppercase == true, let zone = zones.clock(ofField: word) { return zone }
    }
    return nil
  }

  /// True if a word may be the city whose clocks are meant: in brackets behind a word for a time, `Time (Damascus)`, `Date (Kyiv time)`.
  private static func isCity(at place: Int, of words: [String], in name: String) -> Bool {
    let word = words[place]
    guard place > 0, word.first?.isUppercase == true, word.dropFirst().allSatisfy(\.isLowercase), word.count > 3,
      name.contains("(\(word)"), place + 1 == words.count || words[place + 1].lowercased() == "time"
    else { return false }
    return words[..<place].contains { FieldNames.clocks.union(FieldNames.dates).contains($0.lowercased()) }
  }

  /// The unit that a field has by its name, `Month`, `Reporting month`, `Year`; nil for any other.
  static func period(_ name: String) -> TimePrecision? {
    let parts = ColumnNames.parts(name)
    let others: Set<String> = ["day", "date", "time", "of", "in"]
    guard parts.count <= 2, others.isDisjoint(with: parts) else { return nil }
    if parts.contains(where: ["month", "monat", "mois", "mes", "mês", "месяц", "місяць", "الشهر", "月"].contains) {
      return .month
    }
    return parts.contains(where: ["year", "jahr", "année", "año", "ano", "год", "рік", "السنة", "年"].contains)
      ? .year : nil
  }

  /// True if the name says that times of day are those of the place, whatever its zone is.
  static func isLocal(_ name: String) -> Bool { ColumnNames.parts(name).contains(where: LocalTime.words.contains) }

  /// True if angles without a sign or a letter are degrees south or west.
  static func isSouthOrWest(_ name: String, isLatitude: Bool) -> Bool {
    let parts = ColumnNames.parts(name)
    let words: Set<String> =
      isLatitude ? ["s", "south", "southern", "sud", "sur", "süd"] : ["w", "west", "western", "ouest", "oeste"]
    return parts.count > 1 && parts.contains(where: words.contains)
  }

  /// True if pairs of angles have the longitude first: `coords (lon, lat)`.
  static func isLongitudeFirst(_ name: String) -> Bool? {
    let parts = ColumnNames.parts(name)
    guard let lat = parts.firstIndex(where: { ["lat", "latitude"].contains($0) }),
      let lon = parts.firstIndex(where: { ["lon", "lng", "long", "longitude"].contains($0) })
    else {
      let folded = ColumnNames.fold(name)
      return ["lonlat", "lnglat", "longlat"].contains(where: folded.contains) ? true : nil
    }
    return lon < lat
  }

  /// The order of day and month; nil where the name says none.
  static func dateOrder(_ name: String) -> ColumnMap.DateOrder? {
    let folded = ColumnNames.fold(name)
    if ["ddmmyy", "ddmmaa", "jjmmaa", "ttmmjj", "ддммгг", "dmy"].contains(where: folded.contains) { return .dmy }
    if ["mmddyy", "mmddaa", "mdy"].contains(where: folded.contains) { return .mdy }
    return nil
  }

  /// The letter for the side that an `O` behind an angle stands for, by the language of the name; nil where the name tells none.
  static func sideOfO(_ name: String) -> String? {
    let parts = ColumnNames.parts(name)
    let german: Set<String> = [
      "koordinaten", "koordinate", "länge", "laenge", "längengrad", "laengengrad", "standort",
    ]
    let romance: Set<String> = [
      "coordonnées", "coordonnees", "coordenadas", "coordenada", "longitud", "longitudine",
    ]
    if parts.contains(where: german.contains) { return "E" }
    return parts.contains(where: romance.contains) ? "W" : nil
  }

  /// The edge of a week that the dates of a field are: `Week ending`, `Week of`; nil where the name says none.
  static func weekEdge(_ name: String) -> WeekEdge? {
    let parts = ColumnNames.parts(name)
    let weeks: Set<String> = ["week", "woche", "semaine", "semana", "неделя", "тиждень"]
    guard parts.contains(where: weeks.contains) else { return nil }
    if parts.contains(where: { ["ending", "end", "ended", "ends", "bis", "au", "al", "по"].contains($0) }) {
      return .last
    }
    let firsts: Set<String> = [
      "starting", "start", "starts", "beginning", "begin", "commencing", "of", "vom", "du", "del", "с", "з",
    ]
    return parts.contains(where: firsts.contains) ? .first : nil
  }

  /// True if values are known about: `Date (approx.)`.
  static func isApproximate(_ name: String) -> Bool {
    let words: Set<String> = [
      "approx", "approximate", "approximately", "circa", "estimated", "ungefähr", "ca", "aproximada", "approximative",
    ]
    return ColumnNames.parts(name).contains(where: words.contains)
  }

  /// True if numbers are no counts: rates, shares, thousands.
  static func isRate(_ name: String) -> Bool {
    let words: Set<String> = [
      "per", "rate", "percent", "pct", "percentage", "share", "ratio", "thousand", "thousands", "million", "millions",
      "index", "prozent", "tausend", "millionen", "pour", "mille", "por", "ciento", "miles",
    ]
    return name.contains("%") || ColumnNames.parts(name).contains(where: words.contains)
  }
}
