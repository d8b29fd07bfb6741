import SituationModel

/// The events of a database or a vector file: of all its tables that hold events.
struct SheetSituation {
  let situation: Situation
  /// The meaning of the fields of the first table of events.
  let fields: FieldInterpretation?

  /// Reads some files, of which an archive has several.
  ///
  /// - Throws: where no table has events, or there is nothing that opens such files.
  init(
    _ files: [VectorFile], file: String, map: ColumnMap, source: (any SheetSource)?, limits: Limits
  ) throws(ReadError) {
    guard let source else {
      let what = files.first?.format.words ?? "a database"
      let reason = "is \(what), which this program was built without: build it with make build TRAITS=GDAL"
      throw .notReadable(file: file, reason: reason)
    }
    var sheets: [Sheet] = []
    for part in files { sheets += try source.sheets(in: part, name: file, columns: map, limits: limits) }
    if let wanted = map.sheet {
      let names = sheets.map(\.name)
      sheets.removeAll { $0.name.lowercased() != wanted.lowercased() }
      if sheets.isEmpty {
        let known = names.map(quoted).joined(separator: ", ")
        throw .notUnderstood(file: file, line: 1, reason: "has no layer \(quoted(wanted)) (layers: \(known))")
      }
    }
    try self.init(sheets: sheets, file: file, map: map, limits: limits)
  }

  /// Reads tables.
  ///
  /// - Throws: where no table has events.
  init(sheets: [Sheet], file: String, map: ColumnMap, limits: Limits) throws(ReadError) {
    let candidates = sheets.map { Candidate($0, map: map) }
    let strong = candidates.filter(\.isStrong)
    let chosen = strong.isEmpty ? candidates.filter { $0.fields?.interpretation.hasEvents == true } : strong
    guard let first = chosen.first else {
      throw .notUnderstood(file: file, line: 1, reason: SheetSituation.nothing(in: sheets))
    }
    try SheetSituation.check(map, chosen, file: file)
    fields = first.fields
    let parts = chosen.map { each in
      (each.sheet.name, each.situation(isOnly: chosen.count == 1, file: file, map: map, limits: limits))
    }
    let read = Set(chosen.map(\.sheet.name))
    let others = sheets.filter { !read.contains($0.name) }
    let notes = others.map { sheet in
      "layer \(quoted(sheet.name)) is not read: it does not tell where or when anything was"
    }
    situation = Situation(uniting: parts, word: "layer").noting(notes)
  }

  /// The sentence for tables of which none holds events.
  private static func nothing(in sheets: [Sheet]) -> String {
    let fault = sheets.lazy.compactMap { $0.losses.first ?? $0.faults.first }.first
    let names = sheets.map { quoted($0.name) }.joined(separator: ", ")
    let columns = (sheets.first?.columns ?? []).prefix(12).map(quoted).joined(separator: ", ")
    let reason =
      names.isEmpty
      ? "has no table"
      : "no table tells where or when anything happened: name the columns with --map lat=...,lon=...,time=... "
        + "(tables: \(names); columns: \(columns))"
    return fault.map { "\(reason); \($0)" } ?? reason
  }

  /// Refuses names of columns that no table has.
  private static func check(_ map: ColumnMap, _ chosen: [Candidate], file: String) throws(ReadError) {
    for choice in map.choices {
      if chosen.contains(where: { $0.fields?.interpretation.hasColumn(choice.column) == true }) { continue }
      let names = chosen.flatMap(\.sheet.columns).prefix(12).map(quoted).joined(separator: ", ")
      let reason = "has no field \(quoted(choice.column)) (\(names.isEmpty ? "it has no fields" : "fields: " + names))"
      throw .notUnderstood(file: file, line: 1, reason: reason)
    }
  }
}

/// A table, and what its columns mean.
private struct Candidate {
  let sheet: Sheet
  /// The meaning of its columns, by the first rows; nil where it has none.
  let fields: FieldInterpretation?

  init(_ sheet: Sheet, map: ColumnMap) {
    self.sheet = sheet
    var table = FieldTable()
    for row in sheet.rows.prefix(1_000) { table.add(Candidate.fields(of: row, sheet)) }
    if sheet.rows.isEmpty { table.add(sheet.columns.map { RecordField(name: $0, text: "") }) }
    fields = table.isEmpty ? nil : table.interpretation(map)
  }

  /// True if a column tells when anything was, or where by coordinates, or the records have forms in space.
  var isStrong: Bool {
    let uses = fields?.interpretation.uses ?? []
    return sheet.hasGeometry
      || uses.contains { [.time, .start, .year, .lat, .lon, .geometry].contains($0.meaning) }
  }

  /// The events. Of several tables each is a kind, where it has no kinds of its own; else its name is a field of each event.
  func situation(isOnly: Bool, file: String, map: ColumnMap, limits: Limits) -> Situation {
    var collector = EventCollector(file: file, map: map, limits: limits)
    func naming(_ reason: String) -> String { isOnly ? reason : "\(reason) (layer \(quoted(sheet.name)))" }
    for remark in sheet.remarks { collector.remark(naming(remark), line: 1) }
    for fault in sheet.faults { collector.reject(naming(fault), line: 1, isWhole: false) }
    for loss in sheet.losses { collector.reject(naming(loss), line: 1) }
    let hasKinds = fields?.interpretation.has(.kind) == true
    let layer = isOnly || !hasKinds ? [] : [RecordField(name: "layer", text: sheet.name)]
    for (index, row) in sheet.rows.enumerated() {
      var (draft, notes) = (EventDraft(), RecordNotes())
      draft.place.shape = WKB.shape(row.geometry, limits: limits, &notes)
      if !isOnly, !hasKinds { draft.fallbackKind = sheet.name }
      for each in row.unread { notes.unread(each.reason, field: each.column, value: each.value) }
      notes.keep("geometry", row.unplaced)
      let fields = Candidate.fields(of: row, sheet) + layer
      collector.add(draft, id: nil, fields: fields, line: index + 1, &notes)
    }
    // A table for people is often called as it is called for programs, which is no title.
    let isTitle = sheet.title != sheet.name || fields?.interpretation.isOwn == true
    let situation = collector.situation(
      title: isOnly && isTitle ? sheet.title : nil, summary: isOnly ? sheet.summary : "")
    return isOnly ? situation : situation.naming(layer: sheet.name)
  }

  private static func fields(of row: Sheet.Row, _ sheet: Sheet) -> [RecordField] {
    zip(sheet.columns, row.texts).map { RecordField(name: $0, text: $1) }
  }
}

extension Situation {
  /// The same, whose findings on records name a layer.
  fileprivate func naming(layer: String) -> Situation {
    let words = "(layer \(quoted(layer)))"
    if rejections.isEmpty { return self }
    return withoutRejections.rejecting(
      rejections.map { old in
        Rejection(
          file: old.file, line: old.line, record: old.record,
          reason: old.reason.hasSuffix(words) ? old.reason : "\(old.reason) \(words)", weight: old.weight,
          field: old.field, value: old.value)
      })
  }
}

/// Databases of SQLite, of which GeoPackage is one kind (OGC 12-128).
enum SQLite {
  /// True if bytes are one, by the first sixteen (SQLite's documentation, “Database File Format”, 1.3.1).
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: "SQLite format 3\0".utf8) }
}
