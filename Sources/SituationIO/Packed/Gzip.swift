/// Reads gzip (RFC 1952): one member after the other, each with its check.
enum Gzip {
  /// True if bytes are gzip.
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The content of all members.
  static func unpacked(_ bytes: Bytes, _ limits: Limits) -> Unpacked.Result {
    var result = Unpacked.Result(bytes: [])
    var offset = 0
    repeat {
      guard let start = contentStart(bytes, at: offset) else {
        result.fault = .part("breaks off before its end", isCut: true)
        return result
      }
      let before = result.bytes.count
      var inflation = Inflation(bytes, at: start, output: result.bytes, limits: limits)
      result.bytes = []
      do throws(Inflation.Stop) { try inflation.run() } catch { result.fault = Unpacked.PackFault(error) }
      result.bytes = inflation.output
      if result.fault != nil { return result }
      offset = inflation.end + 8
      guard let check = number(bytes, at: inflation.end), let size = number(bytes, at: inflation.end + 4) else {
        result.fault = .part("breaks off before its end", isCut: true)
        return result
      }
      let content = result.bytes[before...]
      if check != CRC32.of(content) || size != UInt32(truncatingIfNeeded: content.count) {
        result.fault = .part("has a check that does not fit: what is read may be wrong", isCut: false)
        return result
      }
      // What is no member behind the last is padding, as gzip takes it.
    } while bytes[min(offset, bytes.count)...].starts(with: [0x1F, 0x8B])
    return result
  }

  /// Where a member's content begins; nil where its head is broken off.
  private static func contentStart(_ bytes: Bytes, at start: Int) -> Int? {
    guard bytes.count >= start + 10 else { return nil }
    let flags = bytes[start + 3]
    var offset = start + 10
    if flags & 4 != 0 {
      guard bytes.count >= offset + 2 else { return nil }
      offset += 2 + Int(bytes[offset]) + Int(bytes[offset + 1]) << 8
    }
    // A name, then a comment, each up to a 0.
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard offset < bytes.count, let end = bytes[offset...].firstIndex(of: 0) else { return nil }
      offset = end + 1
    }
    if flags & 2 != 0 { offset += 2 }
    return offset <= bytes.count ? offset : nil
  }

  private static func number(_ bytes: Bytes, at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    return (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
  }
}
