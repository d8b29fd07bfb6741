import SituationModel

/// Dates with the month's name, ranges of days, and the dates of mail, feeds and logs.
extension DateReading {
  /// The date of a text that no plainer form fits.
  func words(_ text: String) throws(Failure) -> Reading {
    if takesYearPairs, let years = DateReading.yearPair(text) { return Reading(date: years, remainder: .words(text)) }
    let text = MonthNames.joined(text)
    var failure = Failure.form
    do throws(Failure) { if let reading = try named(text) { return reading } } catch { failure = error }
    if let range = try range(text) { return Reading(date: range) }
    if let date = try calendar(text) { return Reading(date: date) }
    let edtf = DateReading.edtf(text)
    do throws(DateInterval.EDTFError) {
      let date = withoutMidnight(try onFieldClocks(edtf))
      return Reading(date: date, remainder: DateInterval.seasonWords(edtf).map { .season($0) })
    } catch {
      throw failure == .form ? Failure(error) : failure
    }
  }

  /// Two years in a row, `2024-25`; nil for another text.
  private static func yearPair(_ text: String) -> DateInterval? {
    let parts = text.split(separator: "-")
    guard text.utf8.count == 7, parts.count == 2, parts[0].utf8.count == 4, let first = Int(parts[0]),
      let last = Int(parts[1]), last == (first + 1) % 100
    else { return nil }
    return try? DateInterval(edtf: "\(first)/\(first + 1)")
  }

  /// The interval of a text in EDTF, whose times of day without a zone are on the clocks of the field with the zone.
  private func onFieldClocks(_ edtf: String) throws(DateInterval.EDTFError) -> DateInterval {
    let date = try DateInterval(edtf: edtf)
    guard let clocks, date.startPrecision < .day || date.endPrecision < .day else { return date }
    // A time with a zone of its own is another one on other clocks.
    let other = Zone(name: "another") { _ in 3_600 }
    guard try DateInterval(edtf: edtf, on: other) == date else { return date }
    return Zone(name: "the field's") { -clocks.offset(at: $0) }.clock(date)
  }

  private func withoutMidnight(_ date: DateInterval) -> DateInterval {
    guard dropsMidnight, !date.isSpan, date.precision < .day, let start = date.start, start.secondOfDay == 0 else {
      return date
    }
    return DateInterval(unit: .day, at: start, isApproximate: date.isApproximate, isUncertain: date.isUncertain)
  }

  // MARK: With the month's name

  /// A day, a month or a moment: `13 December 2024`, `9-May-20`, `December 13, 2024 2:30 PM`, `Fri, 13 Dec 2024 14:30:00 +0300`,
  /// `Fri Dec 13 14:30:00 +0000 2024`; nil where the text has another form.
  private func named(_ text: String) throws(Failure) -> Reading? {
    // A text without letters has no name in it.
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
    var words = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\t" }[...]
    if words.count > 1, let first = words.first, DateReading.isWeekday(first) { words.removeFirst() }
    let end = words.firstIndex { $0.contains(":") } ?? clockWord(words) ?? words.endIndex
    var clock = words[end...]
    var parts = words[..<end].flatMap { $0.split(separator: "-") }.filter { !DateReading.isFiller($0) }
    // Logs of Unix have the year behind the time and its zone.
    if parts.count == 2, let last = clock.last, last.utf8.count == 4, Int(last) != nil {
      parts.append(last)
      clock.removeLast()
    } else if parts.count == 2, clock.count > 2,
      let place = clock.indices.dropFirst().first(where: { isYear(clock[$0]) })
    {
      parts.append(clock[place])
      clock = (clock[..<place] + clock[(place + 1)...])[...]
    }
    guard let day = try DateReading.named(parts) else { return nil }
    if clock.isEmpty { return Reading(date: day) }
    guard day.precision == .day, let start = day.start, let time = ClockText(clock.joined(separator: " "), zones: zones)
    else { return nil }
    guard time.isSound else { throw .noSuchDate }
    return Reading(date: time.date(on: start, self), remainder: time.isMidnightInWords ? .midnight : nil)
  }

  private func isYear(_ word: Substring) -> Bool { word.utf8.count == 4 && word.utf8.allSatisfy { $0 &- 0x30 < 10 } }

  /// The place of the first word of a time of day that has no colon: `9 p.m.`, `9pm`, `noon`.
  private func clockWord(_ words: ArraySlice<Substring>) -> Int? {
    for place in words.indices {
      let small = words[place].lowercased().filter { $0 != "." }
      if small == "noon" || small == "midnight" { return place }
      if small == "am" || small == "pm" { return place - 1 >= words.startIndex ? place - 1 : nil }
      if small.hasSuffix("am") || small.hasSuffix("pm"), small.first?.isNumber == true { return place }
    }
    return nil
  }

  private static func isWeekday(_ word: Substring) -> Bool {
    let small = word.lowercased().filter { $0 != "." }
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return small.utf8.count >= 3 && names.contains { $0.hasPrefix(small) }
      || ["tues", "thurs", "weds"].contains(small)
  }

  /// Words between day, month and year in Spanish, and behind the year in Russian and Ukrainian.
  private static func isFiller(_ word: Substring) -> Bool {
    ["de", "del", "of", "г.", "г", "года", "р.", "року"].contains(word.lowercased())
  }

  /// The date of two or three words.
  private static func named(_ words: [Substring]) throws(Failure) -> DateInterval? {
    guard let place = words.firstIndex(where: { MonthNames.month($0) != nil }),
      let month = MonthNames.month(words[place])
    else { return nil }
    switch (words.count, place) {
    case (2, 0):
      return try year(words[1]).map { year throws(Failure) in try interval(year: year, month: month, day: nil) }
    case (2, 1):
      return try year(words[0]).map { year throws(Failure) in try interval(year: year, month: month, day: nil) }
    case (3, 0):
      guard let day = day(words[1]), let year = year(words[2]) else { return nil }
      return try interval(year: year, month: month, day: day)
    case (3, 1):
      if let day = day(words[0]), let number = year(words[2]) ?? shortYear(words[2]) {
        return try interval(year: number, month: month, day: day)
      }
      guard let year = year(words[0]), let day = day(words[2]) else { return nil }
      return try interval(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// A year of four digits: two behind a month may be a day.
  private static func year(_ word: Substring) -> Int? {
    let digits = word.hasSuffix(".") ? word.dropLast() : word
    return digits.utf8.count == 4 && digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(digits) : nil
  }

  private static func shortYear(_ word: Substring) -> Int? {
    guard word.utf8.count == 2, word.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(word) else { return nil }
    return year(number, width: 2)
  }

  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count).lowercased()
    guard ["", ".", "st", "nd", "rd", "th", "er", "º"].contains(rest), digits.utf8.count <= 2 else { return nil }
    return Int(digits)
  }

  // MARK: Ranges of days

  /// The parts of a date that one end of a range says.
  private struct PartialDay {
    var day: Int?
    var month: Int?
    var year: Int?
  }

  /// `Dec 8-14, 2024`, `8 - 14 Dec 2024`, `7 Jun-14 Jul 1916`, `8.-14.12.2024`; nil where the text is no range, or has no year.
  func range(_ text: String) throws(Failure) -> DateInterval? {
    let dashes: [Character] = ["-", "\u{2013}", "\u{2014}", "\u{2212}"]
    for place in text.indices where dashes.contains(text[place]) {
      guard var first = DateReading.partial(text[..<place]),
        var last = DateReading.partial(text[text.index(after: place)...]), first.day != nil, last.day != nil
      else { continue }
      first.month = first.month ?? last.month
      last.month = last.month ?? first.month
      last.year = last.year ?? first.year
      first.year = first.year ?? last.year
      guard let month = first.month, let year = first.year, let lastYear = last.year else { continue }
      let start = try DateReading.interval(year: year, month: month, day: first.day)
      let end = try DateReading.interval(year: lastYear, month: last.month, day: last.day)
      if start == end { return start }
      guard let span = DateInterval(from: start.start, .day, to: end.end, .day) else { throw .backwards }
      return span
    }
    return nil
  }

  private static func partial(_ text: Substring) -> PartialDay? {
    let words = text.split { $0 == " " || $0 == "," }.filter { !isFiller($0) }
    if words.count == 1, let numbers = dotted(words[0]) { return numbers }
    var partial = PartialDay()
    for word in words {
      if let number = year(word), partial.year == nil {
        partial.year = number
      } else if let number = day(word), partial.day == nil {
        partial.day = number
      } else if let number = MonthNames.month(word), partial.month == nil {
        partial.month = number
      } else {
        return nil
      }
    }
    return partial
  }

  /// `8.`, `8.12.`, `8.12.2024`.
  private static func dotted(_ word: Substring) -> PartialDay? {
    guard word.contains(".") else { return nil }
    let parts = word.split(separator: ".").map { Int($0) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
    return PartialDay(
      day: parts[0], month: parts.count > 1 ? parts[1] : nil, year: parts.count > 2 ? parts[2] : nil)
  }

  // MARK: Other forms of ISO 8601

  /// A day of a week, `2024-W50-5`, or of a year, `2024-348`, and the basic form with a time, `20241213T143000Z`.
  private func calendar(_ text: String) throws(Failure) -> DateInterval? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8 else { return nil }
    return try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      if bytes.count == 8, bytes[4] == 0x2D, let year = DateReading.number(bytes, 0..<4),
        let ordinal = DateReading.number(bytes, 5..<8)
      {
        return try DateReading.day(ordinal, of: year)
      }
      if bytes[4] == 0x2D, bytes[5] | 0x20 == UInt8(ascii: "w"), let year = DateReading.number(bytes, 0..<4),
        let week = DateReading.number(bytes, 6..<8)
      {
        return try DateReading.week(week, of: year, bytes)
      }
      guard bytes.count >= 11, bytes[8] | 0x20 == UInt8(ascii: "t"), let day = DateReading.number(bytes, 0..<8) else {
        return nil
      }
      return try basic(day, bytes)
    }
  }

  private static func day(_ ordinal: Int, of year: Int) throws(Failure) -> DateInterval {
    guard let first = CivilDate(year: year), ordinal >= 1 else { throw .noSuchDate }
    let date = first.advanced(byDays: ordinal - 1)
    guard date.year == year else { throw .noSuchDate }
    return DateInterval(unit: .day, at: Instant(date))
  }

  /// A week, or one of its days: the first week of a year has its fourth of January.
  private static func week(_ week: Int, of year: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(Failure)
    -> DateInterval?
  {
    guard (1...53).contains(week), let anchor = CivilDate(year: year, month: 1, day: 4) else { throw .noSuchDate }
    let monday = anchor.advanced(byDays: -anchor.weekday + (week - 1) * 7)
    // Its Thursday says of which year it is.
    guard monday.advanced(byDays: 3).year == year else { throw .noSuchDate }
    if bytes.count == 8 {
      let end = Instant(monday.advanced(byDays: 7))
      return DateInterval(from: Instant(monday), .day, to: end, .day)
    }
    guard bytes.count == 10, bytes[8] == 0x2D, let day = number(bytes, 9..<10) else { return nil }
    guard (1...7).contains(day) else { throw .noSuchDate }
    return DateInterval(unit: .day, at: Instant(monday.advanced(byDays: day - 1)))
  }

  private func basic(_ day: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval? {
    let date = try DateReading.interval(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    let end = bytes[9...].firstIndex { $0 &- 0x30 > 9 } ?? bytes.count
    let digits = String(decoding: bytes[9..<end], as: UTF8.self)
    guard let start = date.start, [2, 4, 6].contains(digits.utf8.count) else { return nil }
    var clock = ""
    for (place, digit) in digits.enumerated() { clock += (place > 0 && place % 2 == 0 ? ":" : "") + String(digit) }
    if digits.utf8.count == 2 { clock += "h" }
    let zone = String(decoding: bytes[end...], as: UTF8.self)
    guard let time = ClockText(zone.isEmpty ? clock : "\(clock) \(zone)", zones: zones) else { return nil }
    guard time.isSound else { throw .noSuchDate }
    return time.date(on: start, self)
  }

  // MARK: EDTF

  /// A date with a blank before the time, small letters, or a zone without a colon, as EDTF writes them.
  static func edtf(_ text: String) -> String { TimeText.edtf(text) }
}
