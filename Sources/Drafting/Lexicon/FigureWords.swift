/// The words that say what a number counts, and how exactly.
struct FigureWords: Sendable {
  /// Words behind a number and its people: `7 people killed`. Empty for words that count nothing.
  let behind: PhraseTable<String>
  /// Words before a number: `killing 7`.
  let before: PhraseTable<String>
  let people: PhraseTable<Bool>
  let low: PhraseTable<Bool>
  let high: PhraseTable<Bool>
  let about: PhraseTable<Bool>
  let numbers: PhraseTable<Double>
  /// Words that are a number by themselves, of which at least so many are meant: `dozens`.
  let atLeast: PhraseTable<Double>
  let multipliers: [String: Double]
  /// Phrases that say that nobody was harmed.
  let none: PhraseTable<Bool>
  /// Signs and words between the ends of a range, and those that make one only behind `between`.
  let ranges, between, rangeAnd: PhraseTable<Bool>
  /// Articles that are a number as well: `a`.
  let articles: PhraseTable<Bool>
  /// Words behind which something else is counted.
  let stops: PhraseTable<Bool>

  init(_ file: LexiconFile) throws(LexiconFile.Fault) {
    var behind = PhraseTable<String>()
    for (phrase, name) in try file.names("after") { behind.add(phrase, name) }
    self.behind = behind
    var before = PhraseTable<String>()
    for (phrase, name) in try file.names("before") { before.add(phrase, name) }
    self.before = before
    people = try file.phrases("people")
    low = try file.phrases("low")
    high = try file.phrases("high")
    about = try file.phrases("about")
    var numbers = PhraseTable<Double>()
    for (word, number) in try file.numbers("numbers") { numbers.add(word, number) }
    self.numbers = numbers
    var atLeast = PhraseTable<Double>()
    for (word, number) in try file.numbers("atLeast") { atLeast.add(word, number) }
    self.atLeast = atLeast
    multipliers = Dictionary(try file.numbers("multipliers").map { ($0.key, $0.value) }) { first, _ in first }
    none = try file.phrases("none")
    ranges = try file.phrases("ranges")
    between = try file.phrases("between")
    rangeAnd = try file.phrases("rangeAnd")
    articles = try file.phrases("articles")
    stops = try file.phrases("stops")
  }
}
