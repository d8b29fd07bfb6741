/// Bits of some bytes, the lowest of each byte first (RFC 1951, 3.1.1).
struct BitReader {
  private let bytes: Bytes
  private var next: Int
  private var held: UInt64 = 0
  private var count = 0

  /// A reader before a byte.
  init(_ bytes: Bytes, at offset: Int) {
    self.bytes = bytes
    next = offset
  }

  /// The byte that the next whole one is: bits of a byte that was begun are given up.
  var byteOffset: Int { next - count / 8 }

  /// Holds as many bits as there are, up to 56.
  @inline(__always) private mutating func fill() {
    while count <= 48, next < bytes.count {
      held |= UInt64(bytes[next]) << UInt64(count)
      next += 1
      count += 8
    }
  }

  /// The next bits without stepping over them, and how many of them there really are.
  @inline(__always) mutating func peek(_ wanted: Int) -> (bits: Int, count: Int) {
    if count < wanted { fill() }
    return (Int(held & (1 << UInt64(wanted) - 1)), min(count, wanted))
  }

  /// Steps over bits that were peeked at.
  @inline(__always) mutating func drop(_ number: Int) {
    held >>= UInt64(number)
    count -= number
  }

  /// The next bits, 0 … 32 of them, as a number; nil where there are fewer.
  @inline(__always) mutating func take(_ wanted: Int) -> Int? {
    let (bits, count) = peek(wanted)
    guard count == wanted else { return nil }
    drop(wanted)
    return bits
  }

  /// Gives up the bits up to the next whole byte.
  mutating func alignToByte() { drop(count % 8) }
}
