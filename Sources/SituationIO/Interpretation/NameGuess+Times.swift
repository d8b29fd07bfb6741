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
  func isPartOfDate(_ column: Int) -> Bool {
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
}
