/// A word of at most 16 bytes whose capital letters of ASCII are small ones, to be compared at once.
struct SmallWord: Equatable, Sendable {
  private var (first, last): (UInt64, UInt64) = (0, 0)

  init() {}

  /// A word of ASCII.
  init(_ word: String) {
    for byte in word.utf8 { append(byte) }
  }

  /// The word of some bytes; nil where not all are ASCII.
  @inline(__always)
  init?(ascii bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var all: UInt8 = 0
    for place in range {
      all |= bytes[place]
      append(bytes[place])
    }
    if all >= 0x80 { return nil }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    last = last << 8 | first >> 56
    first = first << 8 | UInt64(byte &- 0x41 < 26 ? byte + 32 : byte)
  }
}
