/// How the records of a table are found by their ids.
enum RecordIDs: Sendable {
  /// They have none of their own.
  case none
  /// Their ids rise: by halving.
  case rising
  /// By hashes.
  case hashed(HashedIDs)

  /// True if no two records have one, as far as that is known.
  var areDistinct: Bool {
    switch self {
    case .none, .rising: true
    case .hashed: false
    }
  }

  /// A record that has an id, by what the ids of records are. Logarithmic where they rise.
  func record(of id: String, among count: Int, idAt: (Int) -> String?) -> Int? {
    switch self {
    case .none: return nil
    case .hashed(let ids): return ids.record(hash: IDTable.hash(id)) { idAt($0) == id }
    case .rising:
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        guard let found = idAt(middle) else { return nil }
        if found == id { return middle }
        if RecordIDs.precedes(found, id) { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.utf8, right.utf8)
    return left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }
}
