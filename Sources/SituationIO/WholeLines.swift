/// Whether a file is a table or a sequence, which grows line by line; nothing else is read before its writer has closed it.
public func growsByLines(path: String) -> Bool {
  guard let head = try? FileBytes(path: path, limits: Limits(), head: 1 << 16) else { return false }
  return WholeLines.isLines(head.bytes)
}

/// Whether bytes that come piece by piece are such a file.
public func growsByLines(_ bytes: [UInt8]) -> Bool { WholeLines.isLines(bytes) }

/// What is sound of a file that still grows: all lines that have ended, where each is a record or a part of one.
enum WholeLines {
  /// The bytes without a last line that has not ended; of a format that is no list of lines, all.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    guard isLines(bytes) else { return bytes }
    // A carriage return at the very end may have its line feed yet to come.
    guard let end = bytes.lastIndex(of: 0x0A) ?? bytes.dropLast().lastIndex(of: 0x0D) else { return [] }
    return end + 1 == bytes.count ? bytes : Array(bytes[...end])
  }

  /// Whether a file is a table or a sequence, and not packed.
  static func isLines(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "PK".utf8) || SQLite.fits(bytes) { return false }
    if GeoJSONSequence.fits(bytes) { return true }
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
    if first == UInt8(ascii: "{") {
      // One feature in one line may be the first of a sequence.
      return bytes.prefix { $0 != 0x0A }.last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
    }
    return first == 0x1E || !"[<".utf8.contains(first)
  }
}
