/// Which values the events have, section by section: made once a situation, so that a filter's counts look up numbers and
/// compare no texts.
public struct FacetTable: Sendable {
  /// A value that some event has.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: FacetValue
    /// The name of the value as the file first writes it; not made safe.
    public let name: String
  }

  /// The sections whose values come from the events; the others have only what was typed.
  static let listed: [Facet] = [.kind, .actor, .standing, .grade, .precision, .placed, .source, .file]
  private let columns: [Facet: FacetColumn]
  private let ranks: [Facet: [Int]]
  let events: EventTable

  /// The values of some events. Linear in the events and their texts: each is read once, on all processors where that pays.
  public init(_ events: EventTable) {
    self.events = events
    let (rows, count) = (events.events, events.count)
    let parts = count > 10_000 ? processors() : 1
    let read = inParallel(parts) { FacetTable.read(rows, count * $0 / parts..<count * ($0 + 1) / parts) }
    var columns = read[0]
    for part in read.dropFirst() {
      for (facet, column) in part { columns[facet]?.append(column) }
    }
    // Kinds go by the file's own words; the program's names are values only where the file has them as well.
    let kinds = columns[.kind]?.spellings ?? [:]
    let named = EventKind.allCases.map { kinds[FoldedText.bytes(of: $0.rawValue)] }
    columns[.kind]?.addToEach { named[min(Int(events.columns.kinds[$0]), named.count - 1)] }
    columns[.standing] = FacetTable.standings(events)
    columns[.precision] = FacetTable.precisions(events)
    columns[.placed] = FacetTable.origins(events)
    columns[.file] = FacetTable.files(events)
    self.columns = columns
    ranks = columns.mapValues { FacetTable.ranks($0.entries) }
  }

  /// The place of each entry among all in the natural order of their names.
  private static func ranks(_ entries: [Entry]) -> [Int] {
    let keys = entries.map { NaturalOrder.key(of: $0.name) }
    let order = entries.indices.sorted { left, right in
      keys[left] == keys[right]
        ? entries[left].name < entries[right].name : keys[left].lexicographicallyPrecedes(keys[right])
    }
    var ranks = [Int](repeating: 0, count: entries.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
  }

  func column(_ facet: Facet) -> FacetColumn? { columns[facet] }

  /// All values of a section, in no order that means anything.
  public func entries(of facet: Facet) -> [Entry] { columns[facet]?.entries ?? [] }

  /// The rank of each entry of a section by its name, in natural order.
  public func ranks(of facet: Facet) -> [Int] { ranks[facet] ?? [] }

  /// The place among the section's entries of one that means the same, however it is spelt; nil when no event has it.
  public func index(of value: FacetValue, in facet: Facet) -> Int? {
    guard let column = columns[facet] else { return nil }
    if case .term(.text(_, .equals, let needle)) = value {
      return column.spellings[FoldedText.bytes(of: needle.text)].map(Int.init)
    }
    return column.entries.firstIndex { $0.value == value }
  }
}

extension FacetTable {
  /// The columns that only the events themselves can tell.
  private static func read(_ events: EventRows, _ rows: Range<Int>) -> [Facet: FacetColumn] {
    var (kinds, actors, sources, grades) = (FacetColumn(), FacetColumn(), FacetColumn(), FacetColumn())
    // The rows of some keys, counted from the first: what has the key of one that was read need not be read.
    var (known, key): ([Key: Int], Key) = ([:], Key())
    for row in rows {
      key.bytes.removeAll(keepingCapacity: true)
      let hasKey = events.addFacetKey(of: row, to: &key.bytes)
      if hasKey, let same = known[key] {
        kinds.addAll(of: same)
        actors.addAll(of: same)
        sources.addAll(of: same)
        grades.addAll(of: same)
      } else {
        let event = events[row]
        kinds.add(kinds.number(of: event.kindName, .kind))
        for actor in event.actors { actors.add(actors.number(of: actor, .actor)) }
        for name in event.sources.flatMap({ [$0.who, $0.via].compactMap { $0 } }) {
          sources.add(sources.number(of: name, .source))
        }
        for grade in event.sources.compactMap(\.grade) {
          grades.add(grades.number(of: .term(.grade(.equals(grade))), grade.text))
        }
        if !event.has(.actor) { actors.add(actors.number(of: .missing(.actor), notStated)) }
        if !event.has(.source) { sources.add(sources.number(of: .missing(.source), notStated)) }
        if !event.has(.grade) { grades.add(grades.number(of: .missing(.grade), notStated)) }
        if hasKey, known.count < keptKeys { known[key] = row - rows.lowerBound }
      }
      kinds.endRow()
      actors.endRow()
      sources.endRow()
      grades.endRow()
    }
    return [.kind: kinds, .actor: actors, .source: sources, .grade: grades]
  }

  /// The bytes that rows with the same facets have in common. They are hashed all at once, not byte by byte as an array is.
  private struct Key: Hashable {
    var bytes: [UInt8] = []

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// So many keys are kept: where all are different, they would be as large as the file.
  private static let keptKeys = 200_000
  private static let notStated = "not stated"

  private static func standings(_ events: EventTable) -> FacetColumn {
    FacetColumn(events.columns.standings) { number in
      let known = Standing.allCases.first { Int($0.code) == number }
      return (known.map { .term(.standing(.equals($0))) } ?? .missing(.standing), known?.rawValue ?? notStated)
    }
  }

  private static func precisions(_ events: EventTable) -> FacetColumn {
    FacetColumn(events.columns.precisions) { number in
      let precision = PlacePrecision(code: number)
      return (.term(.precision(.equals(precision))), precision.rawValue)
    }
  }

  /// The ways to places on the map; no values where all are the file's own.
  private static func origins(_ events: EventTable) -> FacetColumn {
    let isAnyByName = events.columns.flags.contains { $0.contains(.isPlacedByName) }
    var column = FacetColumn()
    let unplaced = PlacePrecision.unplaced.code
    for row in 0..<events.count {
      let origin: PlaceOrigin? =
        if events.columns.flags[row].contains(.isPlacedByName) { .name } else {
          events.columns.precisions[row] == unplaced ? nil : .given
        }
      if isAnyByName, let origin { column.add(column.number(of: .term(.placed(origin)), origin.rawValue)) }
      column.endRow()
    }
    return column
  }

  private static func files(_ events: EventTable) -> FacetColumn {
    var column = FacetColumn()
    for row in 0..<events.count {
      if let file = events.file(of: row) { column.add(column.number(of: file.name, .file)) }
      column.endRow()
    }
    return column
  }
}
