import SituationModel

/// Reads tables: delimited text with a row for each event.
///
/// What the table is (`TableLayout`) is told by its head. Its rows are scanned for their columns, on all processors (`TableChunk`,
/// `RowScan`); their words stay in the bytes until somebody asks (`TableRows`).
struct Table {
  /// The layout of the table.
  private(set) var layout: TableLayout
  /// How its characters were written.
  let encoding: TextEncoding
  /// All of it, as UTF-8.
  let bytes: Bytes
  let limits: Limits
  let file: String
  /// The rows of a sheet that the bytes stand for; nil where they are those of a file.
  var sheet: SheetRows?

  /// A table, if bytes are one.
  init?(_ original: Bytes, file: String, map: ColumnMap, limits: Limits) {
    if let encoding = map.encoding {
      self.init(original, encoding, mark: encoding.mark(of: original), file: file, map: map, limits: limits)
      return
    }
    var (encoding, mark) = TextEncoding.sniff(original)
    // The head tells of most files that are no UTF-8; of the others the rows do.
    if encoding == .utf8,
      let other = original.withUnsafeBufferPointer({
        TextEncoding.guess($0.extracting(mark..<min($0.count, mark + 65_536)))
      })
    {
      encoding = other
    }
    self.init(original, encoding, mark: mark, file: file, map: map, limits: limits)
  }

  private init?(
    _ original: Bytes, _ encoding: TextEncoding, mark: Int, file: String, map: ColumnMap, limits: Limits
  ) {
    let decoded = encoding.decoded(original, after: mark)
    let unescaped = BackslashQuotes.replaced(in: decoded)
    let requoted = QuoteForms.replaced(in: unescaped ?? decoded)
    bytes = requoted?.bytes ?? unescaped ?? decoded
    guard var layout = bytes.withUnsafeBufferPointer({ TableLayout(sniffing: $0, map: map, limits: limits) }) else {
      return nil
    }
    if unescaped != nil { layout.interpretation.remarks.append("quotes within fields have a backslash before them") }
    if let requoted { layout.interpretation.remarks.append(requoted.remark) }
    if encoding.isGuess, map.encoding == nil {
      layout.interpretation.remarks.append(
        "the file is not UTF-8: read as \(encoding.rawValue), guessed from its letters (--encoding sets another)")
    }
    (self.layout, self.encoding, self.file, self.limits) = (layout, encoding, file, limits)
    if map.dateOrder == nil { settleOrder() }
  }

  /// Decides the order of day and month by all rows, where the first ones leave it open.
  private mutating func settleOrder() {
    for place in layout.interpretation.uses.indices {
      let use = layout.interpretation.uses[place]
      guard [.time, .start, .end, .published].contains(use.meaning), use.dates.order == nil,
        !layout.interpretation.isOwn,
        let order = order(of: use.column)
      else { continue }
      for other in layout.interpretation.uses.indices where layout.interpretation.uses[other].dates.order == nil {
        layout.interpretation.uses[other].dates.order = order
      }
      layout.interpretation.closeOrder()
    }
  }

  /// The order of day and month that the dates of a column show; nil where the first rows have no open dates, or none shows any.
  private func order(of column: Int) -> ColumnMap.DateOrder? {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: layout.firstRow, dialect: layout.dialect, limits: limits)
      var (looked, isOpen) = (0, false)
      var settling: [String] = []
      while scanner.next(columns: layout.names.count) {
        looked += 1
        guard column < scanner.fields.count else { continue }
        let text = TableRow.text(scanner.fields[column], in: bytes)
        if !isOpen { isOpen = DateReading.isOpen([text]) }
        if looked > 1_000, !isOpen { return nil }
        if settling.count < 10_000, DateReading.order(in: [text]) != nil { settling.append(text) }
      }
      return isOpen ? DateReading.order(in: settling) : nil
    }
  }

  /// A table that a database wrote in UTF-8; nil without the names of columns.
  private init?(exported bytes: Bytes, file: String, map: ColumnMap, limits: Limits) {
    let layout = bytes.withUnsafeBufferPointer { TableLayout(exported: $0, map: map, limits: limits) }
    guard let layout else { return nil }
    (self.bytes, self.layout, encoding, self.file, self.limits) = (bytes, layout, .utf8, file, limits)
  }

  /// A table whose rows are those of a sheet, whose columns are known.
  init(_ sheet: SheetRows, layout: TableLayout, file: String, limits: Limits) {
    (bytes, self.layout, encoding, self.file, self.limits) = (sheet.bytes, layout, .utf8, file, limits)
    self.sheet = sheet
  }

  /// The situation of a table that is a sheet. Linear in its bytes.
  ///
  /// - Throws: where the map names a column that is not there.
  func situation(_ map: ColumnMap) throws(ReadError) -> Situation {
    try requireEvents(map)
    return situation(rows(nil, nil, stopsAtBadBytes: false))
  }

  /// Reads a table. Linear in its bytes.
  ///
  /// - Parameter parts: Into how many parts the rows go, which are read at once; nil for as many as pay.
  /// - Throws: where no column tells where or when anything was, or the map names one that is not there.
  static func situation(
    _ bytes: Bytes, file: String, map: ColumnMap, progress: ReadingProgress? = nil, limits: Limits, parts: Int? = nil
  ) throws(ReadError) -> (situation: Situation, table: Table)? {
    guard let table = Table(bytes, file: file, map: map, limits: limits) else { return nil }
    try table.requireEvents(map)
    var rows = table.rows(parts, progress, stopsAtBadBytes: table.encoding == .utf8)
    if rows.hasBadBytes, table.encoding == .utf8 {
      let other = table.bytes.withUnsafeBufferPointer(TextEncoding.guess)
      if let other, map.encoding == nil,
        let again = Table(bytes, other, mark: 0, file: file, map: map, limits: limits)
      {
        return (again.situation(again.rows(parts, progress, stopsAtBadBytes: false)), again)
      }
      rows = table.rows(parts, progress, stopsAtBadBytes: false)
    }
    return (table.situation(consume rows), table)
  }

  /// Reads a table that a database wrote: CSV in UTF-8 with the names of its columns. Linear in its bytes.
  ///
  /// - Throws: as `situation` does.
  static func situation(
    exported bytes: Bytes, file: String, map: ColumnMap, progress: ReadingProgress?, limits: Limits
  ) throws(ReadError) -> Situation {
    guard let table = Table(exported: bytes, file: file, map: map, limits: limits) else {
      throw .notUnderstood(file: file, line: 1, reason: "has no columns")
    }
    try table.requireEvents(map)
    return table.situation(table.rows(nil, progress, stopsAtBadBytes: false))
  }

  /// - Throws: where no column tells where or when anything was, or the map names one that is not there.
  private func requireEvents(_ map: ColumnMap) throws(ReadError) {
    let names = layout.names.prefix(12).map(quoted).joined(separator: ", ")
    for choice in map.choices where !layout.interpretation.hasColumn(choice.column) {
      throw .notUnderstood(file: file, line: 1, reason: "has no column \(quoted(choice.column)) (columns: \(names))")
    }
    guard layout.interpretation.hasEvents else {
      throw .notUnderstood(
        file: file, line: 1,
        reason:
          "is a table in which no column tells where or when anything happened: name the columns with --map lat=...,lon=...,time=... (columns: \(names))"
      )
    }
  }

  /// All rows. Parts begin where rows seem to begin; one that does not begin where the part before it ended began within quotes, and
  /// is read again.
  private func rows(_ wanted: Int?, _ progress: ReadingProgress?, stopsAtBadBytes: Bool) -> TableChunk {
    let parts = wanted ?? (bytes.count > 4 << 20 ? processors() : 1)
    var edges = (0..<parts).map { part in
      part == 0 ? layout.firstRow : rowStart(after: layout.firstRow + (bytes.count - layout.firstRow) / parts * part)
    }
    edges.append(bytes.count)
    let ranges = zip(edges, edges.dropFirst()).map { $0..<max($0, $1) }
    let plan = RowScan.Plan(layout, progress: progress)
    @Sendable func read(_ range: Range<Int>, room: Int) -> TableChunk {
      bytes.withUnsafeBufferPointer {
        TableChunk(
          $0, in: range, room: room, plan: RowScan.Plan(layout, progress: progress), file: file, limits: limits,
          stopsAtBadBytes: stopsAtBadBytes)
      }
    }
    // The first part has room for the others. Parts are taken out of their list, so that none is there twice.
    var chunks = inParallel(parts) { read(ranges[$0], room: $0 == 0 ? bytes.count : ranges[$0].count) }
    chunks.reverse()
    guard var whole = chunks.popLast() else { return read(ranges[0], room: bytes.count) }
    for range in ranges.dropFirst() {
      guard var chunk = chunks.popLast(), whole.end < range.upperBound else { continue }
      if whole.end != range.lowerBound {
        chunk = read(whole.end..<range.upperBound, room: range.count)
      }
      bytes.withUnsafeBufferPointer { whole.append(chunk, $0, plan, limits) }
    }
    return whole
  }

  /// The first line end behind a byte after which there are some rows of the right number of fields: lines also end within quotes. The
  /// first of all where none is found soon.
  private func rowStart(after offset: Int) -> Int {
    let first = lineEnd(after: offset)
    return bytes.withUnsafeBufferPointer { bytes in
      var start = first
      for _ in 0..<32 where start < bytes.count {
        var scanner = RowScanner(bytes, at: start, dialect: layout.dialect, limits: limits)
        var rows = 0
        while rows < 8, scanner.next(columns: layout.names.count), scanner.problem == nil,
          scanner.fields.count == layout.names.count
        {
          rows += 1
        }
        if rows == 8 { return start }
        start = lineEnd(after: start)
      }
      return first
    }
  }

  private func lineEnd(after offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != (layout.dialect.endsWithReturn ? 0x0D : 0x0A) { end += 1 }
    return min(bytes.count, end + 1)
  }
}
