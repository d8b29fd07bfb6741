/// Times of day, and dates whose parts have fields of their own.
extension NameGuess {
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
        if areFractionsOfDays(index) { uses[place].scale = 86_400 }
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
    if areFractionsOfDays(column) { return true }
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

  /// True if all values are fractions of a day, as spreadsheets keep times of day: 0.25 is six o'clock.
  func areFractionsOfDays(_ column: Int) -> Bool {
    values.all(of: column) { text in
      (text.hasPrefix("0.") || text.hasPrefix("0,")) && text.utf8.count > 2
        && TableNumber.number(text).map { (0..<1).contains($0) } == true
    }
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
    findEndParts(like: parts[year])
    if let month = find("month", ["monat", "mois", "mes", "mês", "mo", "umonat", "месяц", "місяць", "الشهر", "月"]) {
      uses[month].meaning = .month
    }
    if let day = find("day", ["tag", "jour", "día", "dia", "dy", "день", "اليوم", "日"]) { uses[day].meaning = .day }
  }

  /// Finds the parts of an end whose names are those of a start with the word for an end: `end_date.year` beside `start_date.year`.
  private mutating func findEndParts(like year: [String]) {
    guard let rest = DateBoundWords.rest(of: Array(year.dropLast()), .first) else { return }
    let meanings: [String: ColumnMeaning] = [
      "year": .year, "month": .month, "day": .day, "hour": .hour, "minute": .minute,
    ]
    for column in names.indices where isFree(column) {
      guard let meaning = parts[column].last.flatMap({ meanings[$0] }),
        DateBoundWords.rest(of: Array(parts[column].dropLast()), .last) == rest
      else { continue }
      (uses[column].meaning, uses[column].edge) = (meaning, .end)
    }
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
