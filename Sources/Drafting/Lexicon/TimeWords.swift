/// The words for dates and times.
struct TimeWords: Sendable {
  /// The meaning of a phrase by the day of publication.
  enum Relative: Hashable, Sendable {
    /// Days from the first to the last, counted from the day of publication.
    case days(Int, Int)
    case monthSoFar, monthBefore, yearSoFar, yearBefore
    case weekend
    /// Some time before publication.
    case open
    /// A time to come.
    case future
    /// No time at all.
    case none

    init?(_ text: String) {
      let words = text.split(separator: " ")
      switch text {
      case "month so far": self = .monthSoFar
      case "month before": self = .monthBefore
      case "year so far": self = .yearSoFar
      case "year before": self = .yearBefore
      case "weekend": self = .weekend
      case "open": self = .open
      case "future": self = .future
      case "": self = .none
      default:
        guard words.count == 3, words[0] == "days", let first = Int(words[1]), let last = Int(words[2]),
          (-5_000...5_000).contains(first), first <= last, last <= 5_000
        else { return nil }
        self = .days(first, last)
      }
    }
  }

  /// A part of a month or a year.
  enum Part: String, Sendable { case early, middle, late, first, second }

  let months: PhraseTable<Int>
  let weekdays: PhraseTable<Int>
  let relative: PhraseTable<Relative>
  let sameDay, dayBefore, dayAfter: PhraseTable<Bool>
  /// Words for papers whose date is not that of what they tell.
  let documents: PhraseTable<Bool>
  let last, next, since, until, ago, window, between, and, about, night, into: PhraseTable<Bool>
  /// Days in a unit; 0 for an hour.
  let units: PhraseTable<Int>
  let parts: PhraseTable<Part>
  let prefixes: PhraseTable<Bool>
  /// True if `ago` stands before the number: `vor drei Tagen`, `il y a trois jours`.
  let agoFirst: PhraseTable<Bool>
  let numbers: PhraseTable<Double>
  /// Words for things that are counted, which a year is not followed by.
  let countedBehind: PhraseTable<Bool>
  /// True if the names of months have a capital letter in the language.
  let hasCapitalMonths: Bool

  init(_ file: LexiconFile, numbers: PhraseTable<Double>, counted: PhraseTable<Bool>) throws(LexiconFile.Fault) {
    (self.numbers, countedBehind) = (numbers, counted)
    hasCapitalMonths = !file.flag("smallMonths")
    var months = PhraseTable<Int>()
    for (name, number) in try file.numbers("months") where (1...12).contains(number) { months.add(name, Int(number)) }
    // The first three letters, as `Dec.`, unless the file has words of its own.
    for (name, number) in try file.numbers("shortMonths") where (1...12).contains(number) {
      months.add(name, Int(number))
    }
    self.months = months
    var weekdays = PhraseTable<Int>()
    for (name, number) in try file.numbers("weekdays") where (0...6).contains(number) {
      weekdays.add(name, Int(number))
    }
    self.weekdays = weekdays
    var relative = PhraseTable<Relative>()
    for (phrase, meaning) in try file.names("relative") {
      guard let meaning = Relative(meaning) else {
        throw LexiconFile.Fault(words: "times.relative.\(phrase) has the meaning \(meaning), which is none")
      }
      relative.add(phrase, meaning)
    }
    self.relative = relative
    sameDay = try file.phrases("sameDay")
    dayBefore = try file.phrases("dayBefore")
    documents = try file.phrases("documents")
    dayAfter = try file.phrases("dayAfter")
    last = try file.phrases("last")
    next = try file.phrases("next")
    since = try file.phrases("since")
    until = try file.phrases("until")
    ago = try file.phrases("ago")
    window = try file.phrases("window")
    between = try file.phrases("between")
    and = try file.phrases("and")
    about = try file.phrases("about")
    night = try file.phrases("night")
    into = try file.phrases("into")
    prefixes = try file.phrases("prefixes")
    agoFirst = try file.phrases("agoFirst")
    var units = PhraseTable<Int>()
    for (word, days) in try file.numbers("units") where (0...366).contains(days) { units.add(word, Int(days)) }
    self.units = units
    var parts = PhraseTable<Part>()
    for (word, part) in try file.names("parts") {
      guard let part = Part(rawValue: part) else { throw LexiconFile.Fault(words: "times.parts.\(word) is no part") }
      parts.add(word, part)
    }
    self.parts = parts
  }
}
