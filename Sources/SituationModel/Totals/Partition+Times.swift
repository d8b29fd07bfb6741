extension Partition {
  /// So many stretches of time are counted one by one; a longer time wants a longer unit.
  private static let mostStretches = 8_000

  /// The parts by days, months or years: an event that may have been in several is maybe in each.
  ///
  /// An event with an open end may be in all stretches up to that end of the dates. What has no date is in none.
  init(times table: EventTable, _ dimension: Dimension, by unit: BucketUnit) {
    let undated = Part("no date", .not(.term(.has(.date))))
    guard let span = table.span,
      let buckets = TimeBuckets(covering: span, by: unit, limit: Partition.mostStretches)
    else {
      self.init(dimension, parts: [undated], codes: [Int32](repeating: 0, count: table.count))
      return
    }
    let parts = (0..<buckets.count).map { number in
      let date = DateInterval(unit: unit.precision, at: buckets.bounds[number])
      return Part(date.edtf, TimeRule(.during, date).map { .term(.time($0)) })
    }
    var choices = StretchChoices()
    var codes = [Int32](repeating: 0, count: table.count)
    let (columns, edges, isHappened) = (table.columns, buckets.bounds.map(\.seconds), table.clock == .happened)
    var bucket = 0
    for row in codes.indices {
      if isHappened {
        // Starts rise, so that the stretch of most events is that of the one before, or the next.
        let (start, end) = (columns.starts[row], columns.end(row))
        if start != .min, start != .max, end != .max, !columns.dates[row].isDoubtful {
          while bucket + 1 < buckets.count, start >= edges[bucket + 1] { bucket += 1 }
          if end <= edges[bucket + 1] {
            codes[row] = Int32(bucket) + 1
            continue
          }
        }
      }
      guard let when = table.date(of: row) else { continue }
      let first = when.start.map { buckets.index(of: $0) } ?? 0
      let last = when.end.map { buckets.index(of: $0.advanced(by: -1)) } ?? buckets.count - 1
      let isSure = first == last && when.start != nil && when.end != nil && !when.isApproximate && !when.isUncertain
      codes[row] = isSure ? Int32(first) + 1 : choices.code(first, max(first, last))
    }
    self.init(dimension, parts: [undated] + parts, codes: codes, choices: choices.choices)
  }
}

/// The stretches that events may be in, each choice once.
private struct StretchChoices {
  private struct Ends: Hashable { let first, last: Int }
  private var known: [Ends: Int32] = [:]
  private(set) var choices: [Partition.Choice] = []

  mutating func code(_ first: Int, _ last: Int) -> Int32 {
    let ends = Ends(first: first, last: last)
    if let code = known[ends] { return code }
    choices.append(.range(Int32(first) + 1...Int32(last) + 1))
    let code = Int32(truncatingIfNeeded: -choices.count)
    known[ends] = code
    return code
  }
}

extension BucketUnit {
  /// The precision of a date of the unit: a day for what is shorter, a year for what is longer.
  var precision: TimePrecision {
    switch self {
    case .minute, .hour, .sixHours, .day, .week: .day
    case .month: .month
    case .year, .decade, .century: .year
    }
  }
}
