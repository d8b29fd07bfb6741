/// A date or a span of dates as a person types it, in any form that the screen prints: `7-14 Dec 2024`, `up to 13 Dec 2024 UTC`,
/// `Fri 13 Dec 2024`, `14:30`, `13.12.2024`.
///
/// A part that is left out is taken from a window of time if that leaves one answer. Several answers are an error: nothing is guessed.
struct TypedSpan {
  /// The part of a date that is not given.
  enum Missing: String, Comparable {
    case year, month, day

    static func < (left: Missing, right: Missing) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .year ? 0 : self == .month ? 1 : 2 }
  }

  /// The first date; nil where the start is open.
  private var first: TypedDate?
  /// The last date; nil where the end is open.
  private var last: TypedDate?
  /// True for two ends, of which one may be open.
  private let isSpan: Bool
  /// True if the text says that its times are of UTC.
  private let isUTC: Bool

  /// Reads a text. Linear in its length.
  ///
  /// - Throws: why it is no date.
  init(_ text: String, on zone: Zone) throws(TimeJump.Problem) {
    var text = text
    isUTC = TypedSpan.cutZone(&text, zone)
    text = TypedSpan.plain(text)
    let (first, last) = TypedSpan.ends(text)
    self.first = try first.map { text throws(TimeJump.Problem) in try TypedDate(text) }
    self.last = try last.map { text throws(TimeJump.Problem) in try TypedDate(text) }
    isSpan = last != nil || first == nil || text.hasPrefix("from ") || text.hasPrefix("since ")
    if let start = self.first, let end = self.last {
      self.first = start.completed(by: end)
      self.last = end.completed(by: start)
    }
    for date in [self.first, self.last] where date?.isLoneNumber == true { throw .loneNumber }
  }

  // MARK: Reading

  /// Takes the name of a zone off the end.
  ///
  /// - Returns: true if it is UTC.
  private static func cutZone(_ text: inout String, _ zone: Zone) -> Bool {
    let isZulu = text.hasSuffix("z") && text.dropLast().last.map { $0.isASCII && $0.isNumber } ?? false
    for name in [zone.name.lowercased(), "utc", "gmt"] where text.hasSuffix(" " + name) {
      text.removeLast(name.count + 1)
      return name != zone.name.lowercased()
    }
    if isZulu { text.removeLast() }
    return isZulu
  }

  /// The text without words that change nothing in where a window goes.
  private static func plain(_ text: String) -> String {
    var text = text[...]
    for word in ["known ", "about "] where text.hasPrefix(word) { text = text.dropFirst(word.count) }
    if text.hasSuffix(" (uncertain)") { text = text.dropLast(12) }
    return String(text)
  }

  /// The texts of the two ends; the last is nil for one date alone.
  private static func ends(_ text: String) -> (first: String?, last: String?) {
    for word in ["up to ", "until ", "till "] where text.hasPrefix(word) {
      return (nil, String(text.dropFirst(word.count)))
    }
    var rest = text[...]
    for word in ["from ", "since ", "between "] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    let joints = [" - ", " to ", " until ", " till "] + (text.hasPrefix("between ") ? [" and "] : [])
    for joint in joints {
      if let place = rest.firstRange(of: joint) {
        return (String(rest[..<place.lowerBound]), String(rest[place.upperBound...]))
      }
    }
    if let place = joint(in: rest) { return (String(rest[..<place]), String(rest[rest.index(after: place)...])) }
    return (String(rest), nil)
  }

  /// The place of the hyphen or slash that joins two dates without spaces: `7-14 Dec`, `14:30-16:00`, `2019-2024`; nil where none does.
  private static func joint(in text: Substring) -> Substring.Index? {
    // A hyphen behind a space begins a year before the year 0.
    let hyphens = text.indices.dropFirst().filter {
      "-/".contains(text[$0]) && text[text.index(before: $0)] != " "
    }
    guard hyphens.count == 1, let place = hyphens.first else { return nil }
    let (before, after) = (text[..<place], text[text.index(after: place)...])
    guard let first = before.split(separator: " ").last, let second = after.split(separator: " ").first else {
      return nil
    }
    func isNumber(_ word: Substring) -> Bool { word.allSatisfy { $0.isASCII && $0.isNumber } }
    let months = text.split { " ,-/".contains($0) }.count(where: TypedDate.isMonth)
    if isNumber(first), isNumber(second) {
      // They are a date, or may be one, unless a month is beside them.
      return first.count == 4 && second.count == 4 || first.count < 3 && second.count < 3 && months > 0 ? place : nil
    }
    // A month and a number are one date, unless another month follows.
    let isDate = TypedDate.isMonth(first) && isNumber(second) || isNumber(first) && TypedDate.isMonth(second)
    return isDate && months == 1 ? nil : place
  }

  // MARK: Completing

  /// The interval, with what is missing from a window of time.
  ///
  /// - Throws: what is missing or wrong.
  func interval(in window: TimeWindow?, on zone: Zone) throws(TimeJump.Problem) -> DateInterval {
    let missing = [first, last].compactMap { $0?.missing }.max()
    guard let missing else { return try interval(first, last, zone) }
    guard let window, let days = TypedSpan.days(of: window, each: missing) else {
      throw .missing(missing, example: nil)
    }
    var all: [DateInterval] = []
    var problem: TimeJump.Problem = .noSuchDate
    for day in days {
      do throws(TimeJump.Problem) {
        all.append(try interval(first?.filled(from: day, missing), last?.filled(from: day, missing), zone))
      } catch { problem = error }
    }
    let inside = all.filter { window.membership(of: $0) != .outside }
    let fitting = inside.isEmpty ? all : inside
    guard let found = fitting.first else { throw problem }
    guard fitting.count == 1 else { throw .missing(missing, example: fitting.last) }
    return found
  }

  private func interval(
    _ first: TypedDate?, _ last: TypedDate?, _ zone: Zone
  ) throws(TimeJump.Problem) -> DateInterval {
    for case let date? in [first, last] where date.interval == nil {
      throw date.date.map { .otherWeekday($0) } ?? .noSuchDate
    }
    let (start, end) = (first?.interval.map { clock($0, zone) }, last?.interval.map { clock($0, zone) })
    if !isSpan, let start { return start }
    guard let some = start ?? end else { throw .form }
    let span = DateInterval(
      from: start?.start, (start ?? some).startPrecision, to: end?.end, (end ?? some).endPrecision)
    guard let span else { throw .backwards }
    return span
  }

  /// An interval on the clocks of a zone, if it was typed in UTC.
  private func clock(_ interval: DateInterval, _ zone: Zone) -> DateInterval { isUTC ? zone.clock(interval) : interval }

  /// The days with which the years, months or days begin that a window touches; nil if they are too many to tell apart.
  private static func days(of window: TimeWindow, each missing: Missing) -> [CivilDate]? {
    let (first, last) = (window.start.date, window.end.advanced(by: -1).date)
    let months = (last.year - first.year) * 12 + last.month - first.month
    switch missing {
    case .year:
      guard months / 12 < 400 else { return nil }
      return (first.year...last.year).compactMap { CivilDate(year: $0) }
    case .month: return months < 400 ? (0...months).map { first.firstOfMonth(advancedBy: $0) } : nil
    case .day:
      let count = last.daysSinceEpoch - first.daysSinceEpoch
      return count < 400 ? (0...count).map(first.advanced(byDays:)) : nil
    }
  }
}
