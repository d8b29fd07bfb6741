import Glibc
import SituationModel

/// The numbers of names, told by their bytes.
struct NameNumbers: Sendable {
  /// The number of a name, and its hash; -1 where nothing is. Twice as many places as names at least.
  private var places = [Place](repeating: Place(), count: 64)
  private var count = 0

  private struct Place: Sendable {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  /// The number of the name in a range; one that is new gets the next.
  mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ records: inout EventRecords
  ) -> Int32 {
    let hash = IDTable.hash(bytes, range)
    let name = UnsafeBufferPointer(rebasing: bytes[range])
    var place = Int(truncatingIfNeeded: hash >> 8) & (places.count - 1)
    while places[place].number >= 0 {
      let known = places[place]
      if known.hash == hash, NameNumbers.isSame(records.names[Int(known.number)], name) { return known.number }
      place = (place + 1) & (places.count - 1)
    }
    let number = records.add(name: String(decoding: name, as: UTF8.self))
    places[place] = Place(hash: hash, number: number)
    count += 1
    if count * 2 >= places.count { grow() }
    return number
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
