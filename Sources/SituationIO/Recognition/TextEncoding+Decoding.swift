extension TextEncoding {
  /// The name of the encoding for the converter of the C library; nil where no converter is needed.
  public var converterName: String? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: nil
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .windows1252: "CP1252"
    case .windows1253: "CP1253"
    case .windows1254: "CP1254"
    case .windows1255: "CP1255"
    case .windows1256: "CP1256"
    case .windows1257: "CP1257"
    case .windows1258: "CP1258"
    case .windows874: "CP874"
    case .koi8r: "KOI8-R"
    case .koi8u: "KOI8-U"
    case .cp866: "CP866"
    case .iso88595: "ISO-8859-5"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .eucKR: "CP949"
    }
  }

  /// The characters of the bytes from 0x80 on of an encoding with a byte for each, 128 of them; U+FFFD stands for a byte that has none. Nil for
  /// any other encoding.
  var characters: [Unicode.Scalar]? {
    guard let converter = TextConverter(from: self), !isEastAsian else { return nil }
    return (UInt8(0x80)...0xFF).map { byte in
      let text = withUnsafeBytes(of: byte) { converter.utf8($0.bindMemory(to: UInt8.self)).bytes }
      return String(decoding: text, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }
  }

  /// True for an encoding with two and more bytes for a character.
  var isEastAsian: Bool {
    switch self {
    case .shiftJIS, .eucJP, .gb18030, .big5, .eucKR: true
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .windows1250, .windows1251,
      .windows1252, .windows1253, .windows1254, .windows1255, .windows1256, .windows1257, .windows1258, .windows874,
      .koi8r, .koi8u, .cp866, .iso88595:
      false
    }
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
    case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255, .windows1256,
      .windows1257, .windows1258, .windows874, .koi8r, .koi8u, .cp866, .iso88595, .shiftJIS, .eucJP, .gb18030, .big5,
      .eucKR:
      guard let converter = TextConverter(from: self) else { return Bytes(bytes[mark...]) }
      return Bytes(bytes.withUnsafeBufferPointer { converter.utf8($0.extracting(mark...)).bytes })
    }
  }
}
