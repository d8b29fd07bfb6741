import SituationModel

/// Dates as digits alone, and as three numbers.
extension DateReading {
  /// Digits alone: `2024`, `202412`, `20241213`, with hhmm or hhmmss too; seconds, milliseconds, microseconds or nanoseconds since
  /// 1970, which their number tells.
  func digits(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval? {
    let end = text.firstIndex { $0 &- 0x30 > 9 } ?? text.count
    guard end == text.count || isFraction(text, at: end) else { return nil }
    guard let value = DateReading.number(text, 0..<end) else { return nil }
    switch end {
    case 9, 10: return epoch(seconds: value, isMidnight: value % 86_400 == 0)
    case 13: return epoch(seconds: value / 1_000, isMidnight: value % 86_400_000 == 0)
    case 16: return epoch(seconds: value / 1_000_000, isMidnight: value % 86_400_000_000 == 0)
    case 19: return epoch(seconds: value / 1_000_000_000, isMidnight: value % 86_400_000_000_000 == 0)
    default: break
    }
    guard end == text.count || end == 8 else { return nil }
    switch end {
    case 4: return try DateReading.interval(year: value, month: nil, day: nil)
    case 6: return try DateReading.interval(year: value / 100, month: value % 100, day: nil)
    case 8: return try DateReading.interval(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 12: return try clocked(digits: value * 100, .minute)
    case 14: return try clocked(digits: value, .second)
    default: return nil
    }
  }

  private func isFraction(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place >= 8, text[place] == 0x2E, place + 1 < text.count else { return false }
    // Of a day that a program made a number of, nothing but zeros stands behind the point.
    return text[(place + 1)...].allSatisfy { place == 8 ? $0 == 0x30 : $0 &- 0x30 < 10 }
  }

  private func epoch(seconds: Int, isMidnight: Bool) -> DateInterval {
    let start = Instant(seconds: Int64(seconds))
    return DateInterval(unit: dropsMidnight && isMidnight ? .day : .second, at: start)
  }

  private func clocked(digits value: Int, _ precision: TimePrecision) throws(Failure) -> DateInterval {
    let (day, clock) = (value / 1_000_000, value % 1_000_000)
    let date = try DateReading.interval(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
    guard let start = date.start, hour < 24, minute < 60, second < 60 else { throw .noSuchDate }
    let seconds = hour * 3_600 + minute * 60 + second
    return moment(start, seconds, precision, offset: fieldOffset(start, seconds))
  }

  /// Three numbers with `/`, `.` or `-` between them, and a time of day behind a blank.
  func numbers(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval? {
    guard let (day, end) = try triple(text) else { return nil }
    if end == text.count { return day }
    guard text[end] == 0x20 || text[end] == 0x2C, let start = day.start, !day.isSpan else { return nil }
    let rest = String(decoding: text[end...], as: UTF8.self)
    guard let clock = ClockText(rest, zones: zones) else { throw .form }
    guard clock.isSound else { throw .noSuchDate }
    return clock.isMidnightInWords ? nil : clock.date(on: start, self)
  }

  /// The day that the three numbers at the beginning of a text say, and where they end.
  func triple(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> (day: DateInterval, end: Int)? {
    var parts: [(value: Int, width: Int)] = []
    var (place, separator) = (0, UInt8(0))
    while place < text.count {
      let start = place
      while place < text.count, place - start < 5, text[place] &- 0x30 < 10 { place += 1 }
      guard let value = DateReading.number(text, start..<place) else { return nil }
      parts.append((value, place - start))
      if parts.count == 3 { break }
      guard place < text.count, [0x2F, 0x2E, 0x2D].contains(text[place]), separator == 0 || separator == text[place]
      else { return nil }
      separator = text[place]
      place += 1
    }
    guard parts.count == 3, place == text.count || text[place] == 0x20 || text[place] == 0x2C else { return nil }
    if parts[0].width == 4, parts[1].width <= 2, parts[2].width <= 2 {
      return (try DateReading.interval(year: parts[0].value, month: parts[1].value, day: parts[2].value), place)
    }
    guard parts[0].width <= 2, parts[1].width <= 2, parts[2].width == 4 || parts[2].width == 2 else { return nil }
    let year = DateReading.year(parts[2].value, width: parts[2].width)
    // Nobody writes the month first with dots.
    let order: ColumnMap.DateOrder? = separator == 0x2E ? .dmy : order
    return (try DateReading.short(parts[0].value, parts[1].value, year: year, order), place)
  }

  /// A date of two short numbers and a year.
  ///
  /// Where nothing tells which is the day, it is said to be from the earlier to the later of the two that it may be.
  private static func short(
    _ first: Int, _ second: Int, year: Int, _ order: ColumnMap.DateOrder?
  ) throws(Failure) -> DateInterval {
    switch order {
    case .dmy: return try interval(year: year, month: second, day: first)
    case .mdy: return try interval(year: year, month: first, day: second)
    case nil:
      if first > 12 || first == second { return try interval(year: year, month: second, day: first) }
      if second > 12 { return try interval(year: year, month: first, day: second) }
      let early = try interval(year: year, month: min(first, second), day: max(first, second))
      let late = try interval(year: year, month: max(first, second), day: min(first, second))
      guard let span = DateInterval(from: early.start, .day, to: late.end, .day) else { throw .backwards }
      return span
    }
  }
}
