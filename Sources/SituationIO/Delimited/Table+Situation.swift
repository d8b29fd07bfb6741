import SituationModel

/// The situation of a table's rows, once all of them are read.
extension Table {
  /// The situation of all rows: ids are made one of a kind, and what is wrong is told by its line.
  func situation(_ chunk: consuming TableChunk) -> Situation {
    var rows = chunk
    var faults = rows.faults
    if !rows.isEnded, let last = rows.starts.last, mayBeCut || isShort(at: Int(last)) {
      let reason = "the file ends without a line end: this record may be cut off"
      faults.append(
        TableChunk.Fault(record: rows.starts.count - 1, RecordNotes.Note(reason: reason, weight: .note)))
    }
    let rejected = Set(faults.lazy.filter(\.isWhole).map(\.record))
    let kept = rejected.isEmpty ? nil : rows.starts.indices.filter { !rejected.contains($0) }
    let (arranged, ids) = arrange(&rows, kept)
    faults += ids.faults
    let places = kept.map { kept in
      Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
    }
    func place(_ record: Int) -> Int { places?[record] ?? record }
    let store = TableRows(
      starts: kept.map { $0.map { rows.starts[$0] } } ?? rows.starts, renamed: ids.renamed,
      renamedRecords: Dictionary(uniqueKeysWithValues: ids.renamed.map { ($0.value, $0.key) }),
      positions: kept.map { $0.map { Int32(truncatingIfNeeded: $0 + 1) } }, ids: ids.ids,
      linked: rows.linked.map { place($0.record) }, bytes: bytes, layout: layout,
      spelling: TableSpelling(layout, file: file),
      facets: layout.interpretation.forFacets,
      marks: TableMarks(layout), clueColumns: layout.interpretation.clueColumns, file: file, limits: limits,
      sheet: sheet)
    for (record, targets) in rows.linked {
      for target in targets where store.record(of: target) == nil {
        let reason = "links to \(quoted(target)), which is not in the file"
        faults.append(TableChunk.Fault(record: record, RecordNotes.Note(reason: reason, weight: .note)))
      }
    }
    return Situation(
      title: file.split(separator: "/").last.map(String.init) ?? file, events: EventTable(arranged, from: store),
      rejections: rejections(faults, rows.starts)
    ).deciding(layout.interpretation.decisions)
  }

  /// Puts the records into order, and finds out how they are found by their ids: at once, since neither hangs on the other.
  private func arrange(_ rows: inout TableChunk, _ kept: [Int]?) -> (ArrangedRecords, Identities) {
    guard !rows.hashes.isEmpty else {
      let ids: RecordIDs = rows.rising?.first == nil ? .none : .rising
      return (ArrangedRecords(rows.takeRecords(kept)), (ids, [:], []))
    }
    let (records, hashes, starts) = (rows.takeRecords(kept), rows.hashes, rows.starts)
    return inParallel({ ArrangedRecords(records) }, { identify(hashes, starts, kept) })
  }

  /// True if the row that begins at a byte has fewer fields than there are columns.
  private func isShort(at start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: start, dialect: layout.dialect, limits: limits)
      return scanner.next(columns: layout.names.count) && scanner.fields.count < layout.names.count
    }
  }

  /// True if a cut through the last column would change a place, a time or a number without showing.
  private var mayBeCut: Bool {
    let meanings = layout.interpretation.uses.filter { $0.column == layout.names.count - 1 }.map(\.meaning)
    return meanings.contains {
      ![.other, .none, .summary, .title, .fallbackTitle, .link, .source, .actor].contains($0)
    }
  }

  private typealias Identities = (ids: RecordIDs, renamed: [Int: String], faults: [TableChunk.Fault])

  /// Finds ids that were used before, and gives the later records others. Records have the numbers that they have among
  /// those that are kept; nil where all are.
  private func identify(_ hashes: [UInt64], _ starts: [UInt32], _ kept: [Int]?) -> Identities {
    var faults: [TableChunk.Fault] = []
    let count = kept?.count ?? hashes.count
    func position(_ record: Int) -> Int { kept?[record] ?? record }
    func id(_ record: Int) -> String? { TableRows.id(at: Int(starts[position(record)]), bytes, layout, limits) }
    if let distinct = HashedIDs(distinct: kept.map { $0.map { hashes[$0] } } ?? hashes) {
      return (.hashed(distinct), [:], [])
    }
    var (table, renamed) = (IDTable(capacity: count), [Int: String]())
    var taken = Set<String>()
    for record in 0..<count where hashes[position(record)] != 0 {
      // The text of an id is read only where another has the same hash.
      var own: String?
      let other = table.insert(record, hash: hashes[position(record)]) { other in
        own = own ?? id(record)
        return id(other) == own
      }
      guard other != nil, let own else { continue }
      var notes = RecordNotes()
      let free = EventID.free(own, position: position(record) + 1, &notes) { candidate in
        if candidate == own || taken.contains(candidate) { return true }
        return table.record(hash: IDTable.hash(candidate)) { id($0) == candidate } != nil
      }
      taken.insert(free)
      renamed[record] = free
      faults += notes.take().map { TableChunk.Fault(record: position(record), $0) }
    }
    return (.hashed(HashedIDs(table)), renamed, faults)
  }

  private func rejections(_ faults: [TableChunk.Fault], _ starts: [UInt32]) -> [Rejection] {
    let remarks = layout.interpretation.remarks.map { Rejection(file: file, line: 1, reason: $0, weight: .note) }
    let ordered = faults.sorted { $0.record < $1.record }
    let offsets = ordered.map { Int(starts[$0.record]) }
    let lines =
      if let sheet {
        offsets.map(sheet.number)
      } else if layout.countsRows {
        ordered.map { $0.record + 1 }
      } else {
        LineCounter.lines(of: offsets, in: bytes)
      }
    return remarks
      + zip(ordered, lines).map { Rejection(file: file, line: $1, $0.note, isWhole: $0.isWhole) }
  }
}
