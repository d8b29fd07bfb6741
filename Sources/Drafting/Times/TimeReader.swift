import SituationModel

/// Finds the times that a sentence names.
struct TimeReader {
  let words: TimeWords
  /// The day of publication; nil where it is not known.
  let published: CivilDate?
  /// A year that the report names, for dates without one where no day of publication is known.
  let year: Int?

  /// The times of some tokens, in order, none within another.
  func mentions(_ tokens: [Token]) -> [TimeMention] {
    var mentions: [TimeMention] = []
    var index = 0
    while index < tokens.count {
      if let mention = mention(tokens, at: index) {
        mentions.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    return mentions
  }

  private func mention(_ tokens: [Token], at index: Int) -> TimeMention? {
    if let found = phrase(tokens, index) ?? agoBefore(tokens, index) ?? window(tokens, index) { return found }
    if let found = interval(tokens, index) { return found }
    if words.since.contains(tokens, at: index), let bound = bound(tokens, index, words.since, isStart: true) {
      return bound
    }
    if words.until.contains(tokens, at: index), let bound = bound(tokens, index, words.until, isStart: false) {
      return bound
    }
    return overnight(tokens, index) ?? weekday(tokens, index) ?? date(tokens, index) ?? count(tokens, index)
  }

  // MARK: Phrases

  private func phrase(_ tokens: [Token], _ index: Int) -> TimeMention? {
    if let found = words.sameDay.match(tokens, at: index) {
      return TimeMention(
        tokens: index..<index + found.count, meaning: .relative(days: 0), reason: "the day of what was told before")
    }
    if let found = words.dayBefore.match(tokens, at: index) {
      return TimeMention(
        tokens: index..<index + found.count, meaning: .relative(days: -1), reason: "the day before what was told before"
      )
    }
    if let found = words.dayAfter.match(tokens, at: index) {
      return TimeMention(
        tokens: index..<index + found.count, meaning: .relative(days: 1), reason: "the day after what was told before")
    }
    guard let found = words.relative.match(tokens, at: index) else { return nil }
    if case .none = found.meaning { return nil }
    // `overnight on Thursday` is no matter of the day of publication.
    if words.night.contains(tokens, at: index), overnight(tokens, index) != nil { return nil }
    let range = index..<index + found.count
    guard let published else {
      let meaning: TimeMention.Meaning = found.meaning == .future ? .future : found.meaning == .open ? .past : .unknown
      return TimeMention(
        tokens: range, meaning: meaning, reason: "counts from the day of publication, which is not known")
    }
    let (meaning, reason) = self.meaning(found.meaning, published)
    return TimeMention(tokens: range, meaning: meaning, reason: reason)
  }

  private func meaning(_ relative: TimeWords.Relative, _ day: CivilDate) -> (TimeMention.Meaning, String) {
    func interval(_ interval: DateInterval?, _ reason: String) -> (TimeMention.Meaning, String) {
      (interval.map(TimeMention.Meaning.interval) ?? .unknown, reason)
    }
    let from = "by the publication on \(day.words)"
    switch relative {
    case .days(let first, let last):
      return interval(Days.span(day.advanced(byDays: first), day.advanced(byDays: last)), from)
    case .monthSoFar: return interval(Days.span(day.firstOfMonth(), day), "the month of publication up to that day")
    case .monthBefore:
      return interval(
        DateInterval(unit: .month, at: Instant(day.firstOfMonth(advancedBy: -1))), "the month before publication")
    case .yearSoFar:
      return interval(Days.span(CivilDate(year: day.year), day), "the year of publication up to that day")
    case .yearBefore:
      return interval(
        CivilDate(year: day.year - 1).map { DateInterval(unit: .year, at: Instant($0)) }, "the year before publication")
    case .weekend:
      // On a Saturday or Sunday it is not sure which one is meant.
      let sunday = day.weekday == 6 ? day : day.advanced(byDays: -day.weekday - 1)
      let first = day.weekday == 5 ? sunday.advanced(byDays: -1) : sunday.advanced(byDays: -1)
      return interval(
        Days.span(first, day.weekday >= 5 ? day : sunday), "the last Saturday and Sunday before publication")
    case .open: return (.past, "some time before publication")
    case .future: return (.future, "a time to come")
    case .none: return (.unknown, "")
    }
  }

  // MARK: Counted times

  /// `three days ago`, `two weeks earlier`.
  private func count(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard let number = number(tokens, index),
      let unit = words.units.match(tokens, at: index + number.count),
      let ago = words.ago.match(tokens, at: index + number.count + unit.count)
    else { return nil }
    return counted(number.value, unit.meaning, index..<index + number.count + unit.count + ago.count)
  }

  /// `vor drei Tagen`, `hace tres días`.
  private func agoBefore(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard let ago = words.agoFirst.match(tokens, at: index), let number = number(tokens, index + ago.count),
      let unit = words.units.match(tokens, at: index + ago.count + number.count)
    else { return nil }
    return counted(number.value, unit.meaning, index..<index + ago.count + number.count + unit.count)
  }

  private func counted(_ count: Int, _ unit: Int, _ range: Range<Int>) -> TimeMention {
    guard let published else {
      return TimeMention(
        tokens: range, meaning: .unknown, reason: "counts from the day of publication, which is not known")
    }
    let days = count * unit
    // The coarser the unit, the less a count of it says of the day.
    let slack = unit <= 1 ? 0 : unit == 7 ? (count == 1 ? 2 : 3) : unit == 30 ? 20 : 190
    let first = published.advanced(byDays: -days - slack - (unit == 0 ? 1 : 0))
    let last = published.advanced(byDays: min(0, -days + slack))
    let meaning = Days.span(first, last).map(TimeMention.Meaning.interval) ?? .unknown
    return TimeMention(
      tokens: range, meaning: meaning, reason: "counted back from the publication on \(published.words)")
  }

  /// `the past three days`.
  private func window(_ tokens: [Token], _ index: Int) -> TimeMention? {
    guard let window = words.window.match(tokens, at: index), let number = number(tokens, index + window.count),
      let unit = words.units.match(tokens, at: index + window.count + number.count)
    else { return nil }
    let range = index..<index + window.count + number.count + unit.count
    guard let published else {
      return TimeMention(
        tokens: range, meaning: .unknown, reason: "counts from the day of publication, which is not known")
    }
    let days = unit.meaning == 0 ? (number.value + 23) / 24 : number.value * unit.meaning
    let meaning = Days.span(published.advanced(byDays: -days), published).map(TimeMention.Meaning.interval) ?? .unknown
    return TimeMention(
      tokens: range, meaning: meaning, reason: "counted back from the publication on \(published.words)")
  }

  private func number(_ tokens: [Token], _ index: Int) -> (value: Int, count: Int)? {
    guard index < tokens.count else { return nil }
    if tokens[index].isNumber, let value = Int(tokens[index].low), (1...400).contains(value) { return (value, 1) }
    guard let word = words.numbers.match(tokens, at: index), (1...400).contains(word.meaning) else { return nil }
    return (Int(word.meaning), word.count)
  }

  // MARK: Bounds

  /// `since Monday`, `until 4 May`.
  private func bound(_ tokens: [Token], _ index: Int, _ table: PhraseTable<Bool>, isStart: Bool) -> TimeMention? {
    guard let before = table.match(tokens, at: index) else { return nil }
    var next = index + before.count
    while next < tokens.count, let prefix = words.prefixes.match(tokens, at: next) { next += prefix.count }
    guard let found = weekday(tokens, next) ?? phrase(tokens, next) ?? date(tokens, next) ?? count(tokens, next)
    else { return nil }
    let range = index..<found.tokens.upperBound
    guard case .interval(let interval) = found.meaning else {
      return TimeMention(tokens: range, meaning: found.meaning, reason: found.reason)
    }
    if isStart {
      let end = published
      guard let first = Days.first(interval), end.map({ first <= $0 }) ?? true, let span = Days.span(first, end) else {
        return TimeMention(tokens: range, meaning: .future, reason: "a time to come")
      }
      return TimeMention(
        tokens: range, meaning: .interval(span), reason: "from then up to the publication; \(found.reason)")
    }
    guard let last = Days.last(interval), let span = Days.span(nil, last) else { return nil }
    if let published, last > published { return TimeMention(tokens: range, meaning: .future, reason: "a time to come") }
    return TimeMention(tokens: range, meaning: .interval(span), reason: "up to then; \(found.reason)")
  }

  // MARK: Days of the week

  private func weekday(_ tokens: [Token], _ index: Int) -> TimeMention? {
    var place = index
    var isLast = false
    var isNext = false
    if let last = words.last.match(tokens, at: place), words.weekdays.match(tokens, at: place + last.count) != nil {
      isLast = true
      place += last.count
    } else if let next = words.next.match(tokens, at: place),
      words.weekdays.match(tokens, at: place + next.count) != nil
    {
      isNext = true
      place += next.count
    }
    guard let day = words.weekdays.match(tokens, at: place) else { return nil }
    let end = place + day.count
    // `Friday, 13 December`: the date says it all.
    let comma = end < tokens.count && tokens[end].low == "," ? end + 1 : end
    if let date = date(tokens, comma) {
      return TimeMention(tokens: index..<date.tokens.upperBound, meaning: date.meaning, reason: date.reason)
    }
    let range = index..<end
    if isNext { return TimeMention(tokens: range, meaning: .future, reason: "a day to come") }
    guard let published else {
      return TimeMention(
        tokens: range, meaning: .unknown, reason: "counts from the day of publication, which is not known")
    }
    let back = (published.weekday - day.meaning + 7) % 7
    let latest = published.advanced(byDays: -back)
    let name = "\(latest.weekdayName) by the publication on \(published.weekdayName) \(published.words)"
    if isLast {
      // A day of this week and the one a week before are both called so.
      let near = back == 0 ? published.advanced(byDays: -7) : latest
      let far = near.advanced(byDays: -7)
      if back == 0 || back > published.weekday {
        return TimeMention(tokens: range, meaning: .interval(near.wholeDay), reason: name)
      }
      guard let both = Days.span(far, near) else { return nil }
      return TimeMention(
        tokens: range, meaning: .interval(both), reason: "\(near.words) or a week before: the words leave it open",
        alternatives: [(near.wholeDay, name), (far.wholeDay, "the week before")])
    }
    return TimeMention(tokens: range, meaning: .interval(latest.wholeDay), reason: name)
  }

  /// `overnight on Thursday`, `overnight into Saturday`, `Thursday night`: the night has two days.
  private func overnight(_ tokens: [Token], _ index: Int) -> TimeMention? {
    if let night = words.night.match(tokens, at: index) {
      var place = index + night.count
      var isInto = false
      while place < tokens.count {
        if let into = words.into.match(tokens, at: place) {
          isInto = true
          place += into.count
        } else if let prefix = words.prefixes.match(tokens, at: place) {
          place += prefix.count
        } else {
          break
        }
      }
      guard let day = weekday(tokens, place) ?? date(tokens, place), case .interval(let interval) = day.meaning,
        let first = Days.first(interval), let last = Days.last(interval)
      else { return nil }
      let start = first.advanced(byDays: -1)
      let end = isInto ? last : last.advanced(byDays: 1)
      let latest = published.map { min($0, end) } ?? end
      guard let span = Days.span(start, max(latest, start)) else { return nil }
      return TimeMention(
        tokens: index..<day.tokens.upperBound, meaning: .interval(span), reason: "a night has two days; \(day.reason)")
    }
    guard let day = weekday(tokens, index), case .interval(let interval) = day.meaning, day.alternatives.isEmpty,
      let night = words.night.match(tokens, at: day.tokens.upperBound),
      let first = Days.first(interval), let last = Days.last(interval)
    else { return nil }
    let end = published.map { min($0, last.advanced(byDays: 1)) } ?? last.advanced(byDays: 1)
    guard let span = Days.span(first, max(end, first)) else { return nil }
    return TimeMention(
      tokens: index..<day.tokens.upperBound + night.count, meaning: .interval(span),
      reason: "a night has two days; \(day.reason)")
  }
}
