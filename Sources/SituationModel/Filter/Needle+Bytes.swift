extension Needle {
  /// Whether it may stand in a text of some JSON that is still bytes.
  ///
  /// False is certain: the bytes are ASCII without an escape, so that their texts stand in them as they are, and it is not
  /// among them. Anything else is for the reader to tell. Sixteen bytes at once.
  public func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    folded.withUnsafeBufferPointer { needle in
      guard isASCII, let base = bytes.baseAddress, let first = needle.first, let last = needle.last,
        !needle.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
      else { return true }
      let (raw, reach) = (UnsafeRawPointer(base), needle.count - 1)
      var start = 0
      while start + 16 <= bytes.count {
        // The bounds are those of the loop: bytes are read as blocks, which stand where they stand.
        let block = raw.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
        if Needle.isAny((block .>= 0x80) .| (block .== UInt8(ascii: "\\"))) { return true }
        if start + reach + 16 <= bytes.count {
          let behind = raw.loadUnaligned(fromByteOffset: start + reach, as: SIMD16<UInt8>.self)
          if Needle.isAny(Needle.are(block, first) .& Needle.are(behind, last)),
            (start..<start + 16).contains(where: { Needle.stands(needle, at: $0, in: bytes) })
          {
            return true
          }
        } else if (start..<start + 16).contains(where: { Needle.stands(needle, at: $0, in: bytes) }) {
          return true
        }
        start += 16
      }
      return (start..<bytes.count).contains { place in
        bytes[place] >= 0x80 || bytes[place] == UInt8(ascii: "\\") || Needle.stands(needle, at: place, in: bytes)
      }
    }
  }

  private static func stands(
    _ needle: UnsafeBufferPointer<UInt8>, at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + needle.count <= bytes.count else { return false }
    for place in needle.indices where FoldedText.small(bytes[start + place]) != needle[place] { return false }
    return true
  }

  /// Which bytes are a letter, small or not, or another sign of ASCII.
  @inline(__always)
  private static func are(_ block: SIMD16<UInt8>, _ sign: UInt8) -> SIMDMask<SIMD16<Int8>> {
    guard (0x61...0x7A).contains(sign) else { return block .== sign }
    return (block | 0x20) .== sign
  }

  @inline(__always)
  private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }
}
