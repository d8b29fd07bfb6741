/// One date as a person types it, with what was left out: `13 Dec`, `Fri 13 Dec 2024 14:30`, `Dec 2024`, `14:30`.
struct TypedDate: Hashable {
  /// A time of day.
  struct Clock: Hashable {
    /// Seconds after midnight.
    var seconds: Int
    let precision: TimePrecision
  }

  var year: Int?
  var month: Int?
  var day: Int?
  /// 0 is Monday.
  private(set) var weekday: Int?
  var clock: Clock?
  /// True if the day was typed in a way that can mean nothing else: `13th`.
  private var isOrdinal = false

  /// Reads the words of one date.
  ///
  /// - Throws: why they are none, or could be several.
  init(_ text: String) throws(TimeJump.Problem) {
    let words = text.split { $0 == " " || $0 == "," }
    guard !words.isEmpty else { throw .form }
    for word in words { try take(word) }
    guard self != TypedDate() else { throw .form }
    let isDayLost = clock != nil && day == nil && (month != nil || year != nil)
    if isDayLost || year != nil && month == nil && (day != nil || weekday != nil) { throw .form }
    if weekday != nil, day == nil, month != nil || year != nil { throw .form }
  }

  private init() {}

  /// True for a number alone, which may be a day, an hour or a month.
  var isLoneNumber: Bool {
    day != nil && month == nil && weekday == nil && clock == nil && !isOrdinal
  }

  // MARK: Words

  private mutating func take(_ word: Substring) throws(TimeJump.Problem) {
    if ["of", "the", "at", "on"].contains(word) { return }
    if try takeClock(word) { return }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let parts = word.split { "./-".contains($0) }
    let letters = word.dropFirst(digits.count).prefix { $0.isLetter }
    if parts.count > 1, parts.contains(where: TypedDate.isMonth) {
      for part in parts { try take(part) }
    } else if !digits.isEmpty, TypedDate.isMonth(letters) {
      // 13Dec2024
      for part in [digits, letters, word.dropFirst(digits.count + letters.count)] where !part.isEmpty { try take(part) }
    } else if digits.isEmpty {
      try takeName(word)
    } else if digits.count == word.count {
      try takeNumber(word)
    } else if ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) {
      try set(\.day, digits.digits(digits.count))
      isOrdinal = true
    } else {
      try takeNumbers(word)
    }
  }

  /// The name of a month or of a day of the week, or a year before the year 0 behind a month.
  private mutating func takeName(_ word: Substring) throws(TimeJump.Problem) {
    if word.first == "-", month != nil, (1...4).contains(word.count - 1),
      let year = word.dropFirst().digits(word.count - 1)
    {
      return try set(\.year, -year)
    }
    let name = word.last == "." ? word.dropLast() : word
    if let number = TypedDate.number(of: name, in: TypedDate.months) {
      try set(\.month, number + 1)
    } else if let number = TypedDate.number(of: name, in: TypedDate.weekdays) {
      try set(\.weekday, number)
    } else {
      throw .form
    }
  }

  private mutating func takeNumber(_ word: Substring) throws(TimeJump.Problem) {
    switch word.count {
    case 1, 2: try set(\.day, word.digits(word.count))
    case 4: try set(\.year, word.digits(4))
    case 8:
      try set(\.year, word.prefix(4).digits(4))
      try set(\.month, word.dropFirst(4).prefix(2).digits(2))
      try set(\.day, word.suffix(2).digits(2))
    default: throw .form
    }
  }

  /// A date of numbers alone: `13.12.2024`, `2024/12/13`, `12/2024`.
  private mutating func takeNumbers(_ word: Substring) throws(TimeJump.Problem) {
    guard let separator = word.first(where: { "./-".contains($0) }) else { throw .form }
    let isEnded = separator == "." && word.last == "."
    let parts = (isEnded ? word.dropLast() : word).split(separator: separator, omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard [1, 2, 4].contains(part.count), let number = part.digits(part.count) else { throw .form }
      numbers.append(number)
    }
    switch parts.map({ $0.count == 4 }) {
    case [true, false]: try set(year: numbers[0], month: numbers[1], day: nil)
    case [false, true]: try set(year: numbers[1], month: numbers[0], day: nil)
    case [true, false, false]: try set(year: numbers[0], month: numbers[1], day: numbers[2])
    case [false, false, true]:
      // Dots stand in dates that begin with the day, wherever they are in use.
      let (first, second) = (numbers[0], numbers[1])
      if separator == "." || first > 12 || first == second {
        try set(year: numbers[2], month: second, day: first)
      } else if second > 12 {
        try set(year: numbers[2], month: first, day: second)
      } else {
        throw .ambiguous(word, numbers)
      }
    case [false, false]:
      guard isEnded else { throw .ambiguous(word, numbers) }
      try set(year: nil, month: numbers[1], day: numbers[0])
    case [false, false, false]: throw .shortYear
    default: throw .form
    }
  }

  /// Takes `14:30`, `14:30:05`, `14h`, `2:30pm`, `2pm`, and `am` or `pm` behind a time.
  ///
  /// - Returns: false for a word of another form.
  private mutating func takeClock(_ word: Substring) throws(TimeJump.Problem) -> Bool {
    let half = word.hasSuffix("am") ? 0 : word.hasSuffix("pm") ? 12 : nil
    var rest = half == nil ? word : word.dropLast(2)
    if rest.isEmpty, let half, let clock { return try setHalf(half, of: clock) }
    let isHour = half == nil && rest.last == "h"
    if isHour { rest = rest.dropLast() }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard (1...2).contains(part.count), let number = part.digits(part.count) else { return false }
      if !numbers.isEmpty, part.count != 2 { return false }
      numbers.append(number)
    }
    guard parts.count > 1 ? parts.count < 4 && !isHour : isHour || half != nil else { return false }
    let precision: TimePrecision = [.hour, .minute, .second][numbers.count - 1]
    numbers += [0, 0]
    guard clock == nil else { throw .form }
    guard numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { throw .noSuchDate }
    let clock = Clock(seconds: numbers[0] * 3_600 + numbers[1] * 60 + numbers[2], precision: precision)
    guard let half else {
      self.clock = clock
      return true
    }
    return try setHalf(half, of: clock)
  }

  /// Sets a time of the first or second half of a day.
  private mutating func setHalf(_ half: Int, of clock: Clock) throws(TimeJump.Problem) -> Bool {
    let hour = clock.seconds / 3_600
    guard (1...12).contains(hour) else { throw .noSuchDate }
    self.clock = Clock(seconds: clock.seconds + (hour % 12 + half - hour) * 3_600, precision: clock.precision)
    return true
  }

  private mutating func set(year: Int?, month: Int, day: Int?) throws(TimeJump.Problem) {
    if let year { try set(\.year, year) }
    try set(\.month, month)
    if let day { try set(\.day, day) }
  }

  /// Sets a part that was not given yet.
  private mutating func set(
    _ part: WritableKeyPath<TypedDate, Int?>, _ value: Int?
  ) throws(TimeJump.Problem) {
    guard self[keyPath: part] == nil, let value else { throw .form }
    self[keyPath: part] = value
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// The number of the one name that begins with a word of at least three letters.
  private static func number(of word: Substring, in names: [String]) -> Int? {
    word.count >= 3 ? names.firstIndex { $0.hasPrefix(word) } : nil
  }

  /// True if a word is the name of a month.
  static func isMonth(_ word: Substring) -> Bool { number(of: word, in: months) != nil }
}

extension TypedDate {
  /// The date with the missing parts of another one, as the two ends of `7-14 Dec 2024` share month and year.
  func completed(by other: TypedDate) -> TypedDate {
    var date = self
    if date.day == nil, date.month == nil, date.year == nil, date.clock != nil, date.weekday == nil {
      date.day = other.day
    }
    if date.month == nil, date.day != nil { date.month = other.month }
    if date.year == nil, date.month != nil { date.year = other.year }
    return date
  }

  /// The part that a window of time has to say; nil if nothing is missing.
  var missing: TypedSpan.Missing? {
    if year != nil { return nil }
    return month != nil ? .year : day != nil ? .month : .day
  }

  /// The date, with the parts that are missing taken from a day.
  func filled(from date: CivilDate, _ missing: TypedSpan.Missing) -> TypedDate {
    var filled = self
    if filled.year == nil { filled.year = date.year }
    if filled.month == nil, missing != .year { filled.month = date.month }
    if filled.day == nil, missing == .day { filled.day = date.day }
    return filled
  }

  /// The year, month, day, hour, minute or second; nil for a date that does not exist, or falls on another day of the week.
  var interval: DateInterval? {
    guard let date, weekday == nil || weekday == date.weekday else { return nil }
    let start = Instant(date).advanced(by: Int64(clock?.seconds ?? 0))
    return DateInterval(unit: clock?.precision ?? (day != nil ? .day : month != nil ? .month : .year), at: start)
  }

  /// The first day of it; nil if there is none.
  var date: CivilDate? { year.flatMap { CivilDate(year: $0, month: month ?? 1, day: day ?? 1) } }
}
