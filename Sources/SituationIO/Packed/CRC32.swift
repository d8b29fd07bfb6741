/// The check of gzip and ZIP (RFC 1952, 8): CRC-32 of some bytes.
enum CRC32 {
  /// The check. Linear in the bytes.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in buffer { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8 }
      return crc ^ 0xFFFF_FFFF
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
  }
}
