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
    /// The date's traits in the lower twelve bits, the precision of the place above.
    private let bits: UInt16
    /// Code of the kind: of a known one, or that of a word of the records.
    fileprivate(set) var kind: UInt16

    init(start: Int64, length: UInt32, date: DateTraits, kind: UInt16, precision: UInt8) {
      (self.start, self.length, self.kind) = (start, length, kind)
      bits = UInt16(truncatingIfNeeded: date.number) | UInt16(precision & 15) << 12
    }

    @inline(__always) var date: DateTraits { DateTraits(number: Int(bits & 0xFFF)) }
    @inline(__always) var precision: UInt8 { UInt8(truncatingIfNeeded: bits >> 12) }
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
  /// Words of files for kinds that the program does not know, each once, by their codes from `KindTable.firstOwn` on.
  public private(set) var kinds: [String] = []
  private var kindCodes: [String: UInt16] = [:]
  /// The figures that they state: deaths, injured.
  private(set) var figures = FigureRecords()
  /// The provinces that they name.
  private(set) var provinces = ProvinceRecords()

  /// More different words than this have no code of their own.
  private static let mostKinds = 60_000

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

  /// The code of a word of files for a kind; one that is new gets the next.
  public mutating func code(ofKind word: String) -> UInt16 {
    if let code = kindCodes[word] { return code }
    return word.isEmpty ? UInt16(EventKind.other.code) : add(kind: word)
  }

  /// Gives a new word for a kind a code.
  public mutating func add(kind word: String) -> UInt16 {
    guard kinds.count < EventRecords.mostKinds else { return UInt16(EventKind.other.code) }
    kinds.append(word)
    let code = UInt16(KindTable.firstOwn + kinds.count - 1)
    kindCodes[word] = code
    return code
  }

  /// The word of a code, which is one of a word.
  public func kind(ofCode code: Int) -> String { kinds[code - KindTable.firstOwn] }

  /// The codes that the kinds of others have here, by the codes that they have there.
  public mutating func codes(ofKinds others: [String]) -> [UInt16] {
    (0..<UInt16(KindTable.firstOwn)).map { $0 } + others.map { code(ofKind: $0) }
  }

  /// Appends a record.
  ///
  /// - Parameters:
  ///   - when: the interval of its date; nil for none.
  ///   - kind: code of the kind: a known one's, or that of a word (`code(ofKind:)`).
  ///   - precision: code of the place's precision.
  ///   - standing: code of the standing; 0 for none.
  ///   - point: where its mark stands; nil where it has no place.
  ///   - name: the number of the place's name; -1 for none.
  ///   - flags: what else is asked of all events at once.
  ///   - file: the number of its file, where several are open.
  public mutating func append(
    when: DateInterval?, kind: UInt16, precision: UInt8, standing: UInt8, point: Coordinate?, name: Int32,
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

  /// Gives the record that was appended last a figure.
  public mutating func addFigure(_ name: FigureName, _ range: FigureRange) {
    figures.add(name, range, at: count - 1)
  }

  /// The code of the name of a province; a new one gets the next.
  public mutating func code(ofProvince name: String) -> Int32 { provinces.code(of: name) }

  /// Gives the record that was appended last a province, by its code; 0 for none.
  public mutating func setProvince(_ code: Int32) { provinces.put(code, at: count - 1) }

  /// Appends one of another file's records, whose place has a number here, and whose kind has a code.
  public mutating func append(_ others: EventRecords, at index: Int, name: Int32, kind: UInt16) {
    append(others.times[index], others.marks[index], end: others.ends[Int32(index)])
    marks[marks.count - 1].place = name
    times[times.count - 1].kind = kind
    figures.append(others.figures, at: index, to: count - 1)
    provinces.append(others.provinces, at: index, to: count - 1)
  }

  /// The number of the name of a record's place; -1 for none.
  public func name(at index: Int) -> Int32 { marks[index].place }
  /// The code of a record's kind.
  public func kind(at index: Int) -> UInt16 { times[index].kind }

  /// Appends all of others, whose names get numbers of their own. Linear in the others.
  public mutating func append(_ others: EventRecords) {
    let (numbers, codes) = (numbers(of: others.names), codes(ofKinds: others.kinds))
    let first = count
    figures.append(others.figures, from: first)
    provinces.append(others.provinces, from: first)
    times += others.times
    marks += others.marks
    if !others.kinds.isEmpty {
      for place in first..<count { times[place].kind = codes[Int(times[place].kind)] }
    }
    for place in first..<count where marks[place].place >= 0 { marks[place].place = numbers[Int(marks[place].place)] }
    for (record, end) in others.ends { ends[record + Int32(first)] = end }
  }

  /// Appends all rows of a table, as one of several files; nil for the files that the rows have.
  mutating func append(_ columns: EventColumns, of file: Int?) {
    let (numbers, codes) = (numbers(of: columns.names), codes(ofKinds: columns.kindTable.words))
    figures.append(columns.figures, from: count)
    provinces.append(columns.provinces, from: count)
    for row in 0..<columns.count {
      var mark = columns.mark(row)
      var time = columns.time(row)
      time.kind = codes[Int(time.kind)]
      if mark.place >= 0 { mark.place = numbers[Int(mark.place)] }
      if let file { mark.file = UInt8(truncatingIfNeeded: file) }
      append(time, mark, end: columns.longEnds[Int32(row)])
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
    (picked.kinds, picked.kindCodes) = (kinds, kindCodes)
    (picked.figures, picked.provinces) = (figures.picked(indices), provinces.picked(indices))
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

  /// How many records have each code of a kind. Linear, on all processors where that pays.
  func countByKind() -> [Int] {
    let (times, codes) = (times, KindTable.firstOwn + kinds.count)
    let parts = times.count > 50_000 ? processors() : 1
    let counts = inParallel(parts) { part in
      var counts = [Int](repeating: 0, count: codes)
      for time in times[times.count * part / parts..<times.count * (part + 1) / parts] { counts[Int(time.kind)] += 1 }
      return counts
    }
    return counts.dropFirst().reduce(counts[0]) { zip($0, $1).map(+) }
  }

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
