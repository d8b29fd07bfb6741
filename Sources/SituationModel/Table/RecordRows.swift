import Synchronization

/// The records of a file in the order of a table's rows, both ways.
///
/// The way back is made when it is first asked for: most that is asked goes from rows to records, and for a large file the way back takes
/// as much room again. A class, since all copies of a table share it.
final class RecordRows: Sendable {
  /// The record of each row; nil where they are the same.
  let records: [Int32]?
  private let rows = Mutex<[Int32]?>(nil)

  init(_ records: [Int32]?) { self.records = records }

  /// The record of a row.
  @inline(__always)
  func record(_ row: Int) -> Int { records.map { Int($0[row]) } ?? row }

  /// The row of a record. The first time linear in the rows.
  func row(ofRecord record: Int) -> Int {
    guard let records else { return record }
    return rows.withLock { known in
      if let known { return Int(known[record]) }
      var rows = [Int32](repeating: 0, count: records.count)
      for (row, record) in records.enumerated() { rows[Int(record)] = Int32(truncatingIfNeeded: row) }
      known = rows
      return Int(rows[record])
    }
  }
}
