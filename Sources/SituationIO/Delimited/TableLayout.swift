import SituationModel

/// The layout of a table of delimited text: the dialect of its rows, the beginning of its records, and the meaning of its columns.
struct TableLayout: Sendable {
  var dialect: Dialect
  var interpretation: Interpretation
  /// Where the first record begins.
  var firstRow = 0
  /// The number of rows of titles and comments before the names of the columns.
  var passedRows = 0
  /// True if a database wrote it: a fault is told by the number of its row, since a line says nothing there.
  var countsRows = false

  /// The names of the columns.
  var names: [String] { interpretation.names }
  var format: FileFormat { interpretation.format }

  /// A layout of an interpretation.
  init(_ interpretation: Interpretation, _ dialect: Dialect, firstRow: Int = 0) {
    (self.interpretation, self.dialect, self.firstRow) = (interpretation, dialect, firstRow)
  }
}

extension TableLayout {
  /// How much of a file tells what it is.
  static let headBytes = 1 << 18
  /// The number of rows that decide what it is.
  private static let headRows = 1_000

  /// The layout of a table; nil where bytes are none.
  ///
  /// - Parameters:
  ///   - known: how the rows are written, where that is known, as of a sheet.
  ///   - map: what a person says of the columns.
  init?(sniffing bytes: UnsafeBufferPointer<UInt8>, as known: Dialect? = nil, map: ColumnMap, limits: Limits) {
    guard let first = bytes.first(where: { $0 > 0x20 }), known != nil || !"{[<".utf8.contains(first) else { return nil }
    let stated = known == nil ? SeparatorLine(bytes) : nil
    let start = stated?.end ?? 0
    let head = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + TableLayout.headBytes)])
    guard var dialect = known ?? Dialect(sniffing: head, separator: stated?.separator) else { return nil }
    if GDELT.fits(head, dialect) { dialect.hasQuotes = false }
    let rows = TableLayout.rows(head, dialect, isWhole: start + head.count == bytes.count, limits)
    guard let top = rows.first else { return nil }
    if let tagged = HXL.Header(rows.prefix(HXL.searched).map(\.texts)) {
      let records = rows.dropFirst(tagged.row + 1).map(\.texts)
      self.init(
        Interpretation(names: tagged.names, samples: records, map: map, tags: tagged.tags), dialect,
        firstRow: start + rows[tagged.row].end)
      return
    }
    if let names = TableLayout.namesOfRecord(top.texts, dialect) {
      self.init(
        Interpretation(names: names, samples: rows.map(\.texts), map: map, hasNames: false), dialect,
        firstRow: start + top.start)
      return
    }
    let tableHead = known == nil ? TableHead(of: rows.map(\.texts)) : TableHead(ofSheet: rows.map(\.texts))
    let named = rows[tableHead.passed]
    let above = tableHead.passed > 0 ? rows[tableHead.passed - 1].texts : nil
    let names = TableHead.names(
      tableHead.hasNames ? TableHead.joined(named.texts, under: above) : named.texts, hasNames: tableHead.hasNames,
      width: tableHead.width)
    var records = rows.dropFirst(tableHead.passed + (tableHead.hasNames ? 1 : 0))
    var firstRow = start + (tableHead.hasNames ? named.end : named.start)
    var hasUnits = false
    if tableHead.hasNames, let units = records.first, records.count > 1, TableHead.areUnits(units.texts) {
      (hasUnits, firstRow) = (true, start + units.end)
      records = records.dropFirst()
    }
    self.init(
      Interpretation(names: names, samples: records.map(\.texts), map: map, hasNames: tableHead.hasNames), dialect,
      firstRow: firstRow)
    passedRows = tableHead.passed
    if passedRows > 0 {
      interpretation.remarks.append("\(counted(passedRows, "line")) of title or comment passed over")
    }
    if hasUnits { interpretation.remarks.append("a row of units under the names is passed over") }
    if stated != nil { interpretation.remarks.append("the first line says what stands between the fields") }
    if !dialect.hasQuotes, head.contains(UInt8(ascii: "\"")) {
      interpretation.remarks.append("quotes are letters here: they enclose no fields")
    }
  }

  /// The names of a record of a known table that comes without them; nil where it is none.
  private static func namesOfRecord(_ texts: [String], _ dialect: Dialect) -> [String]? {
    if dialect.separator == 0x09, GDELT.isRecord(texts) { return GDELT.names(of: texts.count) }
    return UCDP.isRecord(texts) ? UCDP.names : nil
  }

  /// The layout of what a database wrote: with commas, quotes (RFC 4180), and the names of the columns in the first row.
  init?(exported bytes: UnsafeBufferPointer<UInt8>, map: ColumnMap, limits: Limits) {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(TableLayout.headBytes))
    let dialect = Dialect(separator: UInt8(ascii: ","))
    let rows = TableLayout.rows(head, dialect, isWhole: head.count == bytes.count, limits)
    guard let top = rows.first else { return nil }
    self.init(
      Interpretation(names: top.texts, samples: rows.dropFirst().map(\.texts), map: map), dialect, firstRow: top.end)
    // A database has the texts as they are.
    interpretation.isDisarmed = false
    countsRows = true
  }

  private struct HeadRow {
    let start: Int
    let end: Int
    let texts: [String]
  }

  /// The first rows, without one that the end of the head cuts.
  private static func rows(
    _ head: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, isWhole: Bool, _ limits: Limits
  ) -> [HeadRow] {
    var scanner = RowScanner(head, dialect: dialect, limits: limits)
    var rows: [HeadRow] = []
    var columns = 0
    while rows.count < headRows, scanner.next(columns: columns) {
      if scanner.isBlank || scanner.problem != nil || !isWhole && !scanner.isEnded { continue }
      let texts = scanner.fields.map { TableRow.text($0, in: head) }
      // A row of several lines has to have as many fields as those before it: as the first, or as two behind one another.
      if texts.count > 1, columns == 0 || rows.last?.texts.count == texts.count { columns = texts.count }
      rows.append(HeadRow(start: scanner.start, end: scanner.offset, texts: texts))
    }
    return rows
  }
}

/// A first line that says what stands between the fields, as spreadsheets write it: `sep=;`.
struct SeparatorLine {
  let separator: UInt8
  /// The byte at which the next line begins.
  let end: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var line = Array(bytes.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
    let length = line.count
    line.removeAll { $0 == UInt8(ascii: "\"") }
    guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=", let last = line.last
    else {
      return nil
    }
    separator = last
    let rest = bytes[length...].prefix(2)
    end = length + (rest.elementsEqual([0x0D, 0x0A]) ? 2 : min(1, rest.count))
  }
}

/// A count with its noun: `1 line`, `2 lines`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
