/// Texts between quotes.
extension JSONReader {
  /// The text ahead, its escapes resolved. Bytes and escapes that are no Unicode read as U+FFFD and count as a repair.
  mutating func text() throws(Fault) -> String {
    try want(.text)
    let first = offset + 1
    let found = try passText()
    let range = first..<offset - 1
    if range.count > limits.textBytes {
      throw Fault(offset: first - 1, problem: .textTooLong(limit: limits.textBytes))
    }
    if found.hasEscapes { return unescaped(range) }
    let bytes = cursor.bytes[range]
    return found.isASCII ? String(decoding: bytes, as: UTF8.self) : repaired(bytes)
  }

  /// The signs that were seen on the way over a text.
  struct TextTraits {
    var isASCII = true
    var hasEscapes = false
  }

  /// Steps over the text ahead, whatever its length, and sees that it is well formed.
  @discardableResult mutating func passText() throws(Fault) -> TextTraits {
    var traits = TextTraits()
    cursor.advance()
    while true {
      let byte = cursor.current
      switch byte {
      case UInt8(ascii: "\""):
        cursor.advance()
        endValue()
        return traits
      case UInt8(ascii: "\\"):
        traits.hasEscapes = true
        try passEscape()
      case 0..<0x20:
        throw fault(cursor.isAtEnd ? .endOfFile : .controlCharacter(byte))
      default:
        if byte >= 0x80 { traits.isASCII = false }
        cursor.advance()
      }
    }
  }

  private mutating func passEscape() throws(Fault) {
    cursor.advance()
    switch cursor.current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      cursor.advance()
    case UInt8(ascii: "u"):
      cursor.advance()
      for _ in 0..<4 {
        guard cursor.current.hexDigit != nil else { throw badEscape() }
        cursor.advance()
      }
    default: throw badEscape()
    }
  }

  private func badEscape() -> Fault { fault(cursor.isAtEnd ? .endOfFile : .badEscape) }

  // MARK: Escapes

  /// The text of a range that is known to be well formed.
  private mutating func unescaped(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var rest = cursor.bytes[range]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"): result.append(contentsOf: String(scalar(from: &rest)).utf8)
      default: result.append(escape)
      }
    }
    return repaired(result)
  }

  /// The character that four hexadecimal digits say, or eight with `\u` between them.
  private mutating func scalar(from rest: inout Slice<Bytes>) -> UnicodeScalar {
    let unit = JSONReader.unit(from: &rest)
    if let scalar = UnicodeScalar(unit) { return scalar }
    var ahead = rest
    if unit < 0xDC00, ahead.popFirst() == UInt8(ascii: "\\"), ahead.popFirst() == UInt8(ascii: "u") {
      let second = JSONReader.unit(from: &ahead)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = UnicodeScalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        rest = ahead
        return scalar
      }
    }
    repairs += 1
    return "\u{FFFD}"
  }

  private static func unit(from rest: inout Slice<Bytes>) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 { unit = unit << 4 | UInt32(rest.popFirst()?.hexDigit ?? 0) }
    return unit
  }

  private mutating func repaired(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    repairs += 1
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// The value as a hexadecimal digit.
  fileprivate var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
