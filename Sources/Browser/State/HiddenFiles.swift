import SituationModel

extension EventTable {
  /// The rows that are not of some files. Linear in the rows; the same rows if no file is given.
  func rows(of rows: RowSet, without files: Set<UInt8>) -> RowSet {
    let numbers = columns.files
    return files.isEmpty ? rows : rows.chosen { !files.contains(numbers[$0]) }
  }

  /// The number of events of each file. Linear.
  var fileCounts: [Int] {
    columns.files.reduce(into: Array(repeating: 0, count: files.count)) { $0[Int($1)] += 1 }
  }
}
