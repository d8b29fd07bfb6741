/// The order of time of some records: earlier starts first, of those earlier ends, of those the earlier records.
struct TimeOrder {
  /// The records in their order; nil where they are in it.
  let rows: [Int32]?

  /// Sorts records. Linear in them where their times fit into 32 bits, in the coarsest unit that says them all.
  init(_ records: EventRecords) {
    if TimeOrder.isOrdered(records) {
      rows = nil
    } else {
      rows = TimeOrder.sorted(records) ?? TimeOrder.compared(records)
    }
  }

  private static func isOrdered(_ records: EventRecords) -> Bool {
    records.times.withUnsafeBufferPointer { times in
      for record in 1..<max(1, times.count) {
        let (before, start) = (times[record - 1].start, times[record].start)
        if start > before { continue }
        if start < before || records.end(of: record) < records.end(of: record - 1) { return false }
      }
      return true
    }
  }

  /// The order by numbers; nil where times need more than 32 bits.
  private static func sorted(_ records: EventRecords) -> [Int32]? {
    let count = records.count
    let first = records.times.withUnsafeBufferPointer { times in TimeKeys(count, { times[$0].start }) }
    guard let starts = first else { return nil }
    var ends: TimeKeys?
    // Where all last as long, the starts alone tell.
    if !areOneLength(records) {
      guard let keys = TimeKeys(count, { records.end(of: $0) }) else { return nil }
      ends = keys
    }
    if ends == nil, starts.bits <= TimeOrder.countedBits { return counted(records, starts) }
    // The record stands below its key. What is sorted by ends first stays so among equal starts.
    var sorted = [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
      records.times.withUnsafeBufferPointer { times in
        for (record, time) in times.enumerated() {
          let key = ends.map { $0.key(records.end(of: record)) } ?? starts.key(time.start)
          buffer.initializeElement(at: record, to: UInt64(key) << 32 | UInt64(record))
        }
      }
      filled = count
    }
    var spare = [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: 0)
      filled = count
    }
    if let ends {
      sort(&sorted, &spare, bits: ends.bits)
      for place in sorted.indices {
        let record = sorted[place] & 0xFFFF_FFFF
        sorted[place] = UInt64(starts.key(records.times[Int(record)].start)) << 32 | record
      }
    }
    sort(&sorted, &spare, bits: starts.bits)
    spare = []
    return sorted.map { Int32(truncatingIfNeeded: $0) }
  }

  /// Keys of so few bits are counted: 16 are the days of 179 years.
  private static let countedBits = 16

  /// The order by keys of few bits: how many records each key has tells where they stand (Knuth, TAOCP 3, 5.2).
  private static func counted(_ records: EventRecords, _ keys: TimeKeys) -> [Int32] {
    let count = records.count
    var places = [Int32](repeating: 0, count: 1 << keys.bits + 1)
    let all = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
      records.times.withUnsafeBufferPointer { times in
        places.withUnsafeMutableBufferPointer { places in
          for record in 0..<count {
            let key = keys.key(times[record].start)
            buffer.initializeElement(at: record, to: UInt16(truncatingIfNeeded: key))
            places[Int(key) + 1] += 1
          }
        }
      }
      filled = count
    }
    for key in 1..<places.count { places[key] += places[key - 1] }
    return [Int32](unsafeUninitializedCapacity: count) { rows, filled in
      all.withUnsafeBufferPointer { all in
        places.withUnsafeMutableBufferPointer { places in
          for record in 0..<count {
            let key = Int(all[record])
            rows.initializeElement(at: Int(places[key]), to: Int32(truncatingIfNeeded: record))
            places[key] += 1
          }
        }
      }
      filled = count
    }
  }

  private static func areOneLength(_ records: EventRecords) -> Bool {
    records.times.withUnsafeBufferPointer { times in
      guard let length = times.first(where: { $0.start != .max })?.length, length != TimeLength.elsewhere else {
        return false
      }
      return times.allSatisfy { $0.start == .max || $0.length == length }
    }
  }

  /// Sorts by the bits above the lower half, eleven at once from the least (LSD radix sort: Knuth, TAOCP 3, 5.2.5).
  private static func sort(_ values: inout [UInt64], _ spare: inout [UInt64], bits: Int) {
    for shift in stride(from: 32, to: 32 + bits, by: 11) {
      var places = [Int](repeating: 0, count: 2_049)
      for value in values { places[Int(value >> UInt64(shift) & 2_047) + 1] += 1 }
      for digit in 1..<2_049 { places[digit] += places[digit - 1] }
      values.withUnsafeBufferPointer { values in
        spare.withUnsafeMutableBufferPointer { spare in
          places.withUnsafeMutableBufferPointer { places in
            for value in values {
              let digit = Int(value >> UInt64(shift) & 2_047)
              spare[places[digit]] = value
              places[digit] += 1
            }
          }
        }
      }
      swap(&values, &spare)
    }
  }

  private static func compared(_ records: EventRecords) -> [Int32] {
    (Int32(0)..<Int32(records.count)).sorted { left, right in
      let (first, second) = (records.times[Int(left)].start, records.times[Int(right)].start)
      if first != second { return first < second }
      let (end, other) = (records.end(of: Int(left)), records.end(of: Int(right)))
      return end != other ? end < other : left < right
    }
  }
}

/// Times as numbers of 32 bits that stand in the same order.
private struct TimeKeys {
  /// How many bits the keys have.
  let bits: Int
  private let first: Int64
  private let unit: Int64
  private let top: UInt32

  /// Keys for some times; nil where they need more bits. Linear in them.
  init?(_ count: Int, _ time: (Int) -> Int64) {
    var (first, last, unit) = (Int64.max, Int64.min, Int64(86_400))
    for place in 0..<count {
      let time = time(place)
      if time == .min || time == .max { continue }
      first = min(first, time)
      last = max(last, time)
      // Each unit is a multiple of those below it.
      if unit == 86_400, time % 86_400 != 0 { unit = 3_600 }
      if unit == 3_600, time % 3_600 != 0 { unit = 60 }
      if unit == 60, time % 60 != 0 { unit = 1 }
    }
    if first > last { (first, last) = (0, 0) }
    let (span, isTooLong) = last.subtractingReportingOverflow(first)
    guard !isTooLong, span / unit < Int64(UInt32.max) - 2 else { return nil }
    (self.first, self.unit, top) = (first, unit, UInt32(span / unit) + 2)
    bits = 32 - top.leadingZeroBitCount
  }

  /// The key of a time: open and unknown ones are the least and the greatest.
  @inline(__always)
  func key(_ time: Int64) -> UInt32 {
    if time == .min { return 0 }
    if time == .max { return top }
    let span = time - first
    // A division by a number that is known takes a fifth of the time.
    let number =
      switch unit {
      case 86_400: span / 86_400
      case 3_600: span / 3_600
      case 60: span / 60
      default: span
      }
    return UInt32(truncatingIfNeeded: number) + 1
  }
}
