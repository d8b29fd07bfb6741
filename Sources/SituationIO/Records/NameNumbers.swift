import Glibc
import SituationModel

/// The numbers of texts that stand in many records, told by their bytes: the names of places, or the words for kinds.
struct NameNumbers: Sendable {
  /// The texts that are numbered.
  enum Texts: Sendable { case places, kinds }

  private let texts: Texts
  /// The names that have numbers. Twice as many places as names at least.
  private var places = [Place](repeating: Place(), count: 64)
  /// The bytes of the names, one behind the other: a look at a text itself would count who else holds it.
  private var bytes: [UInt8] = []
  private var count = 0

  /// A name: its hash, its number, and where its bytes stand; the number is -1 where no name is.
  private struct Place: Sendable {
    var hash: UInt64 = 0
    var number: Int32 = -1
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  init(of texts: Texts) { self.texts = texts }

  /// The number of the text in a range: of a place's name, or the code of a word for a kind. One that is new gets the next.
  mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ records: inout EventRecords
  ) -> Int32 {
    let hash = IDTable.hash(bytes, range)
    let name = bytes.extracting(range)
    let (known, place) = find(name, hash)
    if known >= 0 { return known }
    let number = add(String(decoding: name, as: UTF8.self), to: &records)
    if texts == .kinds, number < EventKind.codeCount { return number }
    places[place] = Place(
      hash: hash, number: number, start: UInt32(truncatingIfNeeded: self.bytes.count),
      length: UInt32(truncatingIfNeeded: name.count))
    self.bytes += name
    count += 1
    if count * 2 >= places.count { grow() }
    return number
  }

  private func add(_ text: String, to records: inout EventRecords) -> Int32 {
    switch texts {
    case .places: records.add(name: text)
    case .kinds: Int32(records.add(kind: text))
    }
  }

  /// The number of a name and its place; -1 for one that is new, and the place where it belongs.
  @inline(__always)
  private func find(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (number: Int32, place: Int) {
    places.withUnsafeBufferPointer { places in
      bytes.withUnsafeBufferPointer { bytes in
        var place = Int(truncatingIfNeeded: hash >> 8) & (places.count - 1)
        while places[place].number >= 0 {
          let known = places[place]
          let same = bytes.extracting(Int(known.start)..<Int(known.start) + Int(known.length))
          if known.hash == hash, NameNumbers.areSame(same, name) { return (known.number, place) }
          place = (place + 1) & (places.count - 1)
        }
        return (-1, place)
      }
    }
  }

  @inline(__always)
  private static func areSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
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
