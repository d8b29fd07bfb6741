/// The part of a cell's number that its number format shows.
enum CellFormat: Hashable, Sendable {
  /// The number itself.
  case number
  /// A hundred times the number, with a percent sign.
  case percent
  /// An integer with zeros in front, up to so many digits (`00000`).
  case padded(Int)
  /// The number with the unit that the format writes around it, as in `0" km"`.
  case unit(before: String, behind: String)
  /// A date, a time of day or a length of time.
  case date(Shown)

  /// The parts of a date and a time that are shown.
  struct Shown: Hashable, Sendable {
    enum Day: Hashable, Sendable { case none, year, month, day }
    enum Clock: Hashable, Sendable { case none, minute, second, fraction }

    var day: Day
    var clock: Clock
    /// True if hours are not those of a day but all that have passed: `[h]:mm`.
    var isElapsed = false
  }

  /// The format of one of the numbers that Excel has built in (ECMA-376, 18.8.30, and its East Asian ones); nil for any other.
  init?(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    case 14...16, 27...31, 36, 50...54, 57, 58: self = .date(Shown(day: .day, clock: .none))
    case 17, 55, 56: self = .date(Shown(day: .month, clock: .none))
    case 18, 20, 32, 34: self = .date(Shown(day: .none, clock: .minute))
    case 19, 21, 33, 35, 45: self = .date(Shown(day: .none, clock: .second))
    case 22: self = .date(Shown(day: .day, clock: .minute))
    case 46: self = .date(Shown(day: .none, clock: .second, isElapsed: true))
    case 47: self = .date(Shown(day: .none, clock: .fraction))
    case 0...49: self = .number
    default: return nil
    }
  }

  /// The format that a code says, as `yyyy\-mm\-dd hh:mm`: its first section counts.
  init(code: String) {
    let signs = CellFormat.signs(code)
    let letters = Set(signs.filter(\.isLetter).map(\.letter))
    let isElapsed = signs.contains(where: \.isElapsed)
    let hasDate = !letters.isDisjoint(with: ["y", "d", "m", "h", "s"])
    if hasDate || isElapsed {
      self = .date(CellFormat.shown(signs, isElapsed: isElapsed))
    } else if signs.contains(where: { $0.letter == "%" }) {
      self = .percent
    } else if signs.count > 1, signs.allSatisfy({ $0.letter == "0" }) {
      self = .padded(signs.count)
    } else if let (before, behind) = CellFormat.unit(code) {
      self = .unit(before: before, behind: behind)
    } else {
      self = .number
    }
  }

  /// Units and sides that numbers may have, as texts of formats write them. Others, as of currencies, change nothing of a number.
  private static let units: Set<String> = [
    "km", "m", "mi", "nm", "nmi", "ft", "\u{B0}", "\u{BA}", "n", "s", "e", "w", "\u{B0}n", "\u{B0}s", "\u{B0}e",
    "\u{B0}w",
    "\u{B0} n", "\u{B0} s", "\u{B0} e", "\u{B0} w",
  ]

  /// The texts that a code's first section has before and behind the digits; nil where neither is a unit.
  private static func unit(_ code: String) -> (before: String, behind: String)? {
    var (before, behind, hasDigits) = ("", "", false)
    var rest = code[...]
    func add(_ text: Substring) { if hasDigits { behind += text } else { before += text } }
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"":
        let text = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(text.count + 1)
        add(text)
      case "\\":
        add(rest.prefix(1))
        rest = rest.dropFirst()
      case "_", "*": rest = rest.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?", ".", ",": hasDigits = true
      case "\u{B0}", " ": add(Substring(String(character)))
      default: break
      }
    }
    let known = [before, behind].contains { units.contains($0.trimmed.lowercased()) }
    return known && hasDigits ? (before, behind) : nil
  }

  /// A sign of a code that is no literal text.
  private struct Sign {
    let letter: Character
    var isElapsed = false

    var isLetter: Bool { letter.isLetter }
  }

  /// The signs of a code's first section, without quoted texts, escapes, colours and conditions.
  private static func signs(_ code: String) -> [Sign] {
    var signs: [Sign] = []
    var rest = code[...]
    while let character = rest.popFirst() {
      switch character {
      case ";": return signs
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }.lowercased()
        rest = rest.dropFirst(inner.count + 1)
        if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) {
          signs.append(Sign(letter: first, isElapsed: true))
        }
      default:
        let lower = Character(character.lowercased())
        if lower == "a",
          let mark = ["am/pm", "a/p"].first(where: { (String(lower) + rest.lowercased()).hasPrefix($0) })
        {
          rest = rest.dropFirst(mark.count - 1)
        } else {
          signs.append(Sign(letter: lower))
        }
      }
    }
    return signs
  }

  /// The parts that signs show. An `m` is minutes behind hours and before seconds, else a month.
  private static func shown(_ signs: [Sign], isElapsed: Bool) -> Shown {
    let letters = signs.filter { "ydmhs".contains($0.letter) }.map(\.letter)
    var runs: [Character] = []
    for letter in letters where runs.last != letter { runs.append(letter) }
    var (hasMonth, hasMinute) = (false, false)
    for (index, letter) in runs.enumerated() where letter == "m" {
      let isMinute = index > 0 && runs[index - 1] == "h" || index + 1 < runs.count && runs[index + 1] == "s"
      if isMinute || isElapsed { hasMinute = true } else { hasMonth = true }
    }
    let hasSecond = letters.contains("s")
    let day: Shown.Day =
      letters.contains("d") ? .day : hasMonth ? .month : letters.contains("y") ? .year : .none
    let clock: Shown.Clock =
      hasSecond ? (hasFraction(signs) ? .fraction : .second) : hasMinute || letters.contains("h") ? .minute : .none
    return Shown(day: isElapsed ? .none : day, clock: clock, isElapsed: isElapsed)
  }

  private static func hasFraction(_ signs: [Sign]) -> Bool {
    guard let last = signs.lastIndex(where: { $0.letter == "s" }), last + 2 < signs.count else { return false }
    return signs[last + 1].letter == "." && signs[last + 2].letter == "0"
  }
}
