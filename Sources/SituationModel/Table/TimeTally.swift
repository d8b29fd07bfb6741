extension TimeBuckets {
  /// The counts of one bucket.
  public struct Tally: Hashable, Sendable {
    /// The events that were certainly in it, by the slots of their kinds' signs (`KindTable.Sign.slot`).
    public var certain: [UInt8: Int] = [:]
    /// The same by the number of the file, where there are several.
    public var certainByFile: [Int: Int] = [:]
    /// The sum of the imprecise events' shares in the bucket, each event spread evenly over its interval.
    public var possible = 0.0
    /// How many imprecise events it may hold.
    public var overlapping = 0

    /// Nothing yet.
    public init() {}

    /// How many events were certainly in it.
    public var certainCount: Int { certain.values.reduce(0, +) }
    /// The height of its bar.
    public var total: Double { Double(certainCount) + possible }
    /// True if no event is or may be in the bucket.
    public var isEmpty: Bool { certain.isEmpty && overlapping == 0 }
  }

  /// The histogram of those of some rows that may lie in these buckets.
  ///
  /// An event that is known to lie in one bucket counts there. Any other is spread evenly over its interval; one with an
  /// open end as far as the stretch that all dates cover. Linear in the rows and in the buckets.
  ///
  /// - Parameters:
  ///   - table: the events.
  ///   - rows: which of them.
  ///   - stretch: what all dates cover.
  ///   - figure: what is added up in place of events: the best number of each, else the least; nil to count events.
  public func tallies(
    of table: EventTable, rows: RowSet, stretch: TimeWindow? = nil, figure: FigureColumn? = nil
  ) -> [Tally] {
    var smear = Smear(buckets: self, stretch: stretch ?? span)
    // By bucket and kind: a dictionary for each event would cost more than all the rest.
    var certain = [Int](repeating: 0, count: count * KindTable.slotCount)
    let files = table.columns.files
    var byFile = [[Int: Int]](repeating: [:], count: count)
    if table.clock == .happened, files.isEmpty, figure == nil {
      walk(table.columns, rows, &certain, &smear)
      return tallies(certain, byFile, smear)
    }
    for row in rows {
      guard let when = table.date(of: row), span.membership(of: when) != .outside else { continue }
      let weight = figure.map { $0[row]?.weight ?? 0 } ?? 1
      if weight == 0 { continue }
      if let start = when.start, start >= span.start {
        let bucket = index(of: start)
        if TimeWindow(start: bounds[bucket], end: bounds[bucket + 1]).membership(of: when) == .certain {
          certain[bucket * KindTable.slotCount + Int(KindTable.slot(ofCode: table.columns.kinds[row]))] += weight
          if !files.isEmpty { byFile[bucket][Int(files[row]), default: 0] += weight }
          continue
        }
      }
      smear.add(when, weight)
    }
    return tallies(certain, byFile, smear)
  }

  /// Goes along rows, whose starts rise, and buckets at once: counts what is certain, by bucket and kind, and smears the rest.
  private func walk(_ columns: EventColumns, _ rows: RowSet, _ certain: inout [Int], _ smear: inout Smear) {
    let (first, last) = (span.start.seconds, span.end.seconds)
    let edges = bounds.map(\.seconds)
    var bucket = 0
    for row in rows {
      let start = columns.starts[row]
      if start >= last { break }
      let end = columns.end(row)
      if end <= first { continue }
      while bucket + 1 < count, start >= edges[bucket + 1] { bucket += 1 }
      if start >= first, end <= edges[bucket + 1], end != .max, !columns.dates[row].isDoubtful {
        certain[bucket * KindTable.slotCount + Int(KindTable.slot(ofCode: columns.kinds[row]))] += 1
      } else if let when = columns.when(row) {
        smear.add(when)
      }
    }
  }

  private func tallies(_ certain: [Int], _ byFile: [[Int: Int]], _ smear: Smear) -> [Tally] {
    var tallies = (0..<count).map { bucket in
      var tally = Tally()
      let kinds = certain[bucket * KindTable.slotCount..<(bucket + 1) * KindTable.slotCount]
      for (slot, count) in kinds.enumerated() where count > 0 { tally.certain[UInt8(slot)] = count }
      tally.certainByFile = byFile[bucket]
      return tally
    }
    smear.pour(into: &tallies)
    return tallies
  }

  /// The same of rows that stand in any sequence, in order.
  public func tallies(of table: EventTable, rows: some Sequence<Int>, stretch: TimeWindow? = nil) -> [Tally] {
    tallies(of: table, rows: RowSet(rows.map { Int32(truncatingIfNeeded: $0) }), stretch: stretch)
  }
}

extension FigureRange {
  /// The whole number that counts on a timeline: the best one, else the least, as far as a million million.
  fileprivate var weight: Int { Int(min(1e12, max(0, (best ?? leastInSum).rounded()))) }
}

/// Imprecise events that are spread over buckets: the ends of each at once, all between them in one pass at the end.
private struct Smear {
  private let buckets: TimeBuckets
  private let stretch: TimeWindow
  private var ends: [Double]
  /// By how much the density of events, and their number, is higher in a bucket than in the one before.
  private var steps: [Double]
  private var counts: [Int]

  init(buckets: TimeBuckets, stretch: TimeWindow) {
    self.buckets = buckets
    self.stretch = stretch
    ends = Array(repeating: 0, count: buckets.count)
    steps = Array(repeating: 0, count: buckets.count + 1)
    counts = Array(repeating: 0, count: buckets.count + 1)
  }

  mutating func add(_ when: DateInterval, _ weight: Int = 1) {
    // An open end may lie beyond the stretch, which then says nothing of it.
    let start = when.start ?? min(stretch.start, when.end?.advanced(by: -1) ?? stretch.start)
    let end = max(when.end ?? stretch.end, start.advanced(by: 1))
    let density = Double(weight) / Double(end.seconds - start.seconds)
    let (from, to) = (max(start, buckets.span.start), min(end, buckets.span.end))
    guard from < to else { return }
    let (first, last) = (buckets.index(of: from), buckets.index(of: to.advanced(by: -1)))
    counts[first] += weight
    counts[last + 1] -= weight
    if first == last {
      ends[first] += density * Double(to.seconds - from.seconds)
    } else {
      ends[first] += density * Double(buckets.bounds[first + 1].seconds - from.seconds)
      ends[last] += density * Double(to.seconds - buckets.bounds[last].seconds)
      steps[first + 1] += density
      steps[last] -= density
    }
  }

  func pour(into tallies: inout [TimeBuckets.Tally]) {
    var (density, count) = (0.0, 0)
    for bucket in tallies.indices {
      density += steps[bucket]
      count += counts[bucket]
      let length = Double(buckets.bounds[bucket + 1].seconds - buckets.bounds[bucket].seconds)
      tallies[bucket].overlapping = count
      // What is left of a sum after all was taken away again is no event.
      tallies[bucket].possible = count == 0 ? 0 : ends[bucket] + max(0, density) * length
    }
  }
}
