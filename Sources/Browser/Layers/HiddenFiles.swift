import SituationModel

extension EventTable {
  /// Those of some rows that are not of some files. Linear in the rows; the same rows where no file is given.
  func rows(of rows: RowSet, without files: Set<UInt8>) -> RowSet {
    let numbers = columns.files
    return files.isEmpty ? rows : rows.chosen { !files.contains(numbers[$0]) }
  }

  /// How many events each file has. Linear.
  var fileCounts: [Int] {
    columns.files.reduce(into: Array(repeating: 0, count: files.count)) { $0[Int($1)] += 1 }
  }
}
