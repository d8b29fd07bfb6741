/// How the characters of a text file are written.
public enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16, least byte first"
  case utf16BigEndian = "UTF-16, greatest byte first"
  /// What a file is taken for that is no UTF-8 (the WHATWG's Encoding Standard calls Latin-1 by it too).
  case windows1252 = "Windows-1252"

  /// What the first bytes tell: a byte order mark, or, where there is none, the zero bytes that ASCII has in UTF-16.
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
    case .windows1252:
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes[mark...] {
        let scalar = TextEncoding.scalar(byte)
        if scalar < 0x80 {
          result.append(UInt8(scalar))
        } else if scalar < 0x800 {
          result += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
        } else {
          result += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
        }
      }
      return Bytes(result)
    }
  }

  /// The character of a byte of Windows-1252; the five that it leaves open are the controls of Latin-1.
  private static func scalar(_ byte: UInt8) -> UInt16 {
    (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
  }

  /// Bytes 0x80 to 0x9F, after the WHATWG's index of windows-1252.
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Whether bytes are UTF-8, and if not, whether they rather are Windows-1252: no character beyond ASCII is sound.
  ///
  /// A file with some sound characters is UTF-8 with faults. Linear, and stops at the first fault after a sound one.
  static func isWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (hasFault, offset) = (false, 0)
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      // A sound character beyond ASCII is not there by chance.
      if UTF8Character(bytes, at: offset) != nil { return false }
      hasFault = true
      offset += 1
    }
    return hasFault
  }
}
