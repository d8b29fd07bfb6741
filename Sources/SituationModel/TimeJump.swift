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
  /// So many units of the timeline on, or back where that is less than nothing; the window keeps its length.
  case steps(Int, BucketUnit)
  /// To the day so many days after the present one.
  case day(fromToday: Int)

  /// Reads a text.
  ///
  /// Understood are a date or an interval as EDTF writes them, the forms of `TypedSpan`, `+3d`, `-1w`, `+2h`, `+1m`, `+1y`, `+3`,
  /// `yesterday`, `today` and `tomorrow`.
  ///
  /// - Parameters:
  ///   - zone: the zone on whose clocks the window is.
  ///   - window: the present window, which says what a date leaves out; nil if nothing may be left out.
  ///   - unit: the unit of `+3`.
  /// - Throws: why the text is none of these, or could be several.
  public init(
    _ text: String, on zone: Zone = .utc, in window: TimeWindow? = nil, unit: BucketUnit = .day
  ) throws(Problem) {
    let text = TimeJump.plain(text)
    guard text.utf8.count <= 200 else { throw .form }
    if let days = ["yesterday": -1, "today": 0, "tomorrow": 1][text.lowercased()] {
      self = .day(fromToday: days)
    } else if let jump = TimeJump(relative: text, unit: unit) {
      self = jump
    } else {
      do throws(DateInterval.EDTFError) { self = .to(try DateInterval(edtf: text, on: zone)) } catch {
        // The form of EDTF is not doubted because there is no such date.
        if error != .form { throw Problem(error) }
        self = .to(try TypedSpan(text.lowercased(), on: zone).interval(in: window, on: zone))
      }
    }
  }

  /// `+3d`, or `+3` of a unit; nil for any other text. A minus and four digits are a year before the year 0.
  private init?(relative text: String, unit: BucketUnit) {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let number = digits.digits(digits.count), (1...100_000).contains(number) else { return nil }
    let count = sign == "+" ? number : -number
    let rest = text.dropFirst(digits.count + 1)
    if rest.isEmpty, sign == "+" || digits.count != 4 {
      self = .steps(count, unit)
    } else if rest.count == 1, let step = rest.first.flatMap(Step.init) {
      self = .by(count, step)
    } else {
      return nil
    }
  }

  /// The text with single spaces, our digits and plain hyphens.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x660...0x669, 0x6F0...0x6F9: plain += String(value & 0xF)
      case 0x2010...0x2011, 0x2212: plain += "-"
      // Dashes between dates stand with or without spaces.
      case 0x2012...0x2015: plain += " - "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
    case .steps(let count, let unit):
      return TimeWindow(
        start: TimeJump.advance(window.start, by: count, unit), end: TimeJump.advance(window.end, by: count, unit))
    case .day(let days):
      let day = today.advanced(byDays: days)
      return TimeWindow(start: Instant(day), end: Instant(day.advanced(byDays: 1)))
    }
  }

  /// A moment so many units of the timeline on, which need not be the beginning of one.
  private static func advance(_ moment: Instant, by count: Int, _ unit: BucketUnit) -> Instant {
    switch unit {
    case .minute: moment.advanced(by: Int64(count) * 60)
    case .hour: Step.hour.advance(moment, by: count)
    case .sixHours: Step.hour.advance(moment, by: 6 * count)
    case .day: Step.day.advance(moment, by: count)
    case .week: Step.week.advance(moment, by: count)
    case .month: Step.month.advance(moment, by: count)
    case .year: Step.year.advance(moment, by: count)
    case .decade: Step.year.advance(moment, by: 10 * count)
    case .century: Step.year.advance(moment, by: 100 * count)
    }
  }
}

extension TimeJump {
  /// Why a text is no jump.
  public struct Problem: Error, Hashable, CustomStringConvertible, Sendable {
    /// The reason, and what is understood, in words.
    public let description: String

    static let form = Problem(description: "type 13 Dec 2024, 7-14 Dec, 2024-12-13, 14:30, +3d or today")
    static let noSuchDate = Problem(description: "there is no such date or time")
    static let backwards = Problem(description: "it ends before it starts")
    static let shortYear = Problem(description: "a year has four digits: 13 Dec 2024")
    static let loneNumber = Problem(description: "a number alone may be a day or an hour: 13 Dec, 13:00")

    init(_ error: DateInterval.EDTFError) {
      switch error {
      case .form: self = .form
      case .noSuchDate: self = .noSuchDate
      case .backwards: self = .backwards
      case .unbounded: self = Problem(description: "it has neither a start nor an end")
      }
    }

    private init(description: String) { self.description = description }

    /// A date with another day of the week than the typed one.
    static func otherWeekday(_ date: CivilDate) -> Problem {
      Problem(description: "\(Instant(date).words(.day)) is a \(date.weekdayName)")
    }

    /// A date without a part that the window does not say.
    static func missing(_ part: TypedSpan.Missing, example: DateInterval?) -> Problem {
      guard let example else { return Problem(description: "add the \(part.rawValue)") }
      return Problem(description: "add the \(part.rawValue), such as \(example.words): the window has several")
    }

    /// Numbers that may be a day and a month, or the other way round.
    static func ambiguous(_ text: Substring, _ numbers: [Int]) -> Problem {
      func words(_ day: Int, _ month: Int) -> String? {
        CivilDate(year: 2000, month: month, day: day).map { "\($0.day) \($0.monthName)" }
      }
      if text.contains("-") { return Problem(description: "\(text) is ambiguous: name the month") }
      let meanings = [words(numbers[0], numbers[1]), words(numbers[1], numbers[0])].compactMap { $0 }
      guard let first = meanings.first else { return .noSuchDate }
      let may = meanings.count > 1 ? "\(text) may be \(meanings.joined(separator: " or "))" : "\(text) is ambiguous"
      return Problem(description: "\(may): type \(first)")
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
