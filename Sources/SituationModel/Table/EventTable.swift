/// The events of a situation in the order of their time: a row is an event's place in it.
///
/// Earlier starts come first, and of those the earlier ends; an open start is before all others, and what has no date is
/// last. Equal times are in the order of the file.
public struct EventTable: Sendable {
  /// The events, by row.
  public let events: EventRows
  /// The columns of all events, by row.
  public let columns: EventColumns
  /// The files that they are from, by number; empty where there is one.
  public let files: [EventFile]
  /// The time of an event that all questions about dates use; rows stay in the order of what happened.
  public let clock: EventClock
  /// From the first known moment to the last; nil when no event has a date.
  public var span: TimeWindow? { extents[clock]?.span }
  /// The finest precision of any date; `day` when there is none.
  public var finestPrecision: TimePrecision { extents[clock]?.finestPrecision ?? .day }
  private let extents: [EventClock: TimeExtent]
  private let linking: [String: [Int]]
  private let changes: [String: EventChange]
  private let scan: TimeScan
  /// The changes that people made to the events; empty where there are none.
  public internal(set) var book = ChangeBook()

  /// One row of an answer.
  public struct Match: Hashable, Sendable {
    /// The event's row.
    public var row: Int { Int(bits >> 1) }
    /// True if the event was certainly, and not only possibly, in the window.
    public var isCertain: Bool { bits & 1 != 0 }
    /// Both in half the room of a row: an answer may have millions.
    private let bits: UInt32

    init(row: Int, isCertain: Bool) { bits = UInt32(truncatingIfNeeded: row) << 1 | (isCertain ? 1 : 0) }
  }

  /// A table of some events, in any order. Of events with one id the first is found by it.
  ///
  /// - Parameter hasOwnKinds: false if kinds that the program does not know are other events, as for a part of the events of a
  ///   source, which would give letters by what happens to be there.
  public init(_ unsorted: [Event] = [], hasOwnKinds: Bool = true) {
    self.init(EventRecords(unsorted, hasOwnKinds: hasOwnKinds), from: EventArray(unsorted))
  }

  /// A table of some events, of which some records have words on their places.
  public init(_ unsorted: [Event], clues: [Int: (clue: PlaceClue, position: RecordPosition)]) {
    self.init(EventRecords(unsorted), from: EventArray(unsorted, clues: clues))
  }

  /// The same events with something said of each in another way, as on other clocks. n log n, and keeps them in memory.
  func mapped(_ change: (Event) -> Event) -> EventTable {
    let changed = events.map(change)
    var table = EventTable(EventRecords(changed), from: EventArray(changed), files: files)
    table.book = book
    return table
  }

  /// A table of all events of two versions of a file, with what became of each.
  public init(_ comparison: Comparison) {
    let ids = Set(comparison.unchanged.map(\.id) + comparison.changes.filter { !$0.isWithdrawal }.map(\.event.id))
    var changes: [String: EventChange] = [:]
    let changed = comparison.changes.map { change in
      let event = change.event
      let id = change.isWithdrawal && ids.contains(event.id) ? event.id + " (withdrawn)" : event.id
      changes[id] = change
      return id == event.id ? event : event.renamed { $0 == event.id ? id : $0 }
    }
    let all = comparison.unchanged + changed
    self.init(EventRecords(all), from: EventArray(all), changes: changes)
  }

  /// The same table, whose events are taken to have another time.
  public func by(_ clock: EventClock) -> EventTable { EventTable(self, clock) }

  private init(_ table: EventTable, _ clock: EventClock) {
    (events, columns, files) = (table.events, table.columns, table.files)
    scan = table.scan
    (linking, changes) = (table.linking, table.changes)
    var extents = table.extents
    if extents[clock] == nil {
      extents[clock] = TimeExtent(events.indices.lazy.map { table.events[$0].date(by: clock) })
    }
    (self.clock, self.extents) = (clock, extents)
    book = table.book
  }

  /// The same rows, whose events were given places.
  init(_ table: EventTable, events: EventRows, _ places: [Int: Place]) {
    (self.events, files, clock, scan) = (events, table.files, table.clock, table.scan)
    (extents, linking, changes) = (table.extents, table.linking, table.changes)
    columns = EventColumns(table.columns, placing: places)
    book = table.book
  }

  /// A table of events that are kept somewhere, with a row for each record.
  public init(_ records: consuming EventRecords, from store: any EventStore) {
    self.init(ArrangedRecords(consume records), from: store)
  }

  /// A table of events that are kept somewhere, whose records were arranged.
  public init(_ arranged: ArrangedRecords, from store: any EventStore) { self.init(arranged, from: store, files: []) }

  /// A table of the events of some files, whose numbers stand in the records.
  init(
    _ records: consuming EventRecords, from store: any EventStore, files: [EventFile] = [],
    changes: [String: EventChange] = [:]
  ) {
    self.init(ArrangedRecords(consume records, hasFiles: !files.isEmpty), from: store, files: files, changes: changes)
  }

  private init(
    _ arranged: ArrangedRecords, from store: any EventStore, files: [EventFile], changes: [String: EventChange] = [:]
  ) {
    clock = .happened
    (self.files, self.changes) = (files, changes)
    columns = arranged.columns
    events = EventRows(store: store, order: arranged.order, endIndex: columns.count)
    var linking: [String: [Int]] = [:]
    for row in store.linked.map({ arranged.order.row(ofRecord: $0) }).sorted() {
      for target in Set(events[row].links.map(\.target)) { linking[target, default: []].append(row) }
    }
    self.linking = linking
    scan = arranged.scan
    extents = [.happened: arranged.extent]
  }

  /// Things in the order that a table gives to their events.
  static func sorted<Thing>(_ things: [Thing], by event: (Thing) -> Event) -> [Thing] {
    let keys = things.enumerated().map { index, thing -> (Int64, Int64, Int) in
      guard let when = event(thing).when else { return (.max, .max, index) }
      return (when.start?.seconds ?? .min, when.end?.seconds ?? .max, index)
    }
    return keys.sorted { $0 < $1 }.map { things[$0.2] }
  }

  /// How many events there are.
  public var count: Int { columns.count }
  /// The event of a row that exists.
  public subscript(row: Int) -> Event { events[row] }
  /// When an event happened or became known, as the table's clock asks.
  public func date(of row: Int) -> DateInterval? {
    clock == .happened ? columns.when(row) : events[row].date(by: clock)
  }
  /// The file of an event; nil where there is one.
  public func file(of row: Int) -> EventFile? { files.isEmpty ? nil : files[Int(columns.files[row])] }
  /// The rows, among some, whose events are of a kind, by its word. Linear in the rows.
  public func rows(ofKind word: String, among rows: RowSet) -> RowSet {
    let named = kinds.codes(named: word)
    return rows.chosen { named[Int(columns.kinds[$0])] }
  }
  /// The kinds of the events.
  public var kinds: KindTable { columns.kindTable }

  /// The figures that events of the table state, standard ones first.
  public var figureNames: [FigureName] { columns.figures.map(\.name) }

  /// True if the events can still be read; false if they are left in a file that has changed.
  public var isIntact: Bool { events.store.isIntact }

  /// The sign of an event's kind.
  public func kindSign(of row: Int) -> KindTable.Sign { kinds[columns.kinds[row]] }
  /// The rows in the order of the records that the table was made of.
  public var recordOrder: [Int] { (0..<count).map { events.order.row(ofRecord: $0) } }
  /// The row of an event by its id.
  public func row(of id: String) -> Int? {
    events.store.record(of: id).map { events.order.row(ofRecord: $0) }
  }
  /// True if no two events have the same id, as far as that can be told without reading them all.
  public var hasDistinctIDs: Bool { events.store.hasDistinctIDs }

  /// True if the table has two versions of a file beside each other.
  public var isComparison: Bool { !changes.isEmpty }
  /// The change of a row's event between two versions; nil if it is the same, or if there is one version.
  public func change(of row: Int) -> EventChange? {
    isComparison ? changes[events[row].id] : nil
  }

  /// The rows of the events that name another in their links, in order.
  public func rows(linkingTo id: String) -> [Int] { linking[id] ?? [] }

  /// The rows, of some, that may lie in a window, in the same order.
  public func matches(in window: TimeWindow, among rows: RowSet) -> [Match] {
    if clock == .happened { return scan.matches(in: window, of: columns, among: rows) }
    return rows.compactMap { row in
      let membership = window.membership(of: date(of: row))
      return membership == .outside ? nil : Match(row: row, isCertain: membership == .certain)
    }
  }
}
