/// What is asked of every event at once, in columns: small numbers side by side, so that a question to a million events
/// looks at none of them whole.
///
/// Rows are appended in any order; `EventTable` puts them into that of time.
public struct EventColumns: Sendable {
  /// What is to be known of an event beside its numbers.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The flags as bits.
    public let rawValue: UInt8

    /// Flags from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Its place is one point and nothing more: all of it stands in the columns.
    public static let isPoint = Flags(rawValue: 1)
    /// A source of it has a grade.
    public static let hasGrade = Flags(rawValue: 2)
    /// Its texts may have characters that could act on a terminal.
    public static let isSuspect = Flags(rawValue: 4)
    /// It names other events.
    public static let hasLinks = Flags(rawValue: 8)
    /// The file's word for its kind may be another than the kind's own.
    public static let hasOwnKind = Flags(rawValue: 16)
  }

  private(set) var starts: [Int64] = []
  private(set) var ends: [Int64] = []
  private(set) var dates: [DateTraits] = []
  /// Which of `EventKind.allCases` each is.
  public private(set) var kinds: [UInt8] = []
  /// Which of `PlacePrecision.allCases` each place has.
  public private(set) var precisions: [UInt8] = []
  /// Which of `Standing.allCases` each has, counted from 1; 0 where none is stated.
  public private(set) var standings: [UInt8] = []
  /// Where the point is, for those that are one.
  public private(set) var latitudes: [Double] = []
  /// As `latitudes`.
  public private(set) var longitudes: [Double] = []
  /// Which of `names` each place has; -1 for none.
  public private(set) var places: [Int32] = []
  /// What else is to be known of each.
  public private(set) var flags: [Flags] = []
  /// The number of the file that each is from; empty where there is one.
  public private(set) var files: [UInt8] = []
  /// The names of places, each once.
  public private(set) var names: [String]

  /// Columns without a row, with the names that places may have.
  public init(names: [String] = []) { self.names = names }

  /// How many rows there are.
  public var count: Int { starts.count }

  /// Makes room for so many rows.
  public mutating func reserve(_ count: Int) {
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    dates.reserveCapacity(count)
    kinds.reserveCapacity(count)
    precisions.reserveCapacity(count)
    standings.reserveCapacity(count)
    latitudes.reserveCapacity(count)
    longitudes.reserveCapacity(count)
    places.reserveCapacity(count)
    flags.reserveCapacity(count)
  }

  /// Gives a name of places a number.
  public mutating func add(name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }

  /// Appends a row.
  ///
  /// - Parameters:
  ///   - kind: by its place in `EventKind.allCases`, as precision and standing by theirs.
  ///   - name: the number of the place's name; -1 for none.
  public mutating func append(
    when: DateInterval?, kind: UInt8, precision: UInt8, standing: UInt8, point: Coordinate?, name: Int32, flags: Flags
  ) {
    starts.append(when.map { $0.start?.seconds ?? .min } ?? .max)
    ends.append(when.map { $0.end?.seconds ?? .max } ?? .max)
    dates.append(DateTraits(when))
    kinds.append(kind)
    precisions.append(precision)
    standings.append(standing)
    latitudes.append(point?.latitude ?? 0)
    longitudes.append(point?.longitude ?? 0)
    places.append(name)
    self.flags.append(flags)
  }

  /// Appends all rows of others, whose names get numbers of their own. Linear in the others.
  public mutating func append(_ others: EventColumns) {
    var known = Dictionary(
      names.enumerated().map { ($0.element, Int32($0.offset)) }, uniquingKeysWith: { first, _ in first })
    let numbers = others.names.map { name in
      if let number = known[name] { return number }
      let number = add(name: name)
      known[name] = number
      return number
    }
    starts += others.starts
    ends += others.ends
    dates += others.dates
    kinds += others.kinds
    precisions += others.precisions
    standings += others.standings
    latitudes += others.latitudes
    longitudes += others.longitudes
    places += others.places.lazy.map { $0 < 0 ? $0 : numbers[Int($0)] }
    flags += others.flags
  }

  /// Appends all rows of one of several files.
  mutating func append(_ others: EventColumns, of file: Int) {
    append(others)
    files += repeatElement(UInt8(truncatingIfNeeded: file), count: others.count)
  }

  /// Says of each row which file it is from.
  mutating func set(files: [UInt8]) { self.files = files }

  /// Some of the rows, in the order given.
  public func picked(_ rows: [Int]) -> EventColumns {
    var columns = self
    columns.arrange(by: rows.map { Int32(truncatingIfNeeded: $0) })
    return columns
  }

  /// When an event happened.
  func when(_ row: Int) -> DateInterval? { dates[row].interval(starts[row], ends[row]) }

  /// The rows in the order of time: earlier starts first, of those earlier ends, of those the earlier rows.
  func order() -> [Int32]? { TimeOrder(starts: starts, ends: ends).rows }

  /// Puts the rows into another order. Linear, on all processors.
  mutating func arrange(by rows: [Int32]) {
    let unordered = self
    @Sendable func picked<Value: Sendable>(_ column: [Value]) -> [Value] {
      column.withUnsafeBufferPointer { column in
        [Value](unsafeUninitializedCapacity: rows.count) { buffer, count in
          for (place, row) in rows.enumerated() { buffer.initializeElement(at: place, to: column[Int(row)]) }
          count = rows.count
        }
      }
    }
    let parts = inParallel(2) { part in
      var columns = EventColumns(names: unordered.names)
      if part == 0 {
        (columns.starts, columns.ends, columns.dates) = (
          picked(unordered.starts), picked(unordered.ends), picked(unordered.dates)
        )
        (columns.kinds, columns.precisions) = (picked(unordered.kinds), picked(unordered.precisions))
        if !unordered.files.isEmpty { columns.files = picked(unordered.files) }
      } else {
        (columns.latitudes, columns.longitudes) = (picked(unordered.latitudes), picked(unordered.longitudes))
        (columns.places, columns.flags) = (picked(unordered.places), picked(unordered.flags))
        columns.standings = picked(unordered.standings)
      }
      return columns
    }
    self = parts[0]
    (latitudes, longitudes) = (parts[1].latitudes, parts[1].longitudes)
    (places, flags, standings) = (parts[1].places, parts[1].flags, parts[1].standings)
  }
}

/// All of a date but its two ends, in two bytes.
struct DateTraits: Hashable, Sendable {
  private let bits: UInt16

  init(_ when: DateInterval?) {
    guard let when else {
      bits = 0
      return
    }
    bits =
      1 | (when.isSpan ? 2 : 0) | (when.isApproximate ? 4 : 0) | (when.isUncertain ? 8 : 0)
      | UInt16(when.startPrecision.rawValue) << 4 | UInt16(when.endPrecision.rawValue) << 8
  }

  /// Whether the source says “about”, or is not sure.
  var isDoubtful: Bool { bits & 12 != 0 }

  /// The interval between two ends; the least and the greatest number are open ones.
  func interval(_ start: Int64, _ end: Int64) -> DateInterval? {
    guard bits & 1 != 0, let first = TimePrecision(rawValue: UInt8(bits >> 4 & 15)),
      let last = TimePrecision(rawValue: UInt8(bits >> 8 & 15))
    else { return nil }
    return DateInterval(
      start: start == .min ? nil : Instant(seconds: start), first, end: end == .max ? nil : Instant(seconds: end), last,
      isSpan: bits & 2 != 0, isApproximate: bits & 4 != 0, isUncertain: bits & 8 != 0)
  }
}
