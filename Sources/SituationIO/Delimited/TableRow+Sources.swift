import SituationModel

/// Who says so, and which events belong to it.
extension TableRow {
  func sources(_ notes: inout RecordNotes) -> [SourceDraft] {
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

  static func links(_ text: String) -> [EventDraft.LinkDraft] {
    parts(text).map { part in
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      return EventDraft.LinkDraft(relation: words.first, target: words.count == 2 ? words[1] : nil)
    }
  }
}
