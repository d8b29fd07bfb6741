/// How the characters of a text file are written.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16, least byte first"
  case utf16BigEndian = "UTF-16, greatest byte first"
  /// Western Europe (the WHATWG's Encoding Standard calls Latin-1 by it too).
  case windows1252 = "Windows-1252"
  /// Cyrillic, as Windows writes it.
  case windows1251 = "Windows-1251"
  /// Central Europe.
  case windows1250 = "Windows-1250"
  /// Arabic.
  case windows1256 = "Windows-1256"
  /// Cyrillic, as mail had it.
  case koi8r = "KOI8-R"
  case koi8u = "KOI8-U"
  /// Cyrillic, as DOS had it.
  case cp866 = "IBM866"
  case iso88595 = "ISO-8859-5"

  /// The encoding of a name such as `windows-1251`, `cp1251`, `latin1` or `utf-16le`; nil for one that is not known.
  public init?(named name: String) {
    let folded = ColumnNames.fold(name)
    let names: [String: TextEncoding] = [
      "utf8": .utf8, "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
      "windows1252": .windows1252, "cp1252": .windows1252, "latin1": .windows1252, "iso88591": .windows1252,
      "windows1251": .windows1251, "cp1251": .windows1251, "windows1250": .windows1250, "cp1250": .windows1250,
      "windows1256": .windows1256, "cp1256": .windows1256, "koi8r": .koi8r, "koi8u": .koi8u, "cp866": .cp866,
      "ibm866": .cp866, "iso88595": .iso88595,
    ]
    guard let known = names[folded] else { return nil }
    self = known
  }

  /// True if nothing in a file says that it is written so.
  var isGuess: Bool { characters != nil }

  /// The length in bytes of the byte order mark that a file begins with.
  func mark(of bytes: Bytes) -> Int {
    let sniffed = TextEncoding.sniff(bytes)
    return sniffed.encoding == self ? sniffed.mark : 0
  }

  /// The encoding that the first bytes tell: a byte order mark, or, where there is none, the zero bytes that ASCII has in UTF-16.
  static func sniff(_ bytes: Bytes) -> (encoding: TextEncoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let head = bytes.prefix(512)
    let zeros = (
      even: head.indices.count { $0 % 2 == 0 && head[$0] == 0 },
      odd: head.indices.count { $0 % 2 == 1 && head[$0] == 0 }
    )
    if zeros.odd * 3 > head.count, zeros.even * 10 < head.count { return (.utf16LittleEndian, 0) }
    if zeros.even * 3 > head.count, zeros.odd * 10 < head.count { return (.utf16BigEndian, 0) }
    return (.utf8, 0)
  }

  /// The bytes of a text in UTF-8, without a byte order mark. Linear.
  func decoded(_ bytes: Bytes, after mark: Int) -> Bytes {
    switch self {
    case .utf8: return mark == 0 ? bytes : Bytes(bytes[mark...])
    case .utf16LittleEndian, .utf16BigEndian:
      let isLittle = self == .utf16LittleEndian
      let units = stride(from: mark, to: bytes.count - 1, by: 2).lazy.map { place -> UInt16 in
        isLittle
          ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8 : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
      }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count / 2)
      // Half a pair becomes U+FFFD.
      _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { result.append($0) }
      return Bytes(result)
    case .windows1250, .windows1251, .windows1252, .windows1256, .koi8r, .koi8u, .cp866, .iso88595:
      let encoded = (characters ?? []).map { Array(String($0).utf8) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 2)
      for byte in bytes[mark...] {
        if byte < 0x80 { result.append(byte) } else { result += encoded[Int(byte) - 0x80] }
      }
      return Bytes(result)
    }
  }

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
    return faults > sound * 4 ? letters(bytes) : nil
  }

  /// The encoding whose letters fit best: those of a word belong to one script, most of them are small and common.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let words = highWords(bytes)
    // In Western texts letters beyond ASCII stand alone among others; in Cyrillic and Arabic whole words are made of them.
    let long = words.count { $0.count > 2 }
    guard long * 2 > words.count else { return .windows1252 }
    let candidates: [(encoding: TextEncoding, common: String)] = [
      (.windows1251, "оеаинтсрвлкмдпуяыьгзбчйхжіїєґ"), (.koi8r, "оеаинтсрвлкмдпуяыьгзбчйхж"),
      (.cp866, "оеаинтсрвлкмдпуяыьгзбчйхж"),
      (.iso88595, "оеаинтсрвлкмдпуяыьгзбчйхж"), (.windows1256, "اليمونرتبعدسفكهقحجشصطخةىئأء"),
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
