import SituationModel

/// How the dates of a column are to be read. Dates are taken in the forms of `Data/FORMATS.md`, each told by its own
/// signs; what those leave open was told by the column as a whole.
struct DateReading: Hashable, Sendable {
  /// Which of two short numbers is the day; nil where the column does not tell.
  var order: ColumnMap.DateOrder?
  /// Whether midnight says nothing, as in a column in which each date has it.
  var dropsMidnight = false

  /// Why a text is no date.
  enum Failure: Error {
    case form, noSuchDate, backwards, unbounded
  }

  /// The date that a text says.
  func date(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval {
    if let interval = isoDay(text, at: 0), text.count == 10 { return interval }
    if let moment = isoMoment(text) { return moment }
    if let interval = try digits(text) { return interval }
    if let interval = try numbers(text) { return interval }
    if let interval = try named(DateReading.split(text)) { return interval }
    do throws(DateInterval.EDTFError) {
      return withoutMidnight(try DateInterval(edtf: TimeText.edtf(String(decoding: text, as: UTF8.self))))
    } catch {
      switch error {
      case .form: throw .form
      case .noSuchDate: throw .noSuchDate
      case .backwards: throw .backwards
      case .unbounded: throw .unbounded
      }
    }
  }

  // MARK: As ISO 8601 writes them

  private func isoDay(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> DateInterval? {
    guard text.count >= place + 10, text[place + 4] == 0x2D, text[place + 7] == 0x2D,
      let year = DateReading.number(text, place..<place + 4),
      let month = DateReading.number(text, place + 5..<place + 7),
      let day = DateReading.number(text, place + 8..<place + 10),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return DateInterval(unit: .day, at: Instant(date))
  }

  /// A day and a time of day behind a `T` or a blank: hh:mm:ss, in UTC or of no zone.
  private func isoMoment(_ text: UnsafeBufferPointer<UInt8>) -> DateInterval? {
    guard text.count >= 19, text[10] == 0x20 || text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A,
      let day = isoDay(text, at: 0)?.start, let hour = DateReading.number(text, 11..<13), hour < 24,
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
    if end < text.count, text[end] == UInt8(ascii: "Z") { end += 1 }
    guard end == text.count else { return nil }
    let seconds = Int64(hour * 3_600 + minute * 60 + second)
    if dropsMidnight, seconds == 0 { return DateInterval(unit: .day, at: day) }
    return DateInterval(unit: .second, at: day.advanced(by: seconds))
  }

  private func withoutMidnight(_ date: DateInterval) -> DateInterval {
    guard dropsMidnight, !date.isSpan, date.precision < .day, let start = date.start, start.secondOfDay == 0 else {
      return date
    }
    return DateInterval(unit: .day, at: start, isApproximate: date.isApproximate, isUncertain: date.isUncertain)
  }

  // MARK: As numbers

  /// Digits alone: `2024`, `202412`, `20241213`, `20241213143000`, seconds or milliseconds since 1970.
  private func digits(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval? {
    guard [4, 6, 8, 10, 13, 14].contains(text.count), let value = DateReading.number(text, 0..<text.count) else {
      return nil
    }
    switch text.count {
    case 10: return DateInterval(unit: .second, at: Instant(seconds: Int64(value)))
    case 13: return DateInterval(unit: .second, at: Instant(seconds: Int64(value / 1_000)))
    case 4: return try DateReading.interval(year: value, month: nil, day: nil)
    case 6: return try DateReading.interval(year: value / 100, month: value % 100, day: nil)
    case 8: return try DateReading.interval(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    default:
      let (day, clock) = (value / 1_000_000, value % 1_000_000)
      let date = try DateReading.interval(year: day / 10_000, month: day / 100 % 100, day: day % 100)
      let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
      guard let start = date.start, hour < 24, minute < 60, second < 60 else { throw .noSuchDate }
      return withoutMidnight(
        DateInterval(unit: .second, at: start.advanced(by: Int64(hour * 3_600 + minute * 60 + second))))
    }
  }

  /// Three numbers with `/`, `.` or `-` between them, and a time of day behind a blank.
  private func numbers(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval? {
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
    let day: DateInterval
    if parts[0].width == 4, parts[1].width <= 2, parts[2].width <= 2 {
      // With hyphens and two digits each it is ISO 8601's own, which was tried.
      day = try DateReading.interval(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    } else {
      guard parts[0].width <= 2, parts[1].width <= 2, parts[2].width == 4 || parts[2].width == 2 else { return nil }
      day = try short(parts[0].value, parts[1].value, year: DateReading.year(parts[2].value, width: parts[2].width))
    }
    return try clocked(day, UnsafeBufferPointer(rebasing: text[place...]))
  }

  /// A date of two short numbers and a year.
  ///
  /// Where nothing tells which is the day, it is said to be from the earlier to the later of the two that it may be.
  private func short(_ first: Int, _ second: Int, year: Int) throws(Failure) -> DateInterval {
    switch order {
    case .dmy: return try DateReading.interval(year: year, month: second, day: first)
    case .mdy: return try DateReading.interval(year: year, month: first, day: second)
    case nil:
      if first > 12 || first == second { return try DateReading.interval(year: year, month: second, day: first) }
      if second > 12 { return try DateReading.interval(year: year, month: first, day: second) }
      let early = try DateReading.interval(year: year, month: min(first, second), day: max(first, second))
      let late = try DateReading.interval(year: year, month: max(first, second), day: min(first, second))
      guard let span = DateInterval(from: early.start, .day, to: late.end, .day) else { throw .backwards }
      return span
    }
  }

  // MARK: With the month's name

  /// `13 December 2024`, `9-May-20`, `December 13, 2024`, `Dec 2024`, each with a time of day behind it.
  private func named(_ words: [Substring]) throws(Failure) -> DateInterval? {
    guard words.count >= 2, let place = words.prefix(2).firstIndex(where: { DateReading.month($0) != nil }),
      let month = DateReading.month(words[place])
    else { return nil }
    if place == 0, words.count == 2 || words.count > 2 && words[2].contains(":"), words[1].utf8.count == 4,
      let year = Int(words[1])
    {
      return try DateReading.interval(year: year, month: month, day: nil)
    }
    guard words.count >= 3, let day = DateReading.day(words[place == 0 ? 1 : 0]), let year = Int(words[2]),
      words[2].utf8.count == 4 || words[2].utf8.count == 2
    else { return nil }
    let date = try DateReading.interval(
      year: DateReading.year(year, width: words[2].utf8.count), month: month, day: day)
    let clock = Array(words[3...].joined(separator: " ").utf8)
    return try clock.withUnsafeBufferPointer { clock throws(Failure) in try clocked(date, clock) }
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    let small = word.lowercased()
    let matches = names.indices.filter { names[$0].hasPrefix(small) || small == "sept" && $0 == 8 }
    return matches.count == 1 ? matches[0] + 1 : nil
  }

  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let rest = word.dropFirst(digits.count).lowercased()
    guard ["", "st", "nd", "rd", "th"].contains(rest), digits.count <= 2 else { return nil }
    return Int(digits)
  }

  /// The words of a text, at blanks, commas and hyphens.
  private static func split(_ text: UnsafeBufferPointer<UInt8>) -> [Substring] {
    // No date in words is longer; a text without letters has no name in it.
    guard text.count <= 48, text.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) else { return [] }
    return String(decoding: text, as: UTF8.self)[...].split { $0 == " " || $0 == "," || $0 == "-" }
  }

  // MARK: Times of day

  /// A day with the time of day behind it: nothing, `14:30`, `14:30:05`, `2:30 PM`.
  func clocked(_ day: DateInterval, _ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateInterval {
    let words = String(decoding: text, as: UTF8.self)[...].split { $0 == " " || $0 == "," }
    guard let clock = words.first else { return day }
    guard day.precision == .day, !day.isSpan, let start = day.start else { return day }
    var parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    var half = words.count == 2 ? words[1].lowercased() : ""
    if words.count == 1, let last = parts.last, last.count > 2, ["am", "pm"].contains(last.suffix(2).lowercased()) {
      half = last.suffix(2).lowercased()
      parts[parts.count - 1] = last.dropLast(2)
    }
    if half == "z" || half == "utc" { half = "" }
    if let last = parts.last, last.last == "Z" { parts[parts.count - 1] = last.dropLast() }
    guard (2...3).contains(parts.count), words.count <= 2, ["", "am", "pm"].contains(half) else { throw .form }
    if parts.count == 3, let point = parts[2].firstIndex(of: ".") { parts[2] = parts[2][..<point] }
    var numbers: [Int] = []
    for part in parts {
      guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(part) else {
        throw .form
      }
      numbers.append(number)
    }
    if !half.isEmpty {
      guard (1...12).contains(numbers[0]) else { throw .noSuchDate }
      numbers[0] = numbers[0] % 12 + (half == "pm" ? 12 : 0)
    }
    guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { throw .noSuchDate }
    let seconds = Int64(numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0))
    return withoutMidnight(
      DateInterval(
        unit: numbers.count == 3 ? .second : .minute, at: start.advanced(by: seconds),
        isApproximate: day.isApproximate, isUncertain: day.isUncertain))
  }

  // MARK: Pieces

  /// The number that digits say; nil where there is another sign, or none.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    if range.isEmpty || range.count > 15 { return nil }
    var value = 0
    for place in range {
      let digit = text[place] &- 0x30
      if digit > 9 { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A year of two digits lies from 1969 to 2068, as POSIX has it.
  private static func year(_ number: Int, width: Int) -> Int {
    width == 4 ? number : number + (number < 69 ? 2_000 : 1_900)
  }

  private static func interval(year: Int, month: Int?, day: Int?) throws(Failure) -> DateInterval {
    guard let date = CivilDate(year: year, month: month ?? 1, day: day ?? 1) else { throw .noSuchDate }
    return DateInterval(unit: day != nil ? .day : month != nil ? .month : .year, at: Instant(date))
  }
}

extension DateReading {
  /// What a column of dates tells as a whole: whether a number beyond 12 shows which is the day, and whether each has
  /// midnight.
  init(sniffing texts: [String], order: ColumnMap.DateOrder?) {
    var (beyondFirst, beyondSecond) = (false, false)
    for text in texts {
      let parts = text.prefix { $0 != " " && $0 != "," }.split { "/.-".contains($0) }
      guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]),
        let second = Int(parts[1])
      else { continue }
      if first > 12 { beyondFirst = true }
      if second > 12 { beyondSecond = true }
    }
    self.order = order ?? (beyondFirst == beyondSecond ? nil : beyondFirst ? .dmy : .mdy)
    let clocks = texts.filter { $0.contains(":") }
    let midnights = clocks.count { text in
      text.split { " T".contains($0) }.last.map { $0.allSatisfy { "0:.Z".contains($0) } } ?? false
    }
    dropsMidnight = !clocks.isEmpty && midnights == clocks.count && (clocks.count == texts.count || clocks.count > 1)
  }

  /// Whether a column has dates that may be read in two ways, and nothing tells which.
  static func isOpen(_ texts: [String]) -> Bool {
    texts.contains { text in
      let parts = text.prefix { $0 != " " && $0 != "," }.split { "/.-".contains($0) }.compactMap { Int($0) }
      return parts.count == 3 && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1]
    }
  }
}
