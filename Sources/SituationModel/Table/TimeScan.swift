/// Finds the rows of a table that may lie in a window, by its columns of times alone.
///
/// Rows stand in the order of their starts, so that those behind the window are found by halving; of those before it whole
/// blocks are passed over, each of which knows its latest end. What has no date stands behind all, and may lie anywhere.
struct TimeScan: Sendable {
  /// How many rows a block has.
  private static let block = 512
  /// The latest end of each block.
  private let ends: [Int64]
  /// How many rows have a date.
  private let dated: Int

  /// A scan of rows that stand in the order of time. Linear.
  init(_ columns: EventColumns) {
    let (starts, all) = (columns.starts, columns.ends)
    ends = stride(from: 0, to: columns.count, by: TimeScan.block).map { first in
      all[first..<Swift.min(first + TimeScan.block, all.count)].reduce(.min) { Swift.max($0, $1) }
    }
    // An open start is the least number, and a date that is missing has the greatest for both.
    dated = TimeScan.first(in: 0..<starts.count) { starts[$0] == .max }
  }

  /// The rows that may lie in a window, of all or of some; linear in those that are neither before nor behind it.
  func matches(in window: TimeWindow, of columns: EventColumns, among rows: RowSet) -> [EventTable.Match] {
    let (start, end) = (window.start.seconds, window.end.seconds)
    let behind = columns.starts.withUnsafeBufferPointer { starts in
      TimeScan.first(in: 0..<dated) { starts[$0] >= end }
    }
    var matches: [EventTable.Match] = []
    columns.starts.withUnsafeBufferPointer { starts in
      columns.ends.withUnsafeBufferPointer { all in
        columns.dates.withUnsafeBufferPointer { dates in
          func look(_ row: Int) {
            guard all[row] > start else { return }
            let isCertain =
              starts[row] >= start && all[row] <= end && starts[row] != .min && all[row] != .max
              && !dates[row].isDoubtful
            matches.append(EventTable.Match(row: row, isCertain: isCertain))
          }
          if let chosen = rows.chosen {
            var place = 0
            while place < chosen.count, Int(chosen[place]) < behind {
              let row = Int(chosen[place])
              place += 1
              if ends[row / TimeScan.block] > start { look(row) }
            }
            let rest = TimeScan.first(in: place..<chosen.count) { Int(chosen[$0]) >= dated }
            matches += chosen[rest...].lazy.map { EventTable.Match(row: Int($0), isCertain: false) }
          } else {
            for (number, latest) in ends.enumerated() where latest > start {
              let first = number * TimeScan.block
              if first >= behind { break }
              for row in first..<Swift.min(first + TimeScan.block, behind) { look(row) }
            }
            matches += (dated..<columns.count).lazy.map { EventTable.Match(row: $0, isCertain: false) }
          }
        }
      }
    }
    return matches
  }

  /// The first of some places that passes, where all behind it do.
  private static func first(in range: Range<Int>, _ passes: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if passes(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
