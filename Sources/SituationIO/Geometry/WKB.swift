import SituationModel

/// Geometries as well-known binary (OGC 06-103, 8.2), longitude first, with the signs of ISO and of PostGIS for heights, measures and the
/// system of the coordinates. Without a system they are degrees on WGS 84.
struct WKB {
  private let bytes: [UInt8]
  private var offset = 0
  private var isLittle = true
  private var system = CoordinateSystem.degrees
  /// The number of positions whose longitude was wrapped.
  private(set) var wrapped = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The shape of some bytes; nil for one without positions, and where they are no geometry, which a note says.
  static func shape(_ bytes: [UInt8], limits: Limits, _ notes: inout RecordNotes) -> Shape? {
    if bytes.isEmpty { return nil }
    var (reader, draft) = (WKB(bytes), ShapeDraft())
    guard reader.geometry(&draft, depth: 0) else {
      notes.add("its geometry can't be read", field: "geometry")
      return nil
    }
    if reader.wrapped > 0 {
      notes.add(
        "\(counted(reader.wrapped, "position")) had a longitude beyond 180, which was wrapped", field: "geometry")
    }
    return draft.shape(limits: limits, &notes)
  }

  /// True if a text is long enough for a point, and is nothing but hexadecimal digits that begin as such a geometry does.
  static func isHexadecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("\\x") ? text.dropFirst(2) : text[...]
    guard digits.utf8.count >= 42, digits.utf8.count % 2 == 0, digits.hasPrefix("00") || digits.hasPrefix("01") else {
      return false
    }
    return digits.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
  }

  /// Reads hexadecimal digits, as PostGIS exports them, into a draft of a shape; false where they are no geometry of a system that is read.
  static func read(hexadecimal text: String, into shape: inout ShapeDraft) -> Bool {
    guard isHexadecimal(text) else { return false }
    let digits = Array((text.hasPrefix("\\x") ? text.dropFirst(2) : text[...]).utf8)
    func nibble(_ digit: UInt8) -> UInt8 { digit < 0x40 ? digit & 0xF : (digit & 0xF) + 9 }
    var reader = WKB(
      stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) })
    return reader.geometry(&shape, depth: 0) && reader.offset == reader.bytes.count
  }

  // MARK: Geometries

  /// Reads the geometry ahead; false where there is none.
  private mutating func geometry(_ draft: inout ShapeDraft, depth: Int) -> Bool {
    guard depth < 8, offset < bytes.count, bytes[offset] < 2 else { return false }
    isLittle = bytes[offset] == 1
    offset += 1
    guard let (kind, width) = kind() else { return false }
    switch kind {
    case 1:
      guard offset + width <= bytes.count else { return false }
      // A point without a place has no numbers.
      if double(at: offset).isNaN, double(at: offset + 8).isNaN {
        offset += width
        return true
      }
      draft.add(point: positions(1, width))
    case 2:
      guard let count = count(of: width) else { return false }
      draft.add(line: positions(count, width))
    case 3:
      guard let count = count(of: 4) else { return false }
      var rings: [[Coordinate]?] = []
      for _ in 0..<count {
        guard let size = self.count(of: width) else { return false }
        rings.append(positions(size, width))
      }
      if let outer = rings.first { draft.add(outer: outer, holes: Array(rings.dropFirst())) }
    case 4...7:
      guard let count = count(of: 5) else { return false }
      for _ in 0..<count {
        guard geometry(&draft, depth: depth + 1) else { return false }
      }
    default: return false
    }
    return true
  }

  /// The kind of the geometry ahead, and the number of bytes that each of its positions has; nil in a system that is not read.
  private mutating func kind() -> (kind: Int, width: Int)? {
    guard let word = number() else { return nil }
    var extra = (word & 0x8000_0000 != 0 ? 1 : 0) + (word & 0x4000_0000 != 0 ? 1 : 0)
    if word & 0x2000_0000 != 0 {
      guard let code = number() else { return nil }
      if code != 0 { system = CoordinateSystem(named: "\(code)") }
      if case .unknown = system { return nil }
    }
    var kind = word & 0xFFFF
    if kind >= 1_000 { (extra, kind) = (kind >= 3_000 ? 2 : 1, kind % 1_000) }
    return (kind, 16 + 8 * extra)
  }

  /// So many positions, for which there are bytes; nil where one is off the globe.
  private mutating func positions(_ count: Int, _ width: Int) -> [Coordinate]? {
    var places: [Coordinate]? = []
    places?.reserveCapacity(count)
    for _ in 0..<count {
      if let (place, wasWrapped) = system.place(x: double(at: offset), y: double(at: offset + 8)) {
        places?.append(place)
        if wasWrapped { wrapped += 1 }
      } else {
        places = nil
      }
      offset += width
    }
    return places
  }

  /// A number of things of so many bytes at least; nil where there are not as many bytes.
  private mutating func count(of size: Int) -> Int? {
    guard let count = number(), count <= (bytes.count - offset) / size else { return nil }
    return count
  }

  private mutating func number() -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    return Int(UInt32(truncatingIfNeeded: bits(at: offset, 4)))
  }

  private func double(at place: Int) -> Double { Double(bitPattern: bits(at: place, 8)) }

  private func bits(at place: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 << 8 | UInt64(bytes[place + (isLittle ? size - 1 - $1 : $1)]) }
  }
}
