/// Finds records by their ids, of which it keeps nothing but a part of a hash: eight bytes a place, and a third more places
/// than ids. Who finds a record has to look whether it is the right one.
struct IDTable: Sendable {
  /// The upper half of a hash, and the record's number from 1; 0 where nothing is.
  private var places: [UInt64]

  /// A table for so many ids.
  init(capacity: Int) { places = [UInt64](repeating: 0, count: capacity + capacity / 3 + 8) }

  /// Puts a record in; nil, or the record of the same id that is there already.
  ///
  /// - Parameter isSame: whether a record has the id.
  mutating func insert(_ record: Int, hash: UInt64, isSame: (Int) -> Bool) -> Int? {
    var place = first(hash)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    while places[place] != 0 {
      if places[place] & 0xFFFF_FFFF_0000_0000 == tag {
        let other = Int(places[place] & 0xFFFF_FFFF) - 1
        if isSame(other) { return other }
      }
      place = place + 1 == places.count ? 0 : place + 1
    }
    places[place] = tag | UInt64(truncatingIfNeeded: record + 1) & 0xFFFF_FFFF
    return nil
  }

  /// The record of an id; nil for none.
  func record(hash: UInt64, isSame: (Int) -> Bool) -> Int? {
    var place = first(hash)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    while places[place] != 0 {
      if places[place] & 0xFFFF_FFFF_0000_0000 == tag {
        let record = Int(places[place] & 0xFFFF_FFFF) - 1
        if isSame(record) { return record }
      }
      place = place + 1 == places.count ? 0 : place + 1
    }
    return nil
  }

  private func first(_ hash: UInt64) -> Int {
    // The lower half spreads over the places (Lemire's multiplication instead of a remainder).
    Int(((hash & 0xFFFF_FFFF) &* UInt64(places.count)) >> 32)
  }

  /// A hash of some bytes, eight at once; never 0.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var place = range.lowerBound
    let base = UnsafeRawPointer(bytes.baseAddress)
    while let base, place + 8 <= range.upperBound {
      hash = mixed(hash ^ base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      place += 8
    }
    var rest: UInt64 = 0
    while place < range.upperBound {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest) | 1
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { hash($0, 0..<$0.count) } }

  /// The end of Steele, Lea and Flood's SplitMix64 (OOPSLA 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
