import SituationModel

/// The events of a file that stays in memory as its bytes: each is read when it is asked for.
struct RecordedEvents: EventStore {
  /// Where each record begins.
  private(set) var offsets: [UInt32] = []
  /// How many records stood before each, with itself and those that were rejected: ids are made of it.
  private(set) var positions: [Int32] = []
  /// The events that were read whole, by record.
  private(set) var kept: [Int: Event] = [:]
  /// The words on the places of those.
  private var clues: [Int: PlaceClue] = [:]
  private var ids = IDTable()
  private let bytes: Bytes
  private let file: String
  private let limits: Limits

  init(_ bytes: Bytes, file: String, limits: Limits) {
    (self.bytes, self.file, self.limits) = (bytes, file, limits)
  }

  /// Makes room for so many records.
  mutating func reserve(_ count: Int) {
    offsets.reserveCapacity(count)
    positions.reserveCapacity(count)
    ids = IDTable(capacity: count)
  }

  /// Keeps the next record, which was read whole and has an id of its own.
  mutating func keep(_ event: Event, _ clue: PlaceClue?, at offset: Int, position: Int) {
    if let clue { clues[offsets.count] = clue }
    kept[offsets.count] = event
    _ = ids.insert(offsets.count, hash: IDTable.hash(event.id)) { _ in false }
    begin(offset, position)
  }

  /// Takes the next record, which stays where it is; false where another has its id.
  mutating func take(idHash: UInt64, at offset: Int, position: Int, id: () -> String) -> Bool {
    let place = ids.find(idHash) { event(at: $0).id == id() }
    if ids.record(at: place) != nil { return false }
    ids.put(offsets.count, hash: idHash, at: place)
    begin(offset, position)
    return true
  }

  private mutating func begin(_ offset: Int, _ position: Int) {
    offsets.append(UInt32(truncatingIfNeeded: offset))
    positions.append(Int32(truncatingIfNeeded: position))
  }

  func event(at record: Int) -> Event {
    if let event = kept[record] { return event }
    guard bytes.isIntact else { return FileBytes.changed(id: "#\(positions[record])") }
    var document = JSONDocument(bytes, file: file, limits: limits)
    guard let reader = read(record, &document) else {
      return Event(id: "#\(positions[record])", title: "(not readable)")
    }
    return reader.draft.event(id: reader.id ?? "#\(positions[record])", &document.notes)
  }

  /// Reads a record that was looked at before, so that nothing is wrong with it.
  private func read(_ record: Int, _ document: inout JSONDocument) -> EventReader? {
    document.json.pass(to: Int(offsets[record]))
    return try? EventReader(&document)
  }

  func clue(of record: Int) -> PlaceClue? {
    if kept[record] != nil { return clues[record] }
    var document = JSONDocument(bytes, file: file, limits: limits)
    return bytes.isIntact ? read(record, &document)?.draft.place.clue : nil
  }

  func positions(ofRecords records: [Int]) -> [RecordPosition?] {
    var lines = LineCounter()
    return records.map { record in
      let line = lines.line(of: Int(offsets[record]), in: bytes)
      return RecordPosition(line: line, record: line == 1 ? Int(positions[record]) : nil)
    }
  }

  func mayMention(_ needle: Needle, _ record: Int) -> Bool {
    withBytes(of: record) { needle.mayStand(in: $0) } ?? true
  }

  func texts(of record: Int, meet condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    withBytes(of: record, condition) ?? false
  }

  /// The bytes that an event is made of, with those that stand behind it up to the next; nil for one that was read whole.
  private func withBytes<Result>(of record: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let start = Int(offsets[record])
    let end = record + 1 < offsets.count ? Int(offsets[record + 1]) : bytes.count
    guard start < end, kept[record] == nil else { return nil }
    return bytes.withUnsafeBufferPointer { body($0.extracting(start..<end)) }
  }

  var isIntact: Bool { bytes.isIntact }

  func record(of id: String) -> Int? {
    ids.record(hash: IDTable.hash(id)) { event(at: $0).id == id }
  }

  var linked: [Int] { kept.filter { !$0.value.links.isEmpty }.keys.sorted() }
}
