import SituationModel

extension Situation {
  /// The events of a database. A table that tells neither where nor when anything was is passed over.
  ///
  /// - Throws: where no table has events, or there is nothing that opens databases.
  init(
    database bytes: Bytes, file: String, map: ColumnMap, source: (any SheetSource)?, limits: Limits
  ) throws(ReadError) {
    guard let source else {
      let reason = "is an SQLite database, which this program was built without (swift build --traits GeoPackage)"
      throw .notReadable(file: file, reason: reason)
    }
    let sheets = try source.sheets(in: Array(bytes), file: file, limits: limits)
    try self.init(sheets: sheets, file: file, map: map, limits: limits)
  }

  /// The events of the tables of a database.
  ///
  /// - Parameters:
  ///   - sheets: the tables; one that tells neither where nor when anything was is passed over.
  ///   - file: what messages call the database.
  ///   - map: what the person says of their columns.
  ///   - limits: what is read at most.
  /// - Throws: where no table has events.
  public init(
    sheets: [Sheet], file: String, map: ColumnMap, limits: Limits = Limits()
  ) throws(ReadError) {
    let interpretations = sheets.map { sheet in
      // A database has the texts as they are.
      var interpretation = Interpretation(names: sheet.columns, samples: Array(sheet.rows.prefix(1_000)), map: map)
      interpretation.isDisarmed = false
      return interpretation
    }
    let readable = zip(sheets, interpretations).filter { $0.1.hasEvents }
    guard !readable.isEmpty else {
      let names = sheets.map { quoted($0.name) }.joined(separator: ", ")
      throw .notUnderstood(
        file: file, line: 1, reason: "no table tells where or when anything was\(names.isEmpty ? "" : ": \(names)")")
    }
    var collector = EventCollector(file: file, map: map, limits: limits)
    for (sheet, interpretation) in readable {
      for remark in interpretation.remarks { collector.remark(remark, line: 1) }
      var notes = RecordNotes()
      for (index, texts) in sheet.rows.enumerated() {
        let row = TableRow(texts, interpretation, file: file)
        var draft = row.draft(limits: limits, &notes)
        // Of several tables each is a kind, where they have no kinds of their own.
        if draft.kind == nil, readable.count > 1 { draft.kind = sheet.name }
        collector.add(draft, id: row.id, line: index + 1, &notes)
      }
    }
    // One table tells of the whole. Others call a table for people as it is called for programs, which is no title.
    let only = readable.count == 1 ? readable[0] : nil
    let title = only.flatMap { $0.0.title == $0.0.name && !$0.1.isOwn ? nil : $0.0.title }
    self = collector.situation(title: title, summary: only?.0.summary ?? "")
  }
}
