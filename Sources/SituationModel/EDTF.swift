/// Reads dates as ISO 8601-2 (EDTF) writes them: `2024`, `2024-12`, `2024-12-13`, `2024-12-13T14:30Z`, `a/b`, `../b`,
/// `a/..`, each date with `~` (about), `?` (uncertain) or `%` (both) behind it; of level 1 also `2024-XX`, `2024-12-XX`, `202X`,
/// `20XX` and the seasons `2024-21` to `2024-41`.
///
/// A time without a zone is taken as UTC. Spaces around the whole are passed over; anything else that does not belong is
/// an error and never a guess.
extension DateInterval {
  /// Why a text is no date.
  public enum EDTFError: Error, Hashable, Sendable {
    /// Not one of the forms above.
    case form
    /// The form is right, but there is no such day, month, hour or zone.
    case noSuchDate
    /// The interval ends before it starts.
    case backwards
    /// Neither end is given.
    case unbounded
  }

  /// The interval that an EDTF text says.
  ///
  /// - Parameters:
  ///   - text: EDTF, as dates are written in files and on the command line.
  ///   - zone: on whose clocks it is to be, and a time without a zone of its own is.
  public init(edtf text: String, on zone: Zone = .utc) throws(EDTFError) {
    let text = text.trimmingSpaces()
    let ends = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    switch ends.count {
    case 1: self = try EDTFDate(ends[0], zone).interval
    case 2: self = try DateInterval.between(ends[0], ends[1], zone)
    default: throw .form
    }
  }

  private static func between(
    _ first: Substring, _ last: Substring, _ zone: Zone
  ) throws(EDTFError) -> DateInterval {
    let start = try openOrDate(first, zone)
    let end = try openOrDate(last, zone)
    guard let some = start ?? end else { throw .unbounded }
    guard
      let interval = DateInterval(
        from: start?.start, (start ?? some).startPrecision, to: end?.end, (end ?? some).endPrecision,
        isApproximate: start?.isApproximate == true || end?.isApproximate == true,
        isUncertain: start?.isUncertain == true || end?.isUncertain == true)
    else { throw .backwards }
    return interval
  }

  private static func openOrDate(_ text: Substring, _ zone: Zone) throws(EDTFError) -> DateInterval? {
    text == ".." || text.isEmpty ? nil : try EDTFDate(text, zone).interval
  }

  /// The same as a person types it: its times have no zone, and are of the one that is shown.
  public var typed: String { edtf.filter { $0 != "Z" } }

  /// The EDTF text that says this interval. Reading it gives the same interval again.
  public var edtf: String {
    let mark = isApproximate && isUncertain ? "%" : isApproximate ? "~" : isUncertain ? "?" : ""
    let first = start.map { EDTFDate.text($0, startPrecision) + mark }
    guard isSpan else { return first ?? ".." }
    let last = end.map { EDTFDate.text(endPrecision.start(ofUnitBefore: $0), endPrecision) + mark }
    return "\(first ?? "..")/\(last ?? "..")"
  }
}

/// One date of an EDTF text.
private struct EDTFDate {
  let interval: DateInterval

  init(_ text: Substring, _ zone: Zone) throws(DateInterval.EDTFError) {
    var text = text
    let mark = text.last
    let isApproximate = mark == "~" || mark == "%"
    let isUncertain = mark == "?" || mark == "%"
    if isApproximate || isUncertain { text.removeLast() }
    if let coarse = try EDTFUnit.interval(text, isApproximate: isApproximate, isUncertain: isUncertain) {
      interval = coarse
      return
    }

    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var (date, precision) = try EDTFDate.date(halves[0])
    var start = Instant(date)
    if halves.count == 2 {
      guard precision == .day else { throw .form }
      let time = try EDTFTime(halves[1])
      precision = time.precision
      start = start.advanced(by: time.seconds)
      if time.hasZone { start = zone.clock(start) }
      // A zone can carry the first or last day out of the years that a date may have.
      guard (-9999...9999).contains(start.date.year) else { throw .noSuchDate }
    }
    if precision == .hour, start.seconds % 3_600 != 0 {
      // An hour of a zone that is off by half an hour is no hour of UTC: its two ends are said.
      let end = start.advanced(by: 3_600)
      let span = DateInterval(
        from: start, .minute, to: end, .minute, isApproximate: isApproximate, isUncertain: isUncertain)
      guard let span else { throw .backwards }
      interval = span
    } else {
      interval = DateInterval(
        unit: precision, at: start, isApproximate: isApproximate, isUncertain: isUncertain)
    }
  }

  private static func date(_ text: Substring) throws(DateInterval.EDTFError) -> (CivilDate, TimePrecision) {
    var rest = text
    let sign = rest.first == "-" ? -1 : 1
    if sign < 0 { rest.removeFirst() }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first?.digits(4), parts.count <= 3 else { throw .form }
    var month = 1
    var day = 1
    if parts.count > 1 {
      guard let number = parts[1].digits(2) else { throw .form }
      month = number
    }
    if parts.count > 2 {
      guard let number = parts[2].digits(2) else { throw .form }
      day = number
    }
    guard let date = CivilDate(year: sign * year, month: month, day: day) else { throw .noSuchDate }
    return (date, [.year, .month, .day][parts.count - 1])
  }

  static func text(_ instant: Instant, _ precision: TimePrecision) -> String {
    let date = instant.date
    var text = (date.year < 0 ? "-" : "") + padded(abs(date.year), 4)
    if precision <= .month { text += "-" + padded(date.month, 2) }
    if precision <= .day { text += "-" + padded(date.day, 2) }
    guard precision < .day else { return text }
    let second = instant.secondOfDay
    text += "T" + padded(second / 3_600, 2)
    if precision <= .minute { text += ":" + padded(second / 60 % 60, 2) }
    if precision == .second { text += ":" + padded(second % 60, 2) }
    return text + "Z"
  }
}

/// The part of an EDTF date behind the `T`.
private struct EDTFTime {
  /// After midnight UTC of the date; may be negative, or past a day, by the zone.
  let seconds: Int64
  let precision: TimePrecision
  /// True if the text names a zone of its own.
  let hasZone: Bool

  init(_ text: Substring) throws(DateInterval.EDTFError) {
    let zoneStart = text.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? text.endIndex
    let offset = try EDTFTime.offset(text[zoneStart...])
    hasZone = zoneStart < text.endIndex
    // A fraction of a second is more than the model holds: it is cut.
    let clock = text[..<zoneStart].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if clock.count == 2 {
      guard !clock[1].isEmpty, clock[1].digits(clock[1].count) != nil else { throw .form }
    }
    let parts = clock[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), clock.count == 1 || parts.count == 3 else { throw .form }
    var numbers: [Int] = []
    for part in parts {
      guard let number = part.digits(2) else { throw .form }
      numbers.append(number)
    }
    precision = [.hour, .minute, .second][numbers.count - 1]
    numbers += [0, 0]
    // The end of a day is the midnight of the next.
    let isEnd = numbers[0] == 24 && numbers[1] == 0 && numbers[2] == 0
    guard numbers[0] < 24 || isEnd, numbers[1] < 60, numbers[2] < 61 else { throw .noSuchDate }
    seconds = Int64(numbers[0] * 3_600 + numbers[1] * 60 + min(numbers[2], 59)) - offset
  }

  /// Seconds east of UTC.
  private static func offset(_ text: Substring) throws(DateInterval.EDTFError) -> Int64 {
    guard let sign = text.first, sign != "Z" else {
      if text.count > 1 { throw .form }
      return 0
    }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let hours = parts[0].digits(2) else { throw .form }
    var minutes = 0
    if parts.count == 2 {
      guard let number = parts[1].digits(2) else { throw .form }
      minutes = number
    }
    guard hours <= 14, minutes < 60 else { throw .noSuchDate }
    return Int64(hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}

extension Substring {
  /// The number that exactly `count` ASCII digits say; nil for anything else.
  func digits(_ count: Int) -> Int? {
    guard utf8.count == count, count <= 18, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(self)
  }
}

extension String {
  /// Without the spaces at its ends.
  fileprivate func trimmingSpaces() -> Substring {
    var rest = self[...]
    while rest.utf8.first == UInt8(ascii: " ") { rest.unicodeScalars.removeFirst() }
    while rest.utf8.last == UInt8(ascii: " ") { rest.unicodeScalars.removeLast() }
    return rest
  }
}

/// A number with zeros in front, to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
