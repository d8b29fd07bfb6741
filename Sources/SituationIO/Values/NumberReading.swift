/// The reader of numbers and ranges of numbers, one for all formats: counts, lengths, amounts.
///
/// A comma or a point before three digits may be a decimal point or a mark of thousands. The column decides: a mark that stands
/// before two digits, before one, or twice in a number, tells what it is. Where nothing tells, a comma before three digits is a mark of
/// thousands, and a point is not understood beside it.
struct NumberReading: Hashable, Sendable {
  /// The meaning of a mark in the numbers of a column.
  enum Mark: Hashable { case decimal, thousands, unclear }

  /// The meaning of a comma.
  var comma = Mark.thousands
  /// The meaning of a point.
  var point = Mark.decimal

  /// A number, or the least and the most that it may be.
  struct Range: Hashable {
    var low: Double?
    var best: Double?
    var high: Double?
    /// True if the text says "about": the number is not exact.
    var isApproximate = false
  }

  /// A reader that takes each text by itself.
  init() {}

  /// A reader for a column, after the values that are looked at.
  ///
  /// - Parameter hasDecimalCommas: true if other columns of the table have numbers with decimal commas.
  init(sniffing texts: [String], hasDecimalCommas: Bool = false) {
    var seen = (commaThree: false, commaDecimal: false, commaTwice: false)
    var points = (three: false, decimal: false, twice: false)
    for text in texts.lazy.flatMap({ NumberReading.numbers(in: $0) }) {
      let digits = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != "'" }
      let commas = digits.split(separator: ",", omittingEmptySubsequences: false)
      let dots = digits.split(separator: ".", omittingEmptySubsequences: false)
      if commas.count > 2 { seen.commaTwice = true }
      if dots.count > 2 { points.twice = true }
      if commas.count == 2, dots.count == 1 {
        if NumberReading.isThousands(commas) { seen.commaThree = true } else { seen.commaDecimal = true }
      }
      if dots.count == 2, commas.count == 1 {
        if NumberReading.isThousands(dots) { points.three = true } else { points.decimal = true }
      }
      if commas.count > 1, dots.count > 1 {
        // The mark that stands last is the decimal one.
        let isPointLast = digits.lastIndex(of: ".").map { last in digits.lastIndex(of: ",").map { $0 < last } ?? true }
        if isPointLast == true { seen.commaTwice = true } else { points.twice = true }
      }
    }
    if points.twice { (point, comma) = (.thousands, .decimal) }
    if seen.commaDecimal, !seen.commaTwice { comma = .decimal }
    if seen.commaTwice { comma = .thousands }
    if comma == .thousands, seen.commaThree, hasDecimalCommas, !seen.commaTwice { comma = .unclear }
    if point == .decimal, points.three, !points.decimal {
      // Beside commas that are thousands, or all by itself, `1.200` may be 1200 or 1.2.
      point = comma == .decimal ? .thousands : .unclear
    }
  }

  /// The numbers in a text, without the words and signs around them.
  private static func numbers(in text: String) -> [String] {
    let marks: Set<Character> = [",", ".", " ", "'", "\u{2019}"]
    return PlainText.of(text).split { !($0.isASCII && $0.isNumber) && !marks.contains($0) }.map { part in
      var part = part
      while let first = part.first, marks.contains(first) { part.removeFirst() }
      while let last = part.last, marks.contains(last) { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  private static func isThousands(_ parts: [Substring]) -> Bool {
    parts[1].utf8.count == 3 && (1...3).contains(parts[0].utf8.count) && parts[0] != "0"
      && !parts[0].hasPrefix("0") && parts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
  }

  /// The number of a text; nil where it is none, or where it may be one of two.
  func number(_ text: String) -> Double? {
    var digits = ""
    var groups = [0]
    for scalar in PlainText.of(text).unicodeScalars {
      switch scalar {
      case " ", "'", "\u{2019}":
        if groups.last == 0 || digits.contains(".") { return nil }
        groups.append(0)
      case ",", ".":
        switch scalar == "," ? comma : point {
        case .decimal: digits += "."
        case .thousands: groups.append(0)
        case .unclear: return nil
        }
      case "0"..."9":
        digits.unicodeScalars.append(scalar)
        if !digits.contains(".") { groups[groups.count - 1] += 1 }
      case "-", "+", "e", "E": digits.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0 == 3 }) && (1...3).contains(groups[0]) else {
      return nil
    }
    return Double(digits).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number or a range of counts: `12`, `10-15`, `between 10 and 15`, `5+`, `at least 5`, `<5`, `up to 5`, `about 20`, `1.2k`; nil for
  /// anything else, and for less than nothing.
  func range(_ text: String) -> Range? {
    guard let range = plainRange(text.lowercased().trimmed) else { return nil }
    return [range.low, range.best, range.high].contains { $0.map { $0 < 0 } ?? false } ? nil : range
  }

  private func plainRange(_ text: String) -> Range? {
    if let number = amount(text) { return Range(best: number) }
    for (words, isLow) in NumberReading.bounds where text.hasPrefix(words) {
      guard let number = amount(String(text.dropFirst(words.count)).trimmed) else { continue }
      return isLow ? Range(low: number) : Range(high: number)
    }
    for ending in ["+", "or more", "oder mehr", "ou plus", "o más", "и более", "і більше"] where text.hasSuffix(ending)
    {
      if let number = amount(String(text.dropLast(ending.count)).trimmed) { return Range(low: number) }
    }
    return between(text) ?? approximate(text)
  }

  /// From a least to a most number.
  private func between(_ text: String) -> Range? {
    var body = text[...]
    for opening in ["between ", "from ", "von ", "zwischen ", "entre ", "de ", "от ", "від ", "між ", "между "]
    where text.hasPrefix(opening) {
      body = text.dropFirst(opening.count)
    }
    let isOpened = body.startIndex != text.startIndex
    let words =
      [" to ", " bis ", " à ", " до "] + (isOpened ? [" and ", " und ", " et ", " y ", " a ", " и ", " та "] : [])
    for dash in ["-", "\u{2013}", "\u{2014}", "..", "~"] + words {
      let ends = body.split(separator: dash, maxSplits: 1, omittingEmptySubsequences: false)
      guard ends.count == 2, let low = amount(String(ends[0]).trimmed), let high = amount(String(ends[1]).trimmed),
        low <= high
      else { continue }
      return Range(low: low, high: high)
    }
    return nil
  }

  /// A number that is said to be about right.
  private func approximate(_ text: String) -> Range? {
    for words in NumberReading.approximations where text.hasPrefix(words) {
      guard let number = amount(String(text.dropFirst(words.count)).trimmed) else { continue }
      return Range(best: number, isApproximate: true)
    }
    for ending in ["(approx.)", "(approx)", "approx.", "approx", "(ca.)", "(circa)", "(est.)", "(?)", "?"]
    where text.hasSuffix(ending) {
      guard let number = amount(String(text.dropLast(ending.count)).trimmed) else { continue }
      return Range(best: number, isApproximate: true)
    }
    return nil
  }

  /// A number, also one with a word for thousands or millions or for people behind it, and a small one in words.
  private func amount(_ text: String) -> Double? {
    if let number = number(text) { return number }
    if let number = NumberWords.number(text) { return number }
    if let counted = NumberWords.withoutPeople(text) { return amount(counted) }
    for (ending, factor) in [
      ("thousand", 1e3), ("tausend", 1e3), ("tsd.", 1e3), ("тыс.", 1e3), ("тис.", 1e3), ("mille", 1e3), ("mil", 1e3),
      ("k", 1e3), ("million", 1e6), ("millionen", 1e6), ("mio.", 1e6), ("millones", 1e6), ("млн", 1e6),
    ] where text.hasSuffix(ending) {
      return number(String(text.dropLast(ending.count)).trimmed).map { $0 * factor }
    }
    return nil
  }

  private static let approximations = [
    "~", "\u{2248}", "about", "approximately", "approx.", "approx", "around", "circa", "ca.", "c.", "roughly", "some",
    "nearly", "almost", "etwa", "rund", "ungefähr", "fast", "environ", "près de", "alrededor de", "unos", "unas",
    "около",
    "примерно", "почти", "близько", "приблизно", "майже", "حوالي", "نحو",
  ]

  private static let bounds: [(words: String, isLow: Bool)] = [
    (">=", true), (">", true), ("\u{2265}", true), ("at least", true), ("more than", true), ("over", true),
    ("<=", false), ("<", false), ("\u{2264}", false), ("up to", false), ("at most", false), ("less than", false),
    ("fewer than", false), ("under", false), ("below", false), ("minimum", true), ("min.", true), ("maximum", false),
    ("max.", false), ("mind.", true), ("unter", false), ("máximo", false), ("mínimo", true), ("moins de", false),
    ("menos de", false), ("не более", false), ("менее", false), ("менше", false), ("не більше", false),
    ("mindestens", true), ("mehr als", true), ("über", true), ("bis zu", false),
    ("höchstens", false),
    ("au moins", true), ("plus de", true), ("jusqu'à", false), ("al menos", true), ("más de", true), ("hasta", false),
    ("не менее", true), ("более", true), ("свыше", true), ("не менше", true), ("понад", true), ("до", false),
  ]
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    // Most texts begin and end with printable ASCII that is no blank.
    if let first = utf8.first, let last = utf8.last, first &- 0x21 < 0x5E, last &- 0x21 < 0x5E { return self }
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
