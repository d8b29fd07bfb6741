/// The provinces that records name, by row: a number for each row, and the name that it stands for.
public struct ProvinceColumn: Sendable {
  /// The place of each row's name in `names`; 0 for none.
  public let codes: [Int32]
  /// The names, each once; the first stands for none.
  public let names: [String]
}

/// The provinces of records as they are read.
struct ProvinceRecords: Sendable {
  /// The codes of the first records; those behind them have none.
  private var codes: [Int32] = []
  private var names = [""]
  private var known: [String: Int32] = [:]

  /// The code of a name; a new one gets the next.
  mutating func code(of name: String) -> Int32 {
    if let code = known[name] { return code }
    let code = Int32(truncatingIfNeeded: names.count)
    names.append(name)
    known[name] = code
    return code
  }

  /// Gives a record the province of a code.
  mutating func put(_ code: Int32, at record: Int) {
    if code == 0 { return }
    while codes.count < record { codes.append(0) }
    if codes.count == record { codes.append(code) } else { codes[record] = code }
  }

  /// Gives records the provinces of others: the record of each is that of the other, `first` added.
  mutating func append(_ others: ProvinceRecords, from first: Int) { append(others.codes, others.names, from: first) }

  /// Gives records the provinces of the rows of a table.
  mutating func append(_ column: ProvinceColumn?, from first: Int) {
    if let column { append(column.codes, column.names, from: first) }
  }

  private mutating func append(_ others: [Int32], _ names: [String], from first: Int) {
    guard names.count > 1 else { return }
    let renumbered = [0] + names.dropFirst().map { code(of: $0) }
    while codes.count < first { codes.append(0) }
    codes += others.lazy.map { renumbered[Int($0)] }
  }

  /// Gives a record the province that one of others has.
  mutating func append(_ others: ProvinceRecords, at index: Int, to record: Int) {
    guard index < others.codes.count, others.codes[index] != 0 else { return }
    put(code(of: others.names[Int(others.codes[index])]), at: record)
  }

  /// The provinces of some of the records, in the order given.
  func picked(_ indices: [Int]) -> ProvinceRecords {
    var picked = self
    picked.codes = indices.map { $0 < codes.count ? codes[$0] : 0 }
    return picked
  }

  /// The column of so many rows; nil where no record names a province. `order` has the record of each row, nil where they are the same.
  func column(count: Int, order: [Int32]?) -> ProvinceColumn? {
    guard names.count > 1 else { return nil }
    var codes = codes
    codes.reserveCapacity(count)
    while codes.count < count { codes.append(0) }
    if let order { codes = codes.withUnsafeBufferPointer { codes in order.map { codes[Int($0)] } } }
    return ProvinceColumn(codes: codes, names: names)
  }
}
