import SituationModel

/// The values of rows for the sections of the filter, without reading what else the rows say.
extension TableRows {
  func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool {
    guard let columns = layout.interpretation.facetColumns else { return false }
    let counts = layout.interpretation.countColumns
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: Int(starts[record]), dialect: layout.dialect, limits: limits)
      guard scanner.next(columns: layout.names.count), scanner.problem == nil else { return false }
      let fields = scanner.fields
      for use in columns {
        guard use.column < fields.count else { return false }
        let field = fields[use.column]
        // All numbers of a figure make the same source. No field has this length.
        if counts.contains(use.column), (1...15).contains(field.count),
          bytes[field.start..<field.end].allSatisfy({ $0 &- 0x30 < 10 })
        {
          withUnsafeBytes(of: Int32(-1)) { keys[use.section].append(contentsOf: $0) }
          continue
        }
        // With its length, so that no two fields are taken for two others; escaped quotes stand as they are.
        withUnsafeBytes(of: Int32(field.count)) { keys[use.section].append(contentsOf: $0) }
        keys[use.section].append(field.isEscaped ? 1 : 0)
        keys[use.section].append(contentsOf: bytes.extracting(field.start..<field.end))
      }
      return true
    }
  }

  func facetEvent(at record: Int) -> Event {
    guard let columns = layout.interpretation.facetColumns, bytes.isIntact else { return event(at: record) }
    let texts: [String]? = bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: Int(starts[record]), dialect: layout.dialect, limits: limits)
      guard scanner.next(columns: layout.names.count), scanner.problem == nil else { return nil }
      var texts = [String](repeating: "", count: scanner.fields.count)
      for use in columns where use.column < texts.count {
        texts[use.column] = TableRow.text(scanner.fields[use.column], in: bytes)
      }
      return texts
    }
    guard let texts else { return event(at: record) }
    var notes = RecordNotes()
    return TableRow(texts, facets, file: file).draft(limits: limits, &notes).event(id: "#", &notes)
  }
}
