import SituationModel

/// Records that are lists of texts and numbers, as rows of a table: the names stand in the first, or tags of HXL among the first.
struct JSONRows {
  private var rows: [(texts: [String], line: Int)] = []
  /// The names of the columns, where they stand beside the rows.
  var given: [String] = []

  /// Reads the list ahead as a row.
  mutating func read(_ json: inout JSONReader, line: Int) throws(Fault) {
    var texts: [String] = []
    let limit = json.limits.fields
    try json.beginList()
    while try json.nextElement() {
      if texts.count >= limit { throw json.fault(.tooManyFields(limit: limit)) }
      switch try json.kind() {
      case .null:
        try json.null()
        texts.append("")
      case .text: texts.append(try json.text())
      case .number: texts.append(try json.textOrNumber())
      case .flag: texts.append(try json.flag() ? "true" : "false")
      case .list, .object: texts.append(try json.written())
      }
    }
    if texts.contains(where: { !$0.isEmpty }) { rows.append((texts, line)) }
  }

  /// Hands on each record with its fields. Without names and tags no row is a record of fields, and each is handed on without any.
  func records(_ take: ([RecordField], _ line: Int, inout RecordNotes) -> Void) {
    guard let first = rows.first?.texts else { return }
    if !given.isEmpty, given.count >= first.count {
      for row in rows { hand(row.texts, given, line: row.line, take) }
      return
    }
    let head = HXL.Header(rows.prefix(HXL.searched).map(\.texts))
    let names = head?.names ?? (TableHead.areNames(first) ? TableHead.names(first, hasNames: true) : [])
    if let head { hand(head.tags, names, line: rows[head.row].line, take) }
    for row in rows.dropFirst(head.map { $0.row + 1 } ?? (names.isEmpty ? 0 : 1)) {
      hand(row.texts, names, line: row.line, take)
    }
  }

  private func hand(
    _ texts: [String], _ names: [String], line: Int, _ take: ([RecordField], _ line: Int, inout RecordNotes) -> Void
  ) {
    var notes = RecordNotes()
    let fields = zip(names, texts).filter { !$0.1.isEmpty }.map { RecordField(name: $0.0, text: $0.1) }
    for text in texts.dropFirst(names.count) where !text.isEmpty {
      notes.unread("has more values than there are names", field: "beyond the names", value: text)
    }
    take(fields, line, &notes)
  }
}
