import Glibc
import SituationModel

/// The numbers of texts that stand in many records, told by their bytes: the names of places, or the words for kinds.
struct NameNumbers: Sendable {
  /// The texts that are numbered.
  enum Texts: Sendable { case places, kinds }

  private let texts: Texts
  /// The number of a name, and its hash; -1 where nothing is. Twice as many places as names at least.
  private var places = [Place](repeating: Place(), count: 64)
  private var count = 0

  private struct Place: Sendable {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  init(of texts: Texts) { self.texts = texts }

  /// The number of the text in a range: of a place's name, or the code of a word for a kind. One that is new gets the next.
  mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ records: inout EventRecords
  ) -> Int32 {
    let hash = IDTable.hash(bytes, range)
    let name = UnsafeBufferPointer(rebasing: bytes[range])
    var place = Int(truncatingIfNeeded: hash >> 8) & (places.count - 1)
    while places[place].number >= 0 {
      let known = places[place]
      if known.hash == hash, NameNumbers.isSame(text(known.number, of: records), name) { return known.number }
      place = (place + 1) & (places.count - 1)
    }
    let number = add(String(decoding: name, as: UTF8.self), to: &records)
    if texts == .kinds, number < EventKind.codeCount { return number }
    places[place] = Place(hash: hash, number: number)
    count += 1
    if count * 2 >= places.count { grow() }
    return number
  }

  @inline(__always)
  private func text(_ number: Int32, of records: EventRecords) -> String {
    switch texts {
    case .places: records.names[Int(number)]
    case .kinds: records.kind(ofCode: Int(number))
    }
  }

  private func add(_ text: String, to records: inout EventRecords) -> Int32 {
    switch texts {
    case .places: records.add(name: text)
    case .kinds: Int32(records.add(kind: text))
    }
  }

  private static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let same = text.utf8.withContiguousStorageIfAvailable { known in
      guard known.count == bytes.count else { return false }
      guard let first = known.baseAddress, let second = bytes.baseAddress else { return true }
      return memcmp(first, second, known.count) == 0
    }
    // Bytes that are no UTF-8 were replaced in the text.
    return same == true || text == String(decoding: bytes, as: UTF8.self)
  }

  private mutating func grow() {
    let former = places
    places = [Place](repeating: Place(), count: former.count * 2)
    for known in former where known.number >= 0 {
      var place = Int(truncatingIfNeeded: known.hash >> 8) & (places.count - 1)
      while places[place].number >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = known
    }
  }
}
