/// Unpacks DEFLATE (RFC 1951), and keeps what it has when the bytes break off.
struct Inflation {
  /// The unpacked bytes.
  private(set) var output: [UInt8] = []
  /// The byte behind what was read.
  private(set) var end: Int
  private var bits: BitReader
  /// From where on packed bytes are counted against what came out.
  private let first: Int
  private let limits: Limits

  /// Why it does not go on.
  enum Stop: Error, Hashable {
    /// The bytes end before the last block does.
    case brokenOff
    /// The bytes are no DEFLATE.
    case damaged
    /// More comes out than the limits allow.
    case tooLarge(String)
  }

  /// An unpacker of what begins at a byte; `output` is what its result is put behind, which the bytes before it gave.
  init(_ bytes: Bytes, at offset: Int, output: [UInt8] = [], limits: Limits) {
    bits = BitReader(bytes, at: offset)
    (first, end, self.output, self.limits) = (output.isEmpty ? offset : 0, offset, output, limits)
  }

  /// Unpacks all blocks. Linear in what comes out.
  mutating func run() throws(Stop) {
    defer { end = bits.byteOffset }
    while true {
      guard let isLast = bits.take(1), let type = bits.take(2) else { throw .brokenOff }
      switch type {
      case 0: try stored()
      case 1: try compressed(Inflation.fixed.literals, Inflation.fixed.distances)
      case 2:
        let codes = try codes()
        try compressed(codes.literals, codes.distances)
      default: throw .damaged
      }
      if isLast == 1 { return }
    }
  }

  private func check() throws(Stop) {
    if output.count > limits.unpackedBytes {
      throw .tooLarge("\(limits.unpackedBytes) bytes (limit \"unpackedBytes\")")
    }
    guard output.count > Limits.freelyUnpackedBytes else { return }
    if output.count > (bits.byteOffset - first + 1) * limits.unpackedRatio {
      throw .tooLarge("\(limits.unpackedRatio) times its size (limit \"unpackedRatio\")")
    }
  }

  // MARK: Blocks

  private mutating func stored() throws(Stop) {
    bits.alignToByte()
    guard let length = bits.take(16), let check = bits.take(16) else { throw .brokenOff }
    guard length == check ^ 0xFFFF else { throw .damaged }
    for _ in 0..<length {
      guard let byte = bits.take(8) else { throw .brokenOff }
      output.append(UInt8(byte))
    }
    try self.check()
  }

  private mutating func compressed(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(Stop) {
    while true {
      let symbol = try literals.symbol(&bits)
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return try check() }
      guard symbol < 286 else { throw .damaged }
      let length = try number(Inflation.lengths[symbol - 257])
      let code = try distances.symbol(&bits)
      guard code < 30 else { throw .damaged }
      let distance = try number(Inflation.distances[code])
      guard distance <= output.count else { throw .damaged }
      for index in output.count - distance..<output.count - distance + length { output.append(output[index]) }
      if output.count & 0xFFFF < length { try check() }
    }
  }

  /// A number by its base and how many bits are added to it.
  private mutating func number(_ form: (base: Int, bits: Int)) throws(Stop) -> Int {
    guard let more = bits.take(form.bits) else { throw .brokenOff }
    return form.base + more
  }

  // MARK: Codes

  private typealias Codes = (literals: HuffmanCode, distances: HuffmanCode)

  /// The codes that a block brings (RFC 1951, 3.2.7).
  private mutating func codes() throws(Stop) -> Codes {
    guard let literals = bits.take(5), let distances = bits.take(5), let count = bits.take(4) else { throw .brokenOff }
    var order = [UInt8](repeating: 0, count: 19)
    for index in 0..<count + 4 {
      guard let length = bits.take(3) else { throw .brokenOff }
      order[Inflation.order[index]] = UInt8(length)
    }
    guard let code = HuffmanCode(lengths: order[...]) else { throw .damaged }
    let total = literals + 257 + distances + 1
    var lengths: [UInt8] = []
    while lengths.count < total {
      let symbol = try code.symbol(&bits)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += [UInt8](repeating: last, count: try number((3, 2)))
      case 17: lengths += [UInt8](repeating: 0, count: try number((3, 3)))
      case 18: lengths += [UInt8](repeating: 0, count: try number((11, 7)))
      default: lengths.append(UInt8(symbol))
      }
    }
    guard lengths.count == total, lengths[256] > 0, literals < 30,
      let first = HuffmanCode(lengths: lengths[..<(literals + 257)]),
      let second = HuffmanCode(lengths: lengths[(literals + 257)...])
    else { throw .damaged }
    return (first, second)
  }

  /// In which order the lengths of the code for lengths come.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The lengths of copies (RFC 1951, 3.2.5).
  private static let lengths: [(base: Int, bits: Int)] =
    forms(from: 3, bits: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]) + [
      (258, 0)
    ]

  /// How far back copies lie.
  private static let distances: [(base: Int, bits: Int)] =
    forms(from: 1, bits: [0, 0, 0, 0] + (1...13).flatMap { [$0, $0] })

  private static func forms(from first: Int, bits: [Int]) -> [(base: Int, bits: Int)] {
    var base = first
    return bits.map { bits in
      defer { base += 1 << bits }
      return (base, bits)
    }
  }

  /// The codes of blocks that bring none.
  private static let fixed: Codes = {
    let literals =
      [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
      + [UInt8](repeating: 8, count: 8)
    guard let first = HuffmanCode(lengths: literals[...]),
      let second = HuffmanCode(lengths: [UInt8](repeating: 5, count: 32)[...])
    else { preconditionFailure("the fixed codes are codes") }
    return (first, second)
  }()
}
