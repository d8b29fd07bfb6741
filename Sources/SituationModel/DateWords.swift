/// Dates in plain English, always in UTC: the words say how finely the date is known.
extension DateInterval {
  /// `Fri 13 Dec 2024`, `Dec 2024`, `7-13 Dec 2024`, `until 14 Dec 2024`, `about 2019`.
  public var words: String {
    let body: String
    switch (start, end) {
    case (let start?, let end?) where isSpan:
      body = DateInterval.spanWords(
        from: start, startPrecision, to: endPrecision.start(ofUnitBefore: end), endPrecision)
    case (let start?, nil): body = "from " + start.words(startPrecision)
    case (nil, let end?): body = "until " + endPrecision.start(ofUnitBefore: end).words(endPrecision)
    case (let start?, _): body = start.words(startPrecision, weekday: true)
    case (nil, nil): body = "at a time not given"
    }
    return (isApproximate ? "about " : "") + body + (isUncertain ? " (uncertain)" : "")
  }

  /// The words without the day of the week, for a narrow column.
  public var shortWords: String {
    guard !isSpan, let start else { return words }
    return (isApproximate ? "about " : "") + start.words(startPrecision) + (isUncertain ? " (uncertain)" : "")
  }

  /// How well the date is known: `the day`, `some time in these 7 days`, `some time before its end`.
  public var precisionWords: String {
    if !isSpan { return "to the \(precision.name)" }
    guard let start, let end else { return start == nil ? "some time up to then" : "some time from then on" }
    let days = (end.seconds - start.seconds + 43_200) / 86_400
    return days > 1 ? "some time in these \(days) days" : "some time in between"
  }

  /// True if the date is known to the day or better.
  public var isWithinOneDay: Bool {
    guard let start, let end, end > start else { return false }
    return start.dayNumber == end.advanced(by: -1).dayNumber
  }

  /// The words for a time that is longer than a day, of which the day is not known: `Some day from 8 to 14 Dec 2024`, `Some day in Dec
  /// 2024`, `Some day until 14 Dec 2024`.
  public var someDayWords: String {
    let body: String
    switch (start, end) {
    case (let start?, let end?) where isSpan:
      let last = endPrecision.start(ofUnitBefore: end)
      let isOneYear = start.date.year == last.date.year && startPrecision == .day && endPrecision == .day
      let isOneMonth = isOneYear && start.date.month == last.date.month
      let first =
        isOneMonth
        ? "\(start.date.day)" : isOneYear ? "\(start.date.day) \(start.date.monthName)" : start.words(startPrecision)
      body = "from \(first) to \(last.words(endPrecision))"
    case (let start?, nil): body = "from \(start.words(startPrecision)) on"
    case (nil, let end?): body = "until \(endPrecision.start(ofUnitBefore: end).words(endPrecision))"
    case (let start?, _): body = "in \(start.words(startPrecision))"
    case (nil, nil): body = "at a time not given"
    }
    return "Some day \(body)" + (isUncertain ? " (uncertain)" : "")
  }

  /// Two ends, with what they share said once.
  private static func spanWords(
    from first: Instant, _ firstPrecision: TimePrecision, to last: Instant, _ lastPrecision: TimePrecision
  ) -> String {
    let end = last.words(lastPrecision)
    guard firstPrecision == .day, lastPrecision == .day, first.date.year == last.date.year else {
      return "\(first.words(firstPrecision)) - \(end)"
    }
    if first.date == last.date { return end }
    let shared = first.date.month == last.date.month ? "\(first.date.day)" : "\(first.date.day) \(first.date.monthName)"
    return "\(shared)-\(end)"
  }
}

extension Instant {
  /// `13 Dec 2024`, `Dec 2024`, `2024`, `13 Dec 2024 14:30`, as finely as `precision`.
  public func words(_ precision: TimePrecision, weekday: Bool = false) -> String {
    let date = date
    // Four digits, so that nobody takes the year 25 for 2025.
    let year = date.year < 0 ? "\(date.year)" : padded(date.year, 4)
    if precision == .year { return year }
    if precision == .month { return "\(date.monthName) \(year)" }
    let day = "\(weekday ? date.weekdayName + " " : "")\(date.day) \(date.monthName) \(year)"
    let hour = padded(secondOfDay / 3_600, 2)
    let minute = padded(secondOfDay / 60 % 60, 2)
    return switch precision {
    case .hour: "\(day) \(hour)h"
    case .minute: "\(day) \(hour):\(minute)"
    case .second: "\(day) \(hour):\(minute):\(padded(secondOfDay % 60, 2))"
    default: day
    }
  }
}
