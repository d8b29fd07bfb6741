/// A part of typed coordinates.
enum CoordinateToken: Hashable {
  /// A number of at least zero, with the counts of its decimals and of its digits before the point.
  case number(Double, decimals: Int, digits: Int)
  case minus
  /// `N`, `S`, `E` or `W`.
  case letter(Character)
  /// A sign behind a number: 0 for degrees, 1 for minutes, 2 for seconds.
  case mark(Int)
  /// A comma or a semicolon.
  case comma
  /// A colon between degrees, minutes and seconds.
  case colon

  /// The parts of a text.
  ///
  /// - Throws: when there is a character that has no place in coordinates. Linear in the text.
  static func tokens(of text: String) throws(CoordinateError) -> [CoordinateToken] {
    var tokens: [CoordinateToken] = []
    var rest = folded(text)[...]
    while let next = rest.first {
      if next.isWhitespace {
        rest.removeFirst()
      } else if isDigit(next) || next == "." {
        tokens.append(try number(&rest))
      } else {
        rest.removeFirst()
        guard let token = sign(next) else { throw .notUnderstood }
        tokens.append(token)
      }
    }
    return tokens
  }

  private static func number(_ rest: inout Substring) throws(CoordinateError) -> CoordinateToken {
    let digits = rest.prefix { isDigit($0) || $0 == "." }
    rest = rest.dropFirst(digits.count)
    let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    guard decimals.count < 2, digits.last != ".", let value = Double(digits) else {
      throw .notUnderstood
    }
    let whole = digits.prefix { $0 != "." }
    return .number(value, decimals: decimals.first?.count ?? 0, digits: whole.count)
  }

  private static func sign(_ character: Character) -> CoordinateToken? {
    switch character {
    case "N", "S", "E", "W": .letter(character)
    case "-", "\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}": .minus
    case ",", ";", "\u{60C}", "\u{61B}": .comma
    case ":": .colon
    case "\u{B0}", "\u{BA}", "\u{2DA}", "D": .mark(0)
    case "'", "\u{2019}", "\u{2018}", "\u{2032}", "\u{2B9}": .mark(1)
    case "\u{22}", "\u{201D}", "\u{201C}", "\u{2033}", "\u{2BA}": .mark(2)
    default: nil
    }
  }

  /// The text in capitals, with the digits of Arabic and Persian as ours, and two minute marks as a mark of seconds.
  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.uppercased().unicodeScalars {
      let value = scalar.value
      if (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value) {
        result += String(value & 0xF)
      } else if scalar == "\u{66B}" {
        result += "."
      } else if scalar == "'" && result.last == "'" {
        result.removeLast()
        result += "\u{22}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
