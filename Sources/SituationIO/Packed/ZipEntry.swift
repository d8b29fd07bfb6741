/// The local header of an entry of a ZIP archive (PKWARE's APPNOTE 6.3.10, 4.3.7).
struct ZipEntry {
  /// The name, with `/` between folders. Nothing is ever written to disk by it.
  let name: String
  /// The number of its compression: 0 for none, 8 for DEFLATE.
  let method: Int
  let isEncrypted: Bool
  /// True if its size and check stand behind the content and not in the header.
  let hasLateSize: Bool
  /// CRC-32 of the unpacked content.
  let check: UInt32
  /// Packed bytes of the content.
  let size: Int
  /// The first byte of its content.
  let start: Int

  /// The entry whose local header begins at a byte; nil where none does.
  init?(_ bytes: Bytes, at offset: Int) {
    guard offset >= 0, offset <= bytes.count - 30, bytes[offset...].starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      return nil
    }
    let flags = bytes.number(at: offset + 6, 2)
    (isEncrypted, hasLateSize, method) = (flags & 1 != 0, flags & 8 != 0, bytes.number(at: offset + 8, 2))
    (check, size) = (UInt32(bytes.number(at: offset + 14, 4)), bytes.number(at: offset + 18, 4))
    let nameEnd = offset + 30 + bytes.number(at: offset + 26, 2)
    start = nameEnd + bytes.number(at: offset + 28, 2)
    guard start <= bytes.count else { return nil }
    name = String(decoding: bytes[offset + 30..<nameEnd], as: UTF8.self)
  }

  /// The entry as the archive's directory describes it: what stands there is right where the local header says nothing.
  init(_ local: ZipEntry, check: UInt32, size: Int) {
    (name, method, isEncrypted, start) = (local.name, local.method, local.isEncrypted, local.start)
    (self.check, self.size, hasLateSize) = (check, size, false)
  }

  /// The first byte behind the content and behind what the archive says after it; nil where that can't be told.
  ///
  /// - Parameter limits: bytes that are unpacked to find the end are taken from `unpackedBytes`.
  func end(_ bytes: Bytes, _ limits: inout Limits) throws(Inflation.Stop) -> Int? {
    guard hasLateSize else { return start + size }
    guard method == 8 else { return nil }
    var inflation = Inflation(bytes, at: start, limits: limits)
    try inflation.run()
    limits.unpackedBytes = max(0, limits.unpackedBytes - inflation.output.count)
    // Check and sizes stand behind, mostly with a mark in front.
    return [16, 12].map { inflation.end + $0 }.first { ZipEntry(bytes, at: $0) != nil }
  }

  /// The unpacked content, or as much of it as there is, with its fault.
  func content(_ bytes: Bytes, _ limits: Limits) -> Unpacked.Result {
    if isEncrypted { return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP with a password")) }
    switch method {
    case 0:
      guard !hasLateSize else {
        return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP that does not say how long its content is"))
      }
      let end = min(bytes.count, start + size)
      if end - start > limits.unpackedBytes {
        let words = "\(limits.unpackedBytes) bytes (limit \"unpackedBytes\")"
        return Unpacked.Result(bytes: [], fault: .tooLarge(words))
      }
      let content = Array(bytes[start..<end])
      return Unpacked.Result(
        bytes: content, fault: end - start < size ? Unpacked.PackFault(.brokenOff) : fault(content))
    case 8:
      var inflation = Inflation(bytes, at: start, limits: limits)
      do throws(Inflation.Stop) { try inflation.run() } catch {
        return Unpacked.Result(bytes: inflation.output, fault: Unpacked.PackFault(error))
      }
      return Unpacked.Result(bytes: inflation.output, fault: fault(inflation.output))
    default: return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP packed in a way that is not read"))
    }
  }

  private func fault(_ content: [UInt8]) -> Unpacked.PackFault? {
    if hasLateSize || check == CRC32.of(content[...]) { return nil }
    return .part("has a check that does not fit: what is read may be wrong", isCut: false)
  }
}

extension Bytes {
  /// The number of some bytes, the lowest first. The bytes have to be there.
  func number(at offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
