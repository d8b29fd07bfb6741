import SituationModel

/// The findings on a file before it is trusted: the events that were read, the values that could not be, and all that looks wrong.
public struct FileCheck: Sendable {
  /// The file, as the person named it.
  public let file: String
  /// The recognised format and columns.
  public let recognition: Recognition
  /// How many events were read.
  public let events: Int
  /// How many have a place with a form on the map.
  public let placed: Int
  /// How many have a date.
  public let dated: Int
  /// How many events have each precision of the place; those that none has are left out.
  public let placePrecisions: [(precision: PlacePrecision, count: Int)]
  /// How many dates have each precision, the coarser of their ends; those that none has are left out.
  public let timePrecisions: [(precision: TimePrecision, count: Int)]
  /// How many dates are said by two ends, are about, and are not sure.
  public let intervals: Int
  /// As `intervals`.
  public let approximate: Int
  /// As `intervals`.
  public let uncertain: Int
  /// From the first known moment to the last, to the day where that is more than three; nil where no event has a date.
  public let span: DateInterval?
  /// The narrowest rectangle around all places; nil where no event has one.
  public let extent: GeoBounds?
  /// Records whose id an earlier one has; they are among the problems too.
  public let repeatedIDs: [Rejection]
  /// Events that say the same.
  public let duplicates: [Duplicate]
  /// Events that look wrong.
  public let suspicions: [Suspicion]
  /// All findings, rejected records to notes, in the order of the file.
  public let problems: [Rejection]
  /// Further remarks on how the file was read, a sentence each.
  public let notes: [String]

  /// Looks at a file that was read. Linear in the events; of those that are alike in time and place the titles are read.
  ///
  /// - Parameters:
  ///   - file: what it is called.
  ///   - situation: what was read of it.
  ///   - recognition: what it was taken for.
  ///   - now: what lies behind it is in the future.
  public init(file: String, _ situation: Situation, _ recognition: Recognition, now: Instant) {
    (self.file, self.recognition) = (file, recognition)
    let table = situation.events
    var places = [Int](repeating: 0, count: PlacePrecision.allCases.count)
    var times = [Int](repeating: 0, count: TimePrecision.allCases.count)
    var (intervals, approximate, uncertain) = (0, 0, 0)
    for row in 0..<table.count {
      places[Int(table.columns.precisions[row])] += 1
      guard let date = table.date(of: row) else { continue }
      times[Int(date.precision.rawValue)] += 1
      intervals += date.isSpan ? 1 : 0
      approximate += date.isApproximate ? 1 : 0
      uncertain += date.isUncertain ? 1 : 0
    }
    events = table.count
    placed = table.count - places[Int(PlacePrecision.unplaced.code)]
    dated = times.reduce(0, +)
    placePrecisions = zip(PlacePrecision.allCases, places).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    timePrecisions = zip(TimePrecision.allCases, times).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
    (self.intervals, self.approximate, self.uncertain) = (intervals, approximate, uncertain)
    span = table.span.flatMap { FileCheck.interval($0, finest: table.finestPrecision) }
    extent = table.extent
    (problems, notes) = (situation.rejections, situation.notes)
    repeatedIDs = problems.filter(EventID.isRepeated)
    duplicates = Duplicate.all(in: table)
    suspicions = Suspicion.all(in: table, now: now)
  }

  private static func interval(_ span: TimeWindow, finest: TimePrecision) -> DateInterval? {
    guard finest < .day, span.seconds > 3 * 86_400 else {
      return DateInterval(from: span.start, finest, to: span.end, finest)
    }
    let last = Instant(span.end.advanced(by: -1).date).advanced(by: 86_400)
    return DateInterval(from: Instant(span.start.date), .day, to: last, .day)
  }

  /// The number of findings of a weight.
  public func count(of weight: Rejection.Weight) -> Int { problems.count { $0.weight == weight } }

  /// How many records were rejected.
  public var rejected: Int { count(of: .rejected) }
  /// The number of records, or parts of them, that were read after a change.
  public var repaired: Int { count(of: .repaired) }
  /// The number of values that could not be read, and stay with their events as text.
  public var unread: Int { count(of: .unread) }
}
