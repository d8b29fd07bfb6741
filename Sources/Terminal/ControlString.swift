/// A string that a terminal sends, as a reply to a question: nothing in it is a key, and nothing of it is kept.
///
/// It ends with ST (`ESC \\`, or U+009C) or BEL. ECMA-48 allows BEL inside no string but SOS, which no terminal sends. CAN, SUB and
/// any other sequence break it off.
struct ControlString: Hashable {
  /// The number of bytes of a UTF-8 character that are still to come: 0x9C may be one of them, and is no terminator then.
  private var continuation = 0
  /// True if the byte before was 0xC2, behind which 0x9C is U+009C.
  private var isBehindC2 = false

  /// The result of reading bytes.
  struct Reading: Hashable {
    /// The number of bytes that belong to the string, with its terminator.
    var length: Int
    /// True if the string has ended.
    var isOver: Bool
  }

  /// Reads bytes of the string. An Escape at their end is left, since the byte behind it says what it is.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    for at in bytes.indices {
      let length = at - bytes.startIndex
      switch bytes[at] {
      case 0x07, 0x18, 0x1A: return Reading(length: length + 1, isOver: true)
      case 0x1B:
        guard at + 1 < bytes.endIndex else { return Reading(length: length, isOver: false) }
        let isTerminator = bytes[at + 1] == UInt8(ascii: "\\")
        return Reading(length: isTerminator ? length + 2 : length, isOver: true)
      case 0x9C where continuation == 0 || isBehindC2: return Reading(length: length + 1, isOver: true)
      case let byte: follow(byte)
      }
    }
    return Reading(length: bytes.count, isOver: false)
  }

  private mutating func follow(_ byte: UInt8) {
    isBehindC2 = byte == 0xC2
    switch byte {
    case 0xC2..<0xE0: continuation = 1
    case 0xE0..<0xF0: continuation = 2
    case 0xF0..<0xF5: continuation = 3
    case 0x80..<0xC0: continuation = max(0, continuation - 1)
    default: continuation = 0
    }
  }

  /// The number of bytes up to the terminator of a string whose beginning was given up; nil if they have none.
  /// - Parameter isBehindEscape: True if the bytes before ended with Escape.
  static func lateEnd(in bytes: ArraySlice<UInt8>, isBehindEscape: Bool) -> Int? {
    if isBehindEscape, bytes.first == UInt8(ascii: "\\") { return 1 }
    for at in bytes.indices {
      if bytes[at] == 0x07 { return at - bytes.startIndex + 1 }
      if bytes[at] == 0x1B {
        return at + 1 < bytes.endIndex && bytes[at + 1] == UInt8(ascii: "\\") ? at - bytes.startIndex + 2 : nil
      }
    }
    return nil
  }
}
