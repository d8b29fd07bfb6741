import SituationModel

/// The texts that a table's events have and that the bytes of their rows have not: so a search need not read a row that has
/// nothing of what is looked for.
struct TableSpelling: Sendable {
  /// The words that the reader puts into texts; nil where it makes more of a row than its fields.
  private let words: [UInt8]?
  /// The names of the columns.
  let names: [UInt8]

  /// The spelling of a table's rows.
  ///
  /// - Parameter file: the table's file, which is the source of figures where the record names no other.
  init(_ layout: TableLayout, file: String) {
    names = Array(layout.names.joined(separator: "\n").utf8)
    let (interpretation, uses) = (layout.interpretation, layout.interpretation.uses)
    // Sources, links and members are written in JSON or with words of their own.
    let made: [ColumnMeaning] = [.sources, .links, .members]
    guard !interpretation.isOwn, uses.allSatisfy({ !made.contains($0.meaning) }) else {
      words = nil
      return
    }
    var words = layout.names + ["(no title)", "end", "spring", "summer", "autumn", "winter"]
    words += Set(uses.flatMap(\.codes.values)).sorted()
    if let title = interpretation.titleWords { words.append(title) }
    if uses.contains(where: { $0.meaning == .figure }) { words.append(interpretation.teller(of: file)) }
    self.words = Array(words.joined(separator: "\n").utf8)
  }

  /// True if a text may be there that stands in no field.
  func mayAdd(_ needle: Needle) -> Bool {
    guard let words else { return true }
    // Texts are put together of fields by ` - `, `, ` and `: `, and cut by dots; dates and numbers are written
    // anew; a quote stands twice in a row.
    let text = needle.text.utf8
    if text.first == UInt8(ascii: " ") || text.last == UInt8(ascii: " ") { return true }
    if text.contains(where: { ":.-,\"".utf8.contains($0) || $0 &- 0x30 < 10 }) { return true }
    return words.withUnsafeBufferPointer { needle.mayStand(in: $0) }
  }
}

extension TableRows {
  func mayMention(_ needle: Needle, _ record: Int) -> Bool {
    spelling.mayAdd(needle) || withBytes(of: record) { needle.mayStand(in: $0) }
  }

  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    // Names of columns stand in summaries.
    withBytes(of: record, condition) && spelling.names.withUnsafeBufferPointer(condition)
  }

  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    // To ask whether the file is as it was takes as long as the count, which is asked for all rows: who reads them learns it.
    guard let marks else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, at: Int(starts[record]), dialect: layout.dialect, limits: limits)
      guard scanner.next(columns: layout.names.count), scanner.problem == nil else { return nil }
      return marks.count(scanner.fields, in: bytes, text)
    }
  }

  /// A row, with what stands behind it up to the next.
  private func withBytes<Result>(of record: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = Int(starts[record])
    let end = record + 1 < starts.count ? Int(starts[record + 1]) : bytes.count
    return bytes.withUnsafeBufferPointer { body($0.extracting(start..<end)) }
  }
}
