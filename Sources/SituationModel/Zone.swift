/// A zone of time: by how much its clocks differ from UTC, at any moment.
///
/// A situation that is shown in a zone has all its moments on that zone's clocks (`Situation.on`), so that days, words and
/// histogram need to know nothing of it. A date to the day or coarser is of the calendar and no moment: it stays.
public struct Zone: Sendable {
  /// The name of the zone on a screen: `UTC`, `Asia/Damascus`, `UTC+05:30`.
  public let name: String
  private let offset: @Sendable (Instant) -> Int

  /// A zone by its name and the seconds that its clocks are before UTC at a moment.
  public init(name: String, offset: @escaping @Sendable (Instant) -> Int) {
    self.name = name
    self.offset = offset
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC") { _ in 0 }

  /// The zone that is always so far from UTC: `Z`, `+03`, `-03:30`, at most 14 hours; nil for anything else.
  public init?(offset text: String) {
    let isOffset = text == "Z" || (text.hasPrefix("+") || text.hasPrefix("-")) && text.allSatisfy { $0 != "/" }
    guard isOffset, let time = try? DateInterval(edtf: "2000-01-02T00:00:00" + text), let start = time.start else {
      return nil
    }
    guard let noon = CivilDate(year: 2000, month: 1, day: 2) else { return nil }
    let seconds = Int(Instant(noon).seconds - start.seconds)
    let (hours, minutes) = (abs(seconds) / 3_600, abs(seconds) / 60 % 60)
    let name = seconds == 0 ? "UTC" : "UTC\(seconds < 0 ? "-" : "+")\(padded(hours, 2)):\(padded(minutes, 2))"
    self.init(name: name) { _ in seconds }
  }

  /// The time that the zone's clocks show at a moment, as if it were UTC.
  public func clock(_ moment: Instant) -> Instant { moment.advanced(by: Int64(offset(moment))) }

  /// An interval on its clocks: each end that is finer than a day is moved.
  public func clock(_ interval: DateInterval) -> DateInterval {
    guard interval.startPrecision < .day || interval.endPrecision < .day else { return interval }
    func moved(_ end: Instant?, _ precision: TimePrecision) -> Instant? {
      precision < .day ? end.map(clock) : end
    }
    var start = moved(interval.start, interval.startPrecision)
    var end = moved(interval.end, interval.endPrecision)
    // An hour that the clocks skip or repeat: the length stays.
    if !interval.isSpan, let first = start, let last = interval.end, let begin = interval.start {
      end = first.advanced(by: last.seconds - begin.seconds)
    }
    // A day stays and a time on it is moved: where they would change places, both are moved.
    if let first = start, let last = end, last <= first {
      (start, end) = (interval.start.map(clock), interval.end.map(clock))
    }
    // Where the zone is off by half an hour an hour is none of its own: its two ends are said.
    let isOdd = interval.startPrecision == .hour && start.map { $0.seconds % 3_600 != 0 } ?? false
    if !interval.isSpan, !isOdd, let start {
      return DateInterval(
        unit: interval.startPrecision, at: start, isApproximate: interval.isApproximate,
        isUncertain: interval.isUncertain)
    }
    func finer(_ precision: TimePrecision, _ end: Instant?) -> TimePrecision {
      precision == .hour && end.map { $0.seconds % 3_600 != 0 } ?? false ? .minute : precision
    }
    return DateInterval(
      from: start, finer(interval.startPrecision, start), to: end, finer(interval.endPrecision, end),
      isApproximate: interval.isApproximate, isUncertain: interval.isUncertain) ?? interval
  }
}
