/// Records in the order of their rows, to be put side by side.
struct RecordGather: Sendable {
  let records: [EventRecords.Record]
  /// The record of each row; nil where they are the same.
  let order: [Int32]?

  var count: Int { records.count }

  /// One number of each record.
  func column<Value>(_ value: (EventRecords.Record) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { column, filled in
      each { row, record in column.initializeElement(at: row, to: value(record)) }
      filled = count
    }
  }

  /// Calls something with each row and its record. Records are looked up out of order: it pays to take all that is
  /// wanted of one at once.
  @inline(__always)
  fileprivate func each(_ body: (Int, EventRecords.Record) -> Void) {
    records.withUnsafeBufferPointer { records in
      guard let order else {
        for (row, record) in records.enumerated() { body(row, record) }
        return
      }
      order.withUnsafeBufferPointer { order in
        for (row, record) in order.enumerated() { body(row, records[Int(record)]) }
      }
    }
  }
}

/// When things were, and what they were.
struct TimeColumns: Sendable {
  var starts: [Int64]
  var ends: [Int64]
  var dates: [DateTraits]
  var kinds: [UInt8]
  var precisions: [UInt8]

  init(_ source: RecordGather) {
    starts = [Int64](repeating: 0, count: source.count)
    ends = starts
    dates = [DateTraits](repeating: DateTraits(nil), count: source.count)
    kinds = [UInt8](repeating: 0, count: source.count)
    precisions = kinds
    starts.withUnsafeMutableBufferPointer { starts in
      ends.withUnsafeMutableBufferPointer { ends in
        dates.withUnsafeMutableBufferPointer { dates in
          kinds.withUnsafeMutableBufferPointer { kinds in
            precisions.withUnsafeMutableBufferPointer { precisions in
              source.each { row, record in
                (starts[row], ends[row], dates[row]) = (record.start, record.end, record.date)
                (kinds[row], precisions[row]) = (record.kind, record.precision)
              }
            }
          }
        }
      }
    }
  }
}

/// Where things were, and what their marks show.
struct MarkColumns: Sendable {
  var latitudes: [Double]
  var longitudes: [Double]
  var places: [Int32]
  var standings: [UInt8]
  var flags: [EventColumns.Flags]

  init(_ source: RecordGather) {
    latitudes = [Double](repeating: 0, count: source.count)
    longitudes = latitudes
    places = [Int32](repeating: -1, count: source.count)
    standings = [UInt8](repeating: 0, count: source.count)
    flags = [EventColumns.Flags](repeating: [], count: source.count)
    latitudes.withUnsafeMutableBufferPointer { latitudes in
      longitudes.withUnsafeMutableBufferPointer { longitudes in
        places.withUnsafeMutableBufferPointer { places in
          standings.withUnsafeMutableBufferPointer { standings in
            flags.withUnsafeMutableBufferPointer { flags in
              source.each { row, record in
                (latitudes[row], longitudes[row]) = (record.latitude, record.longitude)
                (places[row], standings[row], flags[row]) = (record.place, record.standing, record.flags)
              }
            }
          }
        }
      }
    }
  }
}
