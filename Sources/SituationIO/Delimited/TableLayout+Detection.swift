import SituationModel

extension TableLayout {
  /// How much of a file tells what it is.
  private static let headBytes = 1 << 18

  /// The beginning of a file, which tells what it is.
  static func head(of bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> UnsafeBufferPointer<UInt8> {
    bytes.extracting(start..<min(bytes.count, start + headBytes))
  }

  /// The layout of a table; nil where bytes are none.
  ///
  /// - Parameters:
  ///   - known: how the rows are written, where that is known, as of a sheet.
  ///   - map: what a person says of the columns.
  init?(sniffing bytes: UnsafeBufferPointer<UInt8>, as known: Dialect? = nil, map: ColumnMap, limits: Limits) {
    guard let first = bytes.first(where: { $0 > 0x20 }), known != nil || !"{[<".utf8.contains(first) else { return nil }
    let stated = known == nil ? SeparatorLine(bytes) : nil
    let start = stated?.end ?? 0
    let head = TableLayout.head(of: bytes, from: start)
    guard var dialect = known ?? Dialect(sniffing: head, separator: stated?.separator) else { return nil }
    if GDELT.fits(head, dialect) { dialect.hasQuotes = false }
    let rows = HeadRow.first(of: head, at: start, dialect, isWhole: start + head.count == bytes.count, limits)
    guard !rows.isEmpty else { return nil }
    if let layout = TableLayout(tagged: rows, dialect, map) ?? TableLayout(withoutNames: rows, dialect, map) {
      self = layout
      return
    }
    self.init(named: rows, dialect, map, isSheet: known != nil)
    if stated != nil { interpretation.remarks.append("the first line says what stands between the fields") }
    if !dialect.hasQuotes, head.contains(UInt8(ascii: "\"")) {
      interpretation.remarks.append("quotes are ordinary characters here: they do not enclose fields")
    }
  }

  /// The layout of what a database wrote: with commas, quotes (RFC 4180), and the names of the columns in the first row.
  init?(exported bytes: UnsafeBufferPointer<UInt8>, map: ColumnMap, limits: Limits) {
    let head = TableLayout.head(of: bytes)
    let dialect = Dialect(separator: UInt8(ascii: ","))
    let rows = HeadRow.first(of: head, dialect, isWhole: head.count == bytes.count, limits)
    guard let top = rows.first else { return nil }
    self.init(
      Interpretation(names: top.texts, samples: rows.dropFirst().map(\.texts), map: map), dialect, firstRow: top.end)
    // A database has the texts as they are.
    interpretation.isDisarmed = false
    countsRows = true
  }

  /// The layout of a table with a row of HXL's tags; nil if it has none.
  private init?(tagged rows: [HeadRow], _ dialect: Dialect, _ map: ColumnMap) {
    guard let tagged = HXL.Header(rows.prefix(HXL.searched).map(\.texts)) else { return nil }
    let records = rows.dropFirst(tagged.row + 1).map(\.texts)
    self.init(
      Interpretation(names: tagged.names, samples: records, map: map, tags: tagged.tags), dialect,
      firstRow: rows[tagged.row].end)
  }

  /// The layout of a known table that comes without the names of its columns; nil if it is none.
  private init?(withoutNames rows: [HeadRow], _ dialect: Dialect, _ map: ColumnMap) {
    guard let top = rows.first, let names = TableLayout.namesOfRecord(top.texts, dialect) else { return nil }
    self.init(
      Interpretation(names: names, samples: rows.map(\.texts), map: map, hasNames: false), dialect, firstRow: top.start)
  }

  /// The names of a record of a known table that comes without them; nil where it is none.
  private static func namesOfRecord(_ texts: [String], _ dialect: Dialect) -> [String]? {
    if dialect.separator == 0x09, GDELT.isRecord(texts) { return GDELT.names(of: texts.count) }
    return UCDP.isRecord(texts) ? UCDP.names : nil
  }

  /// The layout of any other table: titles and comments, names of columns if there are any, units, records.
  private init(named rows: [HeadRow], _ dialect: Dialect, _ map: ColumnMap, isSheet: Bool) {
    let texts = rows.map(\.texts)
    let head = isSheet ? TableHead(ofSheet: texts) : TableHead(of: texts)
    let first = rows[head.passed]
    let above = head.passed > 0 ? texts[head.passed - 1] : nil
    let names = TableHead.names(
      head.hasNames ? TableHead.joined(first.texts, under: above) : first.texts, hasNames: head.hasNames,
      width: head.width)
    var records = rows.dropFirst(head.passed + (head.hasNames ? 1 : 0))
    var firstRow = head.hasNames ? first.end : first.start
    var remarks: [String] = []
    if head.passed > 0 { remarks.append("\(counted(head.passed, "line")) of title or comment skipped") }
    if head.hasNames, let units = records.first, records.count > 1, TableHead.areUnits(units.texts) {
      remarks.append("a row of units under the names is skipped")
      firstRow = units.end
      records = records.dropFirst()
    }
    self.init(
      Interpretation(names: names, samples: records.map(\.texts), map: map, hasNames: head.hasNames), dialect,
      firstRow: firstRow)
    passedRows = head.passed
    interpretation.remarks += remarks
  }
}
