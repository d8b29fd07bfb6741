import SituationModel

/// The events of a file that stays in memory as its bytes: each is read when it is asked for.
struct RecordedEvents: EventStore {
  /// Where each record begins.
  var offsets: [Int] = []
  /// How many records stood before each, with itself and those that were rejected: ids are made of it.
  var positions: [Int32] = []
  /// The events that were read whole, by record.
  var kept: [Int: Event] = [:]
  /// The records of the others by a hash of their ids.
  var hashes: [UInt64: Int32] = [:]
  /// The records of those that were read whole, by their ids.
  var keptIDs: [String: Int] = [:]
  private let bytes: [UInt8]
  private let file: String
  private let limits: Limits

  init(_ bytes: [UInt8], file: String, limits: Limits) {
    (self.bytes, self.file, self.limits) = (bytes, file, limits)
  }

  /// Makes room for so many records.
  mutating func reserve(_ count: Int) {
    offsets.reserveCapacity(count)
    positions.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }

  func event(at record: Int) -> Event {
    if let event = kept[record] { return event }
    var document = JSONDocument(bytes, file: file, limits: limits)
    document.json.pass(to: offsets[record])
    // It was looked at before, so that nothing is wrong with it.
    guard let reader = try? EventReader(&document) else {
      return Event(id: "#\(positions[record])", title: "(not readable)")
    }
    return reader.draft.event(id: reader.id ?? "#\(positions[record])", &document.notes)
  }

  func mayMention(_ needle: Needle, _ record: Int) -> Bool {
    let end = record + 1 < offsets.count ? offsets[record + 1] : bytes.count
    guard offsets[record] < end, kept[record] == nil else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.mayStand(in: UnsafeBufferPointer(rebasing: bytes[offsets[record]..<end]))
    }
  }

  func record(of id: String) -> Int? {
    if let record = keptIDs[id] { return record }
    guard let record = hashes[RecordedEvents.hash(id.utf8)].map(Int.init), event(at: record).id == id else {
      return nil
    }
    return record
  }

  var linked: [Int] { kept.filter { !$0.value.links.isEmpty }.keys.sorted() }

  /// FNV-1a in 64 bits (Fowler, Noll and Vo). Equal hashes are no proof: who finds one compares.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
