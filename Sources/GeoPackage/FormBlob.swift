#if GeoPackage
  import SituationModel

  /// A form in space on its way into a GeoPackage: a header with an envelope (OGC 12-128, 2.1.3) and well-known binary (OGC
  /// 06-103, 8.2), the least byte first and longitude before latitude.
  struct FormBlob {
    private(set) var bytes: [UInt8] = []
    /// What lies around it.
    let bounds: FormBounds

    /// The blob of a form; nil where it has no points.
    init?(_ shape: Shape) {
      guard let bounds = FormBounds(shape) else { return nil }
      self.bounds = bounds
      // “GP”, version 1, an envelope of four numbers with the least byte first, EPSG:4326.
      bytes += [0x47, 0x50, 0, 0b11]
      append(UInt32(4326))
      for number in [bounds.west, bounds.east, bounds.south, bounds.north] { append(number) }
      switch shape {
      case .points(let points): append(points, one: 1, many: 4) { $0.append($1) }
      case .lines(let lines): append(lines, one: 2, many: 5) { $0.append(line: $1) }
      case .areas(let areas):
        append(areas, one: 3, many: 6) { blob, area in
          blob.append(UInt32(area.rings.count))
          for ring in area.rings { blob.append(line: ring) }
        }
      }
    }

    /// Appends one part as it is, or several in a form of many; the numbers are the codes of the kinds.
    private mutating func append<Part>(
      _ parts: [Part], one: UInt32, many: UInt32, _ part: (inout FormBlob, Part) -> Void
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
      append(place.longitude)
      append(place.latitude)
    }

    private mutating func append(_ number: UInt32) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ number: Double) {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// The least and greatest degrees of a form's points, as a GeoPackage has them: without regard to the antimeridian.
  struct FormBounds {
    private(set) var west: Double
    private(set) var east: Double
    private(set) var south: Double
    private(set) var north: Double

    /// The bounds of a form; nil where it has no points.
    init?(_ shape: Shape) {
      let parts =
        switch shape {
        case .points(let points): [points]
        case .lines(let lines): lines
        case .areas(let areas): areas.flatMap(\.rings)
        }
      guard let first = parts.lazy.compactMap(\.first).first else { return nil }
      (west, east, south, north) = (first.longitude, first.longitude, first.latitude, first.latitude)
      for place in parts.joined() {
        (west, east) = (min(west, place.longitude), max(east, place.longitude))
        (south, north) = (min(south, place.latitude), max(north, place.latitude))
      }
    }

    /// What lies around both.
    func joined(with other: FormBounds) -> FormBounds {
      var both = self
      (both.west, both.east) = (min(west, other.west), max(east, other.east))
      (both.south, both.north) = (min(south, other.south), max(north, other.north))
      return both
    }
  }
#endif
