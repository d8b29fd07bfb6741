import SituationModel

/// The events of a spreadsheet: of all of its sheets that hold events.
struct WorkbookSituation {
  let format: FileFormat
  let situation: Situation
  /// The sheets that were read, each as a table.
  private let tables: [(name: String, table: Table)]

  /// A sheet with rows, and what its columns mean.
  fileprivate struct Candidate {
    let sheet: WorkbookSheet
    let rows: SheetRows
    var layout: TableLayout

    /// True if a column tells when anything was, or where by coordinates.
    var isStrong: Bool {
      layout.interpretation.uses.contains { [.time, .start, .lat, .lon, .geometry].contains($0.meaning) }
    }
  }

  /// Reads a spreadsheet; nil where bytes are none.
  ///
  /// - Throws: where no sheet holds events, or the file is one of those that are refused with what to do.
  init?(
    _ bytes: Bytes, file: String, map: ColumnMap, progress: ReadingProgress?, limits: Limits
  ) throws(ReadError) {
    if CompoundFile.fits(bytes) { throw .notReadable(file: file, reason: CompoundFile.words(bytes)) }
    guard var workbook = Workbook(bytes, file: file, limits: limits) else { return nil }
    format = workbook.kind == .ods ? .ods : .xlsx
    let sheets = try workbook.sheets(map.sheet, progress: progress)
    progress?.add(bytes.count)
    let candidates = sheets.compactMap { Candidate($0, map: map, limits: limits) }
    let chosen = WorkbookSituation.withEvents(candidates, isWanted: map.sheet != nil)
    if chosen.isEmpty {
      throw workbook.failure(WorkbookSituation.nothing(in: sheets, candidates, map))
    }
    var tables: [(name: String, table: Table)] = []
    var parts: [(name: String, situation: Situation)] = []
    for candidate in chosen {
      let table = Table(
        candidate.rows, layout: candidate.layout(among: chosen.count), file: file, limits: limits)
      let read = try table.situation(map).naming(chosen.count > 1 ? candidate.sheet.name : nil)
      tables.append((candidate.sheet.name, table))
      parts.append((candidate.sheet.name, read))
    }
    self.tables = tables
    let notes = WorkbookSituation.notes(sheets, Set(chosen.map(\.sheet.name)), limits)
    let faults = WorkbookSituation.faults(sheets, file: file, isCut: workbook.isCut)
    situation = Situation(uniting: parts).noting(notes).rejecting(faults)
  }

  /// The recognition of the file: its sheets with their columns.
  func recognition(packing: Recognition.Packing?) -> Recognition {
    let sheets = tables.map { Recognition.Sheet(name: $0.name, columns: $0.table.columns) }
    return Recognition(
      format: format, encoding: tables.first?.table.encoding.rawValue ?? TextEncoding.utf8.rawValue, packing: packing,
      columns: sheets.first?.columns ?? [], sheets: sheets)
  }

  /// The sheets with events: those that tell when or where, or, where none does, those with names of places.
  private static func withEvents(_ candidates: [Candidate], isWanted: Bool) -> [Candidate] {
    let strong = candidates.filter(\.isStrong)
    if isWanted { return candidates }
    return strong.isEmpty ? candidates.filter(\.layout.interpretation.hasEvents) : strong
  }

  // MARK: What is said

  private static func nothing(in sheets: [WorkbookSheet], _ candidates: [Candidate], _ map: ColumnMap) -> String {
    if let fault = sheets.lazy.compactMap(\.remarks.fault).first, candidates.isEmpty { return "its sheet \(fault)" }
    let names = candidates.first?.layout.names.prefix(12).map(quoted).joined(separator: ", ") ?? ""
    let tables = sheets.map { quoted($0.name) }.joined(separator: ", ")
    return candidates.isEmpty
      ? "no sheet has cells (sheets: \(tables))"
      : "no sheet tells where or when anything happened: name the columns with --map lat=...,lon=...,time=... (sheets: \(tables); "
        + "columns: \(names))"
  }

  private static func notes(_ sheets: [WorkbookSheet], _ chosen: Set<String>, _ limits: Limits) -> [String] {
    sheets.flatMap { sheet -> [String] in
      let name = "sheet \(quoted(sheet.name))"
      guard chosen.contains(sheet.name) else {
        let reason = sheet.rows == nil ? "it has no cells" : "it does not tell where or when anything was"
        return ["\(name) is not read: \(reason)"]
      }
      let hidden = sheet.isHidden ? ["\(name) is hidden there, and is read"] : []
      return hidden + sheet.remarks.sentences(limits: limits).map { "\(name): \($0)" }
    }
  }

  private static func faults(_ sheets: [WorkbookSheet], file: String, isCut: Bool) -> [Rejection] {
    let broken = sheets.compactMap { sheet in
      sheet.remarks.fault.map { fault in
        Rejection(file: file, line: 1, reason: "sheet \(quoted(sheet.name)) \(fault): what stands before that is read")
      }
    }
    let reason = "the file breaks off before its end: what stands before that is read"
    return broken.isEmpty && isCut ? [Rejection(file: file, line: 1, reason: reason)] : broken
  }
}

extension WorkbookSituation.Candidate {
  /// A sheet whose rows have columns; nil for any other.
  fileprivate init?(_ sheet: WorkbookSheet, map: ColumnMap, limits: Limits) {
    guard let rows = sheet.rows else { return nil }
    let known = Dialect(separator: UInt8(ascii: ","))
    let layout = rows.bytes.withUnsafeBufferPointer {
      TableLayout(sniffing: $0, as: known, map: map, limits: limits)
    }
    guard var layout else { return nil }
    // A sheet has texts as they are, without an apostrophe in front.
    layout.interpretation.isDisarmed = false
    (self.sheet, self.rows, self.layout) = (sheet, rows, layout)
  }

  /// The layout for a file with so many sheets of events. Of several each is a kind, where they have no kinds of their own.
  fileprivate func layout(among count: Int) -> TableLayout {
    guard rows.hasSheetColumn else { return layout }
    var layout = layout
    let column = layout.names.count - 1
    let meaning: ColumnMeaning =
      count == 1 || layout.interpretation.isOwn ? .none : layout.interpretation.use(of: .kind) == nil ? .kind : .other
    layout.interpretation.uses.removeAll { $0.column == column }
    layout.interpretation.uses.append(Interpretation.Use(column: column, meaning: meaning))
    return layout
  }
}

extension Situation {
  /// The same, whose rejections name a sheet.
  fileprivate func naming(_ sheet: String?) -> Situation {
    guard let sheet, !rejections.isEmpty else { return self }
    return withoutRejections.rejecting(
      rejections.map { old in
        Rejection(
          file: old.file, line: old.line, reason: "\(old.reason) (sheet \(quoted(sheet)))", isWhole: old.isWhole,
          field: old.field, value: old.value)
      })
  }
}
