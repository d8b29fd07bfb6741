/// What the columns need of each record of a file, one after the other as they are read.
///
/// All of a record stands together here, so that to take it in touches one place; `EventColumns` then puts them side by side in
/// the order of time.
public struct EventRecords: Sendable {
  /// What the columns need of one record.
  struct Record: Sendable {
    let start: Int64
    let end: Int64
    let latitude: Double
    let longitude: Double
    var place: Int32
    let date: DateTraits
    let kind: UInt8
    let precision: UInt8
    let standing: UInt8
    let flags: EventColumns.Flags
    var file: UInt8 = 0
  }

  private(set) var records: [Record] = []
  /// The names of places, each once.
  public private(set) var names: [String]

  /// No records yet, with the names that places may have.
  public init(names: [String] = []) { self.names = names }

  /// How many there are.
  public var count: Int { records.count }

  /// Makes room for so many.
  public mutating func reserve(_ count: Int) { records.reserveCapacity(count) }

  /// Gives a name of places a number.
  public mutating func add(name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  /// Appends a record.
  ///
  /// - Parameters:
  ///   - when: the interval of its date; nil for none.
  ///   - kind: by its place in `EventKind.allCases`.
  ///   - precision: of its place, by its place in `PlacePrecision.allCases`.
  ///   - standing: by its place in `Standing.allCases`, from 1; 0 for none.
  ///   - point: where its mark stands; nil where it has no place.
  ///   - name: the number of the place's name; -1 for none.
  ///   - flags: what else is asked of all events at once.
  ///   - file: the number of its file, where several are open.
  public mutating func append(
    when: DateInterval?, kind: UInt8, precision: UInt8, standing: UInt8, point: Coordinate?, name: Int32,
    flags: EventColumns.Flags, file: UInt8 = 0
  ) {
    records.append(
      Record(
        start: when.map { $0.start?.seconds ?? .min } ?? .max, end: when.map { $0.end?.seconds ?? .max } ?? .max,
        latitude: point?.latitude ?? 0, longitude: point?.longitude ?? 0, place: name, date: DateTraits(when),
        kind: kind, precision: precision, standing: standing, flags: flags, file: file))
  }

  /// Appends one of another file's records, whose place has a number here.
  public mutating func append(_ others: EventRecords, at index: Int, name: Int32) {
    var record = others.records[index]
    record.place = name
    records.append(record)
  }

  /// The number of the name of a record's place; -1 for none.
  public func name(at index: Int) -> Int32 { records[index].place }

  /// Appends all of others, whose names get numbers of their own. Linear in the others.
  public mutating func append(_ others: EventRecords) {
    let numbers = numbers(of: others.names)
    records.reserveCapacity(count + others.count)
    for var record in others.records {
      if record.place >= 0 { record.place = numbers[Int(record.place)] }
      records.append(record)
    }
  }

  /// Appends all rows of one of several files.
  mutating func append(_ columns: EventColumns, of file: Int) {
    let numbers = numbers(of: columns.names)
    for row in 0..<columns.count {
      var record = columns.record(row)
      if record.place >= 0 { record.place = numbers[Int(record.place)] }
      record.file = UInt8(truncatingIfNeeded: file)
      records.append(record)
    }
  }

  /// The numbers that some names have here; those that are new get the next.
  private mutating func numbers(of others: [String]) -> [Int32] {
    var known = Dictionary(
      names.enumerated().map { ($0.element, Int32($0.offset)) }, uniquingKeysWith: { first, _ in first })
    return others.map { name in
      if let number = known[name] { return number }
      let number = add(name: name)
      known[name] = number
      return number
    }
  }

  /// Some of the records, in the order given.
  public func picked(_ indices: [Int]) -> EventRecords {
    var picked = EventRecords(names: names)
    picked.records = indices.map { records[$0] }
    return picked
  }

  /// The records in the order of time: earlier starts first, of those earlier ends, of those the earlier records; nil
  /// where they are in it.
  func order() -> [Int32]? { TimeOrder(records).rows }
}
