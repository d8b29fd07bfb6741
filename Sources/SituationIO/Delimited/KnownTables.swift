/// ACLED's table, as its website and its interface give it, with any of its columns in any order.
enum ACLED {
  private static let meanings: [String: ColumnMeaning] = [
    "event_id_cnty": .id, "event_date": .time, "time_precision": .timePrecision, "event_type": .kind,
    "sub_event_type": .title, "actor1": .actor, "assoc_actor_1": .actor, "actor2": .actor, "assoc_actor_2": .actor,
    "location": .place, "latitude": .lat, "longitude": .lon, "geo_precision": .precision, "source": .source,
    "notes": .summary, "fatalities": .figure, "year": .none,
  ]

  static func layout(_ names: [String], _ dialect: Dialect) -> TableLayout? {
    let small = names.map { $0.lowercased() }
    guard small.contains("event_date"), small.contains("event_type"),
      small.contains("event_id_cnty") || small.contains("sub_event_type") || small.contains("geo_precision")
    else { return nil }
    return TableLayout(
      format: .acled, dialect: dialect, names: names,
      uses: small.enumerated().map { index, name in
        TableLayout.Use(column: index, meaning: meanings[name] ?? .other, figure: name)
      }, precisions: .acled)
  }
}

/// UCDP's georeferenced events (GED), with the names of its columns or, as some candidate files come, without them.
enum UCDP {
  private static let names = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa",
    "gwnob",
  ]

  private static let meanings: [String: ColumnMeaning] = [
    "id": .id, "type_of_violence": .kind, "dyad_name": .title, "side_a": .actor, "side_b": .actor,
    "source_office": .source, "source_headline": .summary, "where_prec": .precision, "where_coordinates": .place,
    "latitude": .lat, "longitude": .lon, "date_prec": .timePrecision, "date_start": .start, "date_end": .end,
    "best": .figure, "high": .figure, "low": .figure, "relid": .none, "year": .none, "active_year": .none,
    "conflict_dset_id": .none, "conflict_new_id": .none, "dyad_dset_id": .none, "dyad_new_id": .none,
    "side_a_dset_id": .none, "side_a_new_id": .none, "side_b_dset_id": .none, "side_b_new_id": .none,
    "geom_wkt": .none, "priogrid_gid": .none, "country_id": .none, "gwnoa": .none, "gwnob": .none,
  ]

  static func layout(_ names: [String], _ dialect: Dialect) -> TableLayout? {
    let small = names.map { $0.lowercased() }
    guard small.contains("where_prec"), small.contains("date_start"), small.contains("type_of_violence") else {
      return nil
    }
    let uses = small.enumerated().map { index, name in
      TableLayout.Use(
        column: index, meaning: meanings[name] ?? .other,
        codes: name == "type_of_violence" ? Codebook.ucdpViolence : [:],
        figure: "deaths", bound: name == "low" ? .low : name == "high" ? .high : .best)
    }
    return TableLayout(format: .ucdp, dialect: dialect, names: names, uses: uses, precisions: .ucdp)
  }

  /// The layout of a table that begins with a record of 49 fields.
  static func layoutWithoutNames(_ record: [String], _ dialect: Dialect) -> TableLayout? {
    guard record.count == names.count, let latitude = TableNumber.number(record[29]), abs(latitude) <= 90,
      let longitude = TableNumber.number(record[30]), abs(longitude) <= 180, let year = Int(record[2]),
      (1900...2100).contains(year)
    else { return nil }
    return layout(names, dialect)
  }
}

/// GDELT's events, version 2.0: 61 columns with tabs between them, without names and quotes.
enum GDELT {
  private static let names = {
    let actor = [
      "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
      "Type2Code", "Type3Code",
    ]
    let place = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
    return ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + actor.map { "Actor1\($0)" }
      + actor.map { "Actor2\($0)" }
      + [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
      ] + ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"].flatMap { prefix in place.map { prefix + $0 } }
      + ["DATEADDED", "SOURCEURL"]
  }()

  private static let meanings: [String: ColumnMeaning] = [
    "GLOBALEVENTID": .id, "SQLDATE": .time, "QuadClass": .kind, "ActionGeo_FullName": .place, "ActionGeo_Lat": .lat,
    "ActionGeo_Long": .lon, "ActionGeo_Type": .precision, "DATEADDED": .published, "SOURCEURL": .link,
    "MonthYear": .none,
    "Year": .none, "FractionDate": .none,
  ]

  /// Whether the first line of a head is such a record.
  static func fits(_ head: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Bool {
    var scanner = RowScanner(
      head, dialect: Dialect(separator: 0x09, hasQuotes: false), limits: Limits())
    guard dialect.separator == 0x09, scanner.next() else { return false }
    return isRecord(scanner.fields.map { TableRow.text($0, in: head) })
  }

  private static func isRecord(_ fields: [String]) -> Bool {
    fields.count == 61 && Int(fields[0]) != nil && fields[1].utf8.count == 8 && Int(fields[1]) != nil
  }

  static func layout(_ record: [String], _ dialect: Dialect) -> TableLayout? {
    guard dialect.separator == 0x09, isRecord(record) else { return nil }
    var uses = names.enumerated().map { index, name in
      TableLayout.Use(
        column: index, meaning: meanings[name] ?? .other, codes: name == "QuadClass" ? Codebook.quadClasses : [:])
    }
    // What happened between whom, from three columns.
    let title = [("Actor1Name", [:]), ("EventRootCode", Codebook.cameoRoots), ("Actor2Name", [:])]
    for (name, codes) in title {
      guard let column = names.firstIndex(of: name) else { continue }
      uses.append(TableLayout.Use(column: column, meaning: .title, codes: codes))
      if codes.isEmpty { uses[column].meaning = .actor }
    }
    return TableLayout(format: .gdelt, dialect: dialect, names: names, uses: uses, precisions: .gdelt)
  }
}

/// GeoConfirmed's table, with semicolons.
enum GeoConfirmed {
  private static let meanings: [String: ColumnMeaning] = [
    "date": .time, "name": .title, "faction": .actor, "latitude": .lat, "longitude": .lon, "description": .summary,
    "source": .link, "geolocation": .link, "equipment": .kind, "id": .id,
  ]

  static func layout(_ names: [String], _ dialect: Dialect) -> TableLayout? {
    let small = names.map { $0.lowercased() }
    guard ["pluscode", "faction", "geolocation"].allSatisfy(small.contains) else { return nil }
    return TableLayout(
      format: .geoConfirmed, dialect: dialect, names: names,
      uses: small.enumerated().map { index, name in
        TableLayout.Use(column: index, meaning: meanings[name] ?? .other)
      })
  }
}
