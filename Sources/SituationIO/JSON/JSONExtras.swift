/// Parts that people and programs put into JSON and that JSON does not have: comments, commas behind the last member, a name before it
/// (`var data = …;`), a call around it (`show(…);`).
enum JSONExtras {
  /// So much of a file is looked at for such things.
  private static let headBytes = 1 << 16

  /// The bytes with blanks in place of such things, so that places and lines stay what they are; nil where the beginning has none, or is no
  /// JSON. Linear.
  static func blanked(in bytes: Bytes) -> Bytes? {
    let head = Array(bytes.prefix(headBytes))
    guard let start = value(in: head) else { return nil }
    var sample = head
    guard blank(&sample, from: start) || start > 0 && head[..<start].contains(where: { $0 > 0x20 && $0 < 0x80 }) else {
      return nil
    }
    var whole = Array(bytes)
    for place in 0..<start { whole[place] = isLineEnd(whole[place]) ? whole[place] : space }
    _ = blank(&whole, from: start)
    blankEnd(&whole)
    return Bytes(whole)
  }

  private static let (space, quote, slash, star) = (
    UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "*")
  )

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Where the list or the object begins, behind comments and a name; nil where anything else stands before it.
  private static func value(in head: [UInt8]) -> Int? {
    var place = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var hasName = false
    while place < head.count {
      switch head[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): return place
      case 0...0x20: place += 1
      case UInt8(ascii: "#"): place = lineEnd(behind: place, in: head)
      case slash:
        guard let end = commentEnd(at: place, in: head) else { return nil }
        place = end
      default:
        guard !hasName, let end = nameEnd(at: place, in: head) else { return nil }
        (hasName, place) = (true, end)
      }
    }
    return nil
  }

  /// The end of `var data =`, `show(` and the like; nil for anything else.
  private static func nameEnd(at start: Int, in head: [UInt8]) -> Int? {
    let limit = min(head.count, start + 200)
    guard let sign = head[start..<limit].firstIndex(where: { "=(".utf8.contains($0) }) else { return nil }
    let isName = head[start..<sign].allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "_.$ ".utf8.contains(byte)
    }
    guard isName, sign > start, let next = head[(sign + 1)...].first(where: { $0 > 0x20 }), "{[".utf8.contains(next)
    else {
      return nil
    }
    return sign + 1
  }

  private static func lineEnd(behind place: Int, in bytes: [UInt8]) -> Int {
    bytes[place...].firstIndex(where: isLineEnd) ?? bytes.count
  }

  /// The end of the comment that begins at a place; nil where none does.
  private static func commentEnd(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place + 1 < bytes.count else { return nil }
    if bytes[place + 1] == slash { return lineEnd(behind: place, in: bytes) }
    guard bytes[place + 1] == star else { return nil }
    var end = place + 2
    while end + 1 < bytes.count, bytes[end] != star || bytes[end + 1] != slash { end += 1 }
    return end + 1 < bytes.count ? end + 2 : bytes.count
  }

  /// Blanks comments, and commas before the end of a list or an object; true if there were any.
  private static func blank(_ bytes: inout [UInt8], from start: Int) -> Bool {
    var (place, isText, hasFound) = (start, false, false)
    var comma: Int?
    while place < bytes.count {
      let byte = bytes[place]
      if isText {
        // No text of JSON goes over a line.
        if byte == quote || isLineEnd(byte) { isText = false }
        place += byte == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      switch byte {
      case quote: (isText, comma) = (true, nil)
      case UInt8(ascii: ","): comma = place
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let comma { (bytes[comma], hasFound) = (space, true) }
        comma = nil
      case slash where place > start && (bytes[place - 1] <= 0x20 || ",{}[]".utf8.contains(bytes[place - 1])):
        if let end = commentEnd(at: place, in: bytes) {
          for inner in place..<end where !isLineEnd(bytes[inner]) { bytes[inner] = space }
          (place, hasFound) = (end, true)
          continue
        }
      case 0...0x20: break
      default: comma = nil
      }
      place += 1
    }
    return hasFound
  }

  /// Blanks a semicolon and the end of a call at the end.
  private static func blankEnd(_ bytes: inout [UInt8]) {
    for sign in ";)".utf8 {
      guard let last = bytes.lastIndex(where: { $0 > 0x20 }), bytes[last] == sign else { continue }
      bytes[last] = space
    }
  }
}
