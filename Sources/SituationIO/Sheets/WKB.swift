import SituationModel

/// Geometries as well-known binary (OGC 06-103, 8.2) of two numbers a position: longitude and latitude on WGS 84.
struct WKB {
  private let bytes: [UInt8]
  private var offset = 0
  private var isLittle = true
  private var wrapped = 0

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

  /// Reads the geometry ahead; false where there is none.
  private mutating func geometry(_ draft: inout ShapeDraft, depth: Int) -> Bool {
    guard depth < 8, offset < bytes.count, bytes[offset] < 2 else { return false }
    isLittle = bytes[offset] == 1
    offset += 1
    guard let kind = number() else { return false }
    switch kind {
    case 1:
      guard offset + 16 <= bytes.count else { return false }
      // A point without a place has no numbers.
      if double(at: offset).isNaN, double(at: offset + 8).isNaN {
        offset += 16
        return true
      }
      draft.add(point: positions(1))
    case 2:
      guard let count = count(of: 16) else { return false }
      draft.add(line: positions(count))
    case 3:
      guard let count = count(of: 4) else { return false }
      var rings: [[Coordinate]?] = []
      for _ in 0..<count {
        guard let size = self.count(of: 16) else { return false }
        rings.append(positions(size))
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

  /// So many positions, for which there are bytes; nil where one is off the globe.
  private mutating func positions(_ count: Int) -> [Coordinate]? {
    var places: [Coordinate]? = []
    places?.reserveCapacity(count)
    for _ in 0..<count {
      if let (place, wasWrapped) = CoordinateSystem.degrees.place(x: double(at: offset), y: double(at: offset + 8)) {
        places?.append(place)
        if wasWrapped { wrapped += 1 }
      } else {
        places = nil
      }
      offset += 16
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
