import SituationModel

/// One of the rows at the beginning of a table, which decide what it is.
struct HeadRow {
  /// The byte at which the row begins, in the file.
  let start: Int
  /// The byte at which the next row begins.
  let end: Int
  let texts: [String]

  /// The number of rows that decide what a table is.
  private static let most = 1_000

  /// The first rows of a table, blank and faulty ones left out, and one that the end of the head cuts.
  ///
  /// - Parameters:
  ///   - head: the beginning of the table.
  ///   - offset: the byte of the file at which the head begins.
  ///   - isWhole: true if the head is all of the table.
  static func first(
    of head: UnsafeBufferPointer<UInt8>, at offset: Int = 0, _ dialect: Dialect, isWhole: Bool, _ limits: Limits
  ) -> [HeadRow] {
    var scanner = RowScanner(head, dialect: dialect, limits: limits)
    var rows: [HeadRow] = []
    var columns = 0
    while rows.count < most, scanner.next(columns: columns) {
      if scanner.isBlank || scanner.problem != nil || !isWhole && !scanner.isEnded { continue }
      let texts = scanner.fields.map { TableRow.text($0, in: head) }
      // A row of several lines has to have as many fields as those before it: as the first, or as two behind one another.
      if texts.count > 1, columns == 0 || rows.last?.texts.count == texts.count { columns = texts.count }
      rows.append(HeadRow(start: offset + scanner.start, end: offset + scanner.offset, texts: texts))
    }
    return rows
  }
}
