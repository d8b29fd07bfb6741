/// The words of a text as numbers by which texts are compared: two spellings of a name mostly have one, and small words have none.
struct WordKeys {
  /// The numbers of the words that count, in order.
  private(set) var words: [UInt32] = []
  /// The numbers of all words, small ones too.
  private(set) var run: [UInt32] = []

  /// The words of a text. Linear in its length.
  init(_ text: String) {
    var text = text
    let isASCII = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      var word: [UInt8] = []
      for byte in bytes {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: word.append(byte)
        case 0x41...0x5A: word.append(byte + 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: end(&word)
        }
      }
      end(&word)
      return true
    }
    guard !isASCII else { return }
    for word in FoldedName(text).words {
      var word = Array(word.utf8)
      end(&word)
    }
  }

  /// One number for all words, as of a name.
  var whole: UInt32? { words.isEmpty ? nil : words.reduce(17) { $0 &* 31 &+ $1 } }

  private mutating func end(_ word: inout [UInt8]) {
    defer { word.removeAll(keepingCapacity: true) }
    guard let first = word.first else { return }
    let key = WordKeys.key(word)
    run.append(key)
    if word.count > 1 || first < 0x3A, !WordKeys.small.contains(key) { words.append(key) }
  }

  /// A word without the differences of spelling and ending that matter least. A number stays as it is.
  private static func key(_ word: [UInt8]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
    let isLatin = word.allSatisfy { (0x61...0x7A).contains($0) }
    guard isLatin, word.count > 3 else {
      for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return hash
    }
    var letters = word[...]
    for ending in ["ing", "ed", "es", "s", "h"]
    where letters.count > 4 && letters.suffix(ending.count).elementsEqual(ending.utf8) {
      letters = letters.dropLast(ending.count)
      break
    }
    var last: UInt8 = 0
    for (place, byte) in letters.enumerated() {
      var byte = byte == UInt8(ascii: "q") ? UInt8(ascii: "k") : byte
      // The vowels of names are spelled in many ways; one at the beginning counts, and where it stands.
      if isVowel(byte) { byte = place == 0 ? UInt8(ascii: "a") : UInt8(ascii: "*") }
      if byte == last || byte == UInt8(ascii: "*") && place == letters.count - 1 { continue }
      hash = (hash ^ UInt32(byte)) &* 16_777_619
      last = byte
    }
    return hash
  }

  /// Words that say nothing about an event, and articles within names.
  private static let small: Set<UInt32> = Set(
    """
    the an of in on at to by for from with and or was were is are be been has had have that this it its as near after before \
    their they he she his her him who which not no but into over about al el ez es ar ash ad az der die das und le la les de du des \
    en et un une
    """.split(separator: " ").map { key(Array($0.utf8)) })
}
