import SituationModel

/// Dates by the calendar.
extension TimeReader {
  /// Two dates: `between 7 and 9 December`, `December 7-9`, `from Monday to Wednesday`.
  func interval(_ tokens: [Token], _ index: Int) -> TimeMention? {
    var start = index
    let opening = words.between.match(tokens, at: index)
    if let opening { start += opening.count }
    guard start < tokens.count else { return nil }
    // A number alone takes its month from the second date.
    if let day = dayNumber(tokens[start]), let and = words.and.match(tokens, at: start + 1),
      case let second = start + 1 + and.count, second < tokens.count, let last = date(tokens, second),
      case .interval(let interval) = last.meaning, let end = Days.last(interval), Days.first(interval) == end,
      let first = CivilDate(year: end.year, month: end.month, day: day), first < end,
      dayNumber(tokens[second]) != nil, let span = Days.span(first, end)
    {
      return TimeMention(tokens: index..<last.tokens.upperBound, meaning: .interval(span), reason: last.reason)
    }
    if let first = date(tokens, start), case .interval(let interval) = first.meaning, let begin = Days.first(interval),
      Days.last(interval) == begin, let and = words.and.match(tokens, at: first.tokens.upperBound)
    {
      let second = first.tokens.upperBound + and.count
      if second < tokens.count, let day = dayNumber(tokens[second]), date(tokens, second) == nil,
        let end = CivilDate(year: begin.year, month: begin.month, day: day), begin < end,
        tokens[second].range.lowerBound - tokens[first.tokens.upperBound - 1].range.upperBound < 6,
        opening != nil || tokens[first.tokens.upperBound].low == "-", let span = Days.span(begin, end)
      {
        return TimeMention(tokens: index..<second + 1, meaning: .interval(span), reason: first.reason)
      }
      if opening != nil, second < tokens.count, let last = date(tokens, second),
        case .interval(let other) = last.meaning,
        let end = Days.last(other), begin < end, let span = Days.span(begin, end)
      {
        return TimeMention(tokens: index..<last.tokens.upperBound, meaning: .interval(span), reason: last.reason)
      }
    }
    return opening == nil ? nil : weekdays(tokens, index, start)
  }

  /// `from Monday to Wednesday`.
  private func weekdays(_ tokens: [Token], _ index: Int, _ start: Int) -> TimeMention? {
    guard let published, let first = words.weekdays.match(tokens, at: start),
      let and = words.and.match(tokens, at: start + first.count),
      let last = words.weekdays.match(tokens, at: start + first.count + and.count)
    else { return nil }
    let end = published.advanced(byDays: -((published.weekday - last.meaning + 7) % 7))
    let begin = end.advanced(byDays: -((last.meaning - first.meaning + 7) % 7))
    guard let span = Days.span(begin, end) else { return nil }
    return TimeMention(
      tokens: index..<start + first.count + and.count + last.count, meaning: .interval(span),
      reason: "by the publication on \(published.weekdayName) \(published.words)")
  }

  /// A date with its month: `13 December 2024`, `December 13`, `2024-12-13`, `early December`, `in 2014`.
  func date(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard index < tokens.count else { return nil }
    return iso(tokens, index) ?? dotted(tokens, index) ?? named(tokens, index) ?? yearAlone(tokens, index)
  }

  private func iso(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard index + 4 < tokens.count, tokens[index].low.utf8.count == 4, tokens[index + 1].low == "-",
      tokens[index + 3].low == "-", let year = Int(tokens[index].low), let month = Int(tokens[index + 2].low),
      let day = Int(tokens[index + 4].low.prefix(2)), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return TimeMention(tokens: index..<index + 5, meaning: .interval(date.wholeDay), reason: "as it is written")
  }

  /// `13.12.2024`. With slashes it is not sure which is the month, unless one can't be.
  private func dotted(_ tokens: [Token], _ index: Int) -> TimeMention? {
    let parts = tokens[index].low.split(separator: ".", omittingEmptySubsequences: false)
    if tokens[index].isNumber, parts.count == 3, parts[2].utf8.count == 4 || parts[2].utf8.count == 2,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      let date = CivilDate(year: year < 100 ? year + 2000 : year, month: month, day: day)
    {
      return TimeMention(tokens: index..<index + 1, meaning: .interval(date.wholeDay), reason: "as it is written")
    }
    guard index + 4 < tokens.count, tokens[index + 1].low == "/", tokens[index + 3].low == "/",
      let first = Int(tokens[index].low), let second = Int(tokens[index + 2].low),
      let year = Int(tokens[index + 4].low),
      tokens[index + 4].low.utf8.count == 4
    else { return nil }
    let readings = [(second, first), (first, second)].compactMap { CivilDate(year: year, month: $0, day: $1) }
    let range = index..<index + 5
    guard let one = readings.first else { return nil }
    if readings.count == 1 || readings[0] == readings[1] {
      return TimeMention(tokens: range, meaning: .interval(one.wholeDay), reason: "as it is written")
    }
    guard let span = Days.span(min(one, readings[1]), max(one, readings[1])) else { return nil }
    return TimeMention(
      tokens: range, meaning: .interval(span), reason: "\(one.words) or \(readings[1].words): the words leave it open",
      alternatives: readings.map { ($0.wholeDay, "the other order of day and month") })
  }

  private func named(_ tokens: [Token], _ index: Int) -> TimeMention? {
    var place = index
    let part = words.parts.match(tokens, at: place)
    if let part {
      place += part.count
      while place < tokens.count, tokens[place].low == "-" { place += 1 }
    }
    guard place < tokens.count else { return nil }
    if part == nil, let day = dayNumber(tokens[place]) {
      // 13 December, 13th of December, 13. Dezember
      var next = place + 1
      while next < tokens.count, [".", "of", "de", "er", "º", "-"].contains(tokens[next].low) { next += 1 }
      guard next <= place + 2, let month = month(tokens, next) else { return nil }
      return whole(day, month.number, tokens, index, month.end)
    }
    guard let month = month(tokens, place) else { return nil }
    if part == nil, month.end < tokens.count, let day = dayNumber(tokens[month.end]) {
      return whole(day, month.number, tokens, index, month.end + 1)
    }
    return wholeMonth(month.number, part?.meaning, tokens, index, month.end)
  }

  private func month(_ tokens: [Token], _ index: Int) -> (number: Int, end: Int)? {
    guard let month = words.months.match(tokens, at: index) else { return nil }
    var end = index + month.count
    // May and March are words, too: as months they have a capital.
    guard tokens[index].isCapitalised || tokens[index].isCaseless || !words.hasCapitalMonths else { return nil }
    if end < tokens.count, tokens[end].low == ".", tokens[end].range.lowerBound == tokens[end - 1].range.upperBound {
      let next = end + 1
      if next < tokens.count, tokens[next].isNumber { end += 1 }
    }
    return (month.meaning, end)
  }

  private func whole(_ day: Int, _ month: Int, _ tokens: [Token], _ start: Int, _ end: Int) -> TimeMention? {
    let year = yearBehind(tokens, end)
    if let value = year?.value ?? nearest(month, day) {
      guard let date = CivilDate(year: value, month: month, day: day) else { return nil }
      let reason = year == nil ? "the year by the publication" : "as it is written"
      if let published, date > published, year == nil || date > published.advanced(byDays: 1) {
        return TimeMention(tokens: start..<(year?.end ?? end), meaning: .future, reason: "a day to come")
      }
      return TimeMention(tokens: start..<(year?.end ?? end), meaning: .interval(date.wholeDay), reason: reason)
    }
    return TimeMention(
      tokens: start..<end, meaning: .unknown, reason: "has no year, and the day of publication is not known")
  }

  private func wholeMonth(
    _ month: Int, _ part: TimeWords.Part?, _ tokens: [Token], _ start: Int, _ end: Int
  ) -> TimeMention? {
    let year = yearBehind(tokens, end)
    // A month without a year needs a word before it that says that it is one.
    if year == nil, part == nil, start > 0, words.months.match(tokens, at: start) != nil,
      !words.prefixes.contains(tokens, at: start - 1), !words.since.contains(tokens, at: start - 1),
      !words.until.contains(tokens, at: start - 1)
    {
      return nil
    }
    guard let value = year?.value ?? nearest(month, 1), let first = CivilDate(year: value, month: month, day: 1) else {
      return TimeMention(
        tokens: start..<end, meaning: .unknown, reason: "has no year, and the day of publication is not known")
    }
    if let published, first > published {
      return TimeMention(tokens: start..<(year?.end ?? end), meaning: .future, reason: "a time to come")
    }
    let days = { (from: Int, to: Int) in
      Days.span(CivilDate(year: value, month: month, day: from), CivilDate(year: value, month: month, day: to))
    }
    let interval: DateInterval?
    switch part {
    case .early?: interval = days(1, 15)
    case .middle?: interval = days(8, 23)
    case .late?:
      interval = Days.span(
        CivilDate(year: value, month: month, day: 16), first.firstOfMonth(advancedBy: 1).advanced(byDays: -1))
    case .first?, .second?, nil: interval = DateInterval(unit: .month, at: Instant(first))
    }
    guard let interval else { return nil }
    return TimeMention(
      tokens: start..<(year?.end ?? end), meaning: .interval(interval),
      reason: year == nil ? "the year by the publication" : "as it is written")
  }

  /// A year alone, with a word before it that says that it is one.
  private func yearAlone(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard let year = yearNumber(tokens[index]), let first = CivilDate(year: year), index > 0,
      words.prefixes.contains(tokens, at: index - 1) || words.since.contains(tokens, at: index - 1)
        || words.until.contains(tokens, at: index - 1),
      index + 1 == tokens.count || !tokens[index + 1].isWord || tokens[index + 1].low.utf8.allSatisfy({ $0 > 0x3A })
    else { return nil }
    // `in 2000 homes`: behind a year no thing is counted.
    if index + 1 < tokens.count, tokens[index + 1].isWord, words.since.contains(tokens, at: index - 1) == false,
      !words.and.contains(tokens, at: index + 1), words.countedBehind.contains(tokens, at: index + 1)
    {
      return nil
    }
    if let published, year > published.year {
      return TimeMention(tokens: index..<index + 1, meaning: .future, reason: "a time to come")
    }
    return TimeMention(
      tokens: index..<index + 1, meaning: .interval(DateInterval(unit: .year, at: Instant(first))),
      reason: "as it is written")
  }

  /// The year in which the last such day on or before publication lies.
  private func nearest(_ month: Int, _ day: Int) -> Int? {
    guard let published else { return year }
    // A date some weeks ahead is one to come; one farther ahead was in the year before.
    guard let this = CivilDate(year: published.year, month: month, day: day) else { return published.year - 1 }
    return this.daysSinceEpoch - published.daysSinceEpoch > 120 ? published.year - 1 : published.year
  }

  private func yearBehind(_ tokens: [Token], _ index: Int) -> (value: Int, end: Int)? {
    var place = index
    while place < tokens.count, [",", "de", "of"].contains(tokens[place].low) { place += 1 }
    if place < tokens.count, place <= index + 1, let year = yearNumber(tokens[place]) { return (year, place + 1) }
    // `March 3 last year`
    if let published, let found = words.relative.match(tokens, at: index) {
      if found.meaning == .yearBefore { return (published.year - 1, index + found.count) }
      if found.meaning == .yearSoFar { return (published.year, index + found.count) }
    }
    return nil
  }

  private func yearNumber(_ token: Token) -> Int? {
    guard token.low.utf8.count == 4, let year = Int(token.low), (1800...2100).contains(year) else { return nil }
    return year
  }

  private func dayNumber(_ token: Token) -> Int? {
    guard token.isNumber else { return nil }
    let digits = token.low.prefix { $0.isNumber }
    let rest = token.low.dropFirst(digits.count)
    guard digits.utf8.count <= 2, let day = Int(digits), (1...31).contains(day),
      rest.isEmpty || ["st", "nd", "rd", "th", "er", "го"].contains(rest)
    else { return nil }
    return day
  }
}
