import SituationModel

extension Situation {
  /// The same with the events placed whose records have the name of a place and no coordinates, as far as a gazetteer knows the place
  /// and the file has evidence for it; and how many were.
  ///
  /// Each different name is looked up once. Nothing is where all events have places.
  ///
  /// - Parameters:
  ///   - lookup: the gazetteer; nil to leave names alone.
  ///   - file: what messages call the file.
  func placed(by lookup: (any PlaceLookup)?, file: String) -> (situation: Situation, counts: PlaceMatchCounts?) {
    guard let lookup else { return (self, nil) }
    let (events, unplaced) = (events, events.unplacedRows)
    // Where the first rows have names, the gazetteer is read while all are looked through.
    let areNamed = unplaced.prefix(1_000).contains { events.events.clue(of: $0) != nil }
    let (clues, _) = inParallel(
      { CluesByName(of: unplaced, in: events) }, { areNamed && lookup.isEmpty }, if: unplaced.count > 1_000)
    guard !clues.rows.isEmpty, !lookup.isEmpty else { return (self, nil) }
    let matching = PlaceMatching(self, clues, lookup)
    var notes = matching.notes(of: events, file: file)
    if matching.guessed > 0 {
      let reason = "places are looked up by their names: \(matching.counts.words) (--no-match-places leaves them alone)"
      notes.insert(Rejection(file: file, line: 1, reason: reason, weight: .note), at: 0)
    }
    let placed = Situation(
      title: title, summary: summary, background: background, attribution: attribution, view: view,
      countries: countries, events: events.placing(matching.places), rejections: rejections + notes, notes: self.notes,
      zone: zone)
    return (placed, matching.counts)
  }
}

/// The rows without a place, by the words of their records.
private struct CluesByName {
  /// In the order of the rows of each.
  private(set) var rows: [PlaceClue: [Int]] = [:]

  /// The words of the records of some rows. Linear in them, on all processors where that pays.
  init(of unplaced: [Int], in table: EventTable) {
    let parts = unplaced.count > 10_000 ? processors() : 1
    let found = inParallel(parts) { part in
      table.events.rowsByClue(among: unplaced[unplaced.count * part / parts..<unplaced.count * (part + 1) / parts])
    }
    rows = found[0]
    for part in found.dropFirst() { rows.merge(part) { $0 + $1 } }
  }
}

/// The outcomes for the names of a file, counted.
private struct PlaceMatching {
  /// The places that were found, by row.
  private(set) var places: [Int: Place] = [:]
  private(set) var counts = PlaceMatchCounts()
  /// The records that were placed without a country or a province of their own, by what else the file says.
  private(set) var guessed = 0
  /// The rows of the names that were not placed.
  private var missed: [PlaceMiss: [Int]] = [:]

  init(_ situation: Situation, _ clues: CluesByName, _ lookup: any PlaceLookup) {
    let stated = Set(situation.countries.compactMap(lookup.country))
    let all = Array(clues.rows.keys)
    var matcher = PlaceMatcher(lookup: lookup, evidence: PlaceEvidence())
    let texts = Array(PlaceMatcher.texts(of: all))
    let known = PlaceMatching.each(of: texts) { PlaceMatcher.Name($0, in: lookup) }
    matcher.names = Dictionary(uniqueKeysWithValues: zip(texts, known))
    var names: [String: Set<String>] = [:]
    let blind = matcher
    for case let found? in PlaceMatching.each(of: all, { blind.countries(of: $0) }) {
      guard let countries = found.countries else { continue }
      names[found.name.folded] = names[found.name.folded].map { $0.intersection(countries) } ?? countries
    }
    matcher.evidence = PlaceEvidence(
      situation.events, stated: stated, names: Array(names.values),
      wanted: Set(known.lazy.filter { !$0.places.isEmpty }.map(\.folded)))
    let informed = matcher
    for (clue, outcome) in zip(all, PlaceMatching.each(of: all, { informed.outcome($0) })) {
      guard let rows = clues.rows[clue] else { continue }
      switch outcome {
      case .placed(let place):
        for row in rows { places[row] = place }
        counts.placed += rows.count
        if clue.countries.isEmpty, clue.provinces.isEmpty { guessed += rows.count }
      case .missed(let miss):
        missed[miss, default: []] += rows
        switch miss.kind {
        case .ambiguous: counts.ambiguous += rows.count
        case .unknown: counts.unknown += rows.count
        case .unproven: counts.unproven += rows.count
        }
      }
    }
  }

  /// Something of each of some words, on all processors where that pays.
  private static func each<Words: Sendable, Found: Sendable>(
    of words: [Words], _ find: @escaping @Sendable (Words) -> Found
  ) -> [Found] {
    let parts = words.count > 500 ? processors() : 1
    return inParallel(parts) { part in
      words[words.count * part / parts..<words.count * (part + 1) / parts].map(find)
    }.flatMap { $0 }
  }

  /// So many other records of a name are told by their positions.
  private static let mostTold = 5

  /// A note for each name that was not placed, at the first record that has it, in the order of the file.
  func notes(of table: EventTable, file: String) -> [Rejection] {
    let names = missed.map { miss, rows in
      (miss, rows.sorted { table.events.record(of: $0) < table.events.record(of: $1) })
    }
    let ordered = names.sorted { table.events.record(of: $0.1[0]) < table.events.record(of: $1.1[0]) }
    // In the order of the file, whose lines are then counted once.
    let told = ordered.flatMap { $0.1.prefix(PlaceMatching.mostTold + 1) }
      .sorted { table.events.record(of: $0) < table.events.record(of: $1) }
    let positions = Dictionary(
      zip(told, table.events.positions(of: told)).compactMap { row, position in position.map { (row, $0) } },
      uniquingKeysWith: { first, _ in first })
    return PlaceMatching.each(of: ordered) { miss, rows in
      let first = positions[rows[0]] ?? RecordPosition(line: 1)
      let reason = "\(quoted(miss.name)) \(miss.reason): not placed" + PlaceMatching.others(rows.dropFirst(), positions)
      return Rejection(
        file: file, line: first.line, record: first.record, reason: reason, weight: .note, field: "place",
        value: miss.name)
    }
  }

  /// `; so is line 7`, `; so are lines 7, 9 and 12 others`.
  private static func others(_ rows: ArraySlice<Int>, _ positions: [Int: RecordPosition]) -> String {
    let known = rows.prefix(PlaceMatching.mostTold).compactMap { positions[$0] }
    guard !known.isEmpty else { return "" }
    let noun = known.contains { $0.record != nil } ? "record" : "line"
    let numbers = known.map { String($0.record ?? $0.line) }
    let more = rows.count - known.count
    let parts = numbers + (more > 0 ? ["\(more) more"] : [])
    let listed =
      parts.count == 1 ? parts[0] : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    return " (also \(noun)\(parts.count == 1 ? "" : "s") \(listed))"
  }
}
