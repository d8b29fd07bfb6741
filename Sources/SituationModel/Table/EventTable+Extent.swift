extension EventTable {
  /// The narrowest rectangle around all places; nil when no event has one. Linear in the points, on all processors.
  public var extent: GeoBounds? {
    let threads = count > 50_000 ? processors() : 1
    let parts = inParallel(threads) { part in
      Belt.bounds(of: self, in: count * part / threads..<count * (part + 1) / threads)
    }
    return GeoBounds(around: Array(parts.joined()))
  }
}

/// Points of one degree of longitude as one rectangle: the widest stretch that none holds is never within one.
private struct Belt {
  private var south = Int32.max
  private var north = Int32.min
  private var west = Int32.max
  private var east = Int32.min

  /// The rectangles of some rows.
  static func bounds(of table: EventTable, in rows: Range<Int>) -> [GeoBounds] {
    var belts = [Belt](repeating: Belt(), count: 512)
    var others: [GeoBounds] = []
    let columns = table.columns
    let unplaced = PlacePrecision.unplaced.code
    columns.latitudes.withUnsafeBufferPointer { latitudes in
      columns.longitudes.withUnsafeBufferPointer { longitudes in
        for row in rows {
          guard columns.flags[row].contains(.isPoint) else {
            // An event without a place has no shape: it need not be read.
            if columns.precisions[row] != unplaced, let bounds = table.events[row].place.shape?.bounds {
              others.append(bounds)
            }
            continue
          }
          // 1/512 of a turn, which is less than a degree.
          let number = Int(longitudes[row] >> 23) + 256
          belts[number].include(latitudes[row], longitudes[row])
        }
      }
    }
    return others + belts.compactMap(\.bounds)
  }

  private mutating func include(_ latitude: Int32, _ longitude: Int32) {
    south = min(south, latitude)
    north = max(north, latitude)
    west = min(west, longitude)
    east = max(east, longitude)
  }

  private var bounds: GeoBounds? {
    guard south <= north else { return nil }
    let low = GlobePoint(latitude: south, longitude: west).coordinate
    let high = GlobePoint(latitude: north, longitude: east).coordinate
    return GeoBounds(south: low.latitude, west: low.longitude, north: high.latitude, east: high.longitude)
  }
}
