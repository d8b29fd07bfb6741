/// The text of a cell, put together from pieces of XML.
enum CellText {
  /// Appends a text of XML, its references resolved, its line ends as XML has them (a line feed each).
  ///
  /// - Parameter hasEscapes: True if `_x000D_` stands for the character of that number, as in the texts of XLSX.
  static func append(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, to text: inout [UInt8]
  ) {
    let piece = bytes.extracting(range)
    guard piece.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0x0D || $0 == UInt8(ascii: "_") }) else {
      text.append(contentsOf: piece)
      return
    }
    var place = 0
    while place < piece.count {
      let byte = piece[place]
      switch byte {
      case UInt8(ascii: "&"):
        if let (character, length) = reference(piece[(place + 1)...]) {
          text += String(character).utf8
          place += length + 1
          continue
        }
        text.append(byte)
      case 0x0D:
        if place + 1 >= piece.count || piece[place + 1] != 0x0A { text.append(0x0A) }
      case UInt8(ascii: "_") where hasEscapes:
        if let scalar = escape(piece[place...]) {
          text += String(Character(scalar)).utf8
          place += 7
          continue
        }
        text.append(byte)
      default: text.append(byte)
      }
      place += 1
    }
  }

  /// The character of a reference, and the bytes up to behind its semicolon.
  private static func reference(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (Character, Int)? {
    guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let character = CharacterReference.character(rest[..<end])
    else { return nil }
    return (character, end - rest.startIndex + 1)
  }

  /// The character of `_xHHHH_`; nil for anything else, and for half a pair of UTF-16.
  private static func escape(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let start = rest.startIndex
    guard rest.count >= 7, rest[start + 1] == UInt8(ascii: "x"), rest[start + 6] == UInt8(ascii: "_") else {
      return nil
    }
    var value: UInt32 = 0
    for byte in rest[start + 2..<start + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
