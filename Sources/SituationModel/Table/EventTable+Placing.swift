extension EventTable {
  /// The rows of events that have no place on the map. Linear in the rows.
  public var unplacedRows: [Int] {
    let unplaced = PlacePrecision.unplaced.code
    guard columns.precisions.contains(unplaced) else { return [] }
    return columns.precisions.indices.filter { columns.precisions[$0] == unplaced }
  }

  /// True if some event was placed by its name. Linear in the rows.
  public var hasNamedPlaces: Bool { columns.flags.contains { $0.contains(.isPlacedByName) } }

  /// The same events, some of which have other places. Linear in the rows.
  ///
  /// - Parameter places: the places by row.
  public func placing(_ places: [Int: Place]) -> EventTable {
    if places.isEmpty { return self }
    let records = Dictionary(uniqueKeysWithValues: places.map { (events.order.record($0.key), $0.value) })
    let store = PlacedEvents(others: events.store, places: records)
    return EventTable(self, events: EventRows(store: store, order: events.order, endIndex: count), places)
  }
}

/// The events of another store, some of which have got places.
struct PlacedEvents: EventStore {
  let others: any EventStore
  /// The places by record.
  let places: [Int: Place]

  func event(at record: Int) -> Event {
    let event = others.event(at: record)
    return places[record].map(event.placed) ?? event
  }

  func record(of id: String) -> Int? { others.record(of: id) }
  func records(ofIDs ids: [String]) -> [Int?] { others.records(ofIDs: ids) }
  func mayMention(_ needle: Needle, _ record: Int) -> Bool { others.mayMention(needle, record) }
  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    others.texts(of: record, meet: condition)
  }
  func marks(of record: Int, in text: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    places[record] == nil ? others.marks(of: record, in: text) : nil
  }
  func addFacetKeys(of record: Int, to keys: inout FacetKeys) -> Bool { others.addFacetKeys(of: record, to: &keys) }
  func facetEvent(at record: Int) -> Event { others.facetEvent(at: record) }
  var keepsEvents: Bool { others.keepsEvents }
  var isIntact: Bool { others.isIntact }
  var hasDistinctIDs: Bool { others.hasDistinctIDs }
  var linked: [Int] { others.linked }
  func clue(of record: Int) -> PlaceClue? { places[record] == nil ? others.clue(of: record) : nil }
  func positions(ofRecords records: [Int]) -> [RecordPosition?] { others.positions(ofRecords: records) }
}
