/// The records of a file in the order of time, side by side, with what is asked of all of them: a table without its events.
public struct ArrangedRecords: Sendable {
  /// The columns of all events, by row.
  let columns: EventColumns
  /// The record of each row.
  let order: RecordRows
  /// The index that finds rows by their times.
  let scan: TimeScan
  /// The extent of the dates.
  let extent: TimeExtent

  /// Arranges records. Linear in them, on all processors, where their times fit into 32 bits.
  public init(_ records: consuming EventRecords) { self.init(records, hasFiles: false) }

  /// Arranges the records of some files.
  init(_ records: consuming EventRecords, hasFiles: Bool) {
    let order = records.order()
    self.order = RecordRows(order)
    let columns = EventColumns(consume records, order: order, hasFiles: hasFiles)
    self.columns = columns
    (scan, extent) = inParallel({ TimeScan(columns) }, { TimeExtent(columns) }, if: columns.count > 50_000)
  }
}

/// The time that some dates cover, and the finest precision among them.
struct TimeExtent: Sendable {
  let span: TimeWindow?
  let finestPrecision: TimePrecision?

  /// The part of an event without a beginning or an end that counts, in seconds: a day. Without it a window over the whole span would
  /// begin behind what ended before all else, or end before what began last, and would not have it.
  static let openPart: Int64 = 86_400

  private static func earlier(_ end: Int64) -> Int64 { end > .min + openPart ? end - openPart : end }
  private static func later(_ start: Int64) -> Int64 { start < .max - openPart ? start + openPart : start }
  private static func earlier(_ end: Instant) -> Instant { Instant(seconds: earlier(end.seconds)) }
  private static func later(_ start: Instant) -> Instant { Instant(seconds: later(start.seconds)) }

  /// The extent of the dates of some columns. Linear in the rows.
  init(_ columns: EventColumns) {
    var (first, last) = (Int64.max, Int64.min)
    // The numbers that are there: few, of many that there may be.
    var known = [Bool](repeating: false, count: DateTraits.combinations)
    var numbers: [Int] = []
    for row in 0..<columns.count {
      let (start, end) = (columns.starts[row], columns.end(row))
      // The least and the greatest number are open ends, or no date at all.
      if start != .min, start != .max {
        (first, last) = (min(first, start), max(last, end == .max ? Self.later(start) : end))
      }
      if start == .min, end != .max { (first, last) = (min(first, Self.earlier(end)), max(last, end)) }
      let number = columns.dates[row].number
      if !known[number] {
        known[number] = true
        numbers.append(number)
      }
    }
    span = first <= last ? TimeWindow(start: Instant(seconds: first), end: Instant(seconds: last)) : nil
    finestPrecision = numbers.compactMap { DateTraits(number: $0).interval(0, 1) }
      .map { min($0.startPrecision, $0.endPrecision) }.min()
  }

  init(_ dates: some Sequence<DateInterval?>) {
    var (first, last): (Instant?, Instant?) = (nil, nil)
    var finest: TimePrecision?
    for case let date? in dates {
      for moment in [date.start ?? date.end.map(Self.earlier), date.end ?? date.start.map(Self.later)] {
        guard let moment else { continue }
        first = min(first ?? moment, moment)
        last = max(last ?? moment, moment)
      }
      finest = min(finest ?? .year, date.startPrecision, date.endPrecision)
    }
    span = first.flatMap { first in last.map { TimeWindow(start: first, end: $0) } }
    finestPrecision = finest
  }
}
