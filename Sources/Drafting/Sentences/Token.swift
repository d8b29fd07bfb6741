/// A word, a number or a sign of a paragraph.
struct Token: Hashable, Sendable {
  /// The text as it stands.
  let text: String
  /// The text in small letters, with plain apostrophes.
  let low: String
  /// The bytes of it in the UTF-8 of its paragraph.
  let range: Range<Int>
  /// True for a word or a number.
  let isWord: Bool
  /// True if it begins with a capital letter.
  let isCapitalised: Bool

  /// True for a number in digits.
  var isNumber: Bool { isWord && low.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
  /// True for a word of a script without capitals, as Arabic.
  var isCaseless: Bool {
    guard isWord, let scalar = text.unicodeScalars.first else { return false }
    return scalar.properties.isAlphabetic && !scalar.properties.isLowercase && !scalar.properties.isUppercase
  }
}

/// Takes a paragraph apart.
///
/// A hyphen is a token of its own, and so is the `'s` of a possessive; `U.S.` and `a.m.` are one token each.
enum Tokenizer {
  /// The tokens of a text, in order. Linear in the text.
  static func tokens(_ text: String) -> [Token] {
    var scanner = Scanner(text)
    var tokens: [Token] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    /// The first byte of each scalar, and behind the last.
    let offsets: [Int]
    var place = 0

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      var offset = 0
      var offsets: [Int] = []
      offsets.reserveCapacity(scalars.count + 1)
      for scalar in scalars {
        offsets.append(offset)
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
      self.offsets = offsets
    }

    mutating func next() -> Token? {
      while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
      guard place < scalars.count else { return nil }
      let start = place
      if isDigit(start) {
        passNumber()
      } else if isLetter(start) {
        if !passInitials() { passWord() }
      } else if isApostrophe(start), let end = possessive(start) {
        place = end
        return token(start, isWord: false)
      } else {
        place += 1
        return token(start, isWord: false)
      }
      return token(start, isWord: true)
    }

    private mutating func passNumber() {
      while place < scalars.count {
        if isDigit(place) || isLetter(place) {
          place += 1
        } else if ".,:".unicodeScalars.contains(scalars[place]), place + 1 < scalars.count, isDigit(place + 1) {
          place += 1
        } else {
          return
        }
      }
    }

    /// Passes letters that each have a dot, as `U.N.`; false where there are none.
    private mutating func passInitials() -> Bool {
      var end = place
      while end + 1 < scalars.count, isLetter(end), scalars[end + 1] == ".",
        end == place || scalars[end - 1] == "."
      {
        end += 2
      }
      guard end - place >= 4 else { return false }
      place = end
      return true
    }

    private mutating func passWord() {
      let start = place
      while place < scalars.count {
        // `l'armée`, `d'Odessa`: the article is a token of its own.
        if isApostrophe(place), place - start <= 2, place > start, isElided(start..<place) {
          place += 1
          return
        }
        if isLetter(place) || isDigit(place) {
          place += 1
        } else if isApostrophe(place), place + 1 < scalars.count, isLetter(place + 1), possessive(place) == nil {
          place += 1
        } else {
          return
        }
      }
    }

    private func isElided(_ range: Range<Int>) -> Bool {
      let letters = String(String.UnicodeScalarView(scalars[range])).lowercased()
      return ["d", "l", "qu", "j", "n", "s", "c", "m", "t"].contains(letters) && possessive(range.upperBound) == nil
    }

    /// The end of `'s` or of a lone apostrophe behind an s; nil where there is none.
    private func possessive(_ start: Int) -> Int? {
      guard start > 0, isLetter(start - 1), start + 1 < scalars.count,
        scalars[start + 1] == "s" || scalars[start + 1] == "S"
      else { return nil }
      return start + 2 == scalars.count || !isLetter(start + 2) ? start + 2 : nil
    }

    private func isApostrophe(_ index: Int) -> Bool {
      scalars[index] == "'" || scalars[index] == "\u{2019}" || scalars[index] == "\u{2BC}"
    }
    private func isDigit(_ index: Int) -> Bool { scalars[index].properties.generalCategory == .decimalNumber }
    private func isLetter(_ index: Int) -> Bool {
      let scalar = scalars[index]
      if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark:
        return scalar.value != 0x2BC
      default: return scalar.value == 0x200C
      }
    }

    private func token(_ start: Int, isWord: Bool) -> Token {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start..<place])
      let first = scalars[start].properties
      return Token(
        text: text, low: Token.low(text), range: offsets[start]..<offsets[place], isWord: isWord,
        isCapitalised: isWord && (first.isUppercase || first.generalCategory == .titlecaseLetter))
    }
  }
}

extension Token {
  /// A text as tokens are compared.
  static func low(_ text: String) -> String {
    let small = text.lowercased()
    guard !small.utf8.allSatisfy({ $0 < 0x80 }) else { return small }
    var result = ""
    for scalar in small.unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2BC}": result.unicodeScalars.append("'")
      case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": result.unicodeScalars.append("-")
      // Arabic's short vowels and stretching; alef in its forms.
      case "\u{64B}"..."\u{652}", "\u{640}": break
      case "\u{622}", "\u{623}", "\u{625}": result.unicodeScalars.append("\u{627}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
