/// Writes a ZIP archive piece by piece, so that no entry has to be in memory as a whole (PKWARE's APPNOTE 6.3.10).
///
/// Entries are DEFLATE (`Deflation`); their check and sizes stand behind them. Each function returns the bytes that come next in the file.
struct ZipWriter {
  /// An entry that has been written.
  private struct Entry {
    let name: [UInt8]
    let start: Int
    var check = CRC32()
    var packed = 0
    var unpacked = 0
  }

  private var entries: [Entry] = []
  /// Bytes written so far.
  private var offset: Int

  /// A writer of an archive; `offset` is the place of its first byte in the file.
  init(at offset: Int = 0) { self.offset = offset }

  /// DEFLATE, with sizes behind the content and names in UTF-8; the date is 1 January 1980, so that equal content is equal bytes.
  private static let head = number(20, 2) + number(0x0808, 2) + number(8, 2) + number(0, 2) + number(0x21, 2)

  /// Begins an entry.
  mutating func begin(_ name: String) -> [UInt8] {
    entries.append(Entry(name: Array(name.utf8), start: offset))
    let name = Array(name.utf8)
    return counted(
      ZipWriter.number(0x0403_4B50, 4) + ZipWriter.head + [UInt8](repeating: 0, count: 12)
        + ZipWriter.number(name.count, 2) + ZipWriter.number(0, 2) + name)
  }

  /// Adds content to the entry that was begun last.
  mutating func add(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty, let last = entries.indices.last else { return [] }
    let packed = Deflation.packed(bytes)
    entries[last].check.add(bytes[...])
    entries[last].unpacked += bytes.count
    entries[last].packed += packed.count
    return counted(packed)
  }

  /// Ends the entry that was begun last.
  mutating func end() -> [UInt8] {
    guard let last = entries.indices.last else { return [] }
    entries[last].packed += Deflation.end.count
    let entry = entries[last]
    return counted(Deflation.end + ZipWriter.number(0x0807_4B50, 4) + ZipWriter.sizes(of: entry))
  }

  /// Ends the archive with the list of its entries. Where an entry or the list lies beyond 4 GB, the fields of ZIP64 say so.
  mutating func finish() -> [UInt8] {
    let start = offset
    var list: [UInt8] = []
    for entry in entries {
      let isFar = entry.start >= ZipWriter.far
      list += ZipWriter.number(0x0201_4B50, 4) + ZipWriter.number(isFar ? 45 : 20, 2) + ZipWriter.head
      list += ZipWriter.sizes(of: entry) + ZipWriter.number(entry.name.count, 2) + ZipWriter.number(isFar ? 12 : 0, 2)
      list += [UInt8](repeating: 0, count: 10) + ZipWriter.number(min(entry.start, ZipWriter.far), 4) + entry.name
      if isFar { list += ZipWriter.number(1, 2) + ZipWriter.number(8, 2) + ZipWriter.number(entry.start, 8) }
    }
    let large = start + list.count >= ZipWriter.far ? largeEnd(start, list.count) : []
    let end =
      ZipWriter.number(0x0605_4B50, 4) + [0, 0, 0, 0] + ZipWriter.number(entries.count, 2)
      + ZipWriter.number(entries.count, 2) + ZipWriter.number(list.count, 4)
      + ZipWriter.number(min(start, ZipWriter.far), 4) + [0, 0]
    return counted(list + large + end)
  }

  /// An offset that the usual fields can't say.
  private static let far = 0xFFFF_FFFF

  /// The end record of ZIP64 and its locator.
  private func largeEnd(_ start: Int, _ size: Int) -> [UInt8] {
    ZipWriter.number(0x0606_4B50, 4) + ZipWriter.number(44, 8) + ZipWriter.number(45, 2) + ZipWriter.number(45, 2)
      + [UInt8](repeating: 0, count: 8) + ZipWriter.number(entries.count, 8) + ZipWriter.number(entries.count, 8)
      + ZipWriter.number(size, 8) + ZipWriter.number(start, 8) + ZipWriter.number(0x0706_4B50, 4) + [0, 0, 0, 0]
      + ZipWriter.number(start + size, 8) + ZipWriter.number(1, 4)
  }

  private mutating func counted(_ bytes: [UInt8]) -> [UInt8] {
    offset += bytes.count
    return bytes
  }

  private static func sizes(of entry: Entry) -> [UInt8] {
    number(Int(entry.check.value), 4) + number(entry.packed, 4) + number(entry.unpacked, 4)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
