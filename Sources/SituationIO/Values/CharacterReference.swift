/// A reference to a character, the text between `&` and `;`.
enum CharacterReference {
  /// The character it means: by number, or one of the five that XML names. nil for any other.
  static func character(_ reference: some BidirectionalCollection<UInt8>) -> Character? {
    switch String(decoding: reference, as: UTF8.self) {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default: numbered(reference)
    }
  }

  private static func numbered(_ reference: some BidirectionalCollection<UInt8>) -> Character? {
    guard reference.first == UInt8(ascii: "#") else { return nil }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let first = number.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(number, radix: isHexadecimal ? 16 : 10), value != 0, let scalar = UnicodeScalar(value)
    else { return nil }
    return Character(scalar)
  }
}
