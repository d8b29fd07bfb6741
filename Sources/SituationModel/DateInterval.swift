/// How finely a date was given.
public enum TimePrecision: UInt8, Comparable, CaseIterable, Sendable {
  // Columns and the tables of servers hold these: none may ever change.
  case second = 0
  case minute = 1
  case hour = 2
  case day = 3
  case month = 4
  case year = 5

  /// True if the left precision is finer.
  public static func < (left: TimePrecision, right: TimePrecision) -> Bool { left.rawValue < right.rawValue }

  /// The word for it.
  public var name: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .day: "day"
    case .month: "month"
    case .year: "year"
    }
  }

  /// The first moment after the unit that begins at a moment.
  public func end(ofUnitAt start: Instant) -> Instant {
    switch self {
    case .second: start.advanced(by: 1)
    case .minute: start.advanced(by: 60)
    case .hour: start.advanced(by: 3_600)
    case .day: start.advanced(by: 86_400)
    case .month: Instant(start.date.firstOfMonth(advancedBy: 1))
    case .year: Instant(start.date.firstOfMonth(advancedBy: 12))
    }
  }

  /// The first moment of the unit that ends before a moment.
  public func start(ofUnitBefore end: Instant) -> Instant {
    switch self {
    case .second: end.advanced(by: -1)
    case .minute: end.advanced(by: -60)
    case .hour: end.advanced(by: -3_600)
    case .day: end.advanced(by: -86_400)
    case .month: Instant(end.date.firstOfMonth(advancedBy: -1))
    case .year: Instant(end.date.firstOfMonth(advancedBy: -12))
    }
  }
}

/// When something happened, as well as that is known and no better.
///
/// A single date is the whole of its day, month or year; a span says that the moment lies somewhere in it. It runs from
/// `start`, included, to `end`, excluded; an end that is nil is open.
public struct DateInterval: Hashable, Sendable {
  /// The first moment; nil when it is open.
  public let start: Instant?
  /// The first moment after it; nil when it is open.
  public let end: Instant?
  /// How finely the start was given; of an open start, as the end.
  public let startPrecision: TimePrecision
  /// How finely the end was given; of an open end, as the start.
  public let endPrecision: TimePrecision
  /// True if the source gives two ends and not one date.
  public let isSpan: Bool
  /// True if the source says “about” (`~` in EDTF).
  public let isApproximate: Bool
  /// True if the source is not sure (`?` in EDTF).
  public let isUncertain: Bool

  /// An interval between two ends; nil when it would end before it starts, or when both are open.
  public init?(
    from start: Instant?, _ startPrecision: TimePrecision, to end: Instant?, _ endPrecision: TimePrecision,
    isApproximate: Bool = false, isUncertain: Bool = false
  ) {
    if let start, let end, end <= start { return nil }
    if start == nil && end == nil { return nil }
    self.start = start
    self.end = end
    self.startPrecision = start == nil ? endPrecision : startPrecision
    self.endPrecision = end == nil ? startPrecision : endPrecision
    isSpan = true
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  /// The whole second, minute, … or year that begins at a moment.
  public init(
    unit precision: TimePrecision, at start: Instant, isApproximate: Bool = false, isUncertain: Bool = false
  ) {
    self.start = start
    end = precision.end(ofUnitAt: start)
    startPrecision = precision
    endPrecision = precision
    isSpan = false
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  /// An interval from what another one had.
  init(
    start: Instant?, _ startPrecision: TimePrecision, end: Instant?, _ endPrecision: TimePrecision, isSpan: Bool,
    isApproximate: Bool, isUncertain: Bool
  ) {
    (self.start, self.startPrecision) = (start, startPrecision)
    (self.end, self.endPrecision) = (end, endPrecision)
    (self.isSpan, self.isApproximate, self.isUncertain) = (isSpan, isApproximate, isUncertain)
  }

  /// How finely it was given: the coarser of its ends.
  public var precision: TimePrecision { max(startPrecision, endPrecision) }
}
