#if GDAL
  import SituationModel

  /// A form in space as well-known binary (OGC 06-103, 8.2), the least byte first and longitude before latitude.
  struct ShapeBytes {
    private(set) var bytes: [UInt8] = []

    /// The bytes of a form; nil where it has no points.
    init?(_ shape: Shape) {
      switch shape {
      case .points(let points):
        if points.isEmpty { return nil }
        append(points, one: 1, many: 4) { $0.append($1) }
      case .lines(let lines):
        if lines.allSatisfy(\.isEmpty) { return nil }
        append(lines, one: 2, many: 5) { $0.append(line: $1) }
      case .areas(let areas):
        if areas.allSatisfy({ $0.rings.allSatisfy(\.isEmpty) }) { return nil }
        append(areas, one: 3, many: 6) { bytes, area in
          bytes.append(UInt32(area.rings.count))
          for ring in area.rings { bytes.append(line: ring) }
        }
      }
    }

    /// Appends one part as it is, or several in a form of many; the numbers are the codes of the kinds.
    private mutating func append<Part>(
      _ parts: [Part], one: UInt32, many: UInt32, _ part: (inout ShapeBytes, Part) -> Void
    ) {
      if parts.count != 1 {
        append(kind: many)
        append(UInt32(parts.count))
      }
      for each in parts {
        append(kind: one)
        part(&self, each)
      }
    }

    private mutating func append(kind: UInt32) {
      bytes.append(1)
      append(kind)
    }

    private mutating func append(line: [Coordinate]) {
      append(UInt32(line.count))
      for place in line { append(place) }
    }

    private mutating func append(_ place: Coordinate) {
      for number in [place.longitude, place.latitude] {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }

    private mutating func append(_ number: UInt32) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
#endif
