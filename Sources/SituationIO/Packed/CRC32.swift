/// The check of gzip and ZIP (RFC 1952, 8), CRC-32.
struct CRC32 {
  private var rest: UInt32 = 0xFFFF_FFFF

  /// The check of no bytes.
  init() {}

  /// The check of the bytes so far.
  var value: UInt32 { rest ^ 0xFFFF_FFFF }

  /// The check of some bytes. Linear.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var check = CRC32()
    check.add(bytes)
    return check.value
  }

  /// Adds bytes behind those so far, eight at a time: each has a table for the place that it stands at.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var crc = rest
    bytes.withUnsafeBufferPointer { bytes in
      CRC32.tables.withUnsafeBufferPointer { tables in
        var place = 0
        while place + 8 <= bytes.count {
          crc ^= UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
          crc ^= UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
          let low = tables[1_792 + Int(crc & 0xFF)] ^ tables[1_536 + Int(crc >> 8 & 0xFF)]
          let high = tables[1_280 + Int(crc >> 16 & 0xFF)] ^ tables[1_024 + Int(crc >> 24)]
          let third = tables[768 + Int(bytes[place + 4])] ^ tables[512 + Int(bytes[place + 5])]
          let fourth = tables[256 + Int(bytes[place + 6])] ^ tables[Int(bytes[place + 7])]
          crc = low ^ high ^ third ^ fourth
          place += 8
        }
        for byte in bytes[place...] { crc = tables[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8 }
      }
    }
    rest = crc
  }

  /// Eight tables of 256 entries: what a byte does to the check, with so many bytes behind it.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map(entry)
    for place in 256..<2_048 {
      let before = tables[place - 256]
      tables.append(tables[Int(before & 0xFF)] ^ before >> 8)
    }
    return tables
  }()

  private static func entry(_ byte: Int) -> UInt32 {
    var crc = UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
    return crc
  }
}
