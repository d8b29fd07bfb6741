/// True if a file is a table or a sequence, which grows line by line; nothing else is read before its writer has closed it.
public func growsByLines(path: String) -> Bool {
  guard let head = try? FileBytes.read(path: path, limits: Limits(), head: 1 << 16) else { return false }
  return WholeLines.isLines(head)
}

/// True if bytes that come piece by piece are such a file.
public func growsByLines(_ bytes: [UInt8]) -> Bool { WholeLines.isLines(Bytes(bytes.prefix(1 << 20))) }

/// The sound part of a file that still grows: all lines that have ended, where each is a record or a part of one.
enum WholeLines {
  /// The bytes without a last line that has not ended; of a format that is no list of lines, all.
  static func of(_ bytes: Bytes) -> Bytes {
    guard isLines(bytes) else { return bytes }
    // A carriage return at the very end may have its line feed yet to come.
    guard let end = bytes.lastIndex(of: 0x0A) ?? bytes.dropLast().lastIndex(of: 0x0D) else { return [] }
    return bytes.first(end + 1)
  }

  /// True if a file is a table or a sequence, and not packed.
  static func isLines(_ bytes: Bytes) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "PK".utf8) || VectorFormat.of(bytes) != nil {
      return false
    }
    if GeoJSONSequence.fits(bytes) { return true }
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
    if first == UInt8(ascii: "{") {
      // One feature in one line may be the first of a sequence.
      return bytes.prefix { $0 != 0x0A }.last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
    }
    return first == 0x1E || !"[<".utf8.contains(first)
  }
}
