/// The order of time of some rows: earlier starts first, of those earlier ends, of those the earlier rows.
struct TimeOrder {
  /// The rows in their order; nil where they are in it.
  let rows: [Int32]?

  /// Sorts rows. Linear in them where their times fit into 32 bits, in the coarsest unit that says them all.
  init(_ records: [EventRecords.Record]) {
    rows = records.withUnsafeBufferPointer(TimeOrder.rows)
  }

  private typealias Records = UnsafeBufferPointer<EventRecords.Record>

  private static func rows(_ records: Records) -> [Int32]? {
    if areSorted(records) { return nil }
    guard let first = TimeKeys(records, of: { $0.start }), let last = TimeKeys(records, of: { $0.end }) else {
      return compared(records)
    }
    // The row stands below its key. What is sorted by ends first stays so among equal starts.
    var sorted = [UInt64](unsafeUninitializedCapacity: records.count) { buffer, count in
      for (row, record) in records.enumerated() {
        buffer.initializeElement(at: row, to: UInt64(last.key(record.end)) << 32 | UInt64(row))
      }
      count = records.count
    }
    var spare = sorted
    // Where all last as long, the starts alone tell.
    if !areOneLength(records) { sort(&sorted, &spare, bits: last.bits) }
    for place in sorted.indices {
      let row = sorted[place] & 0xFFFF_FFFF
      sorted[place] = UInt64(first.key(records[Int(row)].start)) << 32 | row
    }
    sort(&sorted, &spare, bits: first.bits)
    return sorted.map { Int32(truncatingIfNeeded: $0) }
  }

  private static func areSorted(_ records: Records) -> Bool {
    for (before, record) in zip(records, records.dropFirst()) {
      if record.start < before.start || record.start == before.start && record.end < before.end { return false }
    }
    return true
  }

  private static func areOneLength(_ records: Records) -> Bool {
    guard let first = records.first else { return true }
    let length = first.end &- first.start
    return records.allSatisfy {
      $0.start == .max || $0.start != .min && $0.end != .max && $0.end &- $0.start == length
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

  private static func compared(_ records: Records) -> [Int32] {
    (Int32(0)..<Int32(records.count)).sorted { left, right in
      let (first, second) = (records[Int(left)], records[Int(right)])
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end < second.end }
      return left < right
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

  /// Keys for one time of each of some records; nil where they need more bits. Linear in them.
  init?(_ records: UnsafeBufferPointer<EventRecords.Record>, of time: (EventRecords.Record) -> Int64) {
    var (first, last) = (Int64.max, Int64.min)
    for record in records {
      let time = time(record)
      if time == .min || time == .max { continue }
      first = min(first, time)
      last = max(last, time)
    }
    if first > last { (first, last) = (0, 0) }
    guard last.subtractingReportingOverflow(first).overflow == false else { return nil }
    let units: [Int64] = [86_400, 3_600, 60, 1]
    let unit = units.first { unit in
      records.allSatisfy { record in
        let time = time(record)
        return time == .min || time == .max || (time - first) % unit == 0
      }
    }
    let count = (last - first) / (unit ?? 1)
    guard count < Int64(UInt32.max) - 2 else { return nil }
    (self.first, self.unit, top) = (first, unit ?? 1, UInt32(count) + 2)
    bits = 32 - top.leadingZeroBitCount
  }

  /// The key of a time: open and unknown ones are the least and the greatest.
  func key(_ time: Int64) -> UInt32 {
    time == .min ? 0 : time == .max ? top : UInt32(truncatingIfNeeded: (time - first) / unit) + 1
  }
}
