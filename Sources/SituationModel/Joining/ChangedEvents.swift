/// The events of another store, some of which were changed, left out or added.
struct ChangedEvents: EventStore {
  private let others: any EventStore
  /// The record of each in the other store, in rising order; behind them -1 for those that were added.
  private let origins: [Int32]
  /// The changed and added events, by record.
  private let changed: [Int: Event]
  /// The records of events by ids that the other store does not have, or that are changed.
  private let ids: [String: Int]
  let linked: [Int]

  /// - Parameters:
  ///   - origins: the record of each in the other store, in rising order and behind them -1 for those that were added.
  ///   - changed: the changed and added events, by record.
  init(_ others: any EventStore, origins: [Int32], changed: [Int: Event]) {
    (self.others, self.changed) = (others, changed)
    self.origins = origins
    ids = Dictionary(changed.sorted { $0.key < $1.key }.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = others.linked.compactMap { Self.record(of: $0, in: origins) }.filter { changed[$0] == nil }
    linked = (kept + changed.filter { !$0.value.links.isEmpty }.map(\.key)).sorted()
  }

  /// The record that another store's record has here; nil where it is left out. Logarithmic.
  private static func record(of other: Int, in origins: [Int32]) -> Int? {
    // Those that were added stand behind all others.
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle] < 0 || Int(origins[middle]) >= other { high = middle } else { low = middle + 1 }
    }
    return low < origins.count && Int(origins[low]) == other ? low : nil
  }

  private func origin(_ record: Int) -> Int? { changed[record] == nil ? Int(origins[record]) : nil }

  func event(at record: Int) -> Event { changed[record] ?? others.event(at: Int(origins[record])) }

  func record(of id: String) -> Int? {
    if let record = ids[id] { return record }
    return others.record(of: id).flatMap { ChangedEvents.record(of: $0, in: origins) }
  }

  func mayMention(_ needle: Needle, _ record: Int) -> Bool {
    origin(record).map { others.mayMention(needle, $0) } ?? true
  }

  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    origin(record).map { others.texts(of: $0, meet: condition) } ?? false
  }

  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    origin(record).flatMap { others.marks(of: $0, in: text) }
  }

  func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool {
    origin(record).map { others.addFacetKeys(of: $0, to: &keys) } ?? false
  }

  func facetEvent(at record: Int) -> Event {
    changed[record] ?? others.facetEvent(at: Int(origins[record]))
  }

  var keepsEvents: Bool { others.keepsEvents }
  var isIntact: Bool { others.isIntact }
  var hasDistinctIDs: Bool { others.hasDistinctIDs }
  func clue(of record: Int) -> PlaceClue? { origin(record).flatMap(others.clue) }

  func positions(ofRecords records: [Int]) -> [RecordPosition?] {
    let known = records.map { Int(origins[$0]) }
    let found = others.positions(ofRecords: known.filter { $0 >= 0 })
    var next = 0
    return known.map { record in
      guard record >= 0 else { return nil }
      defer { next += 1 }
      return found[next]
    }
  }
}

extension EventTable {
  /// The same table with changes applied to its events. The others are not read, and equal times stay in their order. Linear in the
  /// rows; constant where no event differs.
  ///
  /// - Parameters:
  ///   - replaced: the events of some rows as they are now.
  ///   - dropped: the rows of events that are left out.
  ///   - added: events that the table does not have. Of several files, they are a file of their own.
  ///   - name: the name of that file.
  ///   - book: the changes.
  public func changing(
    _ replaced: [Int: Event], dropping dropped: Set<Int> = [], adding added: [Event] = [], from name: String = "added",
    book: ChangeBook
  ) -> EventTable {
    guard !(replaced.isEmpty && dropped.isEmpty && added.isEmpty) else {
      var table = self
      table.book = book
      return table
    }
    var (files, added) = (files, added)
    if !files.isEmpty, !added.isEmpty {
      let file = EventFile(number: files.count, name: name, title: "")
      // A row says its file in one byte, and a screen in one of so many signs.
      let own = files.count < EventFile.most ? file : files[files.count - 1]
      if files.count < EventFile.most { files.append(file) }
      added = added.map { $0.from(own) }
    }
    let changedRows = replaced.keys.filter { !dropped.contains($0) }.sorted()
    var records = EventRecords()
    records.reserve(count + changedRows.count + added.count)
    records.append(columns, of: nil)
    records.append(EventRecords(changedRows.compactMap { replaced[$0] } + added))
    let places = Dictionary(uniqueKeysWithValues: changedRows.enumerated().map { ($1, count + $0) })
    var (picked, origins, changed): ([Int], [Int32], [Int: Event]) = ([], [], [:])
    for record in 0..<count {
      let row = events.order.row(ofRecord: record)
      if dropped.contains(row) { continue }
      if let place = places[row] {
        changed[picked.count] = replaced[row]; picked.append(place)
      } else {
        picked.append(row)
      }
      origins.append(Int32(truncatingIfNeeded: record))
    }
    for (number, event) in added.enumerated() {
      changed[picked.count] = event
      picked.append(count + changedRows.count + number)
      origins.append(-1)
    }
    let store = ChangedEvents(events.store, origins: origins, changed: changed)
    var table = EventTable(records.picked(picked), from: store, files: files)
    if clock != .happened { table = table.by(clock) }
    table.book = book
    return table
  }

  /// The row of an event by the id that it has in one of several files; of one file, as `row(of:)`.
  public func row(of id: String, inFile number: Int?) -> Int? {
    guard let number, let joined = events.store as? JoinedEvents else { return row(of: id) }
    return joined.record(of: id, in: number).map { events.order.row(ofRecord: $0) }
  }

  /// The rows of many events by their ids in one of several files, or of one file, each with the id that it has here. As `row(of:inFile:)`,
  /// and cheaper for many.
  public func rows(ofIDs ids: [String], inFile number: Int?) -> [(row: Int, id: String)?] {
    if let number, let joined = events.store as? JoinedEvents {
      return joined.named(ids, in: number).map { found in found.map { (events.order.row(ofRecord: $0.record), $0.id) } }
    }
    return zip(ids, events.store.records(ofIDs: ids)).map { id, record in
      record.map { (events.order.row(ofRecord: $0), id) }
    }
  }

  /// The id that the event of a row has in its own file, where several files are open and an earlier one has it too.
  public func ownID(of row: Int) -> String {
    let id = events[row].id
    guard !files.isEmpty, let joined = events.store as? JoinedEvents else { return id }
    return joined.ownID(of: id, in: Int(columns.files[row]))
  }
}
