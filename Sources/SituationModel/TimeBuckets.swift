/// The unit of a histogram over time.
public enum BucketUnit: Int, CaseIterable, Comparable, Sendable {
  case minute, hour, sixHours, day, week, month, year, decade, century

  /// Whether the left one comes first.
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

  /// Its length in seconds; of a month and more, on average.
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

/// A stretch of time cut into whole units.
public struct TimeBuckets: Hashable, Sendable {
  /// The unit.
  public let unit: BucketUnit
  /// The bounds: bucket `i` runs from `bounds[i]` to `bounds[i + 1]`.
  public let bounds: [Instant]

  /// How many buckets there are: at least one.
  public var count: Int { bounds.count - 1 }
  /// From the first bound to the last.
  public var span: TimeWindow { TimeWindow(start: bounds[0], end: bounds[count]) }

  /// The whole units that cover a stretch: the finest unit, from `finest` on, that needs at most `limit` buckets.
  public init(covering span: TimeWindow, finest: BucketUnit, limit: Int) {
    let limit = max(1, limit)
    let units = BucketUnit.allCases.filter { $0 >= finest }
    // Months and years differ in length: what seems to fit is counted, and must fit.
    let fitting = units.lazy.filter { Double(span.seconds) / $0.seconds - 1 <= Double(limit) }
      .map { ($0, TimeBuckets.bounds(of: span, by: $0)) }.first { $0.1.count - 1 <= limit }
    (unit, bounds) = fitting ?? (.century, TimeBuckets.bounds(of: span, by: .century, upTo: limit))
  }

  /// The bounds of the units that cover a stretch; when that is more than `limit` units, each bucket takes several.
  private static func bounds(of span: TimeWindow, by unit: BucketUnit, upTo limit: Int = .max) -> [Instant] {
    var bounds = [unit.start(of: span.start)]
    repeat { bounds.append(unit.advance(bounds[bounds.count - 1], by: 1)) } while bounds[bounds.count - 1] < span.end
    guard bounds.count - 1 > limit else { return bounds }
    let step = (bounds.count - 1 + limit - 1) / limit
    var merged = stride(from: 0, to: bounds.count - 1, by: step).map { bounds[$0] }
    merged.append(unit.advance(merged[merged.count - 1], by: step))
    return merged
  }

  /// The bucket that holds a moment, or the nearest one.
  public func index(of moment: Instant) -> Int {
    let after = bounds.firstIndex { $0 > moment } ?? bounds.count
    return min(max(0, after - 1), count - 1)
  }

  /// What one bucket holds.
  public struct Tally: Hashable, Sendable {
    /// The events that were certainly in it, by kind.
    public var certain: [EventKind: Int] = [:]
    /// What the imprecise events add up to here, each spread evenly over all that it overlaps.
    public var possible = 0.0
    /// How many imprecise events it may hold.
    public var overlapping = 0

    /// Nothing yet.
    public init() {}

    /// The height of its bar.
    public var total: Double { Double(certain.values.reduce(0, +)) + possible }
  }

  /// The histogram of those of some rows that may lie in these buckets.
  ///
  /// Linear in the rows and the buckets that each overlaps.
  public func tallies(of table: EventTable, rows: [Int]) -> [Tally] {
    var tallies = Array(repeating: Tally(), count: count)
    for event in rows.lazy.map({ table[$0] }) {
      guard let when = event.when, span.membership(of: when) != .outside else { continue }
      let first = index(of: max(when.start ?? span.start, span.start))
      let last = index(of: min(when.end ?? span.end, span.end).advanced(by: -1))
      let window = TimeWindow(start: bounds[first], end: bounds[first + 1])
      if first == last, window.membership(of: when) == .certain {
        tallies[first].certain[event.kind, default: 0] += 1
      } else if first <= last {
        for bucket in first...last {
          tallies[bucket].possible += 1 / Double(last - first + 1)
          tallies[bucket].overlapping += 1
        }
      }
    }
    return tallies
  }
}
