extension Needle {
  /// True if the needle may be in a text of some JSON that is still bytes.
  ///
  /// False is certain: the bytes are ASCII without an escape, so that their texts stand in them as they are, and the needle is not
  /// among them. After true, only a reader can decide. Compares eight bytes at once, as whole numbers: a comparison of two SIMD values
  /// goes lane by lane here.
  public func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    folded.withUnsafeBufferPointer { needle in
      guard isASCII, let base = bytes.baseAddress, let first = needle.first, let last = needle.last,
        !needle.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
      else { return true }
      let (raw, reach) = (UnsafeRawPointer(base), needle.count - 1)
      let (head, tail) = (Sign(first), Sign(last))
      let escapes = Needle.all(UInt8(ascii: "\\"))
      var start = 0
      while start + reach + 8 <= bytes.count {
        // The bounds are those of the loop: bytes are read as words, which stand where they stand.
        let word = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
        if word & Needle.highs != 0 || Needle.zeros(word ^ escapes) != 0 { return true }
        var places = head.places(in: word)
        if places != 0 {
          let behind = raw.loadUnaligned(fromByteOffset: start + reach, as: UInt64.self).littleEndian
          places &= tail.places(in: behind)
          while places != 0 {
            if Needle.stands(needle, at: start + places.trailingZeroBitCount >> 3, in: bytes) { return true }
            places &= places - 1
          }
        }
        start += 8
      }
      return (start..<bytes.count).contains { place in
        bytes[place] >= 0x80 || bytes[place] == UInt8(ascii: "\\") || Needle.stands(needle, at: place, in: bytes)
      }
    }
  }

  /// A letter, small or not, or another sign of ASCII, eight times.
  private struct Sign {
    private let signs: UInt64
    private let smaller: UInt64

    @inline(__always)
    init(_ sign: UInt8) {
      signs = Needle.all(sign)
      smaller = (0x61...0x7A).contains(sign) ? Needle.all(0x20) : 0
    }

    /// The high bit of each byte of a word that is it.
    @inline(__always)
    func places(in word: UInt64) -> UInt64 { Needle.zeros((word | smaller) ^ signs) }
  }

  private static func stands(
    _ needle: UnsafeBufferPointer<UInt8>, at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + needle.count <= bytes.count else { return false }
    for place in needle.indices where FoldedText.small(bytes[start + place]) != needle[place] { return false }
    return true
  }

  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero (Warren, Hacker's Delight, 6-1): exact, whatever the others are.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word | 0x7F7F_7F7F_7F7F_7F7F)
  }
}
