/// Dates of EDTF's level 1 that are no year, month or day: digits that are not given, seasons, quarters and halves of a year.
enum EDTFUnit {
  /// The interval of such a date; nil where the text is none.
  static func interval(
    _ text: Substring, isApproximate: Bool, isUncertain: Bool
  ) throws(DateInterval.EDTFError) -> DateInterval? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func span(_ first: (year: Int, month: Int), months: Int) throws(DateInterval.EDTFError) -> DateInterval {
      guard let start = CivilDate(year: first.year, month: 1)?.firstOfMonth(advancedBy: first.month - 1),
        let interval = DateInterval(
          from: Instant(start), .month, to: Instant(start.firstOfMonth(advancedBy: months)), .month,
          isApproximate: isApproximate, isUncertain: isUncertain)
      else { throw .noSuchDate }
      return interval
    }
    func unit(_ year: Int, _ month: Int, _ precision: TimePrecision) throws(DateInterval.EDTFError) -> DateInterval {
      guard let date = CivilDate(year: year, month: month) else { throw .noSuchDate }
      return DateInterval(
        unit: precision, at: Instant(date), isApproximate: isApproximate, isUncertain: isUncertain)
    }
    if parts.count == 1, text.utf8.count == 4, text.hasSuffix("X") {
      return try years(text, isApproximate, isUncertain)
    }
    guard parts.count > 1, let year = parts[0].digits(4) else { return nil }
    if parts[1] == "XX", parts.count == 2 || parts.count == 3 && parts[2] == "XX" { return try unit(year, 1, .year) }
    guard let number = parts[1].digits(2) else { return nil }
    if parts.count == 3 { return parts[2] == "XX" ? try unit(year, number, .month) : nil }
    guard parts.count == 2, let (first, months) = months(of: number) else { return nil }
    return try span((year, first), months: months)
  }

  /// `202X`, `20XX`: a decade or a century.
  private static func years(
    _ text: Substring, _ isApproximate: Bool, _ isUncertain: Bool
  ) throws(DateInterval.EDTFError) -> DateInterval? {
    let known = text.prefix { $0 != "X" }
    guard text.dropFirst(known.count).allSatisfy({ $0 == "X" }), (2...3).contains(known.utf8.count),
      let number = known.digits(known.utf8.count)
    else { return nil }
    let length = known.utf8.count == 3 ? 10 : 100
    guard let start = CivilDate(year: number * length), let end = CivilDate(year: (number + 1) * length),
      let interval = DateInterval(
        from: Instant(start), .year, to: Instant(end), .year, isApproximate: isApproximate, isUncertain: isUncertain)
    else { throw .noSuchDate }
    return interval
  }

  /// The first month and the number of months of a part of a year by its number in EDTF; nil for any other number.
  ///
  /// A season of no side of the equator (21 to 24) may be that of either, and a winter or a summer that of two years: the months run
  /// from the first that may be meant to the last.
  private static func months(of number: Int) -> (first: Int, months: Int)? {
    switch number {
    case 21, 23: (3, 9)
    case 22, 24: (0, 15)
    case 25, 31: (3, 3)
    case 26, 32: (6, 3)
    case 27, 29: (9, 3)
    case 28, 30: (0, 15)
    case 33...36: ((number - 33) * 3 + 1, 3)
    case 37...39: ((number - 37) * 4 + 1, 4)
    case 40, 41: ((number - 40) * 6 + 1, 6)
    default: nil
    }
  }

  /// A date with a season in words: `winter 2024`; nil where it has none.
  static func words(_ text: Substring) -> String? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let year = parts[0].digits(4), let number = parts[1].prefix(2).digits(2) else { return nil }
    let names = ["spring", "summer", "autumn", "winter"]
    guard (21...32).contains(number) else { return nil }
    return "\(names[(number - 21) % 4]) \(padded(year, 4))"
  }
}

extension DateInterval {
  /// The seasons of a text of EDTF in words, `winter 2023 to spring 2024`; nil where it has none.
  public static func seasonWords(_ edtf: String) -> String? {
    let ends = edtf.split(separator: "/", omittingEmptySubsequences: false)
    let words = ends.map(EDTFUnit.words)
    guard words.contains(where: { $0 != nil }) else { return nil }
    return zip(ends, words).map { $1 ?? String($0) }.joined(separator: " to ")
  }
}
