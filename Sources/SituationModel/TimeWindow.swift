/// How an event lies to a window of time, or to a filter.
public enum Membership: Hashable, Sendable {
  /// The whole of its interval is inside, and nobody doubts the date; the filter holds wherever and whenever it was.
  case certain
  /// The event's interval overlaps the window, or it has no date at all; the filter may hold.
  case possible
  /// It can't have been then; the filter does not hold.
  case outside
}

/// A stretch of time that is looked at: from `start`, included, to `end`, excluded.
public struct TimeWindow: Hashable, Sendable {
  /// The first moment.
  public let start: Instant
  /// The first moment after it; later than `start`.
  public let end: Instant

  /// A window of at least one second; an end that is not later than the start is moved.
  public init(start: Instant, end: Instant) {
    self.start = start
    self.end = max(end, start.advanced(by: 1))
  }

  /// The length of the window in seconds.
  public var seconds: Int64 { end.seconds - start.seconds }

  /// The same length, so many seconds later.
  public func shifted(by seconds: Int64) -> TimeWindow {
    TimeWindow(start: start.advanced(by: seconds), end: end.advanced(by: seconds))
  }

  /// How an interval lies to it. What is open or doubtful is never certain; what has no date is possible always.
  public func membership(of interval: DateInterval?) -> Membership {
    guard let interval else { return .possible }
    if let last = interval.end, last <= start { return .outside }
    if let first = interval.start, first >= end { return .outside }
    guard let first = interval.start, let last = interval.end, first >= start, last <= end else { return .possible }
    return interval.isApproximate || interval.isUncertain ? .possible : .certain
  }
}
