#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The weights of words and phrases: what few records have says much where two of them share it.
struct WordWeights: Sendable {
  private let weights: [UInt32: Float]
  private let rarest: Float

  /// Weights of keys by the number of lists that have them. Linear in the keys.
  init(_ lists: some Sequence<[UInt32]>) {
    var counts: [UInt32: Int32] = [:]
    var number = 0
    for list in lists {
      number += 1
      for key in list { counts[key, default: 0] += 1 }
    }
    let all = Float(max(number, 1))
    rarest = log(all + 1)
    // Two records of one event share what nobody else has: the first count says nothing.
    weights = counts.compactMapValues { $0 > 2 ? log(1 + all / Float($0)) : nil }
  }

  /// The weight of a key, at least nearly 0.7.
  subscript(key: UInt32) -> Float { weights[key] ?? rarest }
}
