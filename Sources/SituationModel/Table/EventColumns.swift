/// The numbers that are asked of every event, in columns: each column is side by side, so that a question to a million events
/// looks at none of them whole.
///
/// They stand in the order of time, into which they are put as they are made of a file's records.
public struct EventColumns: Sendable {
  /// Facts about an event that are true or false.
  @frozen
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The flags as bits.
    public let rawValue: UInt8

    /// Flags from their bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// True if the place is one point and nothing more: all of it is in the columns. Inlined elsewhere, as it is asked of every
    /// event of a frame.
    @inlinable public static var isPoint: Flags { Flags(rawValue: 1) }
    /// A source of it has a grade.
    public static let hasGrade = Flags(rawValue: 2)
    /// The event's texts may have characters that could act on a terminal.
    public static let isSuspect = Flags(rawValue: 4)
    /// It names other events.
    public static let hasLinks = Flags(rawValue: 8)
    /// The file's word for its kind may be another than the kind's own.
    public static let hasOwnKind = Flags(rawValue: 16)
    /// The event's place was found by its name.
    public static let isPlacedByName = Flags(rawValue: 32)
  }

  /// When each begins, in seconds since 1970; the least number for an open start, the greatest for no date.
  let starts: [Int64]
  /// How long each lasts, as `TimeLength` has it.
  let lengths: [UInt32]
  /// The ends of the rows whose length does not tell them.
  let longEnds: [Int32: Int64]
  let dates: [DateTraits]
  /// The code of each kind in `kindTable`.
  public let kinds: [UInt8]
  /// The kinds that there are.
  public let kindTable: KindTable
  /// The code of each place's precision.
  public let precisions: [UInt8]
  /// The code of each standing; 0 where none is stated.
  public let standings: [UInt8]
  /// Where the point is, for those that are one, as `GlobePoint` has it.
  let latitudes: [Int32]
  /// As `latitudes`.
  public let longitudes: [Int32]
  /// Which of `names` each place has; -1 for none.
  public let places: [Int32]
  /// The flags of each event.
  public let flags: [Flags]
  /// The number of the file that each is from; empty where there is one.
  public let files: [UInt8]
  /// The names of places, each once.
  public let names: [String]
  /// The figures that events state, by name.
  public let figures: [FigureColumn]
  /// The provinces that events name; nil where none does.
  public let provinces: ProvinceColumn?
  /// False if some events have figures that are in no column.
  let hasAllFigures: Bool

  /// How many rows there are.
  public var count: Int { starts.count }

  /// The columns of some records. Linear, on two processors.
  ///
  /// - Parameters:
  ///   - order: the record of each row; nil where they stand in the order of time.
  ///   - hasFiles: whether the records are of several files.
  init(_ records: consuming EventRecords, order: [Int32]?, hasFiles: Bool = false) {
    var records = records
    longEnds = EventColumns.rows(of: records.ends, order)
    // The times of the records are let go before their marks are put into order.
    let kindCounts = KindCounts(words: records.kinds, counts: records.countByKind())
    kindTable = kindCounts.table
    let times = TimeColumns(RecordGather(parts: records.takeTimes(), order: order), codes: kindCounts.codes)
    (starts, lengths, dates) = (times.starts, times.lengths, times.dates)
    (kinds, precisions) = (times.kinds, times.precisions)
    let marks = MarkColumns(RecordGather(parts: records.marks, order: order))
    (latitudes, longitudes, places) = (marks.latitudes, marks.longitudes, marks.places)
    (standings, flags) = (marks.standings, marks.flags)
    files = !hasFiles ? [] : EventColumns.files(of: records.marks, order)
    names = records.names
    (figures, hasAllFigures) = (records.figures.columns(count: starts.count, order: order), !records.figures.isCut)
    provinces = records.provinces.column(count: starts.count, order: order)
  }

  /// The column of a figure; nil where no event states it.
  public func figure(_ name: FigureName) -> FigureColumn? { figures.first { $0.name == name } }

  /// The same columns with other places of some rows. Linear in the rows and the names.
  init(_ others: EventColumns, placing placed: [Int: Place]) {
    (starts, lengths, longEnds, dates) = (others.starts, others.lengths, others.longEnds, others.dates)
    (kinds, kindTable) = (others.kinds, others.kindTable)
    (standings, files) = (others.standings, others.files)
    (figures, hasAllFigures) = (others.figures, others.hasAllFigures)
    provinces = others.provinces
    var (precisions, flags) = (others.precisions, others.flags)
    var (latitudes, longitudes, places) = (others.latitudes, others.longitudes, others.places)
    var names = others.names
    var numbers: [String: Int32] = [:]
    for row in placed.keys.sorted() {
      guard let place = placed[row] else { continue }
      precisions[row] = place.precision.code
      flags[row].remove([.isPoint, .isPlacedByName])
      if let point = place.point {
        let point = GlobePoint(point)
        (latitudes[row], longitudes[row]) = (point.latitude, point.longitude)
        flags[row].insert(.isPoint)
      }
      if place.origin == .name { flags[row].insert(.isPlacedByName) }
      guard let name = place.name, places[row] < 0 || others.names[Int(places[row])] != name else { continue }
      let number = numbers[name] ?? Int32(truncatingIfNeeded: names.count)
      if numbers.updateValue(number, forKey: name) == nil { names.append(name) }
      places[row] = number
    }
    (self.precisions, self.flags, self.latitudes, self.longitudes) = (precisions, flags, latitudes, longitudes)
    (self.places, self.names) = (places, names)
  }

  private static func files(of marks: [EventRecords.MarkPart], _ order: [Int32]?) -> [UInt8] {
    order.map { $0.map { marks[Int($0)].file } } ?? marks.map(\.file)
  }

  /// Values by row, from values by record.
  private static func rows(of ends: [Int32: Int64], _ order: [Int32]?) -> [Int32: Int64] {
    guard let order, !ends.isEmpty else { return ends }
    var rows: [Int32: Int64] = [:]
    for (row, record) in order.enumerated() {
      if let end = ends[record] { rows[Int32(row)] = end }
    }
    return rows
  }

  /// When an event ends; the greatest number for an open end and for no date.
  @inline(__always)
  func end(_ row: Int) -> Int64 {
    let length = lengths[row]
    return length < TimeLength.open ? starts[row] + Int64(length) : longEnd(row)
  }

  /// When an event ends whose length does not tell.
  func longEnd(_ row: Int) -> Int64 {
    lengths[row] == TimeLength.elsewhere ? longEnds[Int32(truncatingIfNeeded: row)] ?? .max : .max
  }

  /// When an event happened.
  func when(_ row: Int) -> DateInterval? { dates[row].interval(starts[row], end(row)) }

  /// True if the dates of two rows are the same in all.
  @inline(__always)
  func isOneTime(_ row: Int, _ other: Int) -> Bool {
    starts[row] == starts[other] && lengths[row] == lengths[other] && dates[row] == dates[other]
      && lengths[row] != TimeLength.elsewhere
  }

  /// The point of an event that is one.
  public func point(_ row: Int) -> GlobePoint { GlobePoint(latitude: latitudes[row], longitude: longitudes[row]) }

  /// The columns that marks are made of, as they stand in memory.
  public struct Marks {
    /// As the columns of these names.
    public let kinds, precisions, standings: UnsafeBufferPointer<UInt8>
    /// As the columns of these names.
    public let latitudes, longitudes: UnsafeBufferPointer<Int32>
    /// As the column.
    public let places: UnsafeBufferPointer<Int32>
    /// As the column.
    public let flags: UnsafeBufferPointer<Flags>
  }

  /// Calls something with the columns that marks are made of; they are valid until it returns.
  ///
  /// Swift 6.1 has no other way to hold the memory of several arrays; the spans of 6.2 would need no nesting.
  public func withMarks<Result>(_ body: (Marks) -> Result) -> Result {
    kinds.withUnsafeBufferPointer { kinds in
      precisions.withUnsafeBufferPointer { precisions in
        standings.withUnsafeBufferPointer { standings in
          latitudes.withUnsafeBufferPointer { latitudes in
            longitudes.withUnsafeBufferPointer { longitudes in
              places.withUnsafeBufferPointer { places in
                flags.withUnsafeBufferPointer { flags in
                  body(
                    Marks(
                      kinds: kinds, precisions: precisions, standings: standings, latitudes: latitudes,
                      longitudes: longitudes, places: places, flags: flags))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The first part of a row's record.
  func time(_ row: Int) -> EventRecords.TimePart {
    EventRecords.TimePart(
      start: starts[row], length: lengths[row], date: dates[row], kind: UInt16(kinds[row]),
      precision: precisions[row])
  }

  /// The second part of a row's record.
  func mark(_ row: Int) -> EventRecords.MarkPart {
    EventRecords.MarkPart(
      point: point(row), place: places[row], standing: standings[row], flags: flags[row],
      file: files.isEmpty ? 0 : files[row])
  }
}

/// All of a date but its two ends, in two bytes.
struct DateTraits: Hashable, Sendable {
  private let bits: UInt16

  /// One more than the greatest number.
  static let combinations = 1 << 12
  /// A number for each combination.
  var number: Int { Int(bits) }
  init(number: Int) { bits = UInt16(truncatingIfNeeded: number) }

  init(_ when: DateInterval?) {
    guard let when else {
      bits = 0
      return
    }
    bits =
      1 | (when.isSpan ? 2 : 0) | (when.isApproximate ? 4 : 0) | (when.isUncertain ? 8 : 0)
      | UInt16(when.startPrecision.rawValue) << 4 | UInt16(when.endPrecision.rawValue) << 8
  }

  /// True if the source says “about”, or is not sure.
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
