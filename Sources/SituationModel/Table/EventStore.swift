/// Where events are kept whole, each by the number of its record.
public protocol EventStore: Sendable {
  /// The event of a record that exists.
  func event(at record: Int) -> Event
  /// The record of an event by its id; of several the first.
  func record(of id: String) -> Int?
  /// The records of many events by their ids, in the order of the ids; nil where there is none.
  func records(ofIDs ids: [String]) -> [Int?]
  /// True if a text of a record may contain another text; false only if the record's bytes rule it out, so that it need not be read.
  func mayMention(_ needle: Needle, _ record: Int) -> Bool
  /// True if all bytes that the texts of a record are made of meet a condition, which is called for some of them at a time. False if
  /// that can't be told without reading the event.
  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool
  /// The number of characters in all texts of a record that become marks on a screen, by a count for the bytes of one text that is nil
  /// where it depends on what stands beside them; nil where it is not known without a look at the event.
  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int?
  /// Adds bytes to keys that two records have in common only where they have the same kinds, actors, or sources with grades; false where
  /// that takes a look at the events.
  func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool
  /// The event of a record with its kind, actors, sources and grades; its other members may be missing.
  func facetEvent(at record: Int) -> Event
  /// True if events are kept in memory, so that looking at one costs no reading.
  var keepsEvents: Bool { get }
  /// True if the events can still be read; false if they are left in a file that has changed.
  var isIntact: Bool { get }
  /// True if no two events have the same id, as far as that can be told without reading them all.
  var hasDistinctIDs: Bool { get }
  /// The records that name others in their links.
  var linked: [Int] { get }
  /// The words of a record on its place; nil where it has coordinates, or says that it has no place, or says nothing.
  func clue(of record: Int) -> PlaceClue?
  /// Some records, each by its place in a list, by their words on their places, in the order of the list. Those without words are left
  /// out.
  func placesByClue(ofRecords records: [Int]) -> [PlaceClue: [Int]]
  /// The positions of some records in their file; nil where they are not known. Cheapest for records in the order of the file.
  func positions(ofRecords records: [Int]) -> [RecordPosition?]
}

extension EventStore {
  /// The record of each, looked for on all processors.
  public func records(ofIDs ids: [String]) -> [Int?] {
    let parts = ids.count > 1_000 ? processors() : 1
    return inParallel(parts) { part in
      ids[ids.count * part / parts..<ids.count * (part + 1) / parts].map(record)
    }.flatMap { $0 }
  }
  /// False: an event is read from its bytes.
  public var keepsEvents: Bool { false }
  /// True: events in memory can always be read.
  public var isIntact: Bool { true }
  /// True: unknown until the event is read.
  public func mayMention(_ needle: Needle, _ record: Int) -> Bool { true }
  /// False: unknown until the event is read.
  public func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool { false }
  /// Nil: unknown until the event is read.
  public func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? { nil }
  /// False: unknown until the event is read.
  public func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool { false }
  /// The whole event.
  public func facetEvent(at record: Int) -> Event { event(at: record) }
  /// False: unknown until all events are read.
  public var hasDistinctIDs: Bool { false }
  /// Events that are kept whole have no other words on their places.
  public func clue(of record: Int) -> PlaceClue? { nil }
  /// The records by the words of each.
  public func placesByClue(ofRecords records: [Int]) -> [PlaceClue: [Int]] {
    var places: [PlaceClue: [Int]] = [:]
    for (place, record) in records.enumerated() {
      if let clue = clue(of: record) { places[clue, default: []].append(place) }
    }
    return places
  }
  /// Events that are kept whole are in no file.
  public func positions(ofRecords records: [Int]) -> [RecordPosition?] { records.map { _ in nil } }
}

/// Events that are in memory.
struct EventArray: EventStore {
  var keepsEvents: Bool { true }
  private let events: [Event]
  private let records: [String: Int]
  let linked: [Int]
  /// The words on places, and the positions, of the records that have any.
  private let clues: [Int: (clue: PlaceClue, position: RecordPosition)]

  init(_ events: [Event], clues: [Int: (clue: PlaceClue, position: RecordPosition)] = [:]) {
    (self.events, self.clues) = (events, clues)
    records = Dictionary(events.indices.map { (events[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    linked = events.indices.filter { !events[$0].links.isEmpty }
  }

  func event(at record: Int) -> Event { events[record] }
  func record(of id: String) -> Int? { records[id] }
  func clue(of record: Int) -> PlaceClue? { clues[record]?.clue }
  func positions(ofRecords records: [Int]) -> [RecordPosition?] { records.map { clues[$0]?.position } }
}

/// The events of a table, one after the other in the order of its rows. One that is kept in a file is read when it is asked
/// for.
public struct EventRows: RandomAccessCollection, Sendable {
  let store: any EventStore
  let order: RecordRows
  /// How many rows there are.
  public let endIndex: Int

  /// The first row.
  public var startIndex: Int { 0 }
  /// The event of a row that exists.
  public subscript(row: Int) -> Event { store.event(at: order.record(row)) }
  /// True if a text of the event of a row may contain another text.
  func mayMention(_ needle: Needle, _ row: Int) -> Bool { store.mayMention(needle, order.record(row)) }
  /// True if all bytes of a row's texts meet a condition; false if that can't be told without reading the event.
  public func texts(of row: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    store.texts(of: order.record(row), meet: condition)
  }
  /// The words of a row's record on its place; nil where there are none to go by.
  public func clue(of row: Int) -> PlaceClue? { store.clue(of: order.record(row)) }
  /// Some rows by the words of their records on their places, in the order given; those without words are left out.
  public func rowsByClue(among rows: ArraySlice<Int>) -> [PlaceClue: [Int]] {
    store.placesByClue(ofRecords: rows.map(order.record)).mapValues { $0.map { rows[rows.startIndex + $0] } }
  }
  /// The positions of the records of some rows in their file; nil where they are not known.
  public func positions(of rows: [Int]) -> [RecordPosition?] { store.positions(ofRecords: rows.map(order.record)) }
  /// The number of a row's record among the records of the file, from 0.
  public func record(of row: Int) -> Int { order.record(row) }
  /// The number of characters in all texts of a row that become marks, by a count for the bytes of one text; nil where it is not known
  /// without a look at the event.
  public func marks(of row: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    store.marks(of: order.record(row), in: text)
  }
  /// Adds bytes that two rows have in common only where their facets are the same; false where that is not known.
  func addFacetKeys(of row: Int, to keys: inout FacetKeys) -> Bool {
    store.addFacetKeys(of: order.record(row), to: &keys)
  }
  /// The event of a row with its kind, actors, sources and grades; its other members may be missing.
  func facetEvent(of row: Int) -> Event { store.facetEvent(at: order.record(row)) }
}

extension EventRows: Equatable {
  /// True if both have the same events in the same order. Linear; reads all events.
  public static func == (left: EventRows, right: EventRows) -> Bool { left.elementsEqual(right) }
}
