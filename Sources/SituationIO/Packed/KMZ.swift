/// Reads KMZ: a ZIP whose first `.kml` is the map. Nothing of it is ever written to disk, so its names mean nothing else.
///
/// The entries are read one after the other from the front and not by the list at the end, so a file that is cut off opens.
enum KMZ {
  /// Whether bytes are a ZIP.
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// What the first `.kml` holds.
  static func unpacked(_ bytes: Bytes, _ limits: Limits) -> Unpacked.Result {
    var offset = 0
    // What is unpacked only to find its end counts too: many small entries must not make endless work.
    var (left, passed) = (limits, 0)
    while let entry = Entry(bytes, at: offset) {
      if entry.isKML { return content(of: entry, bytes, limits) }
      passed += 1
      if passed > limits.archiveEntries {
        let words = "has more than \(limits.archiveEntries) entries before a .kml (limit \"archiveEntries\")"
        return Unpacked.Result(bytes: [], fault: .nothing(words))
      }
      do throws(Inflation.Stop) {
        guard let next = try end(of: entry, bytes, &left), next > offset else { break }
        offset = next
      } catch {
        if case .tooLarge(let words) = error { return Unpacked.Result(bytes: [], fault: .tooLarge(words)) }
        break
      }
    }
    return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP without a .kml that can be read"))
  }

  private static func content(of entry: Entry, _ bytes: Bytes, _ limits: Limits) -> Unpacked.Result {
    if entry.isEncrypted { return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP with a password")) }
    switch entry.method {
    case 0:
      guard !entry.hasLateSize else {
        return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP that does not say how long its .kml is"))
      }
      let end = min(bytes.count, entry.start + entry.size)
      let content = Array(bytes[entry.start..<end])
      return Unpacked.Result(
        bytes: content, fault: end - entry.start < entry.size ? Unpacked.PackFault(.brokenOff) : fault(entry, content))
    case 8:
      var inflation = Inflation(bytes, at: entry.start, limits: limits)
      do throws(Inflation.Stop) { try inflation.run() } catch {
        return Unpacked.Result(bytes: inflation.output, fault: Unpacked.PackFault(error))
      }
      return Unpacked.Result(bytes: inflation.output, fault: fault(entry, inflation.output))
    default: return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP packed in a way that is not read"))
    }
  }

  private static func fault(_ entry: Entry, _ content: [UInt8]) -> Unpacked.PackFault? {
    if entry.hasLateSize || entry.check == CRC32.of(content[...]) { return nil }
    return .part("has a check that does not fit: what is read may be wrong", isCut: false)
  }

  /// Where the next entry begins; nil where that can't be told. What was unpacked for it is taken from the limits.
  private static func end(
    of entry: Entry, _ bytes: Bytes, _ limits: inout Limits
  ) throws(Inflation.Stop) -> Int? {
    guard entry.hasLateSize else { return entry.start + entry.size }
    guard entry.method == 8 else { return nil }
    var inflation = Inflation(bytes, at: entry.start, limits: limits)
    try inflation.run()
    limits.unpackedBytes = max(0, limits.unpackedBytes - inflation.output.count)
    // Check and sizes stand behind, mostly with a mark in front.
    return [16, 12].map { inflation.end + $0 }.first { Entry(bytes, at: $0) != nil }
  }

  /// The head of an entry.
  private struct Entry {
    let isKML: Bool
    let method: Int
    let isEncrypted: Bool
    /// Whether its size and check stand behind it and not here.
    let hasLateSize: Bool
    let check: UInt32
    let size: Int
    /// The first byte of its content.
    let start: Int

    init?(_ bytes: Bytes, at offset: Int) {
      guard offset + 30 <= bytes.count, bytes[offset...].starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
      let number = { (place: Int, width: Int) in
        (0..<width).reduce(0) { $0 | Int(bytes[offset + place + $1]) << (8 * $1) }
      }
      let flags = number(6, 2)
      (isEncrypted, hasLateSize, method) = (flags & 1 != 0, flags & 8 != 0, number(8, 2))
      (check, size) = (UInt32(number(14, 4)), number(18, 4))
      let nameEnd = offset + 30 + number(26, 2)
      start = nameEnd + number(28, 2)
      guard start <= bytes.count else { return nil }
      let last = String(decoding: bytes[offset + 30..<nameEnd].suffix(4), as: UTF8.self)
      isKML = last.lowercased() == ".kml"
    }
  }
}
