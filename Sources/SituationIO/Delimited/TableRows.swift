import SituationModel

/// The events of a table that stays in memory as its bytes: each is read when it is asked for.
struct TableRows: EventStore {
  /// Why a row is no record.
  struct Unreadable: Error {
    let reason: String
  }

  /// Where each record begins.
  let starts: [UInt32]
  /// The ids that records got in place of their own.
  let renamed: [Int: String]
  /// The records by what they were renamed to.
  let renamedRecords: [String: Int]
  /// How many records stood before each, with itself and those that were rejected; nil where none was.
  let positions: [Int32]?
  let ids: RecordIDs
  let linked: [Int]
  let bytes: Bytes
  let layout: TableLayout
  let spelling: TableSpelling
  /// The meaning of the columns with kinds, actors and sources alone.
  let facets: Interpretation
  /// The counter of marks; nil where rows have to be read.
  let marks: TableMarks?
  /// The columns that words on places are read from.
  let clueColumns: Set<Int>
  let file: String
  let limits: Limits
  /// The rows of the sheet that the bytes stand for; nil where they are those of a file.
  var sheet: SheetRows?

  var hasDistinctIDs: Bool { ids.areDistinct }

  /// How many records stood before one, with itself.
  func position(of record: Int) -> Int { positions.map { Int($0[record]) } ?? record + 1 }

  func event(at record: Int) -> Event {
    guard bytes.isIntact else { return FileBytes.changed(id: "#\(position(of: record))") }
    var notes = RecordNotes()
    let read = bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: Int(starts[record]), dialect: layout.dialect, limits: limits)
      _ = scanner.next(columns: layout.names.count)
      return try? TableRows.event(scanner, bytes, layout, file: file, limits: limits, isRecord: true, &notes)
    }
    let made = "#\(position(of: record))"
    guard let (event, id) = read else { return Event(id: made, title: "(not readable)") }
    let own = renamed[record] ?? id ?? made
    return event.id == own ? event : event.renamed { $0 == event.id ? own : $0 }
  }

  func positions(ofRecords records: [Int]) -> [RecordPosition?] {
    if layout.countsRows { return records.map { RecordPosition(line: position(of: $0)) } }
    let offsets = records.map { Int(starts[$0]) }
    if let sheet { return offsets.map { RecordPosition(line: sheet.number(ofRowAt: $0)) } }
    return LineCounter.lines(of: offsets, in: bytes).map { RecordPosition(line: $0) }
  }

  var isIntact: Bool { bytes.isIntact }

  func record(of id: String) -> Int? {
    if let record = renamedRecords[id] { return record }
    if let record = ids.record(of: id, among: starts.count, idAt: { self.id(at: $0) }) { return record }
    // One that is made of its position.
    guard id.utf8.first == UInt8(ascii: "#"), let position = Int(id.dropFirst()), position > 0 else { return nil }
    let record = positions.map { positions in positions.partition { Int($0) >= position } } ?? position - 1
    guard record < starts.count, renamed[record] == nil, self.position(of: record) == position,
      self.id(at: record) == nil, id == "#\(position)"
    else { return nil }
    return record
  }

  /// The records of many ids: all rows are stepped over once where that is less than looking for each id.
  func records(ofIDs ids: [String]) -> [Int?] {
    if case .none = self.ids { return ids.map(record) }
    guard bytes.isIntact, ids.count > 16, ids.count * 8 > starts.count else { return ids.map(record) }
    let wanted = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = layout.interpretation.idColumns
    let parts = starts.count > 20_000 ? processors() : 1
    let met = inParallel(parts) { part in
      bytes.withUnsafeBufferPointer { bytes in
        var scanner = RowScanner(bytes, at: 0, dialect: layout.dialect, limits: limits)
        var met: [(number: Int, record: Int)] = []
        for record in starts.count * part / parts..<starts.count * (part + 1) / parts {
          scanner.move(to: Int(starts[record]))
          let id = TableRows.id(ofNext: &scanner, bytes, layout, columns)
          if let number = id.flatMap({ wanted[$0] }) { met.append((number, record)) }
        }
        return met
      }
    }
    var found = [Int?](repeating: nil, count: ids.count)
    for (number, record) in met.joined() where found[number] == nil && renamed[record] == nil { found[number] = record }
    // Ids that records got in place of their own, or that are made of positions, and those that are asked for twice.
    return zip(ids, found).map { id, record in renamedRecords[id] ?? record ?? self.record(of: id) }
  }

  /// The id that a record has in the file.
  func id(at record: Int) -> String? {
    TableRows.id(at: Int(starts[record]), bytes, layout, limits)
  }

  static func id(at start: Int, _ bytes: Bytes, _ layout: TableLayout, _ limits: Limits) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: start, dialect: layout.dialect, limits: limits)
      return id(ofNext: &scanner, bytes, layout, layout.interpretation.idColumns)
    }
  }

  /// The id of the next row: of its fields only those become texts that may say it.
  private static func id(
    ofNext scanner: inout RowScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ layout: TableLayout, _ columns: Set<Int>
  ) -> String? {
    guard scanner.next(columns: layout.names.count), scanner.problem == nil else { return nil }
    var texts = [String](repeating: "", count: scanner.fields.count)
    for column in columns where column < texts.count {
      texts[column] = TableRow.text(scanner.fields[column], in: bytes)
    }
    return TableRow(texts, layout.interpretation, file: "").id
  }

  static func texts(_ scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    scanner.fields.map { TableRow.text($0, in: bytes) }
  }

  /// The event of the row that was stepped over, and its own id.
  ///
  /// - Parameter isRecord: true if the row was found to be a record before, and no row of totals or a note.
  static func event(
    _ scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ layout: TableLayout, file: String, limits: Limits,
    isRecord: Bool = false, _ notes: inout RecordNotes
  ) throws(Unreadable) -> (event: Event, id: String?) {
    switch scanner.problem {
    case .unclosedQuote: throw Unreadable(reason: "has a quote that is not closed")
    case .longField:
      throw Unreadable(reason: "has a field of more than \(limits.textBytes) bytes (limit \"textBytes\")")
    case .manyFields: throw Unreadable(reason: "has more than \(limits.fields) fields (limit \"fields\")")
    case .longLine: throw Unreadable(reason: "is longer than \(limits.lineBytes) bytes (limit \"lineBytes\")")
    case nil: break
    }
    let (texts, count) = (texts(scanner, bytes), layout.names.count)
    guard texts.dropFirst(count).allSatisfy(\.isEmpty), texts.count >= count || isShort(texts, layout) else {
      throw Unreadable(reason: "has \(texts.count) fields and not \(count)")
    }
    if texts.first == layout.names.first, texts.count >= count, texts.prefix(count).elementsEqual(layout.names) {
      throw Unreadable(reason: "repeats the names of the columns")
    }
    if !isRecord, let reason = FootRow.reason(texts, layout.interpretation) { throw Unreadable(reason: reason) }
    if texts.count < count {
      notes.add("has \(texts.count) fields and not \(count): those at its end are taken for empty")
    }
    let row = TableRow(texts, layout.interpretation, file: file)
    let id = row.id
    let event = row.draft(limits: limits, &notes).event(id: id ?? "#", &notes)
    return (event, id)
  }

  /// True if only fields at the end of a row are missing, and not most of them: those that say when and where it was are there.
  private static func isShort(_ texts: [String], _ layout: TableLayout) -> Bool {
    if texts.count < 2 || layout.interpretation.isOwn { return false }
    if texts.count * 2 >= layout.names.count { return true }
    let telling = layout.interpretation.uses.filter {
      [.lat, .lon, .geometry, .time, .start, .year].contains($0.meaning)
    }
    return !telling.isEmpty && telling.allSatisfy { $0.column < texts.count }
  }
}

extension [Int32] {
  /// The first place whose number passes, where all behind it do.
  fileprivate func partition(_ passes: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
