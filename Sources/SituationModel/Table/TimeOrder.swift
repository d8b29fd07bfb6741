/// The order of time of some rows: earlier starts first, of those earlier ends, of those the earlier rows.
struct TimeOrder {
  /// The rows in their order; nil where they are in it.
  let rows: [Int32]?

  /// Sorts rows. Linear in them where their times fit into 32 bits, in the coarsest unit that says them all.
  init(starts: [Int64], ends: [Int64]) {
    if TimeOrder.areSorted(starts, ends) {
      rows = nil
      return
    }
    guard let first = TimeKeys(starts), let last = TimeKeys(ends) else {
      rows = TimeOrder.compared(starts, ends)
      return
    }
    // The row stands below its key. What is sorted by ends first stays so among equal starts.
    var sorted = [UInt64](unsafeUninitializedCapacity: starts.count) { buffer, count in
      for row in starts.indices {
        buffer.initializeElement(at: row, to: UInt64(last.key(ends[row])) << 32 | UInt64(row))
      }
      count = starts.count
    }
    var spare = sorted
    // Where all last as long, the starts alone tell.
    if !TimeOrder.areOneLength(starts, ends) { TimeOrder.sort(&sorted, &spare, bits: last.bits) }
    for place in sorted.indices {
      let row = sorted[place] & 0xFFFF_FFFF
      sorted[place] = UInt64(first.key(starts[Int(row)])) << 32 | row
    }
    TimeOrder.sort(&sorted, &spare, bits: first.bits)
    rows = sorted.map { Int32(truncatingIfNeeded: $0) }
  }

  private static func areSorted(_ starts: [Int64], _ ends: [Int64]) -> Bool {
    for row in starts.indices.dropFirst() {
      if starts[row] < starts[row - 1] || starts[row] == starts[row - 1] && ends[row] < ends[row - 1] { return false }
    }
    return true
  }

  private static func areOneLength(_ starts: [Int64], _ ends: [Int64]) -> Bool {
    guard let first = starts.first else { return true }
    let length = ends[0] &- first
    return zip(starts, ends).allSatisfy { $0 == .max || $0 != .min && $1 != .max && $1 &- $0 == length }
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

  private static func compared(_ starts: [Int64], _ ends: [Int64]) -> [Int32] {
    (Int32(0)..<Int32(starts.count)).sorted { left, right in
      let (first, second) = (Int(left), Int(right))
      if starts[first] != starts[second] { return starts[first] < starts[second] }
      if ends[first] != ends[second] { return ends[first] < ends[second] }
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

  /// Keys for some times; nil where they need more bits. Linear in them.
  init?(_ times: [Int64]) {
    var (first, last) = (Int64.max, Int64.min)
    for time in times where time != .min && time != .max {
      first = min(first, time)
      last = max(last, time)
    }
    if first > last { (first, last) = (0, 0) }
    guard last.subtractingReportingOverflow(first).overflow == false else { return nil }
    let units: [Int64] = [86_400, 3_600, 60, 1]
    let unit = units.first { unit in times.allSatisfy { $0 == .min || $0 == .max || ($0 - first) % unit == 0 } } ?? 1
    let count = (last - first) / unit
    guard count < Int64(UInt32.max) - 2 else { return nil }
    (self.first, self.unit, top) = (first, unit, UInt32(count) + 2)
    bits = 32 - top.leadingZeroBitCount
  }

  /// The key of a time: open and unknown ones are the least and the greatest.
  func key(_ time: Int64) -> UInt32 {
    time == .min ? 0 : time == .max ? top : UInt32(truncatingIfNeeded: (time - first) / unit) + 1
  }
}
