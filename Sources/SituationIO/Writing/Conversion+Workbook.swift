import SituationModel

extension Conversion {
  /// Writes a workbook: as many sheets as the events need, one after the other.
  func writeWorkbook<Problem: Error>(_ send: ([UInt8]) throws(Problem) -> Void) throws(Problem) -> [Remark] {
    var (zip, tally, row, sheets) = (ZipWriter(), Tally(), 0, 0)
    let count = whole.events.count
    try send(WorkbookParts.begin(&zip))
    repeat {
      let first = row
      let end = min(count, first + sheetLimit.rows - WorkbookWriter.headRows(hasTags: hasTags))
      sheets += 1
      try send(zip.begin(WorkbookParts.path(ofSheet: sheets)))
      var output = OutputBytes()
      WorkbookWriter(first..<end, hasTags: hasTags, hasOrigins: whole.events.hasNamedPlaces).begin(&output)
      var size = output.count
      try send(zip.add(output.bytes))
      while row < end {
        let pieces = pieces(
          from: row, below: end, WorkbookWriter(first..<end, hasTags: hasTags, hasOrigins: whole.events.hasNamedPlaces))
        size += pieces.reduce(0) { $0 + $1.output.count }
        // These rows begin the next sheet, with other numbers.
        if size > sheetLimit.bytes, row > first { break }
        for piece in pieces {
          tally.add(piece)
          try send(zip.add(piece.output.bytes))
          row = piece.rows.upperBound
        }
      }
      output.removeAll()
      WorkbookWriter(first..<row, hasTags: hasTags, hasOrigins: whole.events.hasNamedPlaces).end(&output)
      try send(zip.add(output.bytes) + zip.end())
    } while row < count
    try send(WorkbookParts.end(&zip, sheets: sheets))
    return remarks(tally, unsaid: WholeMembers.all)
  }
}
