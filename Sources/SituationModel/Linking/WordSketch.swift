/// The rarer words of a record as 256 bits, by which the words of two records are compared quickly.
struct WordSketch: Sendable {
  private var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Adds a word.
  mutating func add(_ word: UInt32) {
    let hash = word &* 0x9E37_79B1
    let bit = UInt64(1) << UInt64(hash >> 26)
    switch hash >> 24 & 3 {
    case 0: a |= bit
    case 1: b |= bit
    case 2: c |= bit
    default: d |= bit
    }
  }

  /// The weight of what two records share, as far as that is seen here.
  func likeness(_ other: WordSketch) -> Float {
    let shared =
      (a & other.a).nonzeroBitCount + (b & other.b).nonzeroBitCount + (c & other.c).nonzeroBitCount
      + (d & other.d).nonzeroBitCount
    return 1.2 * Float(shared)
  }
}
