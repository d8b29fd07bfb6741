extension EventTable {
  /// Several tables as one, each as a file. The events stay where they are; those of equal times are in the order of the
  /// files. Of at most `EventFile.most` tables.
  init(joining tables: [EventTable], files: [EventFile]) {
    var records = EventRecords()
    records.reserve(tables.reduce(0) { $0 + $1.count })
    var parts: [JoinedEvents.Part] = []
    for (table, file) in zip(tables, files) {
      parts.append(JoinedEvents.Part(table, file: file, first: records.count))
      records.append(table.columns, of: file.number)
    }
    self.init(records, from: JoinedEvents(parts), files: files)
  }
}

extension EventTable {
  /// The tables of the parts of one file as one. The events stay where they are; those of equal times are in the order of the
  /// parts.
  init(uniting tables: [EventTable]) {
    var records = EventRecords()
    records.reserve(tables.reduce(0) { $0 + $1.count })
    var parts: [JoinedEvents.Part] = []
    for table in tables {
      parts.append(JoinedEvents.Part(table, file: nil, first: records.count))
      records.append(table.columns, of: 0)
    }
    self.init(records, from: JoinedEvents(parts))
  }
}

extension Situation {
  /// The parts of one file as one situation, under the title of the first; one alone stays as it is.
  ///
  /// An id that two parts have stays that of the first; in a later one the number of the part stands behind it, as `x@2`, and a
  /// note says so.
  /// - Parameters:
  ///   - parts: what was read, with the name of each part, as of a sheet; at least one.
  ///   - word: the noun for a part.
  public init(uniting parts: [(name: String, situation: Situation)], word: String = "sheet") {
    let (first, all) = (parts[0].situation, parts.map(\.situation))
    guard parts.count != 1 else {
      self = first
      return
    }
    let tables = all.map(\.events)
    let names = parts.enumerated().map { EventFile(number: $0, name: "\(word) \"\($1.name)\"", title: "") }
    self.init(
      title: first.title, summary: first.summary, events: EventTable(uniting: tables),
      rejections: all.flatMap(\.rejections), notes: all.flatMap(\.notes) + Situation.sharedIDs(tables, names, word))
    self = deciding(all.flatMap(\.decisions))
  }

  /// Several situations as one, each a layer of its own, under a title that counts the files; one alone stays as it is.
  ///
  /// The events stay where they are. An id that two files have stays that of the first, and a note says so.
  /// - Parameter parts: what was read, with the path that a person named; at most `EventFile.most`.
  public init(joining parts: [(path: String, situation: Situation)]) {
    guard parts.count != 1 else {
      self = parts[0].situation
      return
    }
    func texts(_ text: (Situation) -> String) -> String {
      parts.map { text($0.situation) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let files = zip(EventFile.names(of: parts.map(\.path)), parts).enumerated().map { number, part in
      EventFile(number: number, name: part.0, title: part.1.situation.title)
    }
    let tables = parts.map(\.situation.events)
    self.init(
      title: "\(parts.count) files: " + parts.map(\.situation.title).joined(separator: "; "),
      summary: texts(\.summary), background: parts.flatMap(\.situation.background), attribution: texts(\.attribution),
      view: Situation.view(around: parts.map(\.situation)),
      countries: parts.reduce(into: []) { $0.formUnion($1.situation.countries) },
      events: EventTable(joining: tables, files: files), rejections: parts.flatMap(\.situation.rejections),
      notes: parts.flatMap(\.situation.notes) + Situation.sharedIDs(tables, files))
    self = deciding(parts.flatMap(\.situation.decisions))
  }

  /// The bounds around the views that files state and all places of the files that state none; nil if no file states a view.
  private static func view(around parts: [Situation]) -> GeoBounds? {
    guard parts.contains(where: { $0.view != nil }) else { return nil }
    return GeoBounds(around: parts.compactMap { $0.view ?? $0.events.extent })
  }

  /// How many events of a file are compared with those before: of a large one the first will do.
  private static let mostCompared = 2_000

  /// A note for each file that has ids of an earlier one. Ids that are made of a record's place are none of the file's.
  private static func sharedIDs(
    _ tables: [EventTable], _ files: [EventFile], _ word: String = "file"
  ) -> [String] {
    zip(tables, files).dropFirst().compactMap { table, file in
      let shared = table.events.prefix(mostCompared).first { event in
        event.id.first != "#" && tables[..<file.number].contains { $0.row(of: event.id) != nil }
      }
      guard let shared else { return nil }
      return "\(file.name) has ids that an earlier \(word) has too: here they end in @\(file.number + 1), as "
        + "\(shared.id)@\(file.number + 1)"
    }
  }
}
