/// The unit of a histogram over time.
public enum BucketUnit: Int, CaseIterable, Comparable, Sendable {
  case minute, hour, sixHours, day, week, month, year, decade, century

  /// True if the left unit is smaller.
  public static func < (left: BucketUnit, right: BucketUnit) -> Bool { left.rawValue < right.rawValue }

  /// The word for one of them.
  public var name: String {
    switch self {
    case .sixHours: "6 hours"
    default: String(describing: self)
    }
  }

  /// The start of the unit that a moment falls in; weeks begin on Monday.
  public func start(of moment: Instant) -> Instant {
    let date = moment.date
    switch self {
    case .minute: return Instant(seconds: moment.seconds - Int64(moment.secondOfDay % 60))
    case .hour: return Instant(seconds: moment.seconds - Int64(moment.secondOfDay % 3_600))
    case .sixHours: return Instant(seconds: moment.seconds - Int64(moment.secondOfDay % 21_600))
    case .day: return Instant(date)
    case .week: return Instant(date.advanced(byDays: -date.weekday))
    case .month: return Instant(date.firstOfMonth())
    case .year, .decade, .century:
      let span = self == .year ? 1 : self == .decade ? 10 : 100
      let excess = ((date.year % span) + span) % span
      return Instant(date.firstOfMonth(advancedBy: 1 - date.month - 12 * excess))
    }
  }

  /// The start of the unit so many units after the one that begins at `start`.
  public func advance(_ start: Instant, by count: Int) -> Instant {
    switch self {
    case .minute: start.advanced(by: Int64(count) * 60)
    case .hour: start.advanced(by: Int64(count) * 3_600)
    case .sixHours: start.advanced(by: Int64(count) * 21_600)
    case .day: start.advanced(by: Int64(count) * 86_400)
    case .week: start.advanced(by: Int64(count) * 604_800)
    case .month: Instant(start.date.firstOfMonth(advancedBy: count))
    case .year: Instant(start.date.firstOfMonth(advancedBy: 12 * count))
    case .decade: Instant(start.date.firstOfMonth(advancedBy: 120 * count))
    case .century: Instant(start.date.firstOfMonth(advancedBy: 1_200 * count))
    }
  }

  /// The length of the unit in seconds; of a month and more, the average.
  public var seconds: Double {
    switch self {
    case .minute: 60
    case .hour: 3_600
    case .sixHours: 21_600
    case .day: 86_400
    case .week: 604_800
    case .month: 2_629_746
    case .year: 31_556_952
    case .decade: 315_569_520
    case .century: 3_155_695_200
    }
  }

  /// How many units lie between the starts of two of them; negative when the second is the earlier.
  public func count(from first: Instant, to last: Instant) -> Int {
    let seconds = Int(last.seconds - first.seconds)
    let months = (last.date.year - first.date.year) * 12 + last.date.month - first.date.month
    return switch self {
    case .minute: seconds / 60
    case .hour: seconds / 3_600
    case .sixHours: seconds / 21_600
    case .day: seconds / 86_400
    case .week: seconds / 604_800
    case .month: months
    case .year: months / 12
    case .decade: months / 120
    case .century: months / 1_200
    }
  }

  /// The whole units that a stretch touches.
  public func whole(_ span: TimeWindow) -> TimeWindow {
    TimeWindow(start: start(of: span.start), end: advance(start(of: span.end.advanced(by: -1)), by: 1))
  }

  /// The unit as fine as a precision allows.
  public init(finestFor precision: TimePrecision) {
    switch precision {
    case .second, .minute: self = .minute
    case .hour: self = .hour
    case .day: self = .day
    case .month: self = .month
    case .year: self = .year
    }
  }
}
