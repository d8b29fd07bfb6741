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
  ///
  /// Characters that act on a terminal or turn the direction of texts are escaped, which loses nothing.
  mutating func append(json text: String) {
    if text.utf8.hasActingCharacter {
      let parts = text.unicodeScalars.map { $0.acts ? "\\u" + $0.fourDigits : OutputBytes.json($0) }
      return append("\"" + parts.joined() + "\"")
    }
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

  private static func json(_ scalar: Unicode.Scalar) -> String {
    var output = OutputBytes()
    output.append(json: String(scalar))
    return String(decoding: output.bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Appends a text as the content of an element of XML. What XML 1.0 has no way to say is left out.
  mutating func append(xml text: String) {
    if text.utf8.hasNoncharacter {
      return append(xml: String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value | 1 != 0xFFFF })))
    }
    if text.utf8.hasActingCharacter {
      for scalar in text.unicodeScalars {
        if scalar.acts { append("&#x\(scalar.fourDigits);") } else { append(xml: String(scalar)) }
      }
      return
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

extension Unicode.Scalar {
  /// True if a terminal may obey the character, or it turns the direction of a text or hides: C1 controls, marks of direction, and
  /// characters without a width.
  fileprivate var acts: Bool {
    switch value {
    case 0x80...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// The number of the character in four hexadecimal digits.
  fileprivate var fourDigits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension Sequence<UInt8> {
  /// True if UTF-8 has a character that acts (`Unicode.Scalar.acts`), as far as its first bytes tell.
  fileprivate var hasActingCharacter: Bool {
    var last: UInt32 = 0
    for byte in self {
      last = last << 8 | UInt32(byte)
      if byte & 0xC0 != 0x80 { continue }
      switch last & 0xFFFF {
      case 0xC280...0xC29F, 0xD89C: return true
      default: break
      }
      switch last & 0xFF_FFFF {
      case 0xE2808B...0xE2808F, 0xE280A8...0xE280AE, 0xE281A0...0xE281AF, 0xEFBBBF: return true
      default: break
      }
    }
    return false
  }

  /// True if UTF-8 has one of U+FFFE and U+FFFF, which are no characters of XML.
  var hasNoncharacter: Bool {
    var last: UInt32 = 0
    for byte in self {
      last = last << 8 | UInt32(byte)
      if last & 0xFF_FFFE == 0xEF_BFBE { return true }
    }
    return false
  }
}
