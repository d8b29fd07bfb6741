/// A name as it is compared: "al-Hasakah" and "Hasakah" are one, and so are "Latakia" and "LATAKIA", "Şanlıurfa" and
/// "Sanliurfa", "حسياء" and "حسيا".
///
/// Left out are case, accents, apostrophes and the signs for ayn and hamza, hyphens and dots between words, the article
/// (`al`, `ad-`, `ez-`, `ال`), short vowels and the stretching of Arabic; its letters that are written in several ways
/// become one.
public struct FoldedName: Hashable, Sendable {
  /// The words of the name, without those that do not count.
  public let words: [String]
  /// The words without spaces between them: "Deir ez-Zor" and "Deirezzor" differ in the article alone.
  public let compact: String

  /// A name folded. Linear in its length.
  public init(_ name: String) {
    if let words = Self.wordsOfASCII(name) {
      self.init(counting: words)
      return
    }
    var words: [String] = [""]
    let latin = Self.latin
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value < latin.count ? latin[Int(scalar.value)] : Self.fold(scalar) {
      case .letters(let letters): words[words.count - 1] += letters
      case .space: words.append("")
      case .nothing: break
      }
    }
    self.init(counting: words.filter { !$0.isEmpty })
  }

  /// A name of some words, of which articles do not count.
  private init(counting words: [String]) {
    // What stands last is no article: it is being typed, or a name.
    if words.count == 1 {
      self.init(words: [Self.withoutArticle(words[0])])
    } else {
      let last = words.last.map(Self.withoutArticle)
      self.init(
        words: words.dropLast().filter { !Self.articles.contains($0) }.map(Self.withoutArticle)
          + (last.map { [$0] } ?? []))
    }
  }

  /// The words of a name that is all ASCII, as most are; nil for any other.
  private static func wordsOfASCII(_ name: String) -> [String]? {
    var name = name
    return name.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var (words, word) = ([String](), [UInt8]())
      func end() {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      for byte in bytes {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: word.append(byte)
        case 0x41...0x5A: word.append(byte + 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: end()
        }
      }
      end()
      return words
    }
  }

  /// The name without an article at its end, as it stands there while the word behind it is not typed yet; nil when it has
  /// none.
  public var withoutLastArticle: FoldedName? {
    guard words.count > 1, let last = words.last, Self.articles.contains(last) else { return nil }
    return FoldedName(words: Array(words.dropLast()))
  }

  private init(words: [String]) {
    self.words = words
    compact = words.count == 1 ? words[0] : words.joined()
  }

  /// The `compact` of a folded name, without its words: a fraction of the time for names of ASCII. Linear in the length.
  public static func compact(_ name: String) -> String {
    var text = name
    return text.withUTF8(compactOfASCII) ?? FoldedName(name).compact
  }

  /// The compact form of a name that is all ASCII; nil for any other.
  private static func compactOfASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { letters in
      // The last word begins at `start`; `isOpen` while the next letter belongs to it.
      var (count, start, isOpen) = (0, 0, false)
      for byte in bytes {
        let letter: UInt8
        switch byte {
        case 0x30...0x39, 0x61...0x7A: letter = byte
        case 0x41...0x5A: letter = byte + 0x20
        case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
        default:
          isOpen = false
          continue
        }
        if !isOpen {
          // An article counts where it stands last.
          let isShort = count - start <= longestArticle
          if isShort, articles.contains(String(decoding: letters[start..<count], as: UTF8.self)) { count = start }
          (start, isOpen) = (count, true)
        }
        letters.initializeElement(at: count, to: letter)
        count += 1
      }
      return String(decoding: letters[..<count], as: UTF8.self)
    }
  }

  /// In how many letters two names differ, counting at most `limit`: nil when it is more. Linear in the product of their
  /// lengths; V. I. Levenshtein's distance, by rows.
  public func distance(to other: FoldedName, limit: Int) -> Int? {
    let (first, second) = (Array(compact.unicodeScalars), Array(other.compact.unicodeScalars))
    guard abs(first.count - second.count) <= limit else { return nil }
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let changed = diagonal + (letter == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    let distance = row[second.count]
    return distance <= limit ? distance : nil
  }

  private enum Folded {
    case letters(String)
    case space
    case nothing
  }

  private static let articles: Set<String> = [
    "al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "esh", "et", "ez",
  ]

  /// The bytes of the longest of them.
  private static let longestArticle = articles.map(\.utf8.count).max() ?? 0

  /// A word without Arabic's article, if enough is left of it.
  private static func withoutArticle(_ word: String) -> String {
    word.utf8.first == 0xD8 && word.hasPrefix("ال") && word.unicodeScalars.count > 4
      ? String(word.unicodeScalars.dropFirst(2)) : word
  }

  /// The letters before the Greek ones, by their numbers: to ask for the properties of one takes long.
  private static let latin: [Folded] = (0..<0x370).map { Unicode.Scalar($0).map(fold) ?? .space }

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar {
    case "a"..."z", "0"..."9": return .letters(String(Character(scalar)))
    case "'", "`", "\u{B4}", "\u{2B9}"..."\u{2BF}", "\u{2018}"..."\u{201B}", "\u{2032}": return .nothing
    // Alef in all its forms, ta marbuta and the forms of ha, ya and alef maqsura, waw, kaf.
    case "\u{622}", "\u{623}", "\u{625}", "\u{671}": return .letters("\u{627}")
    case "\u{629}", "\u{6BE}", "\u{6C0}"..."\u{6C3}", "\u{6D5}": return .letters("\u{647}")
    case "\u{649}", "\u{626}", "\u{6CC}": return .letters("\u{64A}")
    case "\u{624}": return .letters("\u{648}")
    case "\u{6A9}", "\u{6AA}": return .letters("\u{643}")
    // Hamza by itself, the stretching line.
    case "\u{621}", "\u{640}": return .nothing
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .modifierLetter: return .nothing
    case .lowercaseLetter, .otherLetter, .decimalNumber: return .letters(base(of: scalar))
    default: return .space
    }
  }

  /// The plain letter that one with a sign goes back to, by its name in Unicode: LATIN SMALL LETTER E WITH ACUTE.
  private static func base(of scalar: Unicode.Scalar) -> String {
    // None of these is Latin, and to ask for a name takes long.
    if 0x370..<0x1AB0 ~= scalar.value { return String(Character(scalar)) }
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return String(Character(scalar)) }
    let letter = name.dropFirst(start.count).prefix { $0 != " " }
    switch letter {
    case "SHARP": return "ss"
    case "DOTLESS": return "i"
    case "ETH": return "d"
    case "THORN": return "th"
    case "AE", "OE": return letter.lowercased()
    default: return letter.count == 1 ? letter.lowercased() : String(Character(scalar))
    }
  }
}
