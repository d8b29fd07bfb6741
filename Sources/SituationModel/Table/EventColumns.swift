/// What is asked of every event at once, in columns: small numbers side by side, so that a question to a million events
/// looks at none of them whole.
///
/// They stand in the order of time, into which they are put as they are made of a file's records.
public struct EventColumns: Sendable {
  /// What is to be known of an event beside its numbers.
  @frozen
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The flags as bits.
    public let rawValue: UInt8

    /// Flags from their bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Its place is one point and nothing more: all of it stands in the columns. Inlined elsewhere, as it is asked of every
    /// event of a frame.
    @inlinable public static var isPoint: Flags { Flags(rawValue: 1) }
    /// A source of it has a grade.
    public static let hasGrade = Flags(rawValue: 2)
    /// Its texts may have characters that could act on a terminal.
    public static let isSuspect = Flags(rawValue: 4)
    /// It names other events.
    public static let hasLinks = Flags(rawValue: 8)
    /// The file's word for its kind may be another than the kind's own.
    public static let hasOwnKind = Flags(rawValue: 16)
  }

  /// When each begins, in seconds since 1970; the least number for an open start, the greatest for no date.
  let starts: [Int64]
  /// When each ends; the greatest number for an open end and for no date.
  let ends: [Int64]
  let dates: [DateTraits]
  /// Which of `EventKind.allCases` each is.
  public let kinds: [UInt8]
  /// Which of `PlacePrecision.allCases` each place has.
  public let precisions: [UInt8]
  /// Which of `Standing.allCases` each has, counted from 1; 0 where none is stated.
  public let standings: [UInt8]
  /// Where the point is, for those that are one.
  public let latitudes: [Double]
  /// As `latitudes`.
  public let longitudes: [Double]
  /// Which of `names` each place has; -1 for none.
  public let places: [Int32]
  /// What else is to be known of each.
  public let flags: [Flags]
  /// The number of the file that each is from; empty where there is one.
  public let files: [UInt8]
  /// The names of places, each once.
  public let names: [String]

  /// How many rows there are.
  public var count: Int { starts.count }

  /// The columns of some records. Linear, on two processors.
  ///
  /// - Parameters:
  ///   - order: the record of each row; nil where they stand in the order of time.
  ///   - hasFiles: whether the records are of several files.
  init(_ records: EventRecords, order: [Int32]?, hasFiles: Bool = false) {
    let source = RecordGather(records: records.records, order: order)
    let (times, marks) = inParallel({ TimeColumns(source) }, { MarkColumns(source) }, if: source.count > 50_000)
    (starts, ends, dates) = (times.starts, times.ends, times.dates)
    (latitudes, longitudes, places) = (marks.latitudes, marks.longitudes, marks.places)
    (kinds, precisions) = (times.kinds, times.precisions)
    (standings, flags) = (marks.standings, marks.flags)
    files = hasFiles ? source.column { $0.file } : []
    names = records.names
  }

  /// When an event happened.
  func when(_ row: Int) -> DateInterval? { dates[row].interval(starts[row], ends[row]) }

  /// The columns that marks are made of, as they stand in memory.
  public struct Marks {
    /// As the columns of these names.
    public let kinds, precisions, standings: UnsafeBufferPointer<UInt8>
    /// As the columns of these names.
    public let latitudes, longitudes: UnsafeBufferPointer<Double>
    /// As the column.
    public let places: UnsafeBufferPointer<Int32>
    /// As the column.
    public let flags: UnsafeBufferPointer<Flags>
  }

  /// Calls something with the columns that marks are made of; they are valid until it returns.
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

  /// A row as a record.
  func record(_ row: Int) -> EventRecords.Record {
    EventRecords.Record(
      start: starts[row], end: ends[row], latitude: latitudes[row], longitude: longitudes[row], place: places[row],
      date: dates[row], kind: kinds[row], precision: precisions[row], standing: standings[row], flags: flags[row],
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
