/// GDELT's events: version 2.0 with 61 columns, version 1.0 with 58 of each day and 57 of the years before 2013, with tabs between them,
/// without names and quotes; or with their names, in any format and order.
enum GDELT {
  /// The names of version 2.0.
  static let names: [String] = names(places: ["ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"], isLinked: true)

  /// The names of a record of a number of fields; nil for any other number.
  static func names(of count: Int) -> [String]? {
    let first = names(places: ["ADM1Code", "Lat", "Long", "FeatureID"], isLinked: count == 58)
    return count == names.count ? names : count == 57 || count == 58 ? first : nil
  }

  private static func names(places: [String], isLinked: Bool) -> [String] {
    let actor = [
      "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
      "Type2Code", "Type3Code",
    ]
    return ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + actor.map { "Actor1\($0)" }
      + actor.map { "Actor2\($0)" }
      + [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
      ]
      + ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"].flatMap { prefix in
        (["Type", "FullName", "CountryCode"] + places).map { prefix + $0 }
      } + ["DATEADDED"] + (isLinked ? ["SOURCEURL"] : [])
  }

  private static let meanings: [String: ColumnMeaning] = [
    "globaleventid": .id, "sqldate": .time, "quadclass": .kind, "actiongeo_fullname": .place, "actiongeo_lat": .lat,
    "actiongeo_long": .lon, "actiongeo_type": .precision, "dateadded": .published, "sourceurl": .link,
    "monthyear": .none, "year": .none, "fractiondate": .none,
  ]

  /// True for a record of version 1.0 or 2.0.
  static func isRecord(_ fields: [String]) -> Bool {
    names(of: fields.count) != nil && Int(fields[0]) != nil && fields[1].utf8.count == 8 && Int(fields[1]) != nil
      && fields[2].utf8.count == 6
  }

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard small.contains("globaleventid"), small.contains("sqldate") || small.contains("eventrootcode") else {
      return nil
    }
    var uses = small.enumerated().map { index, name in
      Interpretation.Use(
        column: index, meaning: meanings[name] ?? .other, codes: name == "quadclass" ? Codebook.quadClasses : [:],
        figure: names[index])
    }
    // What happened between whom, from three columns.
    let title = [("actor1name", [:]), ("eventrootcode", Codebook.cameoRoots), ("actor2name", [:])]
    for (name, codes) in title {
      guard let column = small.firstIndex(of: name) else { continue }
      uses.append(Interpretation.Use(column: column, meaning: .title, codes: codes))
      if codes.isEmpty { uses[column].meaning = .actor }
    }
    return Interpretation(format: .gdelt, names: names, uses: uses, precisions: .gdelt)
  }
}
