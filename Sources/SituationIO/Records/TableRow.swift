import SituationModel

/// One record in words, whatever its format: the texts of its fields, in the order of an interpretation's names, become a draft of an
/// event. Nothing of a record is lost: a field that no member of an event takes is a line of the summary.
struct TableRow {
  let texts: [String]
  let interpretation: Interpretation
  let file: String
  /// The members that the format itself says: fields that would say them again are lines.
  var taken: Set<ColumnMeaning> = []
  /// True to read times of day as if no field named their zone.
  var ignoresZones = false

  /// A record of as many fields as there are names, or fewer, or more that are empty.
  init(_ texts: [String], _ interpretation: Interpretation, file: String, taken: Set<ColumnMeaning> = []) {
    (self.texts, self.interpretation, self.file, self.taken) = (texts, interpretation, file, taken)
  }

  /// The id that the record has.
  var id: String? {
    first(.id).flatMap(value) ?? members.flatMap { EventDraft.id(in: $0, limits: Limits()) }
  }

  /// The members that the other fields do not say, in a table of our own.
  private var members: String? { interpretation.use(of: .members).flatMap(value) }

  /// The draft of the record's fields.
  func draft(limits: Limits, _ notes: inout RecordNotes) -> EventDraft {
    var draft = EventDraft()
    if taken.isEmpty, let reason = cutOff { notes.remark(reason) }
    draft.interval = when(&notes)
    draft.published = first(.published).flatMap { date($0, &notes) }?.edtf
    draft.place = place(limits, &notes)
    draft.kind = first(.kind).flatMap { use in value(use).map { use.codes[$0] ?? $0 } }
    draft.summary = summary
    draft.title = title
    (draft.area, draft.hasFieldLines) = (area, true)
    draft.actors = unique(uses(of: .actor).compactMap(value).flatMap(TableRow.parts))
    draft.destination = destination(&notes)
    draft.standing = first(.standing).flatMap(value)
    draft.sources = sources(&notes)
    draft.links = first(.links).flatMap(value).map(TableRow.links) ?? []
    if let members { draft.take(members, file: file, limits: limits, &notes) }
    return draft
  }

  // MARK: Fields

  /// The uses of a meaning; none where the format itself says it.
  func uses(of meaning: ColumnMeaning) -> [Interpretation.Use] {
    !taken.isEmpty && taken.contains(meaning) ? [] : interpretation.uses(of: meaning)
  }

  /// The first use of a meaning whose field says something, or else the first of all.
  func first(_ meaning: ColumnMeaning) -> Interpretation.Use? {
    let uses = uses(of: meaning)
    return uses.count > 1 ? uses.first { value($0) != nil } ?? uses[0] : uses.first
  }

  func text(_ use: Interpretation.Use) -> String {
    guard use.column < texts.count else { return "" }
    return interpretation.isDisarmed ? FormulaText.armed(texts[use.column]) : texts[use.column]
  }

  /// The text of a field; nil where it says nothing.
  func value(_ use: Interpretation.Use) -> String? {
    let text = text(use)
    if interpretation.isOwn { return text.isEmpty ? nil : text }
    let trimmed = text.trimmed
    switch use.meaning {
    case .other, .none, .summary, .fallbackTitle:
      let isNumbered = interpretation.numberedColumns.contains(use.column)
      return MissingValue.isMissingText(trimmed, isNumbered: isNumbered) ? nil : trimmed
    case .title where trimmed.isBlank: return nil
    case .actor, .title, .kind, .place, .source, .destination:
      // Somebody or something that nobody knows is said to be so.
      return MissingValue.isMissing(trimmed) && trimmed.lowercased() != "unknown" ? nil : trimmed
    case .time, .clock, .start, .end, .year, .month, .day, .hour, .minute, .published, .lat, .lon, .radius,
      .destinationLat, .destinationLon, .figure:
      guard !MissingValue.isMissingNumber(trimmed) else { return nil }
      return use.meaning == .lon ? interpretation.withSides(trimmed, use.column) : trimmed
    case .geometry:
      return MissingValue.isMissingNumber(trimmed) ? nil : interpretation.withSides(trimmed, use.column)
    case .id, .zone, .timePrecision, .precision, .standing, .grade, .link, .sources, .links, .members, .placed:
      return MissingValue.isMissing(trimmed) ? nil : trimmed
    }
  }

  func name(_ use: Interpretation.Use) -> String { interpretation.names[use.column] }

  func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }

  /// The texts between semicolons and line ends.
  static func parts(_ text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: ";") || $0 == 0x0A || $0 == 0x0D }.compactMap { part in
      var part = part
      while part.first == UInt8(ascii: " ") { part.removeFirst() }
      while part.last == UInt8(ascii: " ") { part.removeLast() }
      return part.isEmpty ? nil : String(Substring(part))
    }
  }

  // MARK: Words

  private var summary: String? {
    let words = uses(of: .summary).compactMap(value)
    let lines = words + rest
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Meanings of which an event has one: a second field that says something is a line.
  private static let single: Set<ColumnMeaning> = [
    .id, .kind, .time, .start, .end, .published, .lat, .lon, .geometry, .place, .precision, .radius, .destination,
    .standing,
    .grade,
  ]

  /// The lines of fields that no member of an event takes, each with its name.
  private var rest: [String] {
    if interpretation.isOwn { return interpretation.uses(of: .other).compactMap { use in line(use, value(use)) } }
    var used = Set<ColumnMeaning>()
    return interpretation.uses.compactMap { use in
      let text = value(use)
      let isSaid = taken.contains(use.meaning)
      switch use.meaning {
      case .other: return line(use, text)
      // A text of one line is the title already.
      case .fallbackTitle:
        return text == text.map(TableRow.firstLine) && !isSaid && isTitle(use) ? nil : line(use, text)
      case .none: return nil
      case .summary where !isSaid: return nil
      case .id, .title, .kind, .time, .clock, .zone, .start, .end, .year, .month, .day, .hour, .minute, .timePrecision,
        .published, .lat, .lon, .geometry, .place, .precision, .radius, .destination, .standing, .grade,
        .destinationLat, .destinationLon, .actor, .source, .link, .summary, .figure, .sources, .links, .members,
        .placed:
        // A field may have a second use that says it.
        if interpretation.uses.contains(where: { $0.column == use.column && $0.meaning != use.meaning }) { return nil }
        if isSaid { return line(use, text) }
        if use.meaning == .geometry, interpretation.grid?.columns.contains(use.column) == true { return nil }
        if text == nil, self.text(use).trimmed.lowercased() == "unknown" { return line(use, self.text(use).trimmed) }
        // Alternates of a time are looked at where it is read.
        guard TableRow.single.contains(use.meaning), use.meaning != .time, text != nil else { return nil }
        return used.insert(use.meaning).inserted ? nil : line(use, text)
      }
    }
  }

  /// True if the title of the record is a field's text: no better one says anything.
  private func isTitle(_ use: Interpretation.Use) -> Bool {
    (uses(of: .title) + uses(of: .summary)).allSatisfy { value($0)?.unlessBlank == nil } && first(.fallbackTitle) == use
  }

  private func line(_ use: Interpretation.Use, _ text: String?) -> String? { text.map { "\(name(use)): \($0)" } }

  /// The title; without one the first line of a text.
  private var title: String? {
    let parts = uses(of: .title).compactMap { use in value(use).map { use.codes[$0] ?? $0 } }
    if let words = interpretation.titleWords {
      // A number alone says nothing: it has its name before it.
      let named = zip(uses(of: .title).filter { value($0) != nil }, parts).map { use, part in
        TableNumber.number(part) == nil ? part : "\(name(use)) \(part)"
      }
      return ([words] + named).joined(separator: ", ")
    }
    if !parts.isEmpty {
      let title = parts.joined(separator: " - ")
      let place = interpretation.titlesHavePlace ? first(.place).flatMap(value) ?? area : nil
      return place.map { "\(title), \($0)" } ?? title
    }
    let (texts, others) = (uses(of: .summary), uses(of: .fallbackTitle))
    // A second field that is called as titles are says more than a text.
    let ordered = interpretation.has(.title) ? others + texts : texts + others
    return ordered.lazy.compactMap { value($0)?.unlessBlank }.first { !MissingValue.isMissing($0) }
      .map(TableRow.firstLine)
  }

  /// The name of the province, or another unit, that the place lies in.
  private var area: String? {
    interpretation.areaColumn.flatMap { column in
      column < texts.count && !MissingValue.isMissing(texts[column]) ? texts[column].trimmed : nil
    }
  }

  /// The first line of a text, or as much of it as a list shows.
  static func firstLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    guard line.count > 80 else { return line }
    let cut = line.prefix(77)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "..."
  }

  // MARK: Records that were cut off

  /// The reason why a record looks cut off; nil where it does not: its last text ends in an open bracket, and all behind it is empty, a
  /// place among it.
  private var cutOff: String? {
    guard !interpretation.isOwn, let last = texts.lastIndex(where: { !$0.isEmpty }),
      last + 3 < interpretation.names.count,
      texts[last].trimmed.hasSuffix("(")
    else { return nil }
    let behind = interpretation.uses.filter { $0.column > last && [.lat, .lon, .geometry].contains($0.meaning) }
    guard !behind.isEmpty else { return nil }
    return
      "looks cut off: \(quoted(interpretation.names[last])) ends in an open bracket, and all fields behind it are empty"
  }
}
