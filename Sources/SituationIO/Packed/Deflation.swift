/// Packs bytes as DEFLATE (RFC 1951): repetitions within 32 kB, with the codes that the format has built in. XML becomes
/// a quarter of what it is; codes of its own, as `zlib` makes them, would leave less than a fifth.
///
/// Pieces are packed by themselves and end on a whole byte, so that they can be written one after the other; `end` ends them.
enum Deflation {
  /// The last block, which is empty.
  static let end: [UInt8] = [0x03, 0x00]

  /// A piece. Linear in the bytes.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var output = BitWriter(capacity: bytes.count / 3 + 64)
      // A block with the built-in codes that is not the last.
      output.append(0b010, 3)
      pack(bytes, into: &output)
      output.append(0, 7)
      // An empty stored block ends on a whole byte.
      output.append(0, 3)
      output.align()
      return output.bytes + [0, 0, 0xFF, 0xFF]
    }
  }

  private static let leastLength = 4
  private static let mostLength = 258
  private static let window = 32_768

  private static func pack(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout BitWriter) {
    // The last place of each hash of four bytes; one more, so that 0 is none.
    var places = [Int32](repeating: 0, count: 1 << 15)
    places.withUnsafeMutableBufferPointer { places in
      var place = 0
      while place < bytes.count {
        guard place + leastLength <= bytes.count else {
          output.append(literal: bytes[place])
          place += 1
          continue
        }
        let hash = hash(bytes, place)
        let earlier = Int(places[hash]) - 1
        places[hash] = Int32(truncatingIfNeeded: place + 1)
        let length = earlier >= 0 && place - earlier <= window ? match(bytes, earlier, place) : 0
        guard length >= leastLength else {
          output.append(literal: bytes[place])
          place += 1
          continue
        }
        output.append(length: length, distance: place - earlier)
        // Some places within a repetition are remembered, too.
        for inner in stride(from: place + 1, to: min(place + length, bytes.count - leastLength), by: 2) {
          places[Self.hash(bytes, inner)] = Int32(truncatingIfNeeded: inner + 1)
        }
        place += length
      }
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let low = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
    let word = low | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
    return Int((word &* 2_654_435_761) >> 17)
  }

  @inline(__always)
  private static func match(_ bytes: UnsafeBufferPointer<UInt8>, _ earlier: Int, _ place: Int) -> Int {
    let most = min(mostLength, bytes.count - place)
    var length = 0
    while length < most, bytes[earlier + length] == bytes[place + length] { length += 1 }
    return length
  }
}

/// Bits one behind the other, the lowest of each byte first.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var count = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  @inline(__always)
  mutating func append(_ bits: Int, _ width: Int) {
    held |= UInt64(bits) << UInt64(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      count -= 8
    }
  }

  mutating func align() { if count > 0 { append(0, 8 - count) } }

  @inline(__always)
  mutating func append(literal byte: UInt8) {
    let code = BitWriter.literals[Int(byte)]
    append(Int(code.bits), Int(code.width))
  }

  @inline(__always)
  mutating func append(length: Int, distance: Int) {
    let form = BitWriter.lengths[length]
    append(Int(form.bits), Int(form.width))
    let symbol = BitWriter.symbol(distance: distance)
    append(BitWriter.reversed(symbol, 5), 5)
    let extra = max(0, symbol / 2 - 1)
    append((distance - 1) & (1 << extra - 1), extra)
  }

  private typealias Code = (bits: UInt32, width: UInt8)

  /// The code of a distance (RFC 1951, 3.2.5): two for each power of two.
  private static func symbol(distance: Int) -> Int {
    let value = distance - 1
    if value < 4 { return value }
    let power = Int.bitWidth - value.leadingZeroBitCount - 1
    return power * 2 + (value >> (power - 1)) & 1
  }

  /// The built-in code of a literal or length symbol (3.2.6), its bits reversed as they are written.
  private static func code(_ symbol: Int) -> Code {
    switch symbol {
    case 0...143: (UInt32(reversed(0x30 + symbol, 8)), 8)
    case 144...255: (UInt32(reversed(0x190 + symbol - 144, 9)), 9)
    case 256...279: (UInt32(reversed(symbol - 256, 7)), 7)
    default: (UInt32(reversed(0xC0 + symbol - 280, 8)), 8)
    }
  }

  private static let literals: [Code] = (0...255).map(code)

  /// The codes of the lengths 0 to 258, with the bits behind the code.
  private static let lengths: [Code] = (0...258).map { length in
    guard length >= 3 else { return (0, 0) }
    if length == 258 { return code(285) }
    let value = length - 3
    if value < 8 { return code(257 + value) }
    let power = Int.bitWidth - value.leadingZeroBitCount - 1
    let extra = power - 2
    let base = code(257 + extra * 4 + value >> extra)
    return (base.bits | UInt32(value & (1 << extra - 1)) << UInt32(base.width), base.width + UInt8(extra))
  }

  private static func reversed(_ code: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | (code >> $1 & 1) << (width - 1 - $1) }
  }
}
