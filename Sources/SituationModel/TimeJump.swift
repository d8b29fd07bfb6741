/// Where a typed text takes the window in time.
public enum TimeJump: Hashable, Sendable {
  /// A unit that a window can be moved by.
  public enum Step: Character, CaseIterable, Hashable, Sendable {
    case hour = "h"
    case day = "d"
    case week = "w"
    case month = "m"
    case year = "y"
  }

  /// To a date or an interval: the window becomes it.
  case to(DateInterval)
  /// So many steps on, or back where that is less than nothing; the window keeps its length.
  case by(Int, Step)
  /// To the present day.
  case today

  /// Why a text is no jump.
  public struct Problem: Error, Hashable, CustomStringConvertible, Sendable {
    /// The forms that are understood, in words.
    public let description: String
  }

  /// Reads a text: a date or an interval as EDTF writes them, `+3d`, `-1w`, `+2h`, `+1m`, `+1y`, or `today`.
  public init(_ text: String, on zone: Zone = .utc) throws(Problem) {
    let text = text.split(separator: " ").joined(separator: " ")
    if text.lowercased() == "today" {
      self = .today
    } else if let sign = text.first, sign == "+" || sign == "-", let last = text.last, let step = Step(rawValue: last),
      text.dropFirst().first.map({ $0.isASCII && $0.isNumber }) ?? false, let count = Int(text.dropFirst().dropLast()),
      (1...100_000).contains(count)
    {
      self = .by(sign == "+" ? count : -count, step)
    } else {
      do throws(DateInterval.EDTFError) { self = .to(try DateInterval(edtf: text, on: zone)) } catch {
        throw Problem(description: TimeJump.words(for: error))
      }
    }
  }

  private static func words(for error: DateInterval.EDTFError) -> String {
    switch error {
    case .form: "a date: 2024, 2024-12-13, 2024-12-13T14:30, 2024-12-08/2024-12-14; or +3d -1w +2h +1m +1y; or today"
    case .noSuchDate: "there is no such date or time"
    case .backwards: "it ends before it starts"
    case .unbounded: "it has neither a start nor an end"
    }
  }

  /// The window that it leads to.
  ///
  /// - Parameters:
  ///   - window: where it begins.
  ///   - span: the stretch of all dates, for an end that is open.
  ///   - today: the present day.
  public func window(from window: TimeWindow, span: TimeWindow, today: CivilDate) -> TimeWindow {
    switch self {
    case .to(let interval):
      let start = interval.start ?? min(span.start, interval.end?.advanced(by: -1) ?? span.start)
      return TimeWindow(start: start, end: interval.end ?? max(span.end, start.advanced(by: 1)))
    case .by(let count, let step):
      return TimeWindow(start: step.advance(window.start, by: count), end: step.advance(window.end, by: count))
    case .today: return TimeWindow(start: Instant(today), end: Instant(today.advanced(byDays: 1)))
    }
  }
}

extension TimeJump.Step {
  /// A moment so many steps on; a day that a month does not have becomes its last.
  func advance(_ moment: Instant, by count: Int) -> Instant {
    switch self {
    case .hour: return moment.advanced(by: Int64(count) * 3_600)
    case .day: return moment.advanced(by: Int64(count) * 86_400)
    case .week: return moment.advanced(by: Int64(count) * 604_800)
    case .month, .year:
      let date = moment.date
      let first = date.firstOfMonth(advancedBy: self == .month ? count : 12 * count)
      guard (-9999...9999).contains(first.year) else { return moment }
      let last = CivilDate.days(inMonth: first.month, of: first.year)
      return Instant(first.advanced(byDays: min(date.day, last) - 1)).advanced(by: Int64(moment.secondOfDay))
    }
  }
}
