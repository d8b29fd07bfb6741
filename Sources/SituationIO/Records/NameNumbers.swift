import SituationModel

/// The numbers of names, told by their bytes.
struct NameNumbers: Sendable {
  private var numbers: [UInt64: Int32] = [:]
  private var others: [String: Int32] = [:]

  /// The number of the name in a range; one that is new gets the next.
  mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ records: inout EventRecords
  ) -> Int32 {
    let hash = IDTable.hash(bytes, range)
    let name = UnsafeBufferPointer(rebasing: bytes[range])
    guard let known = numbers[hash] else {
      let number = records.add(name: String(decoding: name, as: UTF8.self))
      numbers[hash] = number
      return number
    }
    let isSame = records.names[Int(known)].utf8.withContiguousStorageIfAvailable { $0.elementsEqual(name) } ?? false
    if isSame { return known }
    // Another name with the same hash.
    let text = String(decoding: name, as: UTF8.self)
    if records.names[Int(known)] == text { return known }
    if let number = others[text] { return number }
    let number = records.add(name: text)
    others[text] = number
    return number
  }
}
