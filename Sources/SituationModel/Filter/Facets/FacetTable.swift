/// Which values the events have, section by section: made once a situation, so that a filter's counts look up numbers and
/// compare no texts.
public struct FacetTable: Sendable {
  /// A value that some event has.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: FacetValue
    /// The name of the value as the file first writes it; not made safe.
    public let name: String

    init(_ value: FacetValue, _ name: String) { (self.value, self.name) = (value, name) }

    /// A text of a section; nil if nothing of it counts.
    init?(_ text: String, of facet: Facet) {
      guard let field = FilterTerm.TextField(rawValue: facet.rawValue), let needle = Needle(text) else { return nil }
      self.init(.term(.text(field, .equals, needle)), text)
    }

    fileprivate static func notStated(_ part: FilterTerm.Part) -> Entry { Entry(.missing(part), "not stated") }
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
      for index in columns.indices { columns[index].append(part[index]) }
    }
    columns += FacetTable.coded(events)
    var all = Dictionary(uniqueKeysWithValues: columns.map { ($0.facet, $0) })
    // Kinds go by the file's own words; the program's names are values only where the file has them as well.
    let named = EventKind.allCases.map { kind in
      Entry(kind.rawValue, of: .kind).flatMap { all[.kind]?.number(of: $0.value) }
    }
    all[.kind]?.addToEach { named[min(Int(events.columns.kinds[$0]), named.count - 1)] }
    self.columns = all
    ranks = all.mapValues { FacetTable.ranks($0.entries) }
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
  ///
  /// Ways to places are no section where all are the file's own.
  public func entries(of facet: Facet) -> [Entry] {
    if facet == .placed, index(of: .term(.placed(.name)), in: .placed) == nil { return [] }
    return columns[facet]?.entries ?? []
  }

  /// The rank of each entry of a section by its name, in natural order.
  public func ranks(of facet: Facet) -> [Int] { ranks[facet] ?? [] }

  /// The place among the section's entries of one that means the same, however it is spelt; nil when no event has it.
  public func index(of value: FacetValue, in facet: Facet) -> Int? {
    columns[facet]?.number(of: value).map(Int.init)
  }
}

extension FacetTable {
  /// The columns that only the events themselves can tell.
  private static func read(_ events: EventRows, _ rows: Range<Int>) -> [FacetColumn] {
    let sections: [FacetKeys.Section] = [.kind, .actor, .source, .source]
    var columns = [FacetColumn(.kind), FacetColumn(.actor), FacetColumn(.source), FacetColumn(.grade)]
    // The rows of some keys, counted from the first: what has the key of one that was read need not be read.
    var known = FacetKeys.Section.allCases.map { _ in [Key: Int]() }
    var (keys, same) = (FacetKeys(), [Int?](repeating: nil, count: known.count))
    for row in rows {
      keys.removeAll()
      let hasKeys = events.addFacetKeys(of: row, to: &keys)
      for section in FacetKeys.Section.allCases {
        same[section.rawValue] = hasKeys ? known[section.rawValue][Key(bytes: keys[section])] : nil
      }
      let event = same.contains(nil) ? events.facetEvent(of: row) : nil
      for (index, section) in sections.enumerated() {
        if let same = same[section.rawValue] {
          columns[index].addAll(of: same)
        } else if let event {
          columns[index].addValues(of: event)
        }
        columns[index].endRow()
      }
      guard hasKeys else { continue }
      for section in FacetKeys.Section.allCases
      where same[section.rawValue] == nil && known[section.rawValue].count < keptKeys {
        known[section.rawValue][Key(bytes: keys[section])] = row - rows.lowerBound
      }
    }
    return columns
  }

  /// The bytes that rows with the same facets have in common. They are hashed all at once, not byte by byte as an array is.
  private struct Key: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// So many keys are kept: where all are different, they would be as large as the file.
  private static let keptKeys = 200_000

  /// The columns of which the table of events has codes.
  private static func coded(_ events: EventTable) -> [FacetColumn] {
    let (columns, files, count) = (events.columns, events.files, events.count)
    let standings = FacetColumn(.standing, rows: count, code: { columns.standings[$0] }) { code in
      let known = Standing.allCases.first { $0.code == code }
      return known.map { Entry(.term(.standing(.equals($0))), $0.rawValue) } ?? .notStated(.standing)
    }
    let precisions = FacetColumn(.precision, rows: count, code: { columns.precisions[$0] }) { code in
      let precision = PlacePrecision(code: Int(code))
      return Entry(.term(.precision(.equals(precision))), precision.rawValue)
    }
    let fileNumbers = FacetColumn(.file, rows: count, code: { files.isEmpty ? nil : columns.files[$0] }) { number in
      Entry(files[Int(number)].name, of: .file)
    }
    return [standings, precisions, origins(of: events), fileNumbers]
  }

  /// The ways to places on the map.
  private static func origins(of events: EventTable) -> FacetColumn {
    let (flags, precisions) = (events.columns.flags, events.columns.precisions)
    let unplaced = PlacePrecision.unplaced.code
    let code: (Int) -> UInt8? = { row in
      if flags[row].contains(.isPlacedByName) { return 1 }
      return precisions[row] != unplaced ? 0 : nil
    }
    return FacetColumn(.placed, rows: events.count, code: code) { code in
      let origin: PlaceOrigin = code == 1 ? .name : .given
      return Entry(.term(.placed(origin)), origin.rawValue)
    }
  }
}

extension FacetColumn {
  /// Gives the row that is being made the values of an event, in a section that only events can tell.
  fileprivate mutating func addValues(of event: Event) {
    switch facet {
    case .kind: add(event.kindName)
    case .actor: for actor in event.actors { add(actor) }
    case .source: for source in event.sources { for name in [source.who, source.via] { name.map { add($0) } } }
    case .grade:
      for grade in event.sources.compactMap(\.grade) {
        add(FacetTable.Entry(.term(.grade(.equals(grade))), grade.text))
      }
    case .standing, .precision, .placed, .file, .text, .view: return
    }
    if let part = facet.part, !event.has(part) { add(.notStated(part)) }
  }
}
