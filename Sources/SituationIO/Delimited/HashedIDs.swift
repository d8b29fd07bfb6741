import Synchronization

/// Finds records by the hashes of their ids. The table of these is made when the first record is looked for: most who open a file look for
/// none. A class, since all copies of a file's events share it.
final class HashedIDs: Sendable {
  private enum Form: Sendable {
    /// The hashes by record, no two of which are the same; 0 for a record without an id.
    case hashes([UInt64])
    case table(IDTable)
  }

  private let form: Mutex<Form>

  /// Ids that stand in a table.
  init(_ table: IDTable) { form = Mutex(.table(table)) }

  /// The ids of records by their hashes; nil where two hashes are the same. Linear.
  init?(distinct hashes: [UInt64]) {
    guard HashedIDs.areDistinct(hashes) else { return nil }
    form = Mutex(.hashes(hashes))
  }

  /// The record of an id; nil for none. The first time linear in the records.
  ///
  /// - Parameter isSame: True if a record has the id.
  func record(hash: UInt64, isSame: (Int) -> Bool) -> Int? {
    let table = form.withLock { form in
      switch form {
      case .table(let table): return table
      case .hashes(let hashes):
        let table = IDTable(distinct: hashes) { _, _ in false } ?? IDTable()
        form = .table(table)
        return table
      }
    }
    return table.record(hash: hash, isSame: isSame)
  }

  /// True if no two hashes are the same but those that are 0. Linear.
  ///
  /// Their upper bits are kept as a bit each (B. H. Bloom's filter with one hash, CACM 1970); the few hashes whose bit another had before
  /// are then counted.
  static func areDistinct(_ hashes: [UInt64]) -> Bool {
    // At least sixteen bits for each.
    let width = max(6, 64 - hashes.count.leadingZeroBitCount + 4)
    var seen = [UInt64](repeating: 0, count: 1 << (width - 6))
    var again: [UInt64] = []
    seen.withUnsafeMutableBufferPointer { seen in
      for hash in hashes where hash != 0 {
        let place = Int(truncatingIfNeeded: hash >> UInt64(64 - width))
        let bit = UInt64(1) << UInt64(truncatingIfNeeded: place & 63)
        if seen[place >> 6] & bit != 0 { again.append(hash) }
        seen[place >> 6] |= bit
      }
    }
    return again.isEmpty || !isAny(of: again, twiceIn: hashes)
  }

  /// True if one of some hashes is there twice among all.
  private static func isAny(of some: [UInt64], twiceIn hashes: [UInt64]) -> Bool {
    // A quarter of the places is taken at most, and each hash stands at its place or behind it.
    var places = [UInt64](repeating: 0, count: 1 << (64 - some.count.leadingZeroBitCount + 2))
    for hash in some { places[place(of: hash, in: places)] = hash }
    var isMet = [Bool](repeating: false, count: places.count)
    for hash in hashes where hash != 0 {
      let place = place(of: hash, in: places)
      if places[place] == 0 { continue }
      if isMet[place] { return true }
      isMet[place] = true
    }
    return false
  }

  @inline(__always)
  private static func place(of hash: UInt64, in places: [UInt64]) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash >> 8) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }
}
