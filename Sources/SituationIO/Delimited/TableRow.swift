import SituationModel

/// One row of a table, in words: what its fields mean becomes a draft of an event. Nothing of a row is lost: a field that no
/// member of an event takes is a line of the summary.
struct TableRow {
  private let texts: [String]
  private let layout: TableLayout
  private let file: String

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

  private func text(_ use: TableLayout.Use) -> String {
    guard use.column < texts.count else { return "" }
    return layout.isDisarmed ? CSVTable.armed(texts[use.column]) : texts[use.column]
  }

  /// What a field says; nil where it says that there is nothing.
  private func value(_ use: TableLayout.Use) -> String? {
    let text = text(use)
    return (layout.isDisarmed ? text.isEmpty : TableNumber.isMissing(text)) ? nil : text
  }

  private func name(_ use: TableLayout.Use) -> String { layout.names[use.column] }

  private func unique(_ texts: [String]) -> [String] {
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

  // MARK: Time

  private func when(_ notes: inout RecordNotes) -> DateInterval? {
    var found = layout.use(of: .time).flatMap { date($0, &notes) }
    if let use = layout.use(of: .clock), let clock = value(use), let day = found {
      do throws(DateReading.Failure) {
        found = try Array(clock.utf8).withUnsafeBufferPointer { clock throws(DateReading.Failure) in
          try use.dates.clocked(day, clock)
        }
      } catch { notes.add("\(quoted(name(use))) \(error.words): \(quoted(clock))", field: name(use), value: clock) }
    }
    if found == nil { found = span(&notes) }
    guard let found, let use = layout.use(of: .timePrecision) else { return found }
    let code = value(use)
    if let code, let known = layout.date(found, known: code) { return known }
    if let code { notes.add("\(quoted(code)) is no code of \(quoted(name(use)))", field: name(use), value: code) }
    return found.uncertain
  }

  /// From the start to the end; one of them alone leaves the other open.
  private func span(_ notes: inout RecordNotes) -> DateInterval? {
    let first = layout.use(of: .start).flatMap { date($0, &notes) }
    let last = layout.use(of: .end).flatMap { date($0, &notes) }
    guard first != nil || last != nil else { return nil }
    // One column of starts says when something was, and not that it goes on.
    guard layout.use(of: .end) != nil else { return first }
    if first == last { return first }
    let span = DateInterval.spanning(first, last)
    if span == nil { notes.add("ends before it starts") }
    return span ?? first
  }

  private func date(_ use: TableLayout.Use, _ notes: inout RecordNotes) -> DateInterval? {
    guard let text = value(use) else { return nil }
    do throws(DateReading.Failure) {
      return try Array(text.utf8).withUnsafeBufferPointer { text throws(DateReading.Failure) in
        try use.dates.date(text)
      }
    } catch {
      notes.add("\(quoted(name(use))) \(error.words): \(quoted(text))", field: name(use), value: text)
      return nil
    }
  }

  // MARK: Place

  private func place(_ limits: Limits, _ notes: inout RecordNotes) -> PlaceDraft {
    var place = PlaceDraft()
    place.name = layout.use(of: .place).flatMap(value)
    place.shape = point(&notes) ?? geometry(limits, &notes)
    if let use = layout.use(of: .precision), let word = value(use) {
      if case .words = layout.precisions {
        place.precision = word
      } else if let precision = layout.precision(word) {
        place.precision = place.shape == nil ? nil : precision.rawValue
      } else {
        notes.add("\(quoted(word)) is no code of \(quoted(name(use)))", field: name(use), value: word)
      }
    }
    if let use = layout.use(of: .radius), let text = value(use) {
      place.radius = TableNumber.number(text)
      if place.radius == nil {
        notes.add("\(quoted(name(use))) is no number: \(quoted(text))", field: name(use), value: text)
      }
    }
    return place
  }

  private func point(_ notes: inout RecordNotes) -> Shape? {
    guard let lat = layout.use(of: .lat), let lon = layout.use(of: .lon) else { return nil }
    let (first, last) = (value(lat), value(lon))
    guard let first, let last else {
      if first != nil || last != nil {
        let missing = name(first == nil ? lat : lon)
        notes.add("has no place: \(quoted(missing)) is missing", field: missing)
      }
      return nil
    }
    guard let latitude = degrees(first, lat, &notes), let longitude = degrees(last, lon, &notes) else { return nil }
    return TableRow.point(latitude, longitude, &notes)
  }

  private func degrees(_ text: String, _ use: TableLayout.Use, _ notes: inout RecordNotes) -> Double? {
    if let number = TableNumber.number(text) { return number }
    guard let degrees = TableNumber.degrees(text) else {
      notes.add("has no place: \(quoted(name(use))) is no number: \(quoted(text))", field: name(use), value: text)
      return nil
    }
    notes.add("\(quoted(name(use))) is read as \(degrees): \(quoted(text))", field: name(use), value: text)
    return degrees
  }

  /// A point that a table may have; zero and zero stand for what is not known.
  private static func point(_ latitude: Double, _ longitude: Double, _ notes: inout RecordNotes) -> Shape? {
    if latitude == 0, longitude == 0 {
      notes.add(
        "has no place: latitude 0 and longitude 0 are taken for what is not known", field: "place", value: "0, 0")
      return nil
    }
    if let place = Coordinate(checkedLatitude: latitude, longitude: longitude) { return .points([place]) }
    let isSwapped = Coordinate(checkedLatitude: longitude, longitude: latitude) != nil
    let hint = isSwapped ? " (they may be swapped)" : ""
    notes.add(
      "has no place: latitude \(latitude), longitude \(longitude) is not on the globe\(hint)", field: "place",
      value: "\(latitude), \(longitude)")
    return nil
  }

  private func geometry(_ limits: Limits, _ notes: inout RecordNotes) -> Shape? {
    guard let use = layout.use(of: .geometry), let text = value(use) else { return nil }
    if let pair = TableRow.pair(text) { return TableRow.point(pair.0, pair.1, &notes) }
    if text.hasPrefix("{") {
      var json = JSONDocument(Array(text.utf8), file: file, limits: limits)
      if let shape = try? GeometryReader.read(&json.json, &notes) { return shape }
    } else {
      var shape = ShapeDraft()
      if WKT.read(text, into: &shape) { return shape.shape(limits: limits, &notes) }
    }
    notes.add("has no place: \(quoted(name(use))) is no geometry: \(quoted(text))", field: name(use), value: text)
    return nil
  }

  /// Whether a text is what a column of geometries has.
  static func isGeometry(_ text: String) -> Bool {
    if pair(text) != nil || text.hasPrefix("{") { return true }
    let word = text.prefix { $0.isLetter || $0 == "=" }.uppercased()
    return [
      "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID=",
    ].contains { word.hasPrefix($0) }
  }

  /// Latitude and longitude with a comma, a semicolon or a blank between them, in brackets or not.
  private static func pair(_ text: String) -> (Double, Double)? {
    let inner = text.filter { !"()[]".contains($0) }
    for separator in [";", ",", " "] as [Character] {
      let parts = inner.split(separator: separator).map { $0.filter { $0 != " " } }
      if parts.count == 2, let first = TableNumber.degrees(parts[0]), let last = TableNumber.degrees(parts[1]) {
        return (first, last)
      }
    }
    return nil
  }

  // MARK: Sources and links

  private func sources(_ notes: inout RecordNotes) -> [SourceDraft] {
    var sources = layout.use(of: .sources).flatMap(value).map { TableSources.read($0, file: file, &notes) } ?? []
    let whos = unique(layout.uses(of: .source).compactMap(value).flatMap(TableRow.parts))
    let links = unique(layout.uses(of: .link).compactMap(value).flatMap(TableRow.addresses))
    if whos.count == 1, links.count == 1 {
      sources.append(SourceDraft(who: whos[0], link: links[0], dataFile: file))
    } else {
      sources += whos.map { SourceDraft(who: $0, dataFile: file) }
      sources += links.map { SourceDraft(who: TableRow.host($0), link: $0, dataFile: file) }
    }
    if let figures = figures, !figures.isEmpty {
      sources.append(SourceDraft(who: teller, figures: figures, dataFile: file))
    }
    if let use = layout.use(of: .grade), let grade = value(use) {
      if sources.isEmpty {
        notes.add("\(quoted(name(use))) grades no source: \(quoted(grade))", field: name(use), value: grade)
      } else {
        sources[0].grade = grade
      }
    }
    return sources
  }

  /// Who counts: the data set, or the file itself.
  private var teller: String {
    switch layout.format {
    case .acled: "ACLED"
    case .ucdp: "UCDP GED"
    default: file.split(separator: "/").last.map(String.init) ?? file
    }
  }

  /// What the row counts; a text that is no number is none.
  private var figures: [Figure]? {
    let uses = layout.uses(of: .figure)
    if uses.isEmpty { return nil }
    return unique(uses.map(\.figure)).compactMap { what in
      func number(_ bound: TableLayout.Use.Bound) -> Double? {
        uses.first { $0.figure == what && $0.bound == bound }.flatMap(value).flatMap(TableNumber.number)
      }
      return Figure(what, low: number(.low), best: number(.best), high: number(.high))
    }
  }

  /// The addresses of a field, which blanks, commas or semicolons keep apart; any other text is one.
  private static func addresses(_ text: String) -> [String] {
    let parts = text.split { $0.isWhitespace || $0 == ";" || $0 == "," }.map(String.init)
    return parts.allSatisfy { $0.contains("://") } ? parts : [text]
  }

  private static func host(_ link: String) -> String {
    let parts = link.split(separator: "://", maxSplits: 1)
    guard parts.count == 2 else { return link }
    let host = parts[1].prefix { !"/?#".contains($0) }
    return host.isEmpty ? link : String(host)
  }

  private static func links(_ text: String) -> [EventDraft.LinkDraft] {
    parts(text).map { part in
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      return EventDraft.LinkDraft(relation: words.first, target: words.count == 2 ? words[1] : nil)
    }
  }
}

extension DateReading.Failure {
  /// What is wrong, as the end of a sentence that began with the name of the column.
  var words: String {
    switch self {
    case .form: "is not written as a date"
    case .noSuchDate: "is a date or time that does not exist"
    case .backwards: "ends before it starts"
    case .unbounded: "has neither a start nor an end"
    }
  }
}

extension DateInterval {
  /// The same, of which nobody says how well it is known.
  var uncertain: DateInterval {
    (try? DateInterval(edtf: isUncertain || isApproximate ? edtf : edtf.replacing("/", with: "?/") + "?")) ?? self
  }

  /// From the start of one to the end of another; an end that is missing is open. Nil where it would end before it starts.
  static func spanning(_ first: DateInterval?, _ last: DateInterval?) -> DateInterval? {
    guard let some = first ?? last else { return nil }
    return DateInterval(
      from: first?.start, (first ?? some).startPrecision, to: last?.end, (last ?? some).endPrecision,
      isApproximate: first?.isApproximate == true || last?.isApproximate == true,
      isUncertain: first?.isUncertain == true || last?.isUncertain == true)
  }
}
