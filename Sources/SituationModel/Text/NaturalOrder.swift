/// The order in which a person puts texts: by their letters, and by the values of the numbers in them, so that "Event 2" comes before
/// "Event 10".
///
/// A key is the folded text (`FoldedText`) with each run of digits written as `0`, the count of its digits without leading zeros, and those
/// digits. Keys compare byte by byte: of two numbers the one with fewer digits is less. `007` and `7` have the same key; the texts themselves
/// decide between them.
public enum NaturalOrder {
  /// The key of a text. Linear in its length.
  public static func key(of text: String) -> [UInt8] { key(folded: FoldedText.bytes(of: text)) }

  /// True if the left text comes first. Linear in both; to sort many texts, make their keys once.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    let keys = (key(of: left), key(of: right))
    return keys.0 == keys.1 ? left < right : keys.0.lexicographicallyPrecedes(keys.1)
  }

  /// The key of a folded text.
  static func key(folded: [UInt8]) -> [UInt8] {
    guard folded.contains(where: { isDigit($0) || $0 == 0xD9 || $0 == 0xDB }) else { return folded }
    var key: [UInt8] = []
    key.reserveCapacity(folded.count + 8)
    var place = 0
    while place < folded.count {
      guard digit(folded, place) != nil else {
        key.append(folded[place])
        place += 1
        continue
      }
      var digits: [UInt8] = []
      while let next = digit(folded, place) {
        if next.value != 0 || !digits.isEmpty { digits.append(UInt8(ascii: "0") + next.value) }
        place += next.length
      }
      key.append(UInt8(ascii: "0"))
      addCount(digits.count, to: &key)
      key += digits
    }
    return key
  }

  /// A count of digits: a byte, or 255 and four bytes from 255 on.
  private static func addCount(_ count: Int, to key: inout [UInt8]) {
    guard count >= 255 else {
      key.append(UInt8(count))
      return
    }
    let long = UInt32(clamping: count)
    key.append(255)
    for shift in [24, 16, 8, 0] as [UInt32] { key.append(UInt8(truncatingIfNeeded: long >> shift)) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The value of the digit at a place and its length in bytes; nil where none is. The digits of Arabic and of Persian are digits too.
  private static func digit(_ text: [UInt8], _ place: Int) -> (value: UInt8, length: Int)? {
    guard place < text.count else { return nil }
    let byte = text[place]
    if isDigit(byte) { return (byte - 0x30, 1) }
    guard byte == 0xD9 || byte == 0xDB, place + 1 < text.count else { return nil }
    let value = text[place + 1] &- (byte == 0xD9 ? 0xA0 : 0xB0)
    return value < 10 ? (value, 2) : nil
  }
}
