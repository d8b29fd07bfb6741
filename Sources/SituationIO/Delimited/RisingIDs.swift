/// Ids that rise from record to record, as most have that were numbered: shorter ones first, of one length by their bytes. None of them is
/// there twice, and each is found by halving, so that nothing has to be kept of them.
struct RisingIDs: Sendable {
  /// Where the first and the last of them stand; nil where there is none yet.
  private(set) var first: Range<Int>?
  private(set) var last: Range<Int>?

  /// Takes the next id; false where it does not lie behind the last.
  @inline(__always)
  mutating func take(_ id: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if let last {
      guard RisingIDs.precedes(bytes[last], bytes[id]) else { return false }
    } else {
      first = id
    }
    last = id
    return true
  }

  /// Takes the ids of a later part; false where they do not lie behind these.
  mutating func take(_ later: RisingIDs, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let next = later.first else { return true }
    guard take(next, in: bytes) else { return false }
    last = later.last
    return true
  }

  /// True if the left id comes first.
  @inline(__always)
  static func precedes(_ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (one, other) in zip(left, right) where one != other { return one < other }
    return false
  }
}
