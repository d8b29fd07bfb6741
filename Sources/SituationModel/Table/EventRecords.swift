/// The values of each record that the columns need, one record after the other as they are read.
///
/// The values of one record are neighbours here, so that reading a record touches two places in memory; `EventColumns` then puts them
/// side by side in the order of time.
public struct EventRecords: Sendable {
  /// When one was, and what.
  struct TimePart: Sendable {
    let start: Int64
    /// As `TimeLength` has it.
    let length: UInt32
    let date: DateTraits
    let kind: UInt8
    let precision: UInt8
  }

  /// Where one was, and what else its mark shows.
  struct MarkPart: Sendable {
    let point: GlobePoint
    var place: Int32
    let standing: UInt8
    let flags: EventColumns.Flags
    var file: UInt8 = 0
  }

  /// The two parts of each record. They are put into order one after the other, so that there are never two of both.
  private(set) var times: [TimePart] = []
  private(set) var marks: [MarkPart] = []
  /// The ends that lengths do not tell, by record.
  private(set) var ends: [Int32: Int64] = [:]
  /// The names of places, each once.
  public private(set) var names: [String]

  /// No records yet, with the names that places may have.
  public init(names: [String] = []) { self.names = names }

  /// How many there are.
  public var count: Int { times.count }

  /// Makes room for so many.
  public mutating func reserve(_ count: Int) {
    times.reserveCapacity(count)
    marks.reserveCapacity(count)
  }

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
    let (start, end) = (when.map { $0.start?.seconds ?? .min } ?? .max, when.map { $0.end?.seconds ?? .max } ?? .max)
    let length = TimeLength.between(start, end)
    if length == TimeLength.elsewhere { ends[Int32(truncatingIfNeeded: times.count)] = end }
    times.append(TimePart(start: start, length: length, date: DateTraits(when), kind: kind, precision: precision))
    marks.append(
      MarkPart(
        point: GlobePoint(point ?? Coordinate(latitude: 0, longitude: 0)), place: name, standing: standing,
        flags: flags, file: file))
  }

  /// Appends one of another file's records, whose place has a number here.
  public mutating func append(_ others: EventRecords, at index: Int, name: Int32) {
    append(others.times[index], others.marks[index], end: others.ends[Int32(index)])
    marks[marks.count - 1].place = name
  }

  /// The number of the name of a record's place; -1 for none.
  public func name(at index: Int) -> Int32 { marks[index].place }

  /// Appends all of others, whose names get numbers of their own. Linear in the others.
  public mutating func append(_ others: EventRecords) {
    let numbers = numbers(of: others.names)
    let first = count
    times += others.times
    marks += others.marks
    for place in first..<count where marks[place].place >= 0 { marks[place].place = numbers[Int(marks[place].place)] }
    for (record, end) in others.ends { ends[record + Int32(first)] = end }
  }

  /// Appends all rows of one of several files.
  mutating func append(_ columns: EventColumns, of file: Int) {
    let numbers = numbers(of: columns.names)
    for row in 0..<columns.count {
      var mark = columns.mark(row)
      if mark.place >= 0 { mark.place = numbers[Int(mark.place)] }
      mark.file = UInt8(truncatingIfNeeded: file)
      append(columns.time(row), mark, end: columns.longEnds[Int32(row)])
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
    picked.reserve(indices.count)
    for index in indices { picked.append(times[index], marks[index], end: ends[Int32(index)]) }
    return picked
  }

  private mutating func append(_ time: TimePart, _ mark: MarkPart, end: Int64?) {
    if let end { ends[Int32(truncatingIfNeeded: count)] = end }
    times.append(time)
    marks.append(mark)
  }

  /// When a record ends.
  func end(of record: Int) -> Int64 { times[record].end ?? ends[Int32(record)] ?? .max }

  /// The records in the order of time: earlier starts first, of those earlier ends, of those the earlier records; nil
  /// where they are in it.
  func order() -> [Int32]? { TimeOrder(self).rows }

  /// Hands the times over, and keeps none.
  mutating func takeTimes() -> [TimePart] {
    defer { times = [] }
    return times
  }
}

extension EventRecords.TimePart {
  /// When it ends; nil where the length does not tell.
  var end: Int64? {
    switch length {
    case TimeLength.open: .max
    case TimeLength.elsewhere: nil
    default: start &+ Int64(length)
    }
  }
}
