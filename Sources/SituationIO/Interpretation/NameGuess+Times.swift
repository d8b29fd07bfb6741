/// When it was.
extension NameGuess {
  // MARK: Times

  /// Finds the zone of the times of day, and one of the ends that has a field of its own, where most values are zones.
  mutating func findZones() {
    let ranked = names.indices.compactMap { column -> (rank: Int, column: Int)? in
      let isZone = !["timezone", "tz"].contains(parts[column].last) ? nil : FieldNames.zones.count
      return (FieldNames.zones.firstIndex(of: folded[column]) ?? isZone).map { ($0, column) }
    }.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }
    for (_, column) in ranked where isFree(column) && !values.isEmpty(column) {
      let zones = NamedZones(ofField: values.texts(of: column))
      let texts = values.texts(of: column)
      guard texts.contains(where: { zones.clock(ofField: $0) != nil }) else { continue }
      // A zone may be one of many things: all have to be zones of time in letters.
      if folded[column] == "zone",
        !texts.allSatisfy({ zones.clock(ofField: $0) != nil && TableNumber.number($0) == nil })
      {
        continue
      }
      let edge: Interpretation.Use.Edge = folded[column].hasPrefix("end") ? .end : .time
      guard !uses.contains(where: { $0.meaning == .zone && $0.edge == edge }) else { continue }
      (uses[column].meaning, uses[column].edge) = (.zone, edge)
    }
  }

  /// Finds dates by a part of their names, where the values are dates.
  mutating func findDates() {
    // Of several, one in UTC before local ones, and the one that most records have.
    let fullest = names.indices.map { index in
      let isUTC = parts[index].contains { ["utc", "gmt"].contains($0) }
      let rank = isUTC || isEndOfPair(index) ? 1 : NameConvention.isLocal(names[index]) ? -1 : 0
      return (index: index, rank: rank, count: values.texts(of: index).count)
    }.sorted { ($0.rank, $0.count, -$0.index) > ($1.rank, $1.count, -$1.index) }
    let isForm = FormNames.isForm(names)
    for index in fullest.map(\.index) where isFree(index) {
      guard FieldNames.otherDates.isDisjoint(with: parts[index]),
        parts[index].contains(where: FieldNames.dates.contains) || isMoment(index) || isEdge(index),
        !values.isEmpty(index), values.areDates(index, mayBeNumbers: !isEdge(index)),
        FieldNames.changes.isDisjoint(with: parts[index]), !isPartOfDate(index), !areClocksInDigits(index),
        !values.areOfAnotherCalendar(index, named: names[index])
      else { continue }
      func has(_ words: Set<String>) -> Bool { parts[index].contains(where: words.contains) }
      let meaning: ColumnMeaning =
        has(["week", "woche", "semaine", "semana", "неделя", "тиждень"])
        ? .time
        : has(FieldNames.publications)
          ? .published
          : has(FieldNames.ends) ? .end : has(FieldNames.starts) ? .start : .time
      let taken = columns(of: meaning)
      let areOthers = taken.allSatisfy { values.areDisjoint($0, index) || haveSameDays($0, index) }
      guard taken.isEmpty || meaning == .time && areOthers else { continue }
      // The start of a form is when it was filled in.
      if meaning == .time, taken.isEmpty, column(of: .start) != nil, !isForm { continue }
      uses[index].meaning = meaning
      guard !taken.isEmpty else { continue }
      // The finer of two fields of one day counts where a record has both.
      let isFiner = hasClocks(index) && !taken.contains(where: hasClocks)
      alternates[meaning, default: taken].insert(index, at: isFiner ? 0 : alternates[meaning]?.count ?? taken.count)
    }
    orderAlternates()
  }

  /// True if a name is that of another field with the word for its start: `incidentEndDate` beside `incidentBeginDate`.
  private func isEndOfPair(_ column: Int) -> Bool {
    guard let rest = DateBoundWords.rest(of: parts[column], .last), !rest.isEmpty else { return false }
    return names.indices.contains { $0 != column && DateBoundWords.rest(of: parts[$0], .first) == rest }
  }

  /// True if two fields are called after the same, and say the same day where a record has both: `observed_on` and `time_observed_at`.
  private func haveSameDays(_ first: Int, _ second: Int) -> Bool {
    let generic = FieldNames.dates.union(FieldNames.clocks).union(["on", "at", "of", "the", "event", "utc", "local"])
    guard !Set(parts[first]).subtracting(generic).isDisjoint(with: Set(parts[second]).subtracting(generic)) else {
      return false
    }
    let reading = DateReading(zones: NamedZones(naming: values.texts(of: first) + values.texts(of: second)))
    let gaps = zip(values.all(of: first), values.all(of: second)).compactMap { first, second -> Int64? in
      guard let one = try? reading.reading(first).date.start, let other = try? reading.reading(second).date.start
      else { return nil }
      return abs(one.seconds - other.seconds)
    }
    return !gaps.isEmpty && gaps.allSatisfy { $0 <= 86_400 + 14 * 3_600 }
  }

  /// True if some values of a field have times of day.
  private func hasClocks(_ column: Int) -> Bool { values.texts(of: column).contains { $0.contains(":") } }

  /// True if a field has the number of a year, a month or a day, whose date has several fields: `date.year`.
  private func isPartOfDate(_ column: Int) -> Bool {
    guard parts[column].count > 1, let last = parts[column].last, ["year", "month", "day"].contains(last) else {
      return false
    }
    let rest = parts[column].dropLast()
    return values.isNumeric(column)
      && names.indices.contains {
        $0 != column && parts[$0].dropLast() == rest && ["month", "year"].contains(parts[$0].last)
      }
  }

  /// True if a name says that something happened at a time: `event_time`, `submission_time`, `updated_at`.
  private func isMoment(_ column: Int) -> Bool {
    parts[column].count > 1 && ["time", "at", "on"].contains(parts[column].last)
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
    if let time = column(of: .time) { findYear(besideDatesIn: uses[time].column) }
    let hasTime = column(of: .time) != nil || column(of: .year) != nil
    // Times of day whose names say that they are those of what happened go before others.
    let ordered = uses.filter { $0.meaning == .other }.sorted {
      (isFramed($0.column) ? 0 : 1, $0.column) < (isFramed($1.column) ? 0 : 1, $1.column)
    }
    for use in ordered {
      let index = use.column
      guard let place = uses.firstIndex(where: { $0.column == index }) else { continue }
      let words = parts[index]
      if hasTime, words.contains(where: FieldNames.clocks.contains) || ["gmt", "utc", "hhmm"].contains(folded[index]),
        FieldNames.otherClocks.isDisjoint(with: words), FieldNames.otherDates.isDisjoint(with: words),
        column(of: .clock) == nil, !values.isEmpty(index), areClocks(index)
      {
        uses[place].meaning = .clock
        uses[place].isClockInDigits = areClocksInDigits(index)
      } else if words.contains(where: FieldNames.hours.contains), isFramed(index), column(of: .hour) == nil,
        isCount(index, upTo: 23), !words.contains("hh") || hasMinutes
      {
        uses[place].meaning = .hour
      } else if words.contains(where: FieldNames.minutes.contains), isFramed(index),
        column(of: .hour) != nil || hasHour,
        isCount(index, upTo: 59), column(of: .minute) == nil
      {
        uses[place].meaning = .minute
      }
    }
  }

  /// Finds the year of dates that are written without one.
  private mutating func findYear(besideDatesIn column: Int) {
    let reading = DateReading(order: DateReading.order(in: values.texts(of: column)))
    guard values.most(of: column, { (try? reading.reading($0)) == nil }),
      let year = names.indices.first(where: { isFree($0) && NameGuess.years.contains(folded[$0]) }),
      values.all(of: year, { Int(NameGuess.whole($0)).map { (1000...2999).contains($0) } ?? false })
    else { return }
    uses[year].meaning = .year
  }

  private static let years: Set<String> = ["year", "jahr", "année", "annee", "año", "год", "рік", "السنة", "yyyy"]

  /// True if half of the values are times of day, or some are that nothing else can be: people write others in words.
  private func areClocks(_ column: Int) -> Bool {
    // A local time is none of UTC: without its zone it stays as it is.
    if parts[column].contains("local"), self.column(of: .zone) == nil { return false }
    let texts = values.texts(of: column)
    if !values.most(of: column, { !NameGuess.isClock($0) }) || areClocksInDigits(column) { return true }
    let certain = texts.count { $0.contains(where: { !$0.isNumber }) && NameGuess.isClock($0) }
    return certain * 4 >= texts.count
  }

  /// True if a field that is called a time has numbers such as 2235 and 930, which are times of day and not all years.
  func areClocksInDigits(_ column: Int) -> Bool {
    guard !values.isEmpty(column), parts[column].contains(where: FieldNames.clocks.contains),
      FieldNames.hours.union(FieldNames.minutes).isDisjoint(with: parts[column])
    else { return false }
    let texts = values.texts(of: column).map(NameGuess.whole)
    let areClocks = texts.allSatisfy { text in
      guard (1...4).contains(text.utf8.count), let number = Int(text) else { return false }
      return number >= 0 && number / 100 < 24 && number % 100 < 60
    }
    guard areClocks, texts.contains(where: { $0.utf8.count > 2 }) else { return false }
    return texts.contains { $0.utf8.count < 4 || !(1_500...2_100).contains(Int($0) ?? 0) }
  }

  /// True if a name has words for a time of day and for what happened alone, or those of the field of the date.
  private func isFramed(_ column: Int) -> Bool {
    let ofDate = Set([.time, .start].compactMap { self.column(of: $0) }.flatMap { parts[$0] })
    return parts[column].allSatisfy {
      ofDate.contains($0) || FieldNames.clockFrame.contains($0) || FieldNames.clocks.contains($0)
        || FieldNames.hours.contains($0)
        || FieldNames.minutes.contains($0)
    }
  }

  private var hasMinutes: Bool { parts.contains { $0.contains(where: FieldNames.minutes.contains) } }
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
        guard
          !rest.contains(where: {
            FieldNames.ends.contains($0) || FieldNames.publications.contains($0) || FieldNames.otherDates.contains($0)
          })
        else { return false }
        return ["year", "month"].allSatisfy { part in
          names.indices.contains { parts[$0].last == part && Array(parts[$0].dropLast()) == rest }
        }
      }
    }
    guard
      let year = find(
        "year", ["jahr", "année", "annee", "an", "año", "ano", "yr", "ujahr", "год", "рік", "السنة", "yyyy", "年"]),
      values.nearlyAll(of: year, { Int(NameGuess.whole($0)).map { (1000...2999).contains($0) } ?? false })
        || isAncient(year)
    else { return }
    uses[year].meaning = .year
    if let month = find("month", ["monat", "mois", "mes", "mês", "mo", "umonat", "месяц", "місяць", "الشهر", "月"]) {
      uses[month].meaning = .month
    }
    if let day = find("day", ["tag", "jour", "día", "dia", "dy", "день", "اليوم", "日"]) { uses[day].meaning = .day }
  }

  /// True if a field of a year beside one of a month has years before the Middle Ages too, as lists of eruptions have.
  private func isAncient(_ year: Int) -> Bool {
    let rest = parts[year].dropLast()
    return parts[year].last == "year"
      && names.indices.contains { parts[$0].last == "month" && parts[$0].dropLast() == rest }
      && values.all(of: year) { Int(NameGuess.whole($0)).map { (-12_000...2_999).contains($0) } ?? false }
  }

  static func whole(_ text: String) -> String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }

  private func isCount(_ column: Int, upTo most: Int) -> Bool {
    values.nearlyAll(of: column) { Int(NameGuess.whole($0)).map { (0...most).contains($0) } ?? false }
  }

  /// True for `14:30`, `9 p.m.`, `0905` and `905`.
  static func isClock(_ text: String) -> Bool {
    let digits = whole(text)
    if let blank = text.firstIndex(of: " "), DateWordLists.approximations.contains(text[..<blank].lowercased()) {
      return isClock(String(text[blank...]).trimmed)
    }
    if digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(digits) {
      return (3...4).contains(digits.utf8.count) && number / 100 < 24 && number % 100 < 60
    }
    if ClockText(text, zones: NamedZones())?.isSound == true { return true }
    return DatePhrase.clock(text.split(separator: " ").map(String.init)).flatMap {
      ClockText($0, zones: NamedZones())
    }?.isSound == true
  }
}
