/// When an event is to have been.
public struct TimeRule: Hashable, Sendable {
  /// How it is to lie to a date.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    /// Later than the whole of the date.
    case after
    /// Earlier than any of it.
    case before
    /// On it or later.
    case from
    /// On it or earlier.
    case to
    /// On it.
    case during
  }

  /// How it is to lie.
  public let relation: Relation
  /// The date.
  public let date: DateInterval
  /// The first moment that counts; nil when all up to the end do.
  public let start: Instant?
  /// The first moment that counts no more; nil when all from the start do.
  public let end: Instant?

  /// Nil when the date has not the end that the relation needs, or is itself about or uncertain.
  public init?(_ relation: Relation, _ date: DateInterval) {
    guard !date.isApproximate, !date.isUncertain else { return nil }
    self.relation = relation
    self.date = date
    switch relation {
    case .after: (start, end) = (date.end, nil)
    case .before: (start, end) = (nil, date.start)
    case .from: (start, end) = (date.start, nil)
    case .to: (start, end) = (nil, date.end)
    case .during: (start, end) = (date.start, date.end)
    }
    if start == nil && end == nil { return nil }
  }

  /// How an interval lies to it, as `TimeWindow.membership` says it, but that either side may be without bound.
  func membership(of when: DateInterval?) -> Membership {
    guard let when else { return .possible }
    if let start, let last = when.end, last <= start { return .outside }
    if let end, let first = when.start, first >= end { return .outside }
    let startsInside = start.map { start in when.start.map { $0 >= start } ?? false } ?? true
    let endsInside = end.map { end in when.end.map { $0 <= end } ?? false } ?? true
    return startsInside && endsInside && !when.isApproximate && !when.isUncertain ? .certain : .possible
  }
}
