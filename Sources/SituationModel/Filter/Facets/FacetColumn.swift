/// The values of one section of the filter pane, and which of them each row has.
struct FacetColumn: Sendable {
  /// The values, in no order that means anything.
  private(set) var entries: [FacetTable.Entry] = []
  /// The values of a row: `ids[starts[row]..<starts[row + 1]]`.
  private var starts: [Int32] = [0]
  private var ids: [Int32] = []
  /// The values that are texts, by their folded spelling; the others by themselves.
  private(set) var spellings: [[UInt8]: Int32] = [:]
  private var numbers: [FacetValue: Int32] = [:]
  /// The texts as they were written.
  private var known: [String: Int32] = [:]

  func ids(of row: Int) -> ArraySlice<Int32> { ids[Int(starts[row])..<Int(starts[row + 1])] }

  // MARK: Making

  /// No rows yet.
  init() {}

  /// A row for each of some numbers, with the one value that it stands for.
  init(_ numbers: [UInt8], _ value: (Int) -> (value: FacetValue, name: String)) {
    var known = [Int32](repeating: -1, count: 256)
    ids.reserveCapacity(numbers.count)
    for number in numbers {
      if known[Int(number)] < 0 {
        let (value, name) = value(Int(number))
        known[Int(number)] = self.number(of: value, name)
      }
      ids.append(known[Int(number)])
    }
    starts = (0...Int32(numbers.count)).map { $0 }
  }

  /// Gives the row that is being made a value, once.
  mutating func add(_ id: Int32?) {
    guard let id, let start = starts.last, !ids[Int(start)...].contains(id) else { return }
    ids.append(id)
  }

  /// Gives the row that is being made the values of one that is made.
  mutating func addAll(of row: Int) {
    // One after the other: a slice of them would have all of them copied.
    for place in Int(starts[row])..<Int(starts[row + 1]) { ids.append(ids[place]) }
  }

  /// Begins the next row.
  mutating func endRow() { starts.append(Int32(ids.count)) }

  /// The number of a text, which is folded once for each way in which it is written; nil where nothing of it counts.
  mutating func number(of text: String, _ facet: Facet) -> Int32? {
    if let id = known[text] { return id }
    guard let field = FilterTerm.TextField(rawValue: facet.rawValue), let needle = Needle(text) else { return nil }
    let folded = FoldedText.bytes(of: text)
    let id = spellings[folded] ?? append(.term(.text(field, .equals, needle)), text)
    spellings[folded] = id
    known[text] = id
    return id
  }

  /// The number of a value that is no text.
  mutating func number(of value: FacetValue, _ name: String) -> Int32 {
    let id = numbers[value] ?? append(value, name)
    numbers[value] = id
    return id
  }

  private mutating func append(_ value: FacetValue, _ name: String) -> Int32 {
    entries.append(FacetTable.Entry(value: value, name: name))
    return Int32(entries.count - 1)
  }

  /// Puts the rows of another behind these.
  mutating func append(_ other: FacetColumn) {
    var folded = [[UInt8]?](repeating: nil, count: other.entries.count)
    for (spelling, id) in other.spellings { folded[Int(id)] = spelling }
    let renumbered = other.entries.enumerated().map { index, entry -> Int32 in
      guard let spelling = folded[index] else { return number(of: entry.value, entry.name) }
      let id = spellings[spelling] ?? append(entry.value, entry.name)
      spellings[spelling] = id
      return id
    }
    let base = Int32(ids.count)
    ids += other.ids.map { renumbered[Int($0)] }
    starts += other.starts.dropFirst().map { base + $0 }
  }

  /// Gives each row one more value, where there is one.
  mutating func addToEach(_ value: (Int) -> Int32?) {
    let before = self
    (ids, starts) = ([], [0])
    for row in 0..<before.starts.count - 1 {
      ids += before.ids(of: row)
      add(value(row))
      endRow()
    }
  }
}
