/// The Global Terrorism Database (START, University of Maryland): dates in three fields, of which 0 is not known.
enum GTD {
  private static let meanings: [String: ColumnMeaning] = [
    "eventid": .id, "iyear": .year, "imonth": .month, "iday": .day, "city": .place, "latitude": .lat, "longitude": .lon,
    "summary": .summary, "attacktype1_txt": .kind, "gname": .actor, "gname2": .actor, "gname3": .actor,
    "nkill": .figure,
    "nwound": .figure, "specificity": .precision, "scite1": .source, "scite2": .source, "scite3": .source,
    "approxdate": .other,
  ]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard ["iyear", "imonth", "iday"].allSatisfy(small.contains) else { return nil }
    var uses = KnownTables.uses(small, meanings)
    for place in uses.indices where uses[place].meaning == .figure {
      uses[place].figure = small[uses[place].column] == "nkill" ? "killed" : "wounded"
    }
    return Interpretation(format: .gtd, names: names, uses: uses, precisions: .gtd)
  }
}

/// Active fires of NASA FIRMS (MODIS and VIIRS): a point each, with a time of day in hhmm.
enum FIRMS {
  private static let meanings: [String: ColumnMeaning] = [
    "latitude": .lat, "longitude": .lon, "acq_date": .time, "acq_time": .clock,
  ]
  private static let confidences = ["n": "nominal", "l": "low", "h": "high"]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard ["acq_date", "acq_time", "frp"].allSatisfy(small.contains) else { return nil }
    var uses = KnownTables.uses(small, meanings)
    if let column = small.firstIndex(of: "confidence") {
      (uses[column].meaning, uses[column].codes) = (.title, confidences)
    }
    var interpretation = Interpretation(format: .firms, names: names, uses: uses)
    interpretation.titleWords = "fire detection"
    return interpretation
  }
}

/// The sheet of TimelineJS (Knight Lab): dates in parts, with an end or without.
enum TimelineJS {
  private static let meanings: [String: ColumnMeaning] = [
    "year": .year, "month": .month, "day": .day, "time": .clock, "headline": .title, "text": .summary, "media": .link,
    "media credit": .source, "type": .kind, "group": .actor, "display date": .other,
  ]
  private static let ends: [String: ColumnMeaning] = [
    "end year": .year, "end month": .month, "end day": .day, "end time": .clock,
  ]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard ["year", "headline"].allSatisfy(small.contains), small.contains("end year") || small.contains("media") else {
      return nil
    }
    var uses = KnownTables.uses(small, meanings)
    for place in uses.indices {
      guard let meaning = ends[small[uses[place].column]] else { continue }
      (uses[place].meaning, uses[place].edge) = (meaning, .end)
    }
    // A sheet may have coordinates beside its own columns.
    for use in ColumnNames.uses(of: names, ColumnValues(names: names, [], looking: 1))
    where [.lat, .lon, .place].contains(use.meaning) && uses[use.column].meaning == .other {
      uses[use.column].meaning = use.meaning
    }
    return Interpretation(format: .timelineJS, names: names, uses: uses)
  }
}

/// EM-DAT's table of disasters (CRED, UCLouvain), and those that are made like it.
enum EMDAT {
  private static let meanings: [String: ColumnMeaning] = [
    "disno": .id, "disno.": .id, "dis no": .id, "disaster type": .kind, "event name": .title, "location": .place,
    "latitude": .lat, "longitude": .lon, "start year": .year, "start month": .month, "start day": .day,
    "end year": .year,
    "end month": .month, "end day": .day, "total deaths": .figure, "no. injured": .figure, "no injured": .figure,
    "no. affected": .figure, "no affected": .figure, "no. homeless": .figure, "no homeless": .figure,
    "total affected": .figure,
  ]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard small.contains("start year"), small.contains("disaster type") else { return nil }
    var uses = KnownTables.uses(small, meanings)
    for place in uses.indices where small[uses[place].column].hasPrefix("end ") { uses[place].edge = .end }
    return Interpretation(format: .emdat, names: names, uses: uses)
  }
}
