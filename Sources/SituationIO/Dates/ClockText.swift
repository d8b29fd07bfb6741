import SituationModel

/// A time of day as people and programs write it: `14:30`, `14:30:05.25`, `2:30 PM`, `9 p.m.`, `noon`, `14h30`, each with a zone
/// behind it or without.
struct ClockText {
  private var hour = 0
  private var minute = 0
  private var second = 0
  private var precision = TimePrecision.minute
  private var zone: NamedZones.Clock?
  /// True if the text says midnight in words, which may be that before or behind the day.
  private(set) var isMidnightInWords = false
  /// True if there is such a time.
  private(set) var isSound = true

  /// A time of day; nil where the text is written as none.
  init?(_ text: String, zones: NamedZones) {
    let text = ClockText.plain(text)
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}" }[...]
    guard removeComment(&words, zones) else { return nil }
    if zone == nil, words.count > 1, let last = words.last, let zone = zones.clock(last) {
      self.zone = zone
      words.removeLast()
      if words.count > 1, ["GMT", "UTC"].contains(words.last?.uppercased()), zone.isOffset { words.removeLast() }
    }
    guard let first = words.first else { return nil }
    switch words.count {
    case 1: guard readWord(first, zones) else { return nil }
    case 2:
      guard let half = Half(words[words.startIndex + 1]), readNumbers(first, mayBeHour: true) else { return nil }
      apply(half)
    default: return nil
    }
    let isEndOfDay = hour == 24 && minute == 0 && second == 0 && precision != .hour
    isSound = isSound && (hour < 24 || isEndOfDay) && minute < 60 && second < 60
  }

  /// A text with the digits of ASCII and the spellings of English: `14時30分`, `2:30 p. m.`, `9 h 05`, `godz. 9.05`.
  private static func plain(_ text: String) -> String {
    if text.utf8.count <= 8, text.utf8.allSatisfy({ $0 &- 0x30 <= 10 }) { return text }
    var plain = EastAsianDate.plain(PlainText.of(text))
    for (words, short) in [("p. m.", "pm"), ("a. m.", "am"), (" h ", "h"), (" H ", "h")] {
      plain = plain.replacing(words, with: short)
    }
    for word in ["godz. ", "godz ", "kl. ", "klo "] where plain.lowercased().hasPrefix(word) {
      plain = String(plain.dropFirst(word.count)).replacing(".", with: ":")
    }
    for (word, half) in [(" ص", " AM"), (" م", " PM"), (" hs", ""), (" hrs", ""), (" uur", "")]
    where plain.hasSuffix(word) {
      plain = plain.dropLast(word.count) + half
    }
    return plain
  }

  /// `14:30`, or `14:30:05` where there are odd seconds.
  static func words(ofSeconds seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : "\(minutes):\(two(seconds % 60))"
  }

  /// True if the text names the zone of its clock.
  var hasZone: Bool { zone != nil }

  /// Removes words in brackets at the end: a zone, `(UTC+3)`, or the name of one whose offset stands before it, `(Eastern European
  /// Time)`.
  ///
  /// - Returns: false where the brackets say anything else.
  private mutating func removeComment(_ words: inout ArraySlice<Substring>, _ zones: NamedZones) -> Bool {
    guard words.last?.hasSuffix(")") == true, let open = words.lastIndex(where: { $0.hasPrefix("(") }),
      open > words.startIndex
    else { return true }
    let comment = words[open...].joined(separator: " ").dropFirst().dropLast()
    words = words[..<open]
    let hasOffset =
      words.last.map { word in word.contains { "+-Zz\u{2212}".contains($0) } || zones.clock(word) != nil } ?? false
    if hasOffset { return true }
    if let named = zones.clock(comment) {
      zone = named
      return true
    }
    return ["local", "local time"].contains(comment.lowercased())
  }

  private enum Half {
    case morning, afternoon

    init?(_ word: some StringProtocol) {
      switch word.lowercased().filter({ $0 != "." }) {
      case "am": self = .morning
      case "pm": self = .afternoon
      default: return nil
      }
    }
  }

  /// One word: a name of an hour, numbers with their half of the day or their zone behind them.
  private mutating func readWord(_ word: Substring, _ zones: NamedZones) -> Bool {
    switch word.lowercased() {
    case "noon": (hour, precision) = (12, .hour)
    case "midnight": isMidnightInWords = true
    default:
      let small = word.lowercased()
      for ending in ["a.m.", "p.m.", "am", "pm"] where small.hasSuffix(ending) {
        guard let half = Half(ending), readNumbers(word.dropLast(ending.count), mayBeHour: true) else { return false }
        apply(half)
        return true
      }
      let end =
        word.firstIndex { $0 == "+" || $0 == "-" || $0 == "\u{2212}" || $0 == "Z" || $0 == "z" } ?? word.endIndex
      if end < word.endIndex {
        guard zone == nil, let found = zones.clock(word[end...]) else { return false }
        zone = found
      }
      return readNumbers(word[..<end], mayBeHour: false)
    }
    return true
  }

  private mutating func apply(_ half: Half) {
    if !(1...12).contains(hour) { isSound = false }
    hour = hour % 12 + (half == .afternoon ? 12 : 0)
  }

  /// `14`, `14:30`, `14:30:05`, `14:30:05.25`, `14h30`, `14h`.
  private mutating func readNumbers(_ text: Substring, mayBeHour: Bool) -> Bool {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var isHour = mayBeHour
    if parts.count == 1, let mark = text.firstIndex(where: { $0 == "h" || $0 == "H" }) {
      let rest = text[text.index(after: mark)...]
      parts = rest.isEmpty ? [text[..<mark]] : [text[..<mark], rest]
      isHour = isHour || rest.isEmpty
    }
    if parts.count == 3, let point = parts[2].firstIndex(where: { $0 == "." || $0 == "," }) {
      guard point < parts[2].indices.last ?? point, parts[2][point...].dropFirst().utf8.allSatisfy({ $0 &- 0x30 < 10 })
      else { return false }
      parts[2] = parts[2][..<point]
    }
    guard parts.count == 2 || parts.count == 3 || parts.count == 1 && isHour else { return false }
    var numbers: [Int] = []
    for part in parts {
      guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(part) else {
        return false
      }
      numbers.append(number)
    }
    precision = [.hour, .minute, .second][numbers.count - 1]
    (hour, minute, second) = (numbers[0], numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0)
    return true
  }

  /// The date of this time on a day.
  func date(on day: Instant, _ reading: DateReading) -> DateInterval {
    if isMidnightInWords { return DateInterval(unit: .day, at: day) }
    let seconds = hour * 3_600 + minute * 60 + second
    let offset = zone.map { $0.offset(at: day.advanced(by: Int64(seconds))) } ?? reading.fieldOffset(day, seconds)
    return reading.moment(day, seconds, precision, offset: offset)
  }
}

extension DateReading {
  /// A day with a time of day from a field of its own: `14:30`, `9 p.m.`, and `143` or `2259` as hours and minutes.
  ///
  /// - Returns: the day as it is where it is no single day.
  func clocked(_ day: DateInterval, _ text: String) throws(Failure) -> Reading {
    guard day.precision == .day, !day.isSpan, let start = day.start else { return Reading(date: day) }
    if let range = try clockRange(start, text) {
      let isUnplaced = isLocal || clocks == nil && LocalTime.isNamed(in: text)
      return isUnplaced ? Reading(date: day, remainder: .words(text)) : Reading(date: range)
    }
    // Spreadsheets write 905 and 905.0 for five past nine.
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    let plain = (3...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { $0 &- 0x30 < 10 }
    let words = plain ? "\(digits.dropLast(2)):\(digits.suffix(2))" : text
    let other = DatePhrase.clock(PlainText.of(words).split(separator: " ").map(String.init))
    guard let clock = ClockText(words, zones: zones) ?? other.flatMap({ ClockText($0, zones: zones) }) else {
      throw .form
    }
    guard clock.isSound else { throw .noSuchDate }
    if !clock.hasZone, isLocal || clocks == nil && LocalTime.isNamed(in: text) {
      return Reading(date: day, remainder: .words(text))
    }
    var date = clock.date(on: start, self)
    if day.isApproximate || day.isUncertain {
      date = DateInterval(
        unit: date.precision, at: date.start ?? start, isApproximate: day.isApproximate, isUncertain: day.isUncertain)
    }
    return Reading(date: date, remainder: clock.isMidnightInWords ? .midnight : nil)
  }
}
