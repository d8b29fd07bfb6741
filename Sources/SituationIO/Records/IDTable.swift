/// Finds records by their ids, of which it keeps nothing but a part of a hash: eight bytes a place, and a third more places
/// than ids. Who finds a record has to look whether it is the right one.
struct IDTable: Sendable {
  /// How many bits say which record it is: half a thousand million, whose columns would take 25 gigabytes.
  private static let recordBits: UInt64 = 29

  /// The upper bits of a hash, and below them the record's number from 1; 0 where nothing is.
  private var places: [UInt64]
  private var count = 0

  /// A table without ids, with room for so many.
  init(capacity: Int = 0) { places = [UInt64](repeating: 0, count: capacity + capacity / 3 + 16) }

  /// A table of all records with a hash; nil where two of them have the same id.
  ///
  /// Records are put in by the upper bits of their hashes, so that those that follow on each other stand near each other: what is written
  /// to a large table in no order waits for the memory each time.
  ///
  /// - Parameters:
  ///   - hashes: the hashes of the records' ids; 0 for a record without one.
  ///   - isSame: True if two records have the same id.
  init?(distinct hashes: some Collection<UInt64>, isSame: (Int, Int) -> Bool) {
    self.init(capacity: hashes.count)
    for entry in IDTable.ordered(hashes) {
      var place = first(entry)
      while places[place] != 0 {
        if (places[place] ^ entry) & ~IDTable.recordMask == 0,
          isSame(IDTable.record(of: places[place]), IDTable.record(of: entry))
        {
          return nil
        }
        place = place + 1 == places.count ? 0 : place + 1
      }
      places[place] = entry
      count += 1
    }
  }

  /// The entries of hashes that are not 0, sorted by their first eight bits.
  private static func ordered(_ hashes: some Collection<UInt64>) -> [UInt64] {
    var ends = [Int](repeating: 0, count: 257)
    for hash in hashes where hash != 0 { ends[Int(hash >> 56) + 1] += 1 }
    for bucket in 1..<257 { ends[bucket] += ends[bucket - 1] }
    let count = ends[256]
    return [UInt64](unsafeUninitializedCapacity: count) { entries, filled in
      for (record, hash) in hashes.enumerated() where hash != 0 {
        let bucket = Int(hash >> 56)
        entries.initializeElement(at: ends[bucket], to: IDTable.entry(hash, record))
        ends[bucket] += 1
      }
      filled = count
    }
  }

  private static func entry(_ hash: UInt64, _ record: Int) -> UInt64 {
    hash & ~recordMask | UInt64(truncatingIfNeeded: record + 1)
  }

  private static func record(of entry: UInt64) -> Int { Int(entry & recordMask) - 1 }

  /// Puts a record in; nil, or the record of the same id that is there already, and then it is not put in.
  ///
  /// - Parameter isSame: True if a record has the id.
  mutating func insert(_ record: Int, hash: UInt64, isSame: (Int) -> Bool) -> Int? {
    let place = find(hash, isSame)
    if let other = self.record(at: place) { return other }
    put(record, hash: hash, at: place)
    return nil
  }

  /// The record of an id; nil for none.
  func record(hash: UInt64, isSame: (Int) -> Bool) -> Int? { record(at: find(hash, isSame)) }

  /// Where the record of an id is, or else may be put.
  @inline(__always)
  func find(_ hash: UInt64, _ isSame: (Int) -> Bool) -> Int {
    var place = first(hash)
    while let record = self.record(at: place) {
      if (places[place] ^ hash) & ~IDTable.recordMask == 0, isSame(record) { break }
      place = place + 1 == places.count ? 0 : place + 1
    }
    return place
  }

  /// The record at a place that was found; nil for none.
  func record(at place: Int) -> Int? { places[place] == 0 ? nil : IDTable.record(of: places[place]) }

  /// Puts a record at the place that was found for it, where none is.
  mutating func put(_ record: Int, hash: UInt64, at place: Int) {
    places[place] = IDTable.entry(hash, record)
    count += 1
    if count * 4 >= places.count * 3 { grow() }
  }

  private static let recordMask = UInt64(1) << recordBits - 1

  /// Spreads hashes over the places by their upper bits (Lemire's multiplication instead of a remainder).
  private func first(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash & ~IDTable.recordMask).multipliedFullWidth(by: UInt64(places.count)).high)
  }

  private mutating func grow() {
    let former = places
    places = [UInt64](repeating: 0, count: former.count * 2)
    for entry in former where entry != 0 {
      var place = first(entry)
      while places[place] != 0 { place = place + 1 == places.count ? 0 : place + 1 }
      places[place] = entry
    }
  }

  /// A hash of some bytes, eight at once; never 0. The first sixteen are taken in the same steps however many there are: the lengths of
  /// names and ids differ in no order, and a step more or less can't be foreseen.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    hash = mixed(hash ^ word(bytes, range.lowerBound, before: range.upperBound))
    hash = mixed(hash ^ word(bytes, range.lowerBound + 8, before: range.upperBound))
    for place in stride(from: range.lowerBound + 16, to: range.upperBound, by: 8) {
      hash = mixed(hash ^ word(bytes, place, before: range.upperBound))
    }
    return hash | 1
  }

  /// The bytes from a place on as a number; none for those that do not stand before an end.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, before end: Int) -> UInt64 {
    let count = min(max(end &- place, 0), 8)
    guard place &+ 8 <= bytes.count, let base = UnsafeRawPointer(bytes.baseAddress) else {
      var word: UInt64 = 0
      for offset in 0..<count { word |= UInt64(bytes[place &+ offset]) << UInt64(8 * offset) }
      return word
    }
    let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
    return word & (UInt64.max >> UInt64(64 - 8 * count))
  }

  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0, 0..<$0.count) }
  }

  /// The end of Steele, Lea and Flood's SplitMix64 (OOPSLA 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
