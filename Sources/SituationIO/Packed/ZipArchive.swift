/// The entries of a ZIP archive, found by the directory at its end; without a sound directory, from the front, one after the
/// other, so that an archive that is cut off opens with the entries before the cut.
struct ZipArchive {
  /// The entries, in the order of the archive.
  let entries: [ZipEntry]
  /// True if the directory at the end is missing or damaged.
  let isCut: Bool
  private let bytes: Bytes

  /// True if bytes begin as a ZIP archive does.
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The archive of some bytes. At most `archiveEntries` entries are listed.
  init(_ bytes: Bytes, _ limits: Limits) {
    self.bytes = bytes
    if let listed = ZipArchive.directory(bytes, limits) {
      (entries, isCut) = (listed, false)
    } else {
      (entries, isCut) = (ZipArchive.walk(bytes, limits), true)
    }
  }

  /// The first entry of a name, whatever the case of its letters, as Excel takes names of parts.
  subscript(_ name: String) -> ZipEntry? {
    entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The unpacked content of an entry; what was unpacked is taken from `unpackedBytes` of the limits.
  func content(of entry: ZipEntry, _ limits: inout Limits) -> Unpacked.Result {
    let result = entry.content(bytes, limits)
    limits.unpackedBytes = max(0, limits.unpackedBytes - result.bytes.count)
    return result
  }

  // MARK: From the front

  private static func walk(_ bytes: Bytes, _ limits: Limits) -> [ZipEntry] {
    var (entries, offset, left) = ([ZipEntry](), 0, limits)
    while entries.count < limits.archiveEntries, let entry = ZipEntry(bytes, at: offset) {
      entries.append(entry)
      guard let end = try? entry.end(bytes, &left), end > offset else { break }
      offset = end
    }
    return entries
  }

  // MARK: By the directory

  /// The entries that the directory lists; nil where there is none, or where it points to no entry.
  private static func directory(_ bytes: Bytes, _ limits: Limits) -> [ZipEntry]? {
    guard let end = endRecord(bytes) else { return nil }
    var (entries, offset) = ([ZipEntry](), end.start)
    for _ in 0..<min(end.count, limits.archiveEntries) {
      guard offset <= bytes.count - 46, bytes[offset...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else { return nil }
      let nameLength = bytes.number(at: offset + 28, 2)
      let extraLength = bytes.number(at: offset + 30, 2)
      let next = offset + 46 + nameLength + extraLength + bytes.number(at: offset + 32, 2)
      guard next <= bytes.count else { return nil }
      let extra = offset + 46 + nameLength
      guard let place = sizeAndStart(bytes, at: offset, extra: extra..<extra + extraLength),
        let local = ZipEntry(bytes, at: place.start + end.shift)
      else { return nil }
      entries.append(ZipEntry(local, check: UInt32(bytes.number(at: offset + 16, 4)), size: place.size))
      offset = next
    }
    return entries
  }

  /// The packed size of an entry and the offset of its local header, from the directory or its ZIP64 field; nil where a number
  /// is beyond the file.
  private static func sizeAndStart(_ bytes: Bytes, at offset: Int, extra: Range<Int>) -> (size: Int, start: Int)? {
    var (size, start) = (bytes.number(at: offset + 20, 4), bytes.number(at: offset + 42, 4))
    let unpacked = bytes.number(at: offset + 24, 4)
    if [size, start, unpacked].contains(0xFFFF_FFFF) {
      var field = extra.lowerBound
      while field + 4 <= extra.upperBound {
        let (id, length) = (bytes.number(at: field, 2), bytes.number(at: field + 2, 2))
        if id == 1 {
          // The field has only those numbers that the directory leaves out, in this order.
          var place = field + 4
          func next(_ number: Int) -> Int {
            guard number == 0xFFFF_FFFF, place + 8 <= min(extra.upperBound, field + 4 + length) else { return number }
            defer { place += 8 }
            return bytes.number(at: place, 8)
          }
          _ = next(unpacked)
          size = next(size)
          start = next(start)
          break
        }
        field += 4 + length
      }
    }
    guard (0...bytes.count).contains(size), (0...bytes.count).contains(start) else { return nil }
    return (size, start)
  }

  /// The start of the directory, the number of its entries, and the shift of all offsets, as where a program stands
  /// before the archive.
  private static func endRecord(_ bytes: Bytes) -> (start: Int, count: Int, shift: Int)? {
    guard bytes.count >= 22 else { return nil }
    // A comment of up to 65,535 bytes may stand behind the record.
    let first = max(0, bytes.count - 22 - 0xFFFF)
    for offset in stride(from: bytes.count - 22, through: first, by: -1)
    where bytes[offset] == 0x50 && bytes[offset...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      var (count, size, start) = (
        bytes.number(at: offset + 10, 2), bytes.number(at: offset + 12, 4), bytes.number(at: offset + 16, 4)
      )
      var end = offset
      if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF, let large = largeEnd(bytes, before: offset) {
        (count, size, start, end) = large
      }
      guard count >= 0, size >= 0, size <= end, start >= 0, start <= end - size else { continue }
      return (end - size, count, end - size - start)
    }
    return nil
  }

  /// The numbers of the end record of ZIP64, to which a locator before the usual record points.
  private static func largeEnd(
    _ bytes: Bytes, before offset: Int
  ) -> (count: Int, size: Int, start: Int, end: Int)? {
    let locator = offset - 20
    guard locator >= 0, bytes[locator...].starts(with: [0x50, 0x4B, 0x06, 0x07]) else { return nil }
    let record = bytes.number(at: locator + 8, 8)
    guard record >= 0, record <= locator - 56, bytes[record...].starts(with: [0x50, 0x4B, 0x06, 0x06]) else {
      return nil
    }
    return (
      bytes.number(at: record + 32, 8), bytes.number(at: record + 40, 8), bytes.number(at: record + 48, 8), record
    )
  }
}
