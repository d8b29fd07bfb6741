import SituationModel

extension Interpretation {
  /// The source of figures where a record names no other: the data set, or the file itself.
  func teller(of file: String) -> String {
    switch format {
    case .acled: "ACLED"
    case .ucdp: "UCDP GED"
    case .geoJSON, .geoJSONSequence, .timeMap, .json, .jsonLines, .kml, .gpx, .cursorOnTarget, .ownTable, .table,
      .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat, .geoPackage, .shapefile, .flatGeobuf, .mapInfo, .gml,
      .geoRSS, .fileGDB, .xlsx, .ods:
      file.split(separator: "/").last.map(String.init) ?? file
    }
  }
}

/// Who says so, and which events belong to it.
extension TableRow {
  func sources(_ notes: inout RecordNotes) -> [SourceDraft] {
    var sources = first(.sources).flatMap(value).map { TableSources.read($0, file: file, &notes) } ?? []
    let said = uses(of: .source).compactMap(value)
    sources += said.compactMap(LinkText.pieces).joined().compactMap(draft)
    // Feeds write lists with commas at both ends: `,us,`.
    let whos = unique(
      said.filter { !$0.contains("://") }.flatMap(TableRow.parts).map { TableRow.withoutCommas($0) })
    let linked = uses(of: .link).compactMap(value).map { ($0, TableRow.pieces($0)) }
    sources += linked.filter { $0.1.contains { $0.label != nil } }.flatMap(\.1).compactMap(draft)
    let links = unique(linked.filter { !$0.1.contains { $0.label != nil } }.flatMap { $0.1.compactMap(\.link) })
    if whos.count == links.count, whos.count > 1, areOfOneList {
      // The names and the addresses of a list of sources.
      sources += zip(whos, links).map { SourceDraft(who: $0, link: $1, dataFile: file) }
    } else if whos.count == 1, links.count == 1 {
      sources.append(SourceDraft(who: whos[0], link: links[0], dataFile: file))
    } else {
      sources += whos.map { SourceDraft(who: $0, dataFile: file) }
      sources += links.map { SourceDraft(who: WebAddress.host($0), link: $0, dataFile: file) }
    }
    let figures = figures(&notes)
    if !figures.isEmpty {
      sources.append(SourceDraft(who: interpretation.teller(of: file), figures: figures, dataFile: file))
    }
    if let use = first(.grade), let grade = value(use) {
      if sources.isEmpty {
        notes.unread("\(quoted(name(use))) grades no source: \(quoted(grade))", field: name(use), value: grade)
      } else {
        sources[0].grade = grade
      }
    }
    return sources
  }

  /// True if one field has names and another has addresses of the same objects: `sources.name` and `sources.url`.
  private var areOfOneList: Bool {
    func objects(_ meaning: ColumnMeaning) -> Set<String> {
      Set(
        uses(of: meaning).filter { value($0) != nil }.map {
          name($0).split(separator: ".").dropLast().joined(separator: ".")
        })
    }
    let (named, linked) = (objects(.source), objects(.link))
    return named.count == 1 && named == linked && named.first != ""
  }

  /// The things that the record counts. A text that is no number, or may be one of two, stays as it is.
  private func figures(_ notes: inout RecordNotes) -> [Figure] {
    let uses = uses(of: .figure)
    if uses.isEmpty { return [] }
    var inWords: [Figure] = []
    let figures = unique(uses.map(\.figure)).compactMap { what -> Figure? in
      var range = NumberReading.Range()
      for use in uses where use.figure == what {
        guard let text = value(use) else { continue }
        if use.numbers.range(text) == nil, let several = FigurePhrase.figures(text, use.numbers) {
          notes.keep(name(use), text)
          inWords += several.compactMap { Figure($0.name, low: $0.range.low, best: $0.range.best, high: $0.range.high) }
          continue
        }
        guard let said = use.numbers.range(text) else {
          notes.unread("\(quoted(name(use))) is no clear number: \(quoted(text))", field: name(use), value: text)
          continue
        }
        if use.countsPeople,
          [said.low, said.best, said.high].contains(where: { $0.map { $0 != $0.rounded() } ?? false })
        {
          notes.unread(
            "\(quoted(name(use))) is no number of people: \(quoted(text))", field: name(use), value: text)
          continue
        }
        if said.isApproximate { notes.keep(name(use), text) }
        // A second field of the same name is another count, and not a better one.
        if use.bound == .best, range.best != nil, said.best != range.best {
          notes.keep(name(use), text)
          continue
        }
        switch use.bound {
        case .low: range.low = said.best ?? said.low
        case .high: range.high = said.best ?? said.high
        case .best:
          range = NumberReading.Range(low: said.low ?? range.low, best: said.best, high: said.high ?? range.high)
        }
      }
      let figure = Figure(what, low: range.low, best: range.best, high: range.high)
      if figure == nil, range != NumberReading.Range() {
        for use in uses where use.figure == what {
          if let text = value(use) {
            notes.unread("\(quoted(what)) does not rise from least to most", field: name(use), value: text)
          }
        }
      }
      return figure
    }
    // A field of its own says more than words in another.
    return figures + inWords.filter { words in !figures.contains { $0.what == words.what } }
  }

  private static func withoutCommas(_ text: String) -> String {
    var text = text[...]
    while text.first == "," { text.removeFirst() }
    while text.last == "," { text.removeLast() }
    return text.isEmpty ? "," : String(text)
  }

  /// The source of a piece of text; nil for a piece of which nothing is left.
  private func draft(_ piece: LinkText) -> SourceDraft? {
    guard let who = piece.label ?? piece.link.map(WebAddress.host) else { return nil }
    return SourceDraft(who: who, link: piece.link, dataFile: file)
  }

  /// The addresses of a field, which blanks, commas, semicolons or bars keep apart, with the words beside them; any other text is one.
  private static func pieces(_ text: String) -> [LinkText] {
    let parts = text.split { $0.isWhitespace || ";,|".contains($0) }.map(String.init)
    if parts.allSatisfy({ $0.contains("://") && WebAddress.fits($0) }) {
      return parts.map { LinkText(label: nil, link: $0) }
    }
    return LinkText.pieces(text) ?? [LinkText(label: nil, link: text)]
  }

  static func links(_ text: String) -> [EventDraft.LinkDraft] {
    parts(text).map { part in
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      return EventDraft.LinkDraft(relation: words.first, target: words.count == 2 ? words[1] : nil)
    }
  }
}
