import TextCanvas

extension InputDecoder {
  /// Decodes a character of UTF-8; bytes that are none are passed over, and so are the control characters U+0080 to U+009F.
  mutating func stepCharacter(
    _ bytes: ArraySlice<UInt8>, _ found: (inout InputDecoder, Unicode.Scalar) -> Void
  ) -> Int {
    guard let first = bytes.first else { return 0 }
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    let whole = bytes.prefix(length)
    let following = whole.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if whole.count < length && following == whole.count - 1 { return 0 }
    var codec = UTF8()
    var iterator = whole.makeIterator()
    guard case .scalarValue(let scalar) = codec.decode(&iterator) else { return 1 + following }
    if !(0x80..<0xA0).contains(scalar.value) { found(&self, scalar) }
    return length
  }

  /// The key that a single character stands for, control characters included.
  static func key(for scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x00: Key(.character(" "), .control)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    case 0x08, 0x7F: Key(.backspace)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))), .control)
    case 0x1C...0x1F: Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))), .control)
    default: Key(.character(Character(scalar)))
    }
  }
}
