import SituationModel

/// Geometries in the hexadecimal digits of well-known binary, as PostGIS exports them (OGC Simple Features 1.2.1, section 8, with the
/// signs of PostGIS for heights and systems).
struct HexadecimalWKB {
  private let bytes: [UInt8]
  private var offset = 0

  /// True if a text is long enough, and begins as such a geometry does.
  static func isGeometry(_ text: String) -> Bool {
    let digits = text.hasPrefix("\\x") ? text.dropFirst(2) : text[...]
    guard digits.utf8.count >= 42, digits.utf8.count % 2 == 0, digits.hasPrefix("00") || digits.hasPrefix("01") else {
      return false
    }
    return digits.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
  }

  /// Reads a geometry into a draft of a shape; false where the text is none in degrees.
  static func read(_ text: String, into shape: inout ShapeDraft) -> Bool {
    guard isGeometry(text) else { return false }
    let digits = Array((text.hasPrefix("\\x") ? text.dropFirst(2) : text[...]).utf8)
    func nibble(_ digit: UInt8) -> UInt8 { digit < 0x40 ? digit & 0xF : (digit & 0xF) + 9 }
    var reader = HexadecimalWKB(
      bytes: stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) })
    return reader.geometry(&shape, depth: 0) && reader.offset == reader.bytes.count
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func number(_ width: Int, isLittle: Bool) -> UInt64? {
    guard offset + width <= bytes.count else { return nil }
    let part = bytes[offset..<offset + width]
    offset += width
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func geometry(_ shape: inout ShapeDraft, depth: Int) -> Bool {
    guard depth < 8, let order = number(1, isLittle: true), order < 2 else { return false }
    let isLittle = order == 1
    guard let word = number(4, isLittle: isLittle) else { return false }
    var extra = (word & 0x8000_0000 != 0 ? 1 : 0) + (word & 0x4000_0000 != 0 ? 1 : 0)
    if word & 0x2000_0000 != 0 {
      guard let system = number(4, isLittle: isLittle), system == 4_326 || system == 0 else { return false }
    }
    var kind = Int(word & 0xFFFF)
    if kind >= 1_000 {
      extra = kind >= 3_000 ? 2 : 1
      kind %= 1_000
    }
    switch kind {
    case 1:
      guard let point = position(isLittle, extra) else { return false }
      shape.add(point: checked([point]))
    case 2:
      guard let points = positions(isLittle, extra) else { return false }
      shape.add(line: checked(points))
    case 3:
      guard let count = count(isLittle) else { return false }
      var rings: [[Coordinate]?] = []
      for _ in 0..<count {
        guard let points = positions(isLittle, extra) else { return false }
        rings.append(checked(points))
      }
      guard let outer = rings.first else { return true }
      shape.add(outer: outer, holes: Array(rings.dropFirst()))
    case 4...7:
      guard let count = count(isLittle) else { return false }
      for _ in 0..<count where !geometry(&shape, depth: depth + 1) { return false }
    default: return false
    }
    return true
  }

  /// A count of parts: each has four bytes at least.
  private mutating func count(_ isLittle: Bool) -> Int? {
    guard let count = number(4, isLittle: isLittle), count <= UInt64((bytes.count - offset) / 4) else { return nil }
    return Int(count)
  }

  private mutating func position(_ isLittle: Bool, _ extra: Int) -> (longitude: Double, latitude: Double)? {
    guard let x = number(8, isLittle: isLittle), let y = number(8, isLittle: isLittle) else { return nil }
    for _ in 0..<extra where number(8, isLittle: isLittle) == nil { return nil }
    return (Double(bitPattern: x), Double(bitPattern: y))
  }

  private mutating func positions(_ isLittle: Bool, _ extra: Int) -> [(longitude: Double, latitude: Double)]? {
    guard let count = count(isLittle) else { return nil }
    var positions: [(longitude: Double, latitude: Double)] = []
    for _ in 0..<count {
      guard let position = position(isLittle, extra) else { return nil }
      positions.append(position)
    }
    return positions
  }

  private func checked(_ positions: [(longitude: Double, latitude: Double)]) -> [Coordinate]? {
    let places = positions.compactMap { Coordinate(checkedLatitude: $0.latitude, longitude: $0.longitude) }
    return places.count == positions.count ? places : nil
  }
}
