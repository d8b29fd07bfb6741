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
  }

  /// A reader that takes each text by itself.
  init() {}

  /// A reader for a column, after the values that are looked at.
  ///
  /// - Parameter hasDecimalCommas: true if other columns of the table have numbers with decimal commas.
  init(sniffing texts: [String], hasDecimalCommas: Bool = false) {
    var seen = (commaThree: false, commaDecimal: false, commaTwice: false)
    var points = (three: false, decimal: false, twice: false)
    for text in texts {
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

  private static func isThousands(_ parts: [Substring]) -> Bool {
    parts[1].utf8.count == 3 && (1...3).contains(parts[0].utf8.count) && parts[0] != "0"
      && !parts[0].hasPrefix("0") && parts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
  }

  /// The number of a text; nil where it is none, or where it may be one of two.
  func number(_ text: String) -> Double? {
    var digits = ""
    var groups = [0]
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}", "\u{2009}":
        if groups.last == 0 || digits.contains(".") { return nil }
        groups.append(0)
      case ",", ".":
        switch scalar == "," ? comma : point {
        case .decimal: digits += "."
        case .thousands: groups.append(0)
        case .unclear: return nil
        }
      case "\u{2212}": digits += "-"
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

  /// A number or a range: `12`, `10-15`, `10 to 15`, `5+`, `at least 5`, `more than 5`, `<5`, `up to 5`; nil for anything else.
  func range(_ text: String) -> Range? {
    if let number = number(text) { return Range(best: number) }
    let small = text.lowercased()
    for (words, isLow) in NumberReading.bounds where small.hasPrefix(words) {
      guard let number = number(String(small.dropFirst(words.count)).trimmed) else { continue }
      return isLow ? Range(low: number) : Range(high: number)
    }
    for ending in ["+", "or more"] where small.hasSuffix(ending) {
      if let number = number(String(small.dropLast(ending.count)).trimmed) { return Range(low: number) }
    }
    for dash in ["-", "\u{2013}", "\u{2014}", " to ", ".."] {
      let ends = small.split(separator: dash, maxSplits: 1, omittingEmptySubsequences: false)
      guard ends.count == 2, let low = number(String(ends[0]).trimmed), let high = number(String(ends[1]).trimmed),
        low <= high
      else { continue }
      return Range(low: low, high: high)
    }
    return nil
  }

  private static let bounds: [(words: String, isLow: Bool)] = [
    (">=", true), (">", true), ("\u{2265}", true), ("at least", true), ("more than", true), ("over", true),
    ("<=", false), ("<", false), ("\u{2264}", false), ("up to", false), ("at most", false), ("less than", false),
    ("fewer than", false), ("mindestens", true), ("mehr als", true), ("über", true), ("bis zu", false),
    ("höchstens", false),
    ("au moins", true), ("plus de", true), ("jusqu'à", false), ("al menos", true), ("más de", true), ("hasta", false),
    ("не менее", true), ("более", true), ("свыше", true), ("не менше", true), ("понад", true), ("до", false),
  ]
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
