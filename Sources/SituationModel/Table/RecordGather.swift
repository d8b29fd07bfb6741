/// Parts of records in the order of their rows, to be put side by side.
struct RecordGather<Part: Sendable>: Sendable {
  let parts: [Part]
  /// The record of each row; nil where they are the same.
  let order: [Int32]?

  var count: Int { parts.count }

  /// Calls something with each row of a range and its part. Parts are looked up out of order: it pays to take all that is wanted of
  /// one at once.
  @inline(__always)
  func each(in rows: Range<Int>, _ body: (Int, Part) -> Void) {
    parts.withUnsafeBufferPointer { parts in
      guard let order else {
        for row in rows { body(row, parts[row]) }
        return
      }
      order.withUnsafeBufferPointer { order in
        for row in rows { body(row, parts[Int(order[row])]) }
      }
    }
  }

  /// Fills columns: calls something with the rows that each of some threads takes.
  func split(_ work: @escaping @Sendable (Range<Int>) -> Void) {
    let threads = count > 50_000 ? processors() : 1
    _ = inParallel(threads) { [count] part in
      work(count * part / threads..<count * (part + 1) / threads)
      return true
    }
  }
}

/// A column that several threads fill, each some rows of its own.
struct UnfilledColumn<Value: Sendable>: Sendable {
  private let address: UInt

  /// The base of a column's memory, which has to outlive this.
  fileprivate init(_ memory: UnsafeMutableBufferPointer<Value>) { address = UInt(bitPattern: memory.baseAddress) }

  /// The memory; nil for a column without rows.
  @inline(__always) var base: UnsafeMutablePointer<Value>? { UnsafeMutablePointer(bitPattern: address) }
}

extension Array where Element: Sendable {
  /// A column of some rows, all of which `fill` fills. Columns that are filled together stand in each other's `fill`.
  fileprivate init(count: Int, _ fill: (UnfilledColumn<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { memory, filled in
      fill(UnfilledColumn(memory))
      filled = count
    }
  }
}

/// When things were, and what they were.
struct TimeColumns: Sendable {
  private(set) var starts: [Int64] = []
  private(set) var lengths: [UInt32] = []
  private(set) var dates: [DateTraits] = []
  private(set) var kinds: [UInt8] = []
  private(set) var precisions: [UInt8] = []

  /// The columns of some records, with the code in the columns for each of the records' codes of kinds.
  init(_ source: RecordGather<EventRecords.TimePart>, codes: [UInt8]) {
    let count = source.count
    starts = [Int64](count: count) { starts in
      lengths = [UInt32](count: count) { lengths in
        dates = [DateTraits](count: count) { dates in
          kinds = [UInt8](count: count) { kinds in
            precisions = [UInt8](count: count) { precisions in
              TimeColumns.fill(source, starts, lengths, dates, kinds, precisions, codes)
            }
          }
        }
      }
    }
  }

  private static func fill(
    _ source: RecordGather<EventRecords.TimePart>, _ starts: UnfilledColumn<Int64>, _ lengths: UnfilledColumn<UInt32>,
    _ dates: UnfilledColumn<DateTraits>, _ kinds: UnfilledColumn<UInt8>, _ precisions: UnfilledColumn<UInt8>,
    _ codes: [UInt8]
  ) {
    source.split { rows in
      guard let starts = starts.base, let lengths = lengths.base, let dates = dates.base, let kinds = kinds.base,
        let precisions = precisions.base
      else { return }
      codes.withUnsafeBufferPointer { codes in
        source.each(in: rows) { row, part in
          starts[row] = part.start
          lengths[row] = part.length
          dates[row] = part.date
          kinds[row] = codes[Int(part.kind)]
          precisions[row] = part.precision
        }
      }
    }
  }
}

/// Where things were, and what their marks show.
struct MarkColumns: Sendable {
  private(set) var latitudes: [Int32] = []
  private(set) var longitudes: [Int32] = []
  private(set) var places: [Int32] = []
  private(set) var standings: [UInt8] = []
  private(set) var flags: [EventColumns.Flags] = []

  init(_ source: RecordGather<EventRecords.MarkPart>) {
    let count = source.count
    latitudes = [Int32](count: count) { latitudes in
      longitudes = [Int32](count: count) { longitudes in
        places = [Int32](count: count) { places in
          standings = [UInt8](count: count) { standings in
            flags = [EventColumns.Flags](count: count) { flags in
              MarkColumns.fill(source, latitudes, longitudes, places, standings, flags)
            }
          }
        }
      }
    }
  }

  private static func fill(
    _ source: RecordGather<EventRecords.MarkPart>, _ latitudes: UnfilledColumn<Int32>,
    _ longitudes: UnfilledColumn<Int32>, _ places: UnfilledColumn<Int32>, _ standings: UnfilledColumn<UInt8>,
    _ flags: UnfilledColumn<EventColumns.Flags>
  ) {
    source.split { rows in
      guard let latitudes = latitudes.base, let longitudes = longitudes.base, let places = places.base,
        let standings = standings.base, let flags = flags.base
      else { return }
      source.each(in: rows) { row, part in
        latitudes[row] = part.point.latitude
        longitudes[row] = part.point.longitude
        places[row] = part.place
        standings[row] = part.standing
        flags[row] = part.flags
      }
    }
  }
}
