/// How the characters of a text file are written.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16, least byte first"
  case utf16BigEndian = "UTF-16, greatest byte first"
  case utf32LittleEndian = "UTF-32, least byte first"
  case utf32BigEndian = "UTF-32, greatest byte first"
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
      "utf32": .utf32LittleEndian, "utf32le": .utf32LittleEndian, "utf32be": .utf32BigEndian,
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

  /// The encoding that the first bytes tell: a byte order mark, or, where there is none, the zero bytes that ASCII has in UTF-16 and
  /// UTF-32.
  static func sniff(_ bytes: Bytes) -> (encoding: TextEncoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let head = bytes.prefix(512)
    var counts = [0, 0, 0, 0]
    for place in head.indices where head[place] == 0 { counts[place % 4] += 1 }
    let zeros = (even: counts[0] + counts[2], odd: counts[1] + counts[3])
    if zeros.even * 5 > head.count, zeros.odd * 5 > head.count {
      if counts[0] * 20 < head.count { return (.utf32LittleEndian, 0) }
      if counts[3] * 20 < head.count { return (.utf32BigEndian, 0) }
    }
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
    case .utf32LittleEndian, .utf32BigEndian:
      let isLittle = self == .utf32LittleEndian
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count / 3)
      for place in stride(from: mark, to: bytes.count - 3, by: 4) {
        let four = bytes[place..<place + 4]
        let value = (isLittle ? Array(four.reversed()) : Array(four)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        result += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
      }
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
    guard long * 2 > words.count else { return hasCentralLetters(bytes) ? .windows1250 : .windows1252 }
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
