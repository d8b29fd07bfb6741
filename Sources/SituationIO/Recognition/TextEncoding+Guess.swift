extension TextEncoding {
  /// The encoding of bytes that are no UTF-8, by their letters; nil where they are, or where they rather are UTF-8 with faults.
  ///
  /// Sound characters are not there by chance, but for some pairs of letters of Cyrillic. Linear in the bytes.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var (faults, sound, offset) = (0, 0, 0)
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let character = UTF8Character(bytes, at: offset) {
        sound += 1
        offset += character.length
      } else {
        faults += 1
        offset += 1
      }
    }
    return faults > sound * 4 ? EastAsianText(bytes).encoding ?? letters(bytes) : nil
  }

  /// The encoding whose letters fit best: those of a word belong to one script, most of them are small and common.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let words = highWords(bytes)
    // In Western texts letters beyond ASCII stand alone among others; in Cyrillic and Arabic whole words are made of them.
    let long = words.count { $0.count > 2 }
    guard long * 2 > words.count else {
      return hasCentralLetters(bytes) ? .windows1250 : hasTurkishLetters(words) ? .windows1254 : .windows1252
    }
    // The ten most common letters of the languages; which letters are common differs more than which there are.
    let candidates: [(encoding: TextEncoding, common: String)] = [
      (.windows1251, "оеаинтсрвлі"), (.koi8r, "оеаинтсрвл"), (.cp866, "оеаинтсрвл"), (.iso88595, "оеаинтсрвлі"),
      (.windows1256, "اليمونرتبةد"), (.windows1253, "αοιετσνηυρπκάόί"), (.windows1255, "יוהלאמרתבשנ"),
      (.windows874, "านรอกเงมยลวดท่้ัีิ"),
    ]
    func score(_ encoding: TextEncoding, _ common: String) -> Int {
      guard let table = encoding.characters else { return 0 }
      let known = Set(common.unicodeScalars)
      return words.prefix(4_000).reduce(0) { sum, word in
        sum + word.reduce(0) { $0 + (known.contains(table[Int($1) - 0x80]) ? 1 : 0) }
      }
    }
    return candidates.max { score($0.encoding, $0.common) < score($1.encoding, $1.common) }?.encoding ?? .windows1252
  }

  /// True if the letters that Turkish has in place of Icelandic ones are there, and none that Icelandic has beside.
  private static func hasTurkishLetters(_ words: [[UInt8]]) -> Bool {
    let all = words.prefix(4_000).joined()
    let turkish = all.count { [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE].contains($0) }
    let others = all.count { [0xC1, 0xC6, 0xCD, 0xD3, 0xDA, 0xE1, 0xE6, 0xED, 0xF3, 0xFA].contains($0) }
    return turkish >= 2 && others * 4 < turkish
  }

  /// Bytes that are letters of Polish, Czech, Slovak, Slovenian, Croatian or Romanian in Windows-1250, and in Windows-1252 signs, or letters of
  /// no Western language: `ł`, `ą`, `ż`, `Ż`, `ź`, `ž`, `š`, `ť`, `ľ`, `ş` and their capitals.
  private static let centralLetters: Set<UInt8> = [
    0xB3, 0xB9, 0xBF, 0xA3, 0xA5, 0xAF, 0x9F, 0x8F, 0x9E, 0x8E, 0x9A, 0x8A, 0x9D, 0xBE, 0xBC, 0xBA,
  ]

  /// True if bytes that only Central Europe has within words are more than a few of those beyond ASCII.
  private static func hasCentralLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC0 }
    var (central, high) = (0, 0)
    let head = bytes.prefix(1 << 20)
    for place in head.indices where head[place] >= 0x80 {
      high += 1
      guard centralLetters.contains(head[place]), place > 0, place + 1 < head.count else { continue }
      let (before, behind) = (isLetter(head[place - 1]), isLetter(head[place + 1]))
      // The Spanish ¿ begins words, and º ends them.
      let isFirst = head[place - 1] <= 0x20 || ",;|\"".utf8.contains(head[place - 1])
      let mayBegin = head[place] != 0xBF && head[place] != 0xBA && isFirst
      // An ł ends words; an exponent stands behind the sign of a metre.
      let mayEnd = head[place] == 0xB3 && before && head[place - 1] | 0x20 != UInt8(ascii: "m")
      if behind && (before || mayBegin) || mayEnd { central += 1 }
    }
    return central >= 2 && central * 10 >= high
  }

  /// Runs of bytes beyond ASCII.
  private static func highWords(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in bytes.prefix(1 << 20) {
      if byte >= 0x80 {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
