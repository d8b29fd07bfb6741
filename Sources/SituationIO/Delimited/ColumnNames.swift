/// What columns are called in the tables of many hands, so that one which nobody described is understood. The guess is
/// shown (`sitmap check`), and `--map` goes over it.
enum ColumnNames {
  /// The meanings that a table has once: the column whose name stands first in its list has it.
  private static let single: [(meaning: ColumnMeaning, names: [String])] = [
    (
      .lat,
      [
        "latitude", "lat", "decimallatitude", "declatitude", "latdd", "latwgs84", "latitudewgs84", "ylat", "geolat",
        "gpslatitude", "latitud", "breitengrad", "breite", "y", "ycoord", "coordy",
      ]
    ),
    (
      .lon,
      [
        "longitude", "lon", "lng", "long", "decimallongitude", "declongitude", "londd", "lonwgs84", "longitudewgs84",
        "xlon", "xlong", "geolon", "geolng", "gpslongitude", "longitud", "laengengrad", "laenge", "x", "xcoord",
        "coordx",
      ]
    ),
    (
      .geometry,
      [
        "geometry", "wkt", "geomwkt", "geom", "thegeom", "coordinates", "coords", "coordinate", "latlon", "latlong",
        "latlng", "geopoint", "point", "gps",
      ]
    ),
    (
      .time,
      [
        "when", "eventdate", "dateofevent", "eventtime", "date", "datetime", "occurred", "occurredat", "incidentdate",
        "dateofincident", "time", "timestamp", "sqldate", "day", "datum", "fecha", "дата",
      ]
    ),
    (
      .start,
      ["start", "startdate", "datestart", "starttime", "startdatetime", "begin", "begindate", "from", "datefrom"]
    ),
    (.end, ["end", "enddate", "dateend", "endtime", "enddatetime", "until", "to", "dateto"]),
    (
      .published,
      ["published", "datepublished", "publisheddate", "reported", "datereported", "reportdate", "publicationdate"]
    ),
    (.id, ["id", "eventid", "incidentid", "uid", "uuid", "guid", "identifier", "objectid", "fid", "key"]),
    (
      .place,
      ["place", "placename", "location", "locationname", "locality", "city", "town", "village", "settlement", "site"]
    ),
    (.precision, ["precision", "placeprecision"]),
    (.radius, ["radiusm", "radius", "accuracym", "coordinateuncertaintyinmeters", "uncertaintym"]),
    (.destination, ["destination"]),
    (.standing, ["standing"]),
    (.grade, ["grade", "admiralty", "admiraltygrade"]),
    (.sources, ["sourcesjson"]),
    (.links, ["links"]),
    (.members, ["membersjson"]),
    (.kind, ["kind", "eventtype", "type", "category", "incidenttype", "class", "typ"]),
    (.title, ["title", "headline", "name", "eventname", "event", "subject", "label", "incident"]),
  ]

  /// The meanings that several columns may have.
  private static let several: [(meaning: ColumnMeaning, names: Set<String>)] = [
    (.actor, ["actor", "actors", "actor1", "actor2", "party", "perpetrator", "group", "faction", "sidea", "sideb"]),
    (.source, ["source", "publisher", "author", "who", "reportedby", "channel"]),
    (.link, ["link", "url", "href", "sourceurl", "sourcelink"]),
    (
      .summary,
      [
        "summary", "description", "notes", "note", "details", "text", "comment", "comments", "remarks", "narrative",
        "desc",
      ]
    ),
    (.figure, ["fatalities", "deaths", "killed", "dead", "injured", "wounded", "casualties"]),
  ]

  /// What each of some columns means by its name.
  static func meanings(of names: [String]) -> [ColumnMeaning] {
    let folded = names.map(fold)
    var meanings = [ColumnMeaning](repeating: .other, count: names.count)
    var isTaken = [Bool](repeating: false, count: names.count)
    for (meaning, known) in single {
      let ranked = folded.indices.filter { !isTaken[$0] }.compactMap { index in
        known.firstIndex(of: folded[index]).map { (rank: $0, index: index) }
      }
      guard let best = ranked.min(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) else { continue }
      (meanings[best.index], isTaken[best.index]) = (meaning, true)
    }
    for index in folded.indices where !isTaken[index] {
      meanings[index] = several.first { $0.names.contains(folded[index]) }?.meaning ?? .other
    }
    settleTimes(folded, &meanings)
    return meanings
  }

  /// A `time` beside a `date` is the time of day; a time beside a start is a line of the summary.
  private static func settleTimes(_ folded: [String], _ meanings: inout [ColumnMeaning]) {
    guard let date = meanings.firstIndex(of: .time) else { return }
    if meanings.contains(.start) {
      // `start` and `end` say more than one date does; a date without an end is the better of the two.
      if meanings.contains(.end) {
        meanings[date] = .other
      } else if let start = meanings.firstIndex(of: .start) {
        meanings[start] = .other
      }
    }
    if meanings[date] == .time, folded[date].hasSuffix("date") || folded[date] == "day",
      let clock = folded.firstIndex(where: { ["time", "eventtime", "timeofday", "hour"].contains($0) }),
      meanings[clock] == .other
    {
      meanings[clock] = .clock
    }
  }

  /// A name in small letters, without what is no letter or digit.
  static func fold(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
