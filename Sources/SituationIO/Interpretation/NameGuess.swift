/// A guess at the meanings of fields, as it is made.
struct NameGuess {
  private let names: [String]
  private let folded: [String]
  private let parts: [[String]]
  private let values: ColumnValues
  private(set) var uses: [Interpretation.Use]

  init(_ names: [String], _ values: ColumnValues) {
    (self.names, self.values) = (names, values)
    folded = names.map(ColumnNames.known)
    parts = names.map(ColumnNames.parts)
    uses = names.indices.map { Interpretation.Use(column: $0, meaning: .other, figure: names[$0]) }
  }

  private func isFree(_ column: Int) -> Bool { uses[column].meaning == .other }
  private func column(of meaning: ColumnMeaning) -> Int? { uses.firstIndex { $0.meaning == meaning } }
  private func columns(of meaning: ColumnMeaning) -> [Int] { uses.indices.filter { uses[$0].meaning == meaning } }

  /// True if the values of a field do not speak against a meaning.
  private func fits(_ meaning: ColumnMeaning, _ column: Int) -> Bool {
    let isWeak = FieldNames.weak.contains(folded[column])
    switch meaning {
    case .lat: return !isWeak || !values.isEmpty(column) && values.areDegrees(column, upTo: 90)
    case .lon: return !isWeak || !values.isEmpty(column) && values.areDegrees(column, upTo: 360)
    case .time, .start, .end, .published: return !isWeak || values.isEmpty(column) || values.areDates(column)
    case .id: return !isWeak || values.isUnique(column)
    case .place, .title: return values.isEmpty(column) || !values.isNumeric(column)
    case .kind: return !values.all(of: column) { ["true", "false"].contains($0) }
    case .clock, .zone, .year, .month, .day, .hour, .minute, .timePrecision, .geometry, .precision, .radius,
      .destination, .standing, .grade, .destinationLat, .destinationLon, .actor, .source, .link, .summary, .figure,
      .sources, .links, .members, .placed, .fallbackTitle, .other, .none:
      return true
    }
  }

  /// Finds the meanings that a table has once. Other fields of the meaning have it too where no record has both.
  mutating func findSingle() {
    for (meaning, known) in FieldNames.single {
      let ranked = folded.indices.filter { isFree($0) && fits(meaning, $0) }.compactMap { index in
        known.firstIndex(of: folded[index]).map { (rank: $0, index: index) }
      }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
      let filled = ranked.filter { !values.isEmpty($0.index) }
      var chosen: [Int] = []
      for (_, index) in filled.isEmpty ? ranked.prefix(1)[...] : filled[...]
      where chosen.allSatisfy({ areAlternates($0, index, meaning) }) {
        uses[index].meaning = meaning
        chosen.append(index)
      }
    }
    sortAlternates()
  }

  /// True if no record has two fields, or the second is the time of day that belongs to the first.
  private func areAlternates(_ first: Int, _ second: Int, _ meaning: ColumnMeaning) -> Bool {
    if values.areDisjoint(first, second) { return true }
    guard meaning == .time, values.most(of: second, { !NameGuess.isClock($0) }) else { return false }
    return zip(values.all(of: first), values.all(of: second)).allSatisfy { date, time in
      MissingValue.isMissing(date) || MissingValue.isMissing(time) || NameGuess.isClock(time)
    }
  }

  /// Puts fields of one meaning into the order of their names' ranks.
  private mutating func sortAlternates() {
    for (meaning, known) in FieldNames.single where columns(of: meaning).count > 1 {
      let places = columns(of: meaning)
      let ranked = places.map { uses[$0] }.sorted {
        (known.firstIndex(of: folded[$0.column]) ?? 0, $0.column) < (
          known.firstIndex(of: folded[$1.column]) ?? 0, $1.column
        )
      }
      alternates[meaning] = ranked.map(\.column)
    }
  }

  private var alternates: [ColumnMeaning: [Int]] = [:]

  mutating func findSeveral() {
    for index in folded.indices where isFree(index) {
      guard let meaning = FieldNames.several.first(where: { $0.names.contains(folded[index]) })?.meaning else {
        continue
      }
      if meaning == .actor, values.isNumeric(index) { continue }
      uses[index].meaning = meaning
    }
  }

  // MARK: Places

  /// Finds latitudes and longitudes by a part of their names; what else is in the names has to be the same.
  mutating func findPairs() {
    // One angle of a known name whose partner has none may have it by its parts: `LAT_DD`, `LONG_DD`.
    let alone = uses.indices.filter { [.lat, .lon].contains(uses[$0].meaning) }
    let isHalf = (column(of: .lat) == nil) != (column(of: .lon) == nil)
    let meanings = alone.map { uses[$0].meaning }
    if isHalf { for place in alone { uses[place].meaning = .other } }
    pairByParts()
    guard isHalf, column(of: .lat) == nil else { return }
    for (place, meaning) in zip(alone, meanings) where isFree(place) { uses[place].meaning = meaning }
  }

  private mutating func pairByParts() {
    func candidates(_ words: Set<String>, upTo most: Double) -> [String: Int] {
      var found: [String: Int] = [:]
      for column in names.indices where isFree(column) {
        guard let place = parts[column].firstIndex(where: words.contains), !values.isEmpty(column),
          values.areDegrees(column, upTo: most)
        else { continue }
        var rest = parts[column]
        rest.remove(at: place)
        rest.removeAll { ["n", "s", "e", "w", "north", "south", "east", "west"].contains($0) }
        let key = rest.joined(separator: " ")
        if found[key] == nil { found[key] = column }
      }
      return found
    }
    let (lats, lons) = (candidates(FieldNames.latitudes, upTo: 90), candidates(FieldNames.longitudes, upTo: 360))
    for (key, lat) in lats.sorted(by: { $0.value < $1.value }) {
      guard let lon = lons[key] else { continue }
      let isDestination = key.split(separator: " ").contains { FieldNames.destinations.contains(String($0)) }
      if isDestination, column(of: .destinationLat) == nil {
        (uses[lat].meaning, uses[lon].meaning) = (.destinationLat, .destinationLon)
      } else if !isDestination, column(of: .lat) == nil, column(of: .lon) == nil {
        (uses[lat].meaning, uses[lon].meaning) = (.lat, .lon)
      }
    }
  }

  /// Finds the names of places that something went from and to: `from_name`, or `From` where its values are no dates.
  mutating func findDestinations() {
    func find(_ meaning: ColumnMeaning, _ words: Set<String>) {
      if column(of: meaning) != nil { return }
      let named = names.indices.filter { column in
        isFree(column) && parts[column].contains(where: words.contains) && !values.isEmpty(column)
          && parts[column].allSatisfy {
            words.contains($0) || ["name", "place", "location", "town", "city"].contains($0)
          }
          && !values.isNumeric(column) && !values.areDates(column)
      }
      guard let best = named.max(by: { parts[$0].count < parts[$1].count }) else { return }
      uses[best].meaning = meaning
    }
    find(.place, ["from", "origin"])
    find(.destination, ["to", "destination"])
  }

  /// Finds the name of the place by a part of its name, where no field is called so.
  mutating func findPlaceNames() {
    guard column(of: .place) == nil else { return }
    let named = names.indices.first { column in
      isFree(column) && parts[column].contains(where: FieldNames.places.contains)
        && !parts[column].contains {
          ["precision", "accuracy", "type", "id", "code", "altitude", "source"].contains($0)
        }
        && values.most(of: column) { text in text.contains(where: \.isLetter) && !ColumnValues.isWebAddress(text) }
    }
    if let named { uses[named].meaning = .place }
  }

  // MARK: Times

  /// Finds the zone of the times of day, and one of the ends that has a field of its own, where most values are zones.
  mutating func findZones() {
    let ranked = names.indices.compactMap { column in
      FieldNames.zones.firstIndex(of: folded[column]).map { (rank: $0, column: column) }
    }.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }
    for (_, column) in ranked where isFree(column) && !values.isEmpty(column) {
      let zones = NamedZones(ofField: values.texts(of: column))
      guard values.most(of: column, { zones.clock(ofField: $0) != nil }) else { continue }
      let edge: Interpretation.Use.Edge = folded[column].hasPrefix("end") ? .end : .time
      guard !uses.contains(where: { $0.meaning == .zone && $0.edge == edge }) else { continue }
      (uses[column].meaning, uses[column].edge) = (.zone, edge)
    }
  }

  /// Finds dates by a part of their names, where the values are dates.
  mutating func findDates() {
    // Of several, the one that most records have.
    let fullest = names.indices.map { (index: $0, count: values.texts(of: $0).count) }.sorted {
      ($0.count, -$0.index) > ($1.count, -$1.index)
    }
    for index in fullest.map(\.index) where isFree(index) {
      guard parts[index].contains(where: FieldNames.dates.contains) || isMoment(index) || isEdge(index),
        !values.isEmpty(index), values.areDates(index, mayBeNumbers: !isEdge(index))
      else { continue }
      func has(_ words: Set<String>) -> Bool { parts[index].contains(where: words.contains) }
      let meaning: ColumnMeaning =
        has(FieldNames.publications)
        ? .published
        : has(FieldNames.ends) ? .end : has(FieldNames.starts) ? .start : .time
      let taken = columns(of: meaning)
      guard taken.isEmpty || meaning == .time && taken.allSatisfy({ values.areDisjoint($0, index) }) else { continue }
      if meaning == .time, taken.isEmpty, column(of: .start) != nil { continue }
      uses[index].meaning = meaning
      if !taken.isEmpty { alternates[meaning, default: taken].append(index) }
    }
    orderAlternates()
  }

  /// True if a name says that something happened at a time: `event_time`, `submission_time`, `updated_at`.
  private func isMoment(_ column: Int) -> Bool {
    parts[column].count > 1 && (parts[column].last == "time" || parts[column].last == "at")
      && !["updated", "modified", "changed", "edited"].contains(parts[column].first)
  }

  /// True if a name ends in a word for a start or an end, `stint_start`, or in "date" without a gap, `OPENDATE`.
  private func isEdge(_ column: Int) -> Bool {
    guard let last = parts[column].last else { return false }
    if last.count > 5, last.hasSuffix("date"), !last.hasSuffix("update"), !last.hasSuffix("candidate") { return true }
    return parts[column].count > 1 && ["start", "begin", "end", "finish", "until"].contains(last)
  }

  /// Puts alternates into their order, behind one another in the list of uses.
  private mutating func orderAlternates() {
    for (meaning, order) in alternates {
      let places = uses.indices.filter { uses[$0].meaning == meaning }
      guard places.count == order.count else { continue }
      let sorted = order.map { uses[$0] }
      for (place, use) in zip(places, sorted) { uses[place] = use }
    }
    alternates = [:]
  }

  /// Finds times of day, hours and minutes beside a date, and dates whose parts have fields of their own.
  mutating func findClocks() {
    if column(of: .time) == nil, column(of: .start) == nil { findParts() }
    let hasTime = column(of: .time) != nil || column(of: .year) != nil
    for use in uses where use.meaning == .other {
      let index = use.column
      guard let place = uses.firstIndex(where: { $0.column == index }) else { continue }
      let words = parts[index]
      if hasTime, words.contains(where: FieldNames.clocks.contains), column(of: .clock) == nil,
        !values.isEmpty(index), !values.most(of: index, { !NameGuess.isClock($0) })
      {
        uses[place].meaning = .clock
      } else if words.contains(where: FieldNames.hours.contains), column(of: .hour) == nil, isCount(index, upTo: 23) {
        uses[place].meaning = .hour
      } else if words.contains(where: FieldNames.minutes.contains), column(of: .hour) != nil || hasHour,
        isCount(index, upTo: 59), column(of: .minute) == nil
      {
        uses[place].meaning = .minute
      }
    }
  }

  private var hasHour: Bool { parts.contains { $0.contains(where: FieldNames.hours.contains) } }

  /// A date in three fields: `year`, `month` and `day`.
  private mutating func findParts() {
    func find(_ word: String, _ others: Set<String>) -> Int? {
      names.indices.first { others.contains(folded[$0]) || folded[$0] == word } ?? findPart(word)
    }
    /// The three parts with one name before them: `Event Year`, `start_date.month`.
    func findPart(_ word: String) -> Int? {
      names.indices.first { column in
        guard isFree(column), parts[column].count > 1, parts[column].last == word else { return false }
        let rest = Array(parts[column].dropLast())
        guard !rest.contains(where: { FieldNames.ends.contains($0) || FieldNames.publications.contains($0) }) else {
          return false
        }
        return ["year", "month"].allSatisfy { part in
          names.indices.contains { parts[$0].last == part && Array(parts[$0].dropLast()) == rest }
        }
      }
    }
    guard let year = find("year", ["jahr", "année", "annee", "año", "год", "рік", "السنة", "yyyy"]),
      values.all(of: year, { Int(NameGuess.whole($0)).map { (1000...2999).contains($0) } ?? false })
    else { return }
    uses[year].meaning = .year
    if let month = find("month", ["monat", "mois", "mes", "месяц", "місяць", "الشهر"]) { uses[month].meaning = .month }
    if let day = find("day", ["tag", "jour", "día", "dia", "день", "اليوم"]) { uses[day].meaning = .day }
  }

  private static func whole(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }

  private func isCount(_ column: Int, upTo most: Int) -> Bool {
    values.all(of: column) { Int(NameGuess.whole($0)).map { (0...most).contains($0) } ?? false }
  }

  /// True for `14:30`, `9 p.m.`, `0905` and `905`.
  private static func isClock(_ text: String) -> Bool {
    let digits = whole(text)
    if digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(digits) {
      return (3...4).contains(digits.utf8.count) && number / 100 < 24 && number % 100 < 60
    }
    if ClockText(text, zones: NamedZones())?.isSound == true { return true }
    return DatePhrase.clock(text.split(separator: " ").map(String.init)).flatMap {
      ClockText($0, zones: NamedZones())
    }?.isSound == true
  }

  // MARK: Figures

  /// Finds numbers of people by a part of their names, with the least and the most where the names say so.
  mutating func findFigures() {
    for place in uses.indices where uses[place].meaning == .other || uses[place].meaning == .figure {
      let words = parts[uses[place].column]
      let isNamed =
        words.contains(where: FieldNames.figures.contains)
        && !words.contains { FieldNames.latitudes.contains($0) || FieldNames.longitudes.contains($0) }
        && values.most(of: uses[place].column) {
          NumberReading().range($0) != nil
        }
      guard isNamed || uses[place].meaning == .figure else { continue }
      uses[place].meaning = .figure
      let bounds: [(words: Set<String>, bound: Interpretation.Use.Bound)] = [
        (["min", "minimum", "low", "lower"], .low), (["max", "maximum", "high", "upper"], .high), (["best"], .best),
      ]
      for (known, bound) in bounds where words.count > 1 && words.contains(where: known.contains) {
        uses[place].bound = bound
        uses[place].figure = words.filter { !known.contains($0) }.joined(separator: " ")
      }
    }
  }
}
