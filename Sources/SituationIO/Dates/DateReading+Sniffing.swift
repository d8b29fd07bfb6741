import SituationModel

/// Decisions on a column of dates as a whole.
extension DateReading {
  /// Decides by all values of a column that are looked at: the order of day and month, by a number beyond 12; whether
  /// each has midnight; and which zones are named.
  init(sniffing texts: [String], order: ColumnMap.DateOrder?) {
    self.order = order ?? DateReading.order(in: texts)
    zones = NamedZones(naming: texts)
    isSerial = DateReading.areSerials(texts)
    let moments = texts.filter { DateReading.hasClock($0) }
    dropsMidnight =
      !moments.isEmpty && moments.allSatisfy { DateReading.isMidnight($0) }
      && (moments.count == texts.count || moments.count > 1)
  }

  /// True if all dates are numbers of days since 1900, from 1982 to 2064, and some are no year and day of the year (`24348`).
  static func areSerials(_ texts: [String]) -> Bool {
    func days(_ text: String) -> Int? {
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }), parts.first?.utf8.count == 5
      else {
        return nil
      }
      return parts.first.flatMap { Int($0) }
    }
    let numbers = texts.map(days)
    return !numbers.isEmpty && numbers.allSatisfy { $0.map { (30_000..<60_000).contains($0) } ?? false }
      && numbers.contains { $0.map { $0 % 1_000 > 366 } ?? false }
  }

  /// The day, or the minute, of a number of days since 1900.
  func serial(_ text: UnsafeBufferPointer<UInt8>) -> DateInterval? {
    guard let number = TableNumber.plain(text), number >= 1_000, number < 100_000,
      let origin = CivilDate(year: 1899, month: 12, day: 30)
    else { return nil }
    let day = Instant(origin.advanced(byDays: Int(number)))
    let seconds = Int(((number - number.rounded(.down)) * 86_400).rounded())
    if seconds == 0 { return DateInterval(unit: .day, at: day) }
    return moment(day, seconds, seconds % 60 == 0 ? .minute : .second, offset: 0)
  }

  /// The order of day and month that some dates show; nil where none shows any, or they contradict each other.
  static func order(in texts: some Sequence<String>) -> ColumnMap.DateOrder? {
    var (beyondFirst, beyondSecond) = (false, false)
    for text in texts {
      guard let (first, second) = shortNumbers(text) else { continue }
      if first > 12 { beyondFirst = true }
      if second > 12 { beyondSecond = true }
    }
    return beyondFirst == beyondSecond ? nil : beyondFirst ? .dmy : .mdy
  }

  /// True if some dates may be read in two ways.
  static func isOpen(_ texts: [String]) -> Bool {
    texts.contains { text in
      shortNumbers(text).map { $0 <= 12 && $1 <= 12 && $0 != $1 } ?? false
    }
  }

  /// The first two of three numbers, where they may be day and month in either order: with slashes or hyphens.
  private static func shortNumbers(_ text: String) -> (Int, Int)? {
    guard text.utf8.prefix(3).contains(where: { $0 == 0x2F || $0 == 0x2D }) else { return laterNumbers(text) }
    return numbers(text.prefix { $0 != " " && $0 != "," })
  }

  /// The numbers of a date behind other words, `Fri 13/12/2024`, or in digits of another script.
  private static func laterNumbers(_ text: String) -> (Int, Int)? {
    guard text.utf8.count <= 60, text.utf8.contains(0x2F) || text.utf8.contains(0x2D),
      text.utf8.first.map({ $0 &- 0x30 > 9 }) ?? false
        || text.utf8.contains(0x20)
    else { return nil }
    let words = PlainText.of(text).split { $0 == " " || $0 == "," }
    return words.lazy.compactMap { numbers($0) }.first
  }

  private static func numbers(_ text: Substring) -> (Int, Int)? {
    let parts = text.split { $0 == "/" || $0 == "-" }
    guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, let first = Int(parts[0]),
      let second = Int(parts[1])
    else { return nil }
    return (first, second)
  }

  /// True if a text says a time of day, or is a count of seconds.
  private static func hasClock(_ text: String) -> Bool {
    text.contains(":") || text.utf8.count >= 9 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// True if the time of day of a text is midnight on the clocks of its zone.
  private static func isMidnight(_ text: String) -> Bool {
    if !text.contains(":") {
      guard let number = Int(text) else { return false }
      switch text.utf8.count {
      case 13: return number % 86_400_000 == 0
      case 14: return number % 1_000_000 == 0
      case 9, 10: return number % 86_400 == 0
      default: return false
      }
    }
    guard let word = text.split(whereSeparator: { " Tt,".contains($0) }).first(where: { $0.contains(":") }) else {
      return false
    }
    let clock = word.prefix { !"+-Zz\u{2212}".contains($0) }
    if clock.allSatisfy({ "0:.".contains($0) }) { return true }
    let small = text.lowercased()
    return clock.hasPrefix("12:00") && clock.allSatisfy { "0:.12".contains($0) } && small.hasSuffix("am")
  }

  /// True if a text is a date, or a date and a time.
  static func isDate(_ text: String) -> Bool {
    let names = NamedZones(naming: [text])
    return text.utf8.count >= 8 && (try? DateReading(zones: names).reading(text)) != nil
  }
}
