import SituationModel

/// The words of records on their places.
extension TableRows {
  func clue(of record: Int) -> PlaceClue? {
    guard layout.interpretation.namesPlaces, bytes.isIntact else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: Int(starts[record]), dialect: layout.dialect, limits: limits)
      guard scanner.next(columns: layout.names.count), scanner.problem == nil else { return nil }
      return clue(scanner, bytes)
    }
  }

  /// As `clue(of:)` for each record. Of rows whose fields for places have the same bytes one is read: a file has few names beside its rows.
  func placesByClue(ofRecords records: [Int]) -> [PlaceClue: [Int]] {
    guard layout.interpretation.namesPlaces, bytes.isIntact else { return [:] }
    // A row of a table of our own may say it in any of its fields.
    if layout.interpretation.isOwn { return placesByOwnClue(ofRecords: records) }
    let columns = clueColumns.sorted()
    var (numbers, clues): ([[UInt8]: Int], [PlaceClue?]) = ([:], [])
    var places: [[Int]] = []
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, dialect: layout.dialect, limits: limits)
      var key: [UInt8] = []
      for (place, record) in records.enumerated() {
        scanner.move(to: Int(starts[record]))
        guard scanner.next(columns: layout.names.count), scanner.problem == nil else { continue }
        TableRows.write(columns, of: scanner.fields, in: bytes, to: &key)
        if let number = numbers[key] {
          places[number].append(place)
        } else {
          numbers[key] = places.count
          places.append([place])
          clues.append(clue(scanner, bytes))
        }
      }
    }
    var found: [PlaceClue: [Int]] = [:]
    for case (let clue?, let places) in zip(clues, places) {
      // Other bytes may say the same.
      if let known = found[clue] { found[clue] = (known + places).sorted() } else { found[clue] = places }
    }
    return found
  }

  private func placesByOwnClue(ofRecords records: [Int]) -> [PlaceClue: [Int]] {
    var places: [PlaceClue: [Int]] = [:]
    for (place, record) in records.enumerated() {
      if let clue = clue(of: record) { places[clue, default: []].append(place) }
    }
    return places
  }

  /// The words of the row that was stepped over.
  private func clue(_ scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> PlaceClue? {
    var notes = RecordNotes()
    // The members may say a place, or that there is none.
    if layout.interpretation.isOwn {
      let row = TableRow(TableRows.texts(scanner, bytes), layout.interpretation, file: file)
      return row.draft(limits: limits, &notes).place.clue
    }
    let texts = scanner.fields.enumerated().map { column, field in
      clueColumns.contains(column) ? TableRow.text(field, in: bytes) : ""
    }
    return TableRow(texts, layout.interpretation, file: file).place(limits, &notes).clue
  }

  /// Writes some fields, each with its length, and how many fields there are: rows with other fields have other bytes.
  private static func write(
    _ columns: [Int], of fields: UnsafeBufferPointer<RowScanner.Field>, in bytes: UnsafeBufferPointer<UInt8>,
    to key: inout [UInt8]
  ) {
    func append(_ number: Int) { withUnsafeBytes(of: number) { key.append(contentsOf: $0) } }
    key.removeAll(keepingCapacity: true)
    append(fields.count)
    for column in columns where column < fields.count {
      let field = fields[column]
      append(field.isEscaped ? -field.count : field.count)
      key.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
    }
  }
}
