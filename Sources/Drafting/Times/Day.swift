import SituationModel

extension CivilDate {
  /// The day as an interval.
  var wholeDay: DateInterval { DateInterval(unit: .day, at: Instant(self)) }

  /// True if a day a few years away is still one that the calendar has.
  var isOrdinary: Bool { (-9_000...9_000).contains(year) }

  /// `13 Dec 2024`.
  var words: String { "\(day) \(monthName) \(year)" }
}

/// Intervals of whole days.
enum Days {
  /// The days from a first to a last, both included; either may be open.
  static func span(_ first: CivilDate?, _ last: CivilDate?) -> DateInterval? {
    if let first, let last, first == last { return first.wholeDay }
    return DateInterval(
      from: first.map { Instant($0) }, .day, to: last.map { Instant($0.advanced(byDays: 1)) }, .day)
  }

  /// The first day of an interval; nil where it is open.
  static func first(_ interval: DateInterval) -> CivilDate? { interval.start?.date }

  /// The last day of an interval; nil where it is open.
  static func last(_ interval: DateInterval) -> CivilDate? { interval.end?.advanced(by: -1).date }
}
