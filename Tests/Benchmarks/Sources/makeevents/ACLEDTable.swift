/// A table of ACLED's 31 columns, with the newest month first. About 540 bytes a row.
enum ACLEDTable {
  private static let columns =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    + "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,"
    + "longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n"
  private static let kinds = [
    ("Political violence", "Battles", "Armed clash"),
    ("Political violence", "Explosions/Remote violence", "Air/drone strike"),
    ("Political violence", "Violence against civilians", "Abduction/forced disappearance"),
    ("Demonstrations", "Protests", "Peaceful protest"), ("Demonstrations", "Riots", "Mob violence"),
    ("Strategic developments", "Strategic developments", "Looting/property destruction"),
  ]
  private static let sides = [
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "",
  ]

  static func write(_ count: Int) {
    var (words, rows) = (Words(seed: 31), RowBytes())
    let countries = (0..<40).map { _ in (words.name(), words.digits(3)) }
    let places = (0..<30_000).map { _ in
      (
        names: (words.name(), words.name(), words.happens(oneIn: 3) ? words.name() : "", words.name()),
        words.degrees(around: 10), words.degrees(around: 30), country: countries[words.number(below: countries.count)]
      )
    }
    let actors = (0..<3_000).map { _ in
      "\(words.pick(["Military Forces of", "Protesters", "Unidentified Armed Group"])) (\(words.name()), 2019-)"
    }
    rows.add(columns)
    for number in 0..<count {
      let month = 143 - number * 144 / max(1, count)
      let (year, day) = (2013 + month / 12, words.number(below: 28) + 1)
      let date = "\(year)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-\(day < 10 ? "0" : "")\(day)"
      let (kind, place) = (kinds[words.number(below: 6)], places[words.number(below: places.count)])
      let (first, second) = (words.pick(sides), words.pick(sides))
      let helper = words.happens(oneIn: 3) ? "\(words.pick(actors)); Civilians" : ""
      rows.add(
        row: [
          "\(place.country.0.prefix(3).uppercased())\((number &* 2_654_435_761) & 0xFFFF_FFFF)", date, "\(year)",
          words.pick(["1", "1", "1", "2", "3"]), kind.0, kind.1, kind.2, words.pick(actors), helper, first,
          second.isEmpty ? "" : words.pick(actors), "", second, second.isEmpty ? "\(first) only" : "\(first)-\(second)",
          words.happens(oneIn: 4) ? "Civilian targeting" : "", place.country.1, "Western Region", place.country.0,
          place.names.0, place.names.1, place.names.2, place.names.3, place.1, place.2,
          words.pick(["1", "1", "2", "3"]),
          "\(words.name()); Daily \(words.name())", words.pick(["National", "Subnational", "Other-National"]),
          words.notes(about: 166), "\(words.happens(oneIn: 4) ? words.number(below: 30) : 0)",
          words.happens(oneIn: 5) ? "crowd size=no report" : "", "\(1_600_000_000 + words.number(below: 130_000_000))",
        ], quoting: 27)
    }
    rows.flush()
  }
}
