/// Tables whose fields are known by a codebook, whatever the format of the file.
enum KnownTables {
  /// The interpretation of a table's names; nil where it is no known table.
  static func interpretation(_ names: [String]) -> Interpretation? {
    ACLED.interpretation(names) ?? UCDP.interpretation(names) ?? GeoConfirmed.interpretation(names)
      ?? GDELT.interpretation(names) ?? GTD.interpretation(names) ?? FIRMS.interpretation(names)
      ?? TimelineJS.interpretation(names) ?? EMDAT.interpretation(names)
  }

  /// The uses of names in small letters, each with its meaning.
  static func uses(_ small: [String], _ meanings: [String: ColumnMeaning]) -> [Interpretation.Use] {
    small.enumerated().map { index, name in
      Interpretation.Use(column: index, meaning: meanings[name] ?? .other, figure: name)
    }
  }
}

/// ACLED's table, as its website and its interface give it, with any of its columns in any order.
enum ACLED {
  private static let meanings: [String: ColumnMeaning] = [
    "event_id_cnty": .id, "event_date": .time, "time_precision": .timePrecision, "event_type": .kind,
    "sub_event_type": .title, "actor1": .actor, "assoc_actor_1": .actor, "actor2": .actor, "assoc_actor_2": .actor,
    "location": .place, "latitude": .lat, "longitude": .lon, "geo_precision": .precision, "source": .source,
    "notes": .summary, "fatalities": .figure, "year": .none,
  ]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard small.contains("event_date"), small.contains("event_type"),
      small.contains("event_id_cnty") || small.contains("sub_event_type") || small.contains("geo_precision")
    else { return nil }
    var interpretation = Interpretation(
      format: .acled, names: names, uses: KnownTables.uses(small, meanings), precisions: .acled)
    interpretation.titlesHavePlace = true
    return interpretation
  }
}

/// UCDP's georeferenced events (GED), with the names of its columns or, as some candidate files come, without them.
enum UCDP {
  static let names = [
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

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard small.contains("where_prec"), small.contains("date_start"), small.contains("type_of_violence") else {
      return nil
    }
    let uses = small.enumerated().map { index, name in
      Interpretation.Use(
        column: index, meaning: meanings[name] ?? .other,
        codes: name == "type_of_violence" ? Codebook.ucdpViolence : [:],
        figure: "deaths", bound: name == "low" ? .low : name == "high" ? .high : .best)
    }
    var interpretation = Interpretation(format: .ucdp, names: names, uses: uses, precisions: .ucdp)
    interpretation.titlesHavePlace = true
    return interpretation
  }

  /// True for a record of 49 fields, with which a table without names begins.
  static func isRecord(_ record: [String]) -> Bool {
    guard record.count == names.count, let latitude = TableNumber.number(record[29]), abs(latitude) <= 90,
      let longitude = TableNumber.number(record[30]), abs(longitude) <= 180, let year = Int(record[2])
    else { return false }
    return (1900...2100).contains(year)
  }
}

/// GeoConfirmed's table, with semicolons.
enum GeoConfirmed {
  private static let meanings: [String: ColumnMeaning] = [
    "date": .time, "name": .title, "faction": .actor, "latitude": .lat, "longitude": .lon, "description": .summary,
    "source": .link, "geolocation": .link, "equipment": .kind, "id": .id,
  ]

  static func interpretation(_ names: [String]) -> Interpretation? {
    let small = names.map { $0.lowercased() }
    guard ["pluscode", "faction", "geolocation"].allSatisfy(small.contains) else { return nil }
    return Interpretation(format: .geoConfirmed, names: names, uses: KnownTables.uses(small, meanings))
  }
}
