import SituationModel

/// One row of a table, in words: what its fields mean becomes a draft of an event. Nothing of a row is lost: a field that no
/// member of an event takes is a line of the summary.
struct TableRow {
  let texts: [String]
  let layout: TableLayout
  let file: String

  /// A row of as many fields as the table has columns, or more that are empty.
  init(_ texts: [String], layout: TableLayout, file: String) {
    (self.texts, self.layout, self.file) = (texts, layout, file)
  }

  /// The text of a field, without spaces at its ends and with one quote for each two.
  static func text(_ field: RowScanner.Field, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var (start, end) = (field.start, field.end)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    if !field.isEscaped { return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) }
    // By bytes: a quote with a mark that combines with it is another character.
    var (text, isSecond) = ([UInt8](), false)
    for byte in bytes[start..<end] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond && text.last == byte
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The id that the row has.
  var id: String? {
    layout.use(of: .id).flatMap(value) ?? members.flatMap { EventDraft.id(in: $0, limits: Limits()) }
  }

  /// What the other fields do not say, in a table of our own.
  private var members: String? { layout.use(of: .members).flatMap(value) }

  /// All that the row says.
  func draft(limits: Limits, _ notes: inout RecordNotes) -> EventDraft {
    var draft = EventDraft()
    draft.interval = when(&notes)
    draft.published = layout.use(of: .published).flatMap { date($0, &notes) }?.edtf
    draft.place = place(limits, &notes)
    draft.kind = layout.use(of: .kind).flatMap { use in value(use).map { use.codes[$0] ?? $0 } }
    draft.summary = summary
    draft.title = title(draft)
    draft.actors = unique(layout.uses(of: .actor).compactMap(value).flatMap(TableRow.parts))
    draft.destination = layout.use(of: .destination).flatMap(value).map { PlaceDraft(name: $0, precision: "unplaced") }
    draft.standing = layout.use(of: .standing).flatMap(value)
    draft.sources = sources(&notes)
    draft.links = layout.use(of: .links).flatMap(value).map(TableRow.links) ?? []
    if let members { draft.take(members, file: file, limits: limits, &notes) }
    return draft
  }

  // MARK: Fields

  func text(_ use: TableLayout.Use) -> String {
    guard use.column < texts.count else { return "" }
    return layout.isDisarmed ? CSVTable.armed(texts[use.column]) : texts[use.column]
  }

  /// What a field says; nil where it says that there is nothing.
  func value(_ use: TableLayout.Use) -> String? {
    let text = text(use)
    return (layout.isOwn ? text.isEmpty : TableNumber.isMissing(text)) ? nil : text
  }

  func name(_ use: TableLayout.Use) -> String { layout.names[use.column] }

  func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }

  /// What stands between semicolons.
  static func parts(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ";")).compactMap { part in
      var part = part
      while part.first == UInt8(ascii: " ") { part.removeFirst() }
      while part.last == UInt8(ascii: " ") { part.removeLast() }
      return part.isEmpty ? nil : String(Substring(part))
    }
  }

  // MARK: Words

  private var summary: String? {
    let words = layout.uses(of: .summary).compactMap(value)
    let others = layout.uses(of: .other).compactMap { use in value(use).map { "\(name(use)): \($0)" } }
    let lines = words + others
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The title; without one the first line of what is said, the kind, the place, or whatever stands there first.
  private func title(_ draft: EventDraft) -> String? {
    let parts = layout.uses(of: .title).compactMap { use in value(use).map { use.codes[$0] ?? $0 } }
    if !parts.isEmpty { return parts.joined(separator: " - ") }
    let words = layout.uses(of: .summary).lazy.compactMap(value).first
    return words.map(TableRow.firstLine) ?? draft.kind ?? draft.place.name
      ?? layout.uses(of: .other).lazy.compactMap(value).first.map(TableRow.firstLine)
  }

  /// The first line of a text, or as much of it as a list shows.
  private static func firstLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    guard line.count > 80 else { return line }
    let cut = line.prefix(77)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "..."
  }
}
