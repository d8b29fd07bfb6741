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
  /// Greek, Turkish, Hebrew, Baltic, Vietnamese and Thai, as Windows writes them.
  case windows1253 = "Windows-1253"
  case windows1254 = "Windows-1254"
  case windows1255 = "Windows-1255"
  case windows1257 = "Windows-1257"
  case windows1258 = "Windows-1258"
  case windows874 = "Windows-874"
  /// Japanese, as Windows and as Unix write it.
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  /// Chinese with simplified signs (it holds GBK and GB2312), and with traditional ones.
  case gb18030 = "GB18030"
  case big5 = "Big5"
  /// Korean, as Windows writes it.
  case eucKR = "EUC-KR"

  /// The encoding of a name such as `windows-1251`, `cp1251`, `latin1` or `utf-16le`; nil for one that is not known.
  public init?(named name: String) {
    let folded = ColumnNames.fold(name)
    guard let known = TextEncoding.names[folded] ?? TextEncoding.named(folded) else { return nil }
    self = known
  }

  /// The names that are not the encoding's own, folded.
  private static let names: [String: TextEncoding] = [
    "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
    "utf32": .utf32LittleEndian, "utf32le": .utf32LittleEndian, "utf32be": .utf32BigEndian,
    "latin1": .windows1252, "iso88591": .windows1252, "iso885915": .windows1252, "iso88599": .windows1254,
    "latin5": .windows1254, "iso88597": .windows1253, "iso88598": .windows1255, "tis620": .windows874,
    "cp866": .cp866, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS, "ujis": .eucJP,
    "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "cp950": .big5, "big5hkscs": .big5,
    "cp949": .eucKR, "uhc": .eucKR, "ksc56011987": .eucKR, "ksc5601": .eucKR,
  ]

  /// The encoding whose own name, or that with `cp` for `Windows-`, is a folded name.
  private static func named(_ folded: String) -> TextEncoding? {
    allCases.first { encoding in
      let own = ColumnNames.fold(encoding.rawValue)
      return own == folded || own.hasPrefix("windows") && "cp" + own.dropFirst("windows".count) == folded
    }
  }

  /// True if nothing in a file says that it is written so.
  var isGuess: Bool { converterName != nil }

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
}
