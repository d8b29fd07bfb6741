import Glibc
import SituationModel

/// The numbers of texts that stand in many records, told by their bytes: the names of places, or the words for kinds.
struct NameNumbers: Sendable {
  /// The texts that are numbered.
  enum Texts: Sendable { case places, kinds, provinces }

  private let texts: Texts
  /// The names that have numbers.
  private var names: [Name] = []
  /// The bytes of the names, one behind the other: a look at a text itself would count who else holds it.
  private var bytes: [UInt8] = []
  /// The places of the names among `names`, by their hashes; -1 where none is. At least twice as many as names, and small, since a look
  /// at memory that is not at hand takes longer than all else.
  private var places = [Int32](repeating: -1, count: 64)

  /// A name: its hash, its number, and where its bytes stand.
  private struct Name: Sendable {
    let hash: UInt64
    let number: Int32
    let start: UInt32
    let length: UInt32
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
    // More words than have codes share one.
    if texts != .kinds || number >= EventKind.codeCount { put(name, hash, number, at: place) }
    return number
  }

  /// The code of the word for a kind in a range, and true if the word is not the kind's own; nil for a new word of which only its
  /// characters tell whether it is.
  @inline(__always)
  mutating func kind(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ records: inout EventRecords
  ) -> (code: UInt16, isOwn: Bool)? {
    let hash = IDTable.hash(bytes, range)
    let name = UnsafeBufferPointer(rebasing: bytes[range])
    let (known, place) = find(name, hash)
    if known >= 0 { return (UInt16(truncatingIfNeeded: known), known >= EventKind.codeCount) }
    return newKind(name, hash, at: place, &records)
  }

  private mutating func newKind(
    _ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at place: Int, _ records: inout EventRecords
  ) -> (code: UInt16, isOwn: Bool)? {
    // A word with another sign in it, or a longer one, is no kind of ours, unless it has a letter that has a small one of
    // ASCII, as the sign of the kelvin has.
    if name.count <= 15, let word = SmallWord(ascii: name, name.indices) {
      if let known = NameNumbers.kinds.first(where: { $0.word == word }) {
        put(name, hash, Int32(known.code), at: place)
        return (UInt16(known.code), false)
      }
    } else if name.contains(0xE2) {
      return nil
    }
    let code = records.add(kind: String(decoding: name, as: UTF8.self))
    if code >= EventKind.codeCount { put(name, hash, Int32(code), at: place) }
    return (code, true)
  }

  /// The words for the kinds, and their codes.
  private static let kinds = EventKind.allCases.map { (word: SmallWord($0.rawValue), code: $0.code) }

  private mutating func put(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ number: Int32, at place: Int) {
    places[place] = Int32(truncatingIfNeeded: names.count)
    names.append(
      Name(
        hash: hash, number: number, start: UInt32(truncatingIfNeeded: bytes.count),
        length: UInt32(truncatingIfNeeded: name.count)))
    bytes += name
    if names.count * 2 >= places.count { grow() }
  }

  private func add(_ text: String, to records: inout EventRecords) -> Int32 {
    switch texts {
    case .places: records.add(name: text)
    case .kinds: Int32(records.add(kind: text))
    // Words that say that nobody knows are no province.
    case .provinces: PlaceDraft.isName(text) ? records.code(ofProvince: text) : 0
    }
  }

  /// The number of a name and its place; -1 for one that is new, and the place where it belongs.
  @inline(__always)
  private func find(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (number: Int32, place: Int) {
    names.withUnsafeBufferPointer { names in
      places.withUnsafeBufferPointer { places in
        var place = Int(truncatingIfNeeded: hash >> 8) & (places.count - 1)
        while places[place] >= 0 {
          let known = names[Int(places[place])]
          if known.hash == hash, Int(known.length) == name.count, areSame(known, name) { return (known.number, place) }
          place = (place + 1) & (places.count - 1)
        }
        return (-1, place)
      }
    }
  }

  /// True if a name has the bytes of another of its length.
  @inline(__always)
  private func areSame(_ known: Name, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress, let second = name.baseAddress else { return true }
      return memcmp(first + Int(known.start), second, name.count) == 0
    }
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for (number, name) in names.enumerated() {
      var place = Int(truncatingIfNeeded: name.hash >> 8) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(truncatingIfNeeded: number)
    }
  }
}
