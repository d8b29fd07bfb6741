import SituationModel

/// The reader of dates, one for all formats. Each form of `Data/manual/formats.md` is recognised by its own signs; what those leave open
/// is decided for a whole column.
///
/// A text is read whole or not at all: letters or digits that are left over mean that it is no date.
struct DateReading: Hashable, Sendable {
  /// The order of day and month where both are short numbers; nil where the column does not tell.
  var order: ColumnMap.DateOrder?
  /// True if midnight says nothing, as in a column in which each date has it.
  var dropsMidnight = false
  /// True if numbers of five digits are days since 1900, as spreadsheets count them.
  var isSerial = false
  /// The zones of time that the column names.
  var zones = NamedZones()
  /// The clocks of a time of day that names no zone, where a field of its own names it; nil for those of UTC.
  var clocks: NamedZones.Clock?
  /// True if times of day that name no zone are on clocks that nobody names: they are kept in words beside the day.
  var isLocal = false
  /// True if the name of the field says that its dates are known about: `Date (approx.)`.
  var isApproximate = false
  /// The edge of a week that the dates are, as the name says: `Week ending`; nil where they are the days themselves.
  var weekEdge: WeekEdge?
  /// The unit whose first days the dates are, as those of a field of months; nil where days are days.
  var period: TimePrecision?
  /// True if `2024-25` is a pair of years; false in EDTF, in which it is a season.
  var takesYearPairs = false
  /// The meaning of two times of day with a hyphen between them, in a field of times of day.
  var clockPairs = ClockPairs.unclear

  /// Why a text is no date.
  enum Failure: Error {
    case form, noSuchDate, backwards, unbounded
  }

  /// A part of a text that the date does not say.
  enum Remainder: Hashable {
    /// The midnight of a day, which may be its beginning or its end.
    case midnight
    /// A season, in words: the months depend on the side of the equator.
    case season(String)
    /// A part of the date that has no bounds, in the words of the text: early in a month, the night of a day.
    case words(String)
  }

  /// A date, with a part of its text that it does not say.
  struct Reading {
    var date: DateInterval
    var remainder: Remainder?
  }

  /// The date of a text. Linear in its bytes.
  func date(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval { try reading(text).date }

  /// The date of a text, and what the date does not say of it.
  func reading(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Reading {
    guard isApproximate || weekEdge != nil || period != nil else { return try onKnownClocks(text) }
    var reading = try onKnownClocks(text)
    if let weekEdge, reading.date.precision == .day, !reading.date.isSpan, let start = reading.date.start {
      let first = weekEdge == .first ? start : start.advanced(by: -6 * 86_400)
      let last = DateInterval(unit: .day, at: first.advanced(by: 6 * 86_400))
      reading.date = DateInterval.spanning(DateInterval(unit: .day, at: first), last) ?? reading.date
    }
    // A later date that is no first day is a day.
    if let period, let start = reading.date.start, !reading.date.isSpan, reading.date.precision < period,
      start.date.day == 1, period == .month || start.date.month == 1
    {
      reading.date = DateInterval(unit: period, at: start)
    }
    if isApproximate { reading.date = reading.date.approximate }
    return reading
  }

  /// The date of a text: the day alone where its clocks are not known.
  private func onKnownClocks(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Reading {
    let reading = try plainReading(text)
    guard reading.date.precision < .day, isLocal || DateReading.hasLetters(text) else { return reading }
    let words = String(decoding: text, as: UTF8.self)
    guard isLocal || clocks == nil && LocalTime.isNamed(in: words), !hasZone(text, reading.date),
      let start = reading.date.start
    else { return reading }
    let last = reading.date.end.map { $0.advanced(by: -1).date } ?? start.date
    let (first, end) = (DateInterval(unit: .day, at: Instant(start.date)), DateInterval(unit: .day, at: Instant(last)))
    let days = first == end ? first : DateInterval.spanning(first, end) ?? first
    return Reading(date: days, remainder: .words(words))
  }

  /// The date of a text as if its clocks were known.
  private func plainReading(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Reading {
    do throws(Failure) { return try formal(text) } catch {
      // No date in words is longer.
      guard text.count <= 200, error == .form || error == .noSuchDate, DateReading.hasDigits(text),
        !DateReading.isNought(text),
        let found = DatePhrase(reading: self).date(String(decoding: text, as: UTF8.self))
      else { throw error }
      return found
    }
  }

  /// True if a text is the 0 of a spreadsheet in the form of a date, `1/0/1900`: the cell was empty or 0.
  private static func isNought(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let day = String(decoding: text.prefix { $0 != 0x20 }, as: UTF8.self)
    return ["1/0/1900", "0/1/1900", "01/00/1900", "00/01/1900", "1/0/00", "1900-01-00", "00.01.1900", "0.1.1900"]
      .contains(day)
  }

  /// True if a text names the zone of its time of day: other clocks of the field do not move it.
  private func hasZone(_ text: UnsafeBufferPointer<UInt8>, _ date: DateInterval) -> Bool {
    var moved = self
    moved.clocks = NamedZones().clock("+01:07")
    moved.isLocal = false
    return (try? moved.plainReading(text))?.date == date
  }

  /// True if a text has letters other than those of ISO 8601.
  private static func hasLetters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains { ($0 | 0x20) &- 0x61 < 26 && $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: "Z") || $0 >= 0x80 }
  }

  /// The date of a text that has one of the plainer forms.
  func formal(_ text: String) throws(Failure) -> Reading {
    try Array(text.utf8).withUnsafeBufferPointer { text throws(Failure) in try formal(text) }
  }

  private func formal(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Reading {
    if isSerial, let date = serial(text) { return Reading(date: date) }
    if text.count == 10, let interval = DateReading.isoDay(text, at: 0) { return Reading(date: interval) }
    if let moment = isoMoment(text) { return Reading(date: moment) }
    if let day = DayMonthScan.date(text) { return Reading(date: day) }
    if let interval = try digits(text) { return Reading(date: interval) }
    // Two points stand for an end that is open.
    guard text.count <= 100, DateReading.hasDigits(text) || text.first == UInt8(ascii: ".") else { throw .form }
    if let interval = try numbers(text) { return Reading(date: interval) }
    return try words(String(decoding: text, as: UTF8.self))
  }

  /// True if a text may have digits, of any script: no date in numbers or words is without one.
  private static func hasDigits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains { $0 &- 0x30 < 10 || $0 >= 0xD9 }
  }

  /// The date of a text.
  func reading(_ text: String) throws(Failure) -> Reading {
    try Array(text.utf8).withUnsafeBufferPointer { text throws(Failure) in try reading(text) }
  }

  // MARK: As ISO 8601 writes them

  /// The day of a text of ten bytes, or of more that begins so.
  static func isoDay(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> DateInterval? {
    guard text.count >= place + 10, let base = UnsafeRawPointer(text.baseAddress) else { return nil }
    // Year and month, of the first eight bytes at once: digits become 0 to 9, and both hyphens 0.
    let digits =
      base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3030
    // Each byte gets its high bit where it is more than that.
    guard ((digits &+ 0x7F76_767F_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    func digit(_ byte: UInt64) -> Int { Int(truncatingIfNeeded: digits >> (byte * 8) & 15) }
    let (tens, ones) = (text[place + 8] &- 0x30, text[place + 9] &- 0x30)
    guard tens < 10, ones < 10,
      let date = CivilDate(
        year: (digit(0) * 10 + digit(1)) * 100 + digit(2) * 10 + digit(3), month: digit(5) * 10 + digit(6),
        day: Int(tens) * 10 + Int(ones))
    else { return nil }
    return DateInterval(unit: .day, at: Instant(date))
  }

  /// A day and a time of day behind a `T` or a blank: hh:mm:ss with a fraction or without, in UTC, of no zone or with an offset.
  private func isoMoment(_ text: UnsafeBufferPointer<UInt8>) -> DateInterval? {
    guard text.count >= 19, text[10] == 0x20 || text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A,
      let day = DateReading.isoDay(text, at: 0)?.start, let hour = DateReading.number(text, 11..<13), hour < 24,
      let minute = DateReading.number(text, 14..<16), minute < 60, let second = DateReading.number(text, 17..<19),
      second < 60
    else { return nil }
    var end = 19
    if end < text.count, text[end] == 0x2E {
      end += 1
      let fraction = end
      while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
      if end == fraction { return nil }
    }
    let seconds = hour * 3_600 + minute * 60 + second
    if end == text.count { return moment(day, seconds, .second, offset: fieldOffset(day, seconds)) }
    guard let offset = DateReading.offset(text, from: end) else { return nil }
    return moment(day, seconds, .second, offset: offset)
  }

  /// The seconds that the clocks of the field with the zone are before UTC when they show a time of day; 0 without such a field.
  func fieldOffset(_ day: Instant, _ seconds: Int) -> Int {
    clocks.map { $0.offset(at: day.advanced(by: Int64(seconds))) } ?? 0
  }

  /// The seconds east of UTC that a `Z`, `+03`, `+0300` or `-05:30` at the end of a text says, 0 where nothing stands there.
  private static func offset(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if start == text.count { return 0 }
    if text[start] == UInt8(ascii: "Z") { return start + 1 == text.count ? 0 : nil }
    guard text[start] == 0x2B || text[start] == 0x2D, let hours = number(text, start + 1..<start + 3), hours <= 14
    else {
      return nil
    }
    var (rest, minutes) = (start + 3, 0)
    if rest < text.count {
      if text[rest] == 0x3A { rest += 1 }
      guard let number = number(text, rest..<rest + 2), number < 60, rest + 2 == text.count else { return nil }
      minutes = number
    }
    return (hours * 3_600 + minutes * 60) * (text[start] == 0x2D ? -1 : 1)
  }

  /// A time of day on a day.
  ///
  /// - Parameters:
  ///   - seconds: the time of day on the clocks of its zone.
  ///   - offset: how far those clocks are before UTC, in seconds.
  func moment(_ day: Instant, _ seconds: Int, _ precision: TimePrecision, offset: Int) -> DateInterval {
    // The day of those clocks, whatever day it is in UTC.
    if dropsMidnight, seconds == 0 { return DateInterval(unit: .day, at: day) }
    let start = day.advanced(by: Int64(seconds - offset))
    if precision == .hour, offset % 3_600 != 0,
      let span = DateInterval(from: start, .minute, to: start.advanced(by: 3_600), .minute)
    {
      return span
    }
    return DateInterval(unit: precision, at: start)
  }

  // MARK: Pieces

  /// The number that the digits of a range say; nil where there is another sign, or none.
  static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    if range.isEmpty || range.count > 18 && text[range.lowerBound] > 0x38 || range.count > 19 { return nil }
    if range.upperBound > text.count { return nil }
    var value = 0
    for place in range {
      let digit = text[place] &- 0x30
      if digit > 9 { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A year of two digits lies from 1969 to 2068, as POSIX has it.
  static func year(_ number: Int, width: Int) -> Int { width == 4 ? number : number + (number < 69 ? 2_000 : 1_900) }

  static func interval(year: Int, month: Int?, day: Int?) throws(Failure) -> DateInterval {
    guard let date = CivilDate(year: year, month: month ?? 1, day: day ?? 1) else { throw .noSuchDate }
    return DateInterval(unit: day != nil ? .day : month != nil ? .month : .year, at: Instant(date))
  }
}

extension DateReading.Failure {
  /// The fault in words, as the end of a sentence that began with the name of the column.
  var words: String {
    switch self {
    case .form: "is not written as a date"
    case .noSuchDate: "is a date or time that does not exist"
    case .backwards: "ends before it starts"
    case .unbounded: "has neither a start nor an end"
    }
  }

  init(_ error: DateInterval.EDTFError) {
    switch error {
    case .form: self = .form
    case .noSuchDate: self = .noSuchDate
    case .backwards: self = .backwards
    case .unbounded: self = .unbounded
    }
  }
}
