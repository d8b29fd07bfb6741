/// A Huffman code of DEFLATE (RFC 1951, 3.2.2): symbols by the bits that stand for them, 15 at most.
struct HuffmanCode {
  /// By the next bits: the symbol shifted up by 4, and the length of its code; 0 where no code begins so.
  private let table: [UInt16]
  /// The length of the longest code.
  private let width: Int

  /// A code by the length for each symbol, 0 for one that does not occur; nil where lengths can't be those of a code.
  /// An incomplete code is one only if it has a single symbol of one bit, or none.
  init?(lengths: ArraySlice<UInt8>) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    let width = max(1, counts.lastIndex { $0 > 0 } ?? 1)
    var code = 0
    var nexts = [Int](repeating: 0, count: 17)
    var free = 1
    for length in 1...15 {
      free = free * 2 - counts[length]
      guard free >= 0 else { return nil }
      nexts[length] = code
      code = (code + counts[length]) << 1
    }
    guard free == 0 || counts.reduce(0, +) <= 1 && width == 1 else { return nil }
    var table = [UInt16](repeating: 0, count: 1 << width)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      var index = HuffmanCode.reversed(nexts[length], count: length)
      nexts[length] += 1
      while index < table.count {
        table[index] = UInt16(symbol) << 4 | UInt16(length)
        index += 1 << length
      }
    }
    self.table = table
    self.width = width
  }

  private static func reversed(_ code: Int, count: Int) -> Int {
    var (code, result) = (code, 0)
    for _ in 0..<count {
      result = result << 1 | code & 1
      code >>= 1
    }
    return result
  }

  /// Reads the next symbol.
  @inline(__always) func symbol(_ bits: inout BitReader) throws(Inflation.Stop) -> Int {
    let (next, count) = bits.peek(width)
    let entry = table[next]
    let length = Int(entry & 15)
    guard length > 0, length <= count else { throw length == 0 && count == width ? .damaged : .brokenOff }
    bits.drop(length)
    return Int(entry >> 4)
  }
}
