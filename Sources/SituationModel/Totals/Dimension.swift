/// A side of events by which they are counted.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
  /// The name of the place, in the record's words.
  case place
  /// The province that the record names, or the one in which the map has the place.
  case province
  case actor, kind, standing, precision, source
  /// The file, where several are open.
  case file
  case day, month, year

  /// The unit of time; nil for the others.
  public var unit: BucketUnit? {
    switch self {
    case .day: .day
    case .month: .month
    case .year: .year
    case .place, .province, .actor, .kind, .standing, .precision, .source, .file: nil
    }
  }

  /// True if an event may have several values, in each of which it counts.
  public var isOverlapping: Bool { self == .actor || self == .source }

  /// The dimensions of an overview.
  public static let overview: [Dimension] = [
    .place, .province, .actor, .kind, .standing, .source, .file, .month,
  ]
}

extension Dimension {
  /// The dimensions of an overview that say something of some events: files only where there are several.
  public static func overview(of events: EventTable) -> [Dimension] {
    overview.filter { $0 != .file || !events.files.isEmpty }
  }
}

extension TimeWindow {
  /// The window as a date: of whole units where it is one, else from its first day, or minute, to its last.
  public var interval: DateInterval? {
    for (unit, precision) in [(BucketUnit.day, TimePrecision.day), (.month, .month), (.year, .year)] {
      let isWhole = unit.start(of: start) == start && precision.end(ofUnitAt: start) == end
      if isWhole { return DateInterval(unit: precision, at: start) }
    }
    let precision: TimePrecision = start.secondOfDay == 0 && end.secondOfDay == 0 ? .day : .minute
    return DateInterval(from: start, precision, to: end, precision)
  }
}
