/// A guess at the meanings of fields, as it is made.
struct NameGuess {
  let names: [String]
  let folded: [String]
  let parts: [[String]]
  let values: ColumnValues
  var uses: [Interpretation.Use]

  init(_ names: [String], _ values: ColumnValues) {
    (self.names, self.values) = (names, values)
    let whole = NameGuess.withoutGroups(names)
    // Ten millionths of a degree, as location histories of phones have them.
    let plain = whole.map { $0.hasSuffix("E7") ? String($0.dropLast(2)) : $0 }
    folded = plain.map(ColumnNames.known)
    parts = plain.map(ColumnNames.parts)
    uses = names.indices.map { Interpretation.Use(column: $0, meaning: .other, figure: names[$0]) }
    for column in names.indices where plain[column] != whole[column] { uses[column].scale = 1e-7 }
  }

  /// Names without the groups of a form that stand before them: `incident/date` is a date. Where no name has a group that another has too,
  /// a stroke is a part of the name, as in `Date/Time`.
  private static func withoutGroups(_ names: [String]) -> [String] {
    let groups = names.map { name in
      name.contains(" ") ? nil : name.split(separator: "/").dropLast().first.map(String.init)
    }
    let counts = Dictionary(grouping: groups.compactMap { $0 }, by: { $0 }).mapValues(\.count)
    return zip(names, groups).map { name, group in
      guard let group, counts[group] ?? 0 > 1 || FormNames.isForm(names) else { return name }
      return name.split(separator: "/").last.map(String.init) ?? name
    }
  }

  func isFree(_ column: Int) -> Bool { uses[column].meaning == .other }
  func column(of meaning: ColumnMeaning) -> Int? { uses.firstIndex { $0.meaning == meaning } }
  func columns(of meaning: ColumnMeaning) -> [Int] { uses.indices.filter { uses[$0].meaning == meaning } }

  /// True if the values of a field do not speak against a meaning.
  private func fits(_ meaning: ColumnMeaning, _ column: Int) -> Bool {
    let isWeak = FieldNames.weak.contains(folded[column])
    switch meaning {
    case .lat: return !isWeak || !values.isEmpty(column) && values.areDegrees(column, upTo: 90)
    case .lon: return !isWeak || !values.isEmpty(column) && values.areDegrees(column, upTo: 360)
    case .time, .start, .end, .published:
      return (!isWeak || values.isEmpty(column) || values.areDates(column)) && !areClocksInDigits(column)
        && !values.areOfAnotherCalendar(column, named: names[column])
    case .id: return !isWeak || values.isUnique(column)
    case .links: return !values.most(of: column) { $0.contains("://") }
    case .place, .title: return values.isEmpty(column) || !values.isNumeric(column)
    case .kind: return !values.all(of: column) { NameGuess.sortsOfData.contains($0.lowercased()) }
    case .clock, .zone, .year, .month, .day, .hour, .minute, .timePrecision, .geometry, .precision, .radius,
      .destination, .standing, .grade, .destinationLat, .destinationLon, .actor, .source, .link, .summary, .figure,
      .sources, .members, .placed, .fallbackTitle, .other, .none:
      return true
    }
  }

  /// Words for a sort of data, and not of what happened.
  private static let sortsOfData: Set<String> = [
    "true", "false", "uri", "literal", "node", "way", "relation", "feature", "point",
  ]

  /// Finds the sort of what happened by two parts of a name: `Type of accident`, `Primary Type`, `Вид ДТП`.
  mutating func findKind() {
    guard column(of: .kind) == nil else { return }
    let found = names.indices.first { column in
      isFree(column) && parts[column].count > 1 && parts[column].contains(where: FieldNames.sorts.contains)
        && parts[column].contains(where: FieldNames.happenings.contains) && !values.isNumeric(column)
        && FieldNames.untitled.isDisjoint(with: parts[column])
        && values.all(of: column) { $0.contains(where: \.isLetter) && $0.utf8.count <= 60 }
        && fits(.kind, column)
    }
    if let found { uses[found].meaning = .kind }
  }

  /// Finds the meanings that a table has once. Other fields of the meaning have it too where no record has both.
  mutating func findSingle() {
    for (meaning, known) in FieldNames.single {
      let ranked = folded.indices.filter { isFree($0) && fits(meaning, $0) }.compactMap { index in
        known.firstIndex(of: folded[index]).map { (rank: $0, index: index) }
      }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
      let filled = ranked.filter { !values.isEmpty($0.index) }
      var chosen: [Int] = []
      for (_, index) in filled.isEmpty ? ranked.prefix(1)[...] : filled[...]
      where chosen.allSatisfy({ areAlternates($0, index, meaning) }) {
        uses[index].meaning = meaning
        chosen.append(index)
      }
    }
    sortAlternates()
  }

  /// True if no record has two fields, or the second is the time of day that belongs to the first.
  private func areAlternates(_ first: Int, _ second: Int, _ meaning: ColumnMeaning) -> Bool {
    if values.areDisjoint(first, second) { return true }
    guard meaning == .time, values.most(of: second, { !NameGuess.isClock($0) }) else { return false }
    return zip(values.all(of: first), values.all(of: second)).allSatisfy { date, time in
      MissingValue.isMissing(date) || MissingValue.isMissing(time) || NameGuess.isClock(time)
    }
  }

  /// Puts fields of one meaning into the order of their names' ranks.
  private mutating func sortAlternates() {
    for (meaning, known) in FieldNames.single where columns(of: meaning).count > 1 {
      let places = columns(of: meaning)
      let ranked = places.map { uses[$0] }.sorted {
        (known.firstIndex(of: folded[$0.column]) ?? 0, $0.column) < (
          known.firstIndex(of: folded[$1.column]) ?? 0, $1.column
        )
      }
      alternates[meaning] = ranked.map(\.column)
    }
  }

  var alternates: [ColumnMeaning: [Int]] = [:]

  mutating func findSeveral() {
    for index in folded.indices where isFree(index) {
      // Beside the number of somebody the field has the name of whom a message is from.
      if folded[index] == "from", folded.contains("fromid"), !values.areDates(index) { uses[index].meaning = .source }
      guard var meaning = several(folded[index]) else { continue }
      // Of a table that says who did what, the source has a field of its own.
      if folded[index] == "who",
        folded.contains("what") || folded.contains(where: { $0 != "who" && several($0) == .source })
      {
        meaning = .actor
      }
      if meaning == .actor, values.isNumeric(index) || values.all(of: index, NameGuess.isYesOrNo) { continue }
      if meaning == .source, values.isNumeric(index) { continue }
      uses[index].meaning = meaning
    }
  }

  /// The meaning of a name that several fields may have; a number behind it counts them, as in `Source 2`.
  private func several(_ name: String) -> ColumnMeaning? {
    if let meaning = FieldNames.several.first(where: { $0.names.contains(name) })?.meaning { return meaning }
    var base = name[...]
    while base.last?.isNumber == true { base.removeLast() }
    guard base.count < name.count, name.count - base.count <= 2 else { return nil }
    let meaning = FieldNames.several.first { $0.names.contains(String(base)) }?.meaning
    return meaning == .source || meaning == .link || meaning == .actor ? meaning : nil
  }

  private static func isYesOrNo(_ text: String) -> Bool {
    ["y", "n", "yes", "no", "true", "false", "ja", "nein", "oui", "non", "si", "sí", "да", "нет"].contains(
      text.lowercased())
  }

  // MARK: Figures

  /// Finds numbers of people by a part of their names, with the least and the most where the names say so.
  mutating func findFigures() {
    for place in uses.indices where uses[place].meaning == .other || uses[place].meaning == .figure {
      let words = parts[uses[place].column]
      if uses[place].meaning == .figure, NameConvention.isRate(names[uses[place].column]) {
        uses[place].meaning = .other
      }
      let isNamed =
        !NameConvention.isRate(names[uses[place].column]) && words.contains(where: FieldNames.figures.contains)
        && FieldNames.otherFigures.isDisjoint(
          with: words.starts(with: ["how", "many"]) ? words.dropFirst(2) : words[...])
        && !words.contains { FieldNames.latitudes.contains($0) || FieldNames.longitudes.contains($0) }
        && values.most(of: uses[place].column) {
          NumberReading().range($0) != nil
        }
      guard isNamed || uses[place].meaning == .figure else { continue }
      uses[place].meaning = .figure
      let bounds: [(words: Set<String>, bound: FigureBound)] = [
        (["min", "minimum", "low", "lower"], .low), (["max", "maximum", "high", "upper"], .high), (["best"], .best),
      ]
      for (known, bound) in bounds where words.count > 1 && words.contains(where: known.contains) {
        uses[place].bound = bound
        uses[place].figure = words.filter { !known.contains($0) }.joined(separator: " ")
      }
    }
  }
}
