/// A moment in UTC, to the second.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; leap seconds do not count.
  public let seconds: Int64

  /// Behind all moments.
  static let latest = Instant(seconds: .max)

  /// A moment by its seconds since 1970.
  public init(seconds: Int64) { self.seconds = seconds }

  /// The midnight that a day of the calendar begins with, and a time after it.
  public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
  }

  /// True if the left moment is earlier.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The moment some seconds later.
  public func advanced(by seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// The day it falls on, in UTC.
  public var date: CivilDate { CivilDate(daysSinceEpoch: Int(dayAndSecond.day)) }
  /// Seconds since that day's midnight, 0..<86400.
  public var secondOfDay: Int { Int(dayAndSecond.second) }

  /// The number of days from 1 January 1970 to its day.
  var dayNumber: Int64 { dayAndSecond.day }

  private var dayAndSecond: (day: Int64, second: Int64) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return (day, seconds - day * 86_400)
  }
}
