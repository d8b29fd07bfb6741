import SituationModel

/// The meaning of two times of day with a hyphen between them: `08:00-10:00` is from eight to ten, or eight o'clock on clocks that are
/// ten hours behind UTC. The whole field tells which.
enum ClockPairs: Hashable, Sendable {
  /// Nothing tells: the text stays as it is.
  case unclear
  /// The second is the end.
  case ranges
  /// The second is an offset from UTC.
  case offsets

  /// The meaning in a field of some texts. Different times of day with one and the same number of hours up to twelve behind the hyphen
  /// have an offset; different numbers there, or one that is no offset, are ends.
  init(in texts: [String]) {
    let pairs = texts.compactMap(ClockPairs.parts)
    let ends = Set(pairs.map(\.end))
    let areOffsets = ends.allSatisfy { $0 <= 12 * 60 && $0 % 15 == 0 }
    if ends.count > 1 || !areOffsets {
      self = .ranges
    } else {
      self = Set(pairs.map(\.start)).count > 1 ? .offsets : .unclear
    }
  }

  /// The minutes of both times of day; nil for another text.
  static func parts(_ text: String) -> (start: Int, end: Int)? {
    let parts = text.split { "-\u{2013}\u{2212}".contains($0) }.map { $0.split(separator: ":") }
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.map { part in part.compactMap { Int($0.filter { $0 != " " }) } }
    guard numbers.allSatisfy({ $0.count == 2 && (0..<24).contains($0[0]) && (0..<60).contains($0[1]) }) else {
      return nil
    }
    return (numbers[0][0] * 60 + numbers[0][1], numbers[1][0] * 60 + numbers[1][1])
  }
}

extension DateReading {
  /// The time from one time of day to another, of which the second may be on the next day; nil where the text is no such pair.
  func clockRange(_ day: Instant, _ text: String) throws(Failure) -> DateInterval? {
    guard let pair = ClockPairs.parts(text), clockPairs != .offsets else { return nil }
    guard clockPairs == .ranges, pair.start != pair.end else { throw .form }
    let next = pair.end < pair.start ? day.advanced(by: 86_400) : day
    func minute(_ day: Instant, _ minutes: Int) -> DateInterval {
      moment(day, minutes * 60, .minute, offset: fieldOffset(day, minutes * 60))
    }
    return DateInterval.spanning(minute(day, pair.start), minute(next, pair.end))
  }
}
