/// One figure of all events, in the order of rows: a number for each row, and what each number stands for. Most events of a file have
/// none or one of a few small numbers, so that a row takes four bytes.
public struct FigureColumn: Sendable {
  /// The name of the figure.
  public let name: FigureName
  /// The place of each row's range in `ranges`; 0 for none.
  public let codes: [UInt32]
  /// The ranges that there are, each once; the first stands for none and counts for nothing.
  public let ranges: [FigureRange]

  /// The range of a row; nil where it states none.
  public subscript(row: Int) -> FigureRange? { codes[row] == 0 ? nil : ranges[Int(codes[row])] }
}

/// The figures of records as they are read, a list for each name.
struct FigureRecords: Sendable {
  /// The figures of one name.
  private struct List: Sendable {
    let name: FigureName
    /// The codes of the first records; those behind them have none.
    var codes: [UInt32] = []
    var ranges: [FigureRange] = [.exactly(0)]
    /// The codes of whole numbers below 256, which most are, and of all others.
    private var small = [UInt32](repeating: 0, count: 256)
    private var others: [FigureRange: UInt32] = [:]

    init(_ name: FigureName) { self.name = name }

    mutating func code(of range: FigureRange) -> UInt32 {
      if let best = range.best, best >= 0, best < 256, range.low == best, range.high == best, best == best.rounded() {
        let number = Int(best)
        if small[number] == 0 { small[number] = add(range) }
        return small[number]
      }
      if let code = others[range] { return code }
      let code = add(range)
      others[range] = code
      return code
    }

    private mutating func add(_ range: FigureRange) -> UInt32 {
      ranges.append(range)
      return UInt32(truncatingIfNeeded: ranges.count - 1)
    }

    mutating func put(_ code: UInt32, at record: Int) {
      while codes.count < record { codes.append(0) }
      if codes.count == record { codes.append(code) } else { codes[record] = code }
    }
  }

  private var lists: [List] = []

  /// So many different names have a column. Files with more are no lists of figures, and an event is read for the others.
  static let mostNames = 32
  /// True if a record had a figure for which there is no column.
  private(set) var isCut = false

  var isEmpty: Bool { lists.isEmpty }

  /// Gives a record a figure.
  mutating func add(_ name: FigureName, _ range: FigureRange, at record: Int) {
    guard let place = place(of: name) else { return }
    let code = lists[place].code(of: range)
    lists[place].put(code, at: record)
  }

  private mutating func place(of name: FigureName) -> Int? {
    if let place = lists.firstIndex(where: { $0.name == name }) { return place }
    guard lists.count < FigureRecords.mostNames else {
      isCut = true
      return nil
    }
    lists.append(List(name))
    return lists.count - 1
  }

  /// Gives records the figures of others: the record of each is that of the other, `first` added.
  mutating func append(_ others: FigureRecords, from first: Int) {
    isCut = isCut || others.isCut
    for other in others.lists { append(other.name, other.codes, other.ranges, from: first) }
  }

  /// Gives records the figures of the rows of a table.
  mutating func append(_ columns: [FigureColumn], from first: Int) {
    for column in columns { append(column.name, column.codes, column.ranges, from: first) }
  }

  private mutating func append(_ name: FigureName, _ codes: [UInt32], _ ranges: [FigureRange], from first: Int) {
    guard let place = place(of: name) else { return }
    let renumbered = [0] + ranges.dropFirst().map { lists[place].code(of: $0) }
    while lists[place].codes.count < first { lists[place].codes.append(0) }
    lists[place].codes += codes.lazy.map { renumbered[Int($0)] }
  }

  /// Gives a record the figures that one of others has.
  mutating func append(_ others: FigureRecords, at index: Int, to record: Int) {
    for other in others.lists where index < other.codes.count && other.codes[index] != 0 {
      add(other.name, other.ranges[Int(other.codes[index])], at: record)
    }
  }

  /// The figures of some of the records, in the order given.
  func picked(_ indices: [Int]) -> FigureRecords {
    var picked = self
    for place in lists.indices {
      let codes = lists[place].codes
      picked.lists[place].codes = indices.map { $0 < codes.count ? codes[$0] : 0 }
    }
    return picked
  }

  /// The columns of so many rows, by name; `order` has the record of each row, nil where they are the same.
  func columns(count: Int, order: [Int32]?) -> [FigureColumn] {
    lists.filter { $0.ranges.count > 1 }.sorted { $0.name < $1.name }.map { list in
      var codes = list.codes
      codes.reserveCapacity(count)
      while codes.count < count { codes.append(0) }
      if let order { codes = codes.withUnsafeBufferPointer { codes in order.map { codes[Int($0)] } } }
      return FigureColumn(name: list.name, codes: codes, ranges: list.ranges)
    }
  }
}
