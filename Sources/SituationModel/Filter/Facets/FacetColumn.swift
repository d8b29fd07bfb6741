/// The values of one section of the filter pane, and which of them each row has.
struct FacetColumn: Sendable {
  let facet: Facet
  /// The values, in no order that means anything.
  private(set) var entries: [FacetTable.Entry] = []
  private var numbers: [Key: Int32] = [:]
  /// The texts as they were written.
  private var known: [String: Int32] = [:]
  /// The values of a row: `ids[starts[row]..<starts[row + 1]]`.
  private var starts: [Int32] = [0]
  private var ids: [Int32] = []

  /// The part of a value that is the same for each way to write it.
  private enum Key: Hashable {
    case spelling([UInt8])
    case value(FacetValue)

    init(_ value: FacetValue) {
      if case .term(.text(_, .equals, let needle)) = value {
        self = .spelling(needle.folded)
      } else {
        self = .value(value)
      }
    }
  }

  func ids(of row: Int) -> ArraySlice<Int32> { ids[Int(starts[row])..<Int(starts[row + 1])] }

  /// The number of a value, however it is spelt; nil if no row has it.
  func number(of value: FacetValue) -> Int32? { numbers[Key(value)] }

  // MARK: Making

  /// No rows yet.
  init(_ facet: Facet) { self.facet = facet }

  /// Rows with one value or none.
  ///
  /// - Parameters:
  ///   - code: the code of a row's value; nil for none.
  ///   - entry: the value of a code; nil if nothing of it counts.
  init(_ facet: Facet, rows: Int, code: (Int) -> UInt8?, entry: (UInt8) -> FacetTable.Entry?) {
    self.init(facet)
    var known = [Int32?](repeating: nil, count: 256)
    ids.reserveCapacity(rows)
    starts.reserveCapacity(rows + 1)
    for row in 0..<rows {
      if let code = code(row), let id = known[Int(code)] ?? entry(code).map({ number(of: $0) }) {
        known[Int(code)] = id
        ids.append(id)
      }
      endRow()
    }
  }

  /// Gives the row that is being made a value, once.
  mutating func add(_ entry: FacetTable.Entry) { add(number(of: entry)) }

  /// Gives the row that is being made a text, which is folded once for each way in which it is written. One of which nothing counts is
  /// no value.
  mutating func add(_ text: String) {
    guard let id = known[text] ?? FacetTable.Entry(text, of: facet).map({ number(of: $0) }) else { return }
    known[text] = id
    add(id)
  }

  private mutating func add(_ id: Int32) {
    guard let start = starts.last, !ids[Int(start)...].contains(id) else { return }
    ids.append(id)
  }

  /// Gives the row that is being made the values of one that is made.
  mutating func addAll(of row: Int) {
    // One after the other: a slice of them would have all of them copied.
    for place in Int(starts[row])..<Int(starts[row + 1]) { ids.append(ids[place]) }
  }

  /// Begins the next row.
  mutating func endRow() { starts.append(Int32(ids.count)) }

  private mutating func number(of entry: FacetTable.Entry) -> Int32 {
    let key = Key(entry.value)
    if let id = numbers[key] { return id }
    let id = Int32(entries.count)
    numbers[key] = id
    entries.append(entry)
    return id
  }

  /// Puts the rows of another behind these.
  mutating func append(_ other: FacetColumn) {
    let renumbered = other.entries.map { number(of: $0) }
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
      if let id = value(row) { add(id) }
      endRow()
    }
  }
}
