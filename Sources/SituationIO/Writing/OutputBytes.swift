/// Bytes of a file that is written, in UTF-8.
struct OutputBytes: Sendable {
  private(set) var bytes: [UInt8] = []

  /// How many there are.
  var count: Int { bytes.count }

  /// Hands out what there is, and begins anew in the same memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends a text as it is.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends what other bytes say.
  mutating func append(_ other: OutputBytes) { bytes += other.bytes }

  /// Appends a number that is finite, so that reading it gives the same again.
  mutating func append(_ number: Double) {
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
      append(String(whole))
    } else {
      append(number.description)
    }
  }

  /// Appends a text as JSON has it, in quotes.
  mutating func append(json text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: append("\\n")
      case 0x00..<0x20, 0x7F: append("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text as the content of an element of XML. What XML 1.0 has no way to say is left out.
  mutating func append(xml text: String) {
    if text.utf8.hasNoncharacter {
      return append(xml: String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value | 1 != 0xFFFF })))
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case 0x00..<0x09, 0x0B..<0x20: break
      default: bytes.append(byte)
      }
    }
  }

  /// Appends a text as a field of RFC 4180, in quotes where it needs them.
  mutating func append(field text: String) {
    let needsQuotes =
      text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x3B].contains($0) } || text.first == " " || text.last == " "
    guard needsQuotes else { return append(text) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Sequence<UInt8> {
  /// Whether UTF-8 has one of U+FFFE and U+FFFF, which are no characters of XML.
  var hasNoncharacter: Bool {
    var last: UInt32 = 0
    for byte in self {
      last = last << 8 | UInt32(byte)
      if last & 0xFF_FFFE == 0xEF_BFBE { return true }
    }
    return false
  }
}
