/// Searches that look at eight bytes at once.
///
/// The lowest bit that they find is exact; those above it may be wrong by a borrow or a carry (Mycroft), so that none but the first byte
/// is ever asked for.
enum ByteWords {
  /// The first byte from a place on that is no printable ASCII; the end where there is none.
  static func firstUnprintable(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    first(in: bytes, from: start, before: bytes.count) { word in
      let control = word & all(0xE0)
      return ((control &- all(1)) & ~control | word | (word &+ all(1))) & all(0x80)
    } orByte: {
      $0 &- 0x20 >= 0x5F
    }
  }

  /// The first byte from a place on, and before another, that is a control character of ASCII below 0x20; the end where there is none.
  static func firstControl(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int) -> Int {
    first(in: bytes, from: start, before: end) { word in
      let control = word & all(0xE0)
      return (control &- all(1)) & ~control & all(0x80)
    } orByte: {
      $0 < 0x20
    }
  }

  /// The first byte that a search finds.
  ///
  /// - Parameters:
  ///   - isFound: the high bits of the bytes of a word that are looked for.
  ///   - orByte: true for a byte that is looked for.
  @inline(__always)
  private static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int, _ isFound: (UInt64) -> UInt64,
    orByte: (UInt8) -> Bool
  ) -> Int {
    var place = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return end }
    while place + 8 <= end {
      let found = isFound(base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      if found != 0 { return place + found.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < end, !orByte(bytes[place]) { place += 1 }
    return place
  }

  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
