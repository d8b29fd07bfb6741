/// Finds the rows of a table that may lie in a window, by its columns of times alone.
///
/// Rows stand in the order of their starts, so that those behind the window are found by halving; of those before it whole
/// blocks are passed over, each of which knows its latest end, and whole blocks within it are taken. What has no date stands behind
/// all, and may lie anywhere.
struct TimeScan: Sendable {
  /// How many rows a block has.
  private static let block = 512
  /// A summary of neighbouring rows.
  private struct Block: Sendable {
    var latestEnd = Int64.min
    /// True if no row of the block has an open end or a doubtful date.
    var isPlain = true
  }

  private let blocks: [Block]
  /// How many rows have a date.
  private let dated: Int

  /// A scan of rows that stand in the order of time. Linear.
  init(_ columns: EventColumns) {
    // An open start is the least number, and a date that is missing has the greatest.
    let dated = columns.starts.withUnsafeBufferPointer { starts in
      TimeScan.first(in: 0..<starts.count) { starts[$0] == .max }
    }
    self.dated = dated
    let threads = dated > 50_000 ? processors() : 1
    let count = (dated + TimeScan.block - 1) / TimeScan.block
    let parts = inParallel(threads) { part in
      (count * part / threads..<count * (part + 1) / threads).map { number in
        TimeScan.block(columns, number * TimeScan.block..<Swift.min((number + 1) * TimeScan.block, dated))
      }
    }
    blocks = parts.count == 1 ? parts[0] : Array(parts.joined())
  }

  private static func block(_ columns: EventColumns, _ rows: Range<Int>) -> Block {
    columns.starts.withUnsafeBufferPointer { starts in
      columns.lengths.withUnsafeBufferPointer { lengths in
        columns.dates.withUnsafeBufferPointer { dates in
          var block = Block()
          for row in rows {
            let length = lengths[row]
            let end = length < TimeLength.open ? starts[row] &+ Int64(length) : columns.longEnd(row)
            block.latestEnd = Swift.max(block.latestEnd, end)
            if dates[row].isDoubtful || end == .max || starts[row] == .min { block.isPlain = false }
          }
          return block
        }
      }
    }
  }

  /// The rows that may lie in a window, of all or of some; linear in those that are neither before nor behind it.
  func matches(in window: TimeWindow, of columns: EventColumns, among rows: RowSet) -> [EventTable.Match] {
    let (start, end) = (window.start.seconds, window.end.seconds)
    let behind = columns.starts.withUnsafeBufferPointer { starts in
      TimeScan.first(in: 0..<dated) { starts[$0] >= end }
    }
    var matches: [EventTable.Match] = []
    columns.starts.withUnsafeBufferPointer { starts in
      columns.lengths.withUnsafeBufferPointer { lengths in
        columns.dates.withUnsafeBufferPointer { dates in
          func look(_ row: Int) {
            let length = lengths[row]
            let last = length < TimeLength.open ? starts[row] &+ Int64(length) : columns.longEnd(row)
            guard last > start else { return }
            let isCertain =
              starts[row] >= start && last <= end && starts[row] != .min && last != .max && !dates[row].isDoubtful
            matches.append(EventTable.Match(row: row, isCertain: isCertain))
          }
          if let chosen = rows.chosen {
            var place = 0
            while place < chosen.count, Int(chosen[place]) < behind {
              let row = Int(chosen[place])
              place += 1
              if blocks[row / TimeScan.block].latestEnd > start { look(row) }
            }
            let rest = TimeScan.first(in: place..<chosen.count) { Int(chosen[$0]) >= dated }
            matches += chosen[rest...].lazy.map { EventTable.Match(row: Int($0), isCertain: false) }
          } else {
            let first = (blocks.firstIndex { $0.latestEnd > start } ?? 0) * TimeScan.block
            matches.reserveCapacity(Swift.max(0, behind - first))
            for (number, block) in blocks.enumerated() where block.latestEnd > start {
              let first = number * TimeScan.block
              if first >= behind { break }
              let last = Swift.min(first + TimeScan.block, behind)
              if block.isPlain, starts[first] >= start, block.latestEnd <= end {
                for row in first..<last { matches.append(EventTable.Match(row: row, isCertain: true)) }
              } else {
                for row in first..<last { look(row) }
              }
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
