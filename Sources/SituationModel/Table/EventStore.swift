/// Where events are kept whole, each by the number of its record.
public protocol EventStore: Sendable {
  /// The event of a record that exists.
  func event(at record: Int) -> Event
  /// The record of an event by its id; of several the first.
  func record(of id: String) -> Int?
  /// Whether a text that a record states may have another in it: where its bytes tell that none does, it need not be read.
  func mayMention(_ needle: Needle, _ record: Int) -> Bool
  /// Whether all bytes that the texts of a record are made of meet a condition, which it is asked of some of them at a time; false
  /// where that is not known without a look at the event.
  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool
  /// The number of characters in all texts of a record that become marks on a screen, by a count for the bytes of one text that is nil
  /// where it depends on what stands beside them; nil where it is not known without a look at the event.
  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int?
  /// Adds bytes to a key that two records have in common only where they have the same kinds, actors, sources and grades; false where
  /// that takes a look at the events.
  func addFacetKey(of record: Int, to key: inout [UInt8]) -> Bool
  /// Whether its events can still be read: not where they are left in a file that was changed.
  var isIntact: Bool { get }
  /// Whether no two of its events have one id, as far as that is known without a look at them all.
  var hasDistinctIDs: Bool { get }
  /// The records that name others in their links.
  var linked: [Int] { get }
}

extension EventStore {
  /// What is kept in memory is.
  public var isIntact: Bool { true }
  /// That is not known without a look at the event.
  public func mayMention(_ needle: Needle, _ record: Int) -> Bool { true }
  /// Nor is that.
  public func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool { false }
  /// Unknown until the event is read.
  public func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? { nil }
  /// Nor that.
  public func addFacetKey(of record: Int, to key: inout [UInt8]) -> Bool { false }
  /// Nor that.
  public var hasDistinctIDs: Bool { false }
}

/// Events that are in memory.
struct EventArray: EventStore {
  private let events: [Event]
  private let records: [String: Int]
  let linked: [Int]

  init(_ events: [Event]) {
    self.events = events
    records = Dictionary(events.indices.map { (events[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    linked = events.indices.filter { !events[$0].links.isEmpty }
  }

  func event(at record: Int) -> Event { events[record] }
  func record(of id: String) -> Int? { records[id] }
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
  /// Whether a text that the event of a row states may have another in it.
  func mayMention(_ needle: Needle, _ row: Int) -> Bool { store.mayMention(needle, order.record(row)) }
  /// Whether all bytes that the texts of a row are made of meet a condition; false where that is not known without a look at the event.
  public func texts(of row: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    store.texts(of: order.record(row), meet: condition)
  }
  /// The number of characters in all texts of a row that become marks, by a count for the bytes of one text; nil where it is not known
  /// without a look at the event.
  public func marks(of row: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    store.marks(of: order.record(row), in: text)
  }
  /// Adds bytes that two rows have in common only where their facets are the same; false where that is not known.
  func addFacetKey(of row: Int, to key: inout [UInt8]) -> Bool { store.addFacetKey(of: order.record(row), to: &key) }
}

extension EventRows: Equatable {
  /// Whether two have the same events in the same order. Linear, and reads them all.
  public static func == (left: EventRows, right: EventRows) -> Bool { left.elementsEqual(right) }
}
