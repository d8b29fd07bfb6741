import SituationModel

/// Decisions on a column of dates as a whole.
extension DateReading {
  /// Decides by all values of a column that are looked at: the order of day and month, by a number beyond 12; whether
  /// each has midnight; and which zones are named.
  init(sniffing texts: [String], order: ColumnMap.DateOrder?) {
    self.order = order ?? DateReading.order(in: texts)
    zones = NamedZones(naming: texts)
    let moments = texts.filter { DateReading.hasClock($0) }
    dropsMidnight =
      !moments.isEmpty && moments.allSatisfy { DateReading.isMidnight($0) }
      && (moments.count == texts.count || moments.count > 1)
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
    guard text.utf8.prefix(3).contains(where: { $0 == 0x2F || $0 == 0x2D }) else { return nil }
    let parts = text.prefix { $0 != " " && $0 != "," }.split { $0 == "/" || $0 == "-" }
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
