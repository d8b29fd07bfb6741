/// The events of several tables, one after the other; each stays in the store of its own.
///
/// An id that an earlier table has too gets the number of its file behind it: `x@2`. In the links of that file as well.
struct JoinedEvents: EventStore {
  /// A table without its columns, and where its first row is among all.
  struct Part {
    /// The file that they are from; nil where they are parts of one.
    let file: EventFile?
    let first: Int
    let events: EventRows

    init(_ table: EventTable, file: EventFile?, first: Int) {
      events = table.events
      (self.file, self.first) = (file, first)
    }

    var linked: [Int] { events.store.linked.map(row) }

    func has(_ id: String) -> Bool { events.store.record(of: id) != nil }
    func rows(ofIDs ids: [String]) -> [Int?] { events.store.records(ofIDs: ids).map { $0.map(row) } }
    func row(of id: String) -> Int? { events.store.record(of: id).map(row) }
    private func row(_ record: Int) -> Int { events.order.row(ofRecord: record) }
  }

  private let parts: [Part]
  let linked: [Int]

  init(_ parts: [Part]) {
    self.parts = parts
    linked = parts.flatMap { part in part.linked.map { $0 + part.first } }
  }

  func event(at record: Int) -> Event {
    let number = parts.lastIndex { $0.first <= record } ?? 0
    let part = parts[number]
    let event = part.events[record - part.first]
    let isOwn = event.links.isEmpty && name(of: event.id, in: number) == event.id
    let named = isOwn || number == 0 ? event : event.renamed { part.has($0) ? name(of: $0, in: number) : $0 }
    return part.file.map(named.from) ?? named
  }

  func clue(of record: Int) -> PlaceClue? {
    let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
    return part.events.clue(of: record - part.first)
  }

  func positions(ofRecords records: [Int]) -> [RecordPosition?] {
    records.flatMap { record in
      let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
      return part.events.positions(of: [record - part.first])
    }
  }

  var keepsEvents: Bool { parts.allSatisfy { $0.events.store.keepsEvents } }
  var isIntact: Bool { parts.allSatisfy { $0.events.store.isIntact } }

  func mayMention(_ needle: Needle, _ record: Int) -> Bool {
    let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
    return part.events.mayMention(needle, record - part.first)
  }

  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
    return part.events.texts(of: record - part.first, meet: condition)
  }

  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
    return part.events.marks(of: record - part.first, in: text)
  }

  func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool {
    let number = parts.lastIndex { $0.first <= record } ?? 0
    for section in FacetKeys.Section.allCases {
      keys[section] += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
    return parts[number].events.addFacetKeys(of: record - parts[number].first, to: &keys)
  }

  func facetEvent(at record: Int) -> Event {
    let part = parts[parts.lastIndex { $0.first <= record } ?? 0]
    return part.events.facetEvent(of: record - part.first)
  }

  func record(of id: String) -> Int? {
    for part in parts {
      if let row = part.row(of: id) { return part.first + row }
    }
    for number in parts.indices.dropFirst() {
      let ending = JoinedEvents.ending(number)
      var own = id[...]
      while own.hasSuffix(ending) {
        own = own.dropLast(ending.count)
        guard let row = parts[number].row(of: String(own)) else { continue }
        if name(of: String(own), in: number) == id { return parts[number].first + row }
      }
    }
    return nil
  }

  /// The record of an event by its id in one of the tables.
  func record(of id: String, in number: Int) -> Int? {
    guard parts.indices.contains(number) else { return nil }
    return parts[number].row(of: id).map { parts[number].first + $0 }
  }

  /// The records of events by their ids in one of the tables, each with the id under which it is known here.
  func named(_ ids: [String], in number: Int) -> [(record: Int, id: String)?] {
    guard parts.indices.contains(number) else { return ids.map { _ in nil } }
    let rows = parts[number].rows(ofIDs: ids)
    var isShared = [Bool](repeating: false, count: ids.count)
    for part in parts[..<number] {
      for (place, row) in part.rows(ofIDs: ids).enumerated() where row != nil { isShared[place] = true }
    }
    return ids.indices.map { place in
      rows[place].map { ($0 + parts[number].first, isShared[place] ? name(of: ids[place], in: number) : ids[place]) }
    }
  }

  /// The id that an event has in one of the tables, from the one under which it is known here.
  func ownID(of name: String, in number: Int) -> String {
    let ending = JoinedEvents.ending(number)
    var own = name[...]
    while own.hasSuffix(ending) {
      own = own.dropLast(ending.count)
      if self.name(of: String(own), in: number) == name, parts[number].has(String(own)) { return String(own) }
    }
    return name
  }

  /// The id under which an event of one table is known in the joined table.
  func name(of id: String, in number: Int) -> String {
    guard parts[..<number].contains(where: { $0.has(id) }) else { return id }
    var name = id
    repeat { name += JoinedEvents.ending(number) } while parts.contains { $0.has(name) }
    return name
  }

  private static func ending(_ number: Int) -> String { "@\(number + 1)" }
}
