#if PostgreSQL
  import SituationIO
  import SituationModel

  /// A load of events into the tables of a server: all of them, or none.
  ///
  /// The id is the key. An event that is already there unchanged is left alone; a changed one replaces the one before. The name of the
  /// file is put before an id that was made for a record without one (`#7`), so that two files can have the same.
  public struct Loading: Sendable {
    /// The numbers of events by what the load did with them.
    public struct Outcome: Hashable, Sendable {
      /// The number of new events.
      public let added: Int
      /// The number of events that replaced others.
      public let replaced: Int
      /// The number of events that were there already, unchanged.
      public let unchanged: Int
      /// The number of events that were left out because an earlier one has the same id.
      public let doubled: Int
    }

    private let events: EventTable
    private let files: [String]
    private let address: ServerAddress

    /// A load of the events of some files.
    ///
    /// - Parameters:
    ///   - events: the events as they were read.
    ///   - files: the files as the person named them, at least one, in the order of the numbers that the events have.
    public init(_ events: EventTable, files: [String], to address: ServerAddress) {
      (self.events, self.files, self.address) = (events, files, address)
    }

    /// Loads the events in one transaction. Linear in their number; holds some thousand rows at a time.
    ///
    /// - Parameter progress: called now and then with the number of rows that were sent.
    /// - Throws: the failure; then the tables are as they were.
    public func run(progress: (Int) -> Void = { _ in }) throws(SourceFailure) -> Outcome {
      let connection = Connection(to: address, SessionOptions(isReadOnly: false, timeout: 0))
      guard let version = try Schema.version(on: connection) else {
        throw .refused("the server has no tables for events: make them by sitmap db init")
      }
      guard version == Schema.version else { throw Schema.otherVersion(version) }
      try connection.run("BEGIN; LOCK TABLE sitmap.version IN EXCLUSIVE MODE")
      let outcome: Outcome
      do throws(SourceFailure) {
        let tables = try LoadTables(connection)
        let sent = try send(into: tables, progress)
        outcome = try tables.settle(sent.sent, doubled: sent.doubled)
        try connection.run("COMMIT")
      } catch {
        // Whatever it says to that: without a COMMIT nothing stays.
        connection.close()
        throw error
      }
      // Else the first who ask would write to every page that they read. Each goes by itself, in no transaction; what is not this
      // role's own, or on another server, is passed over.
      for table in ["sitmap.events", "sitmap.rollup"] { try connection.run("VACUUM \(table)") }
      try connection.run("ANALYZE sitmap.events; ANALYZE sitmap.rollup")
      return outcome
    }

    private func send(
      into tables: LoadTables, _ progress: (Int) -> Void
    ) throws(SourceFailure) -> (sent: Int, doubled: Int) {
      var (row, doubled) = (0, 0)
      let command = "COPY \(tables.target) (\(EventRow.columns)) FROM STDIN"
      try tables.connection.copy(command) { () throws(SourceFailure) in
        guard row < events.count else { return nil }
        let threads = events.count - row > Loading.piece ? processors() : 1
        let (first, events, files) = (row, events, files)
        let pieces = inParallel(threads) { number in
          let start = min(events.count, first + number * Loading.piece)
          return Loading.rows(start..<min(events.count, start + Loading.piece), of: events, files)
        }
        row = min(events.count, first + threads * Loading.piece)
        doubled += pieces.reduce(0) { $0 + $1.doubled }
        progress(row)
        return Array(pieces.map(\.bytes).joined())
      }
      return (row - doubled, doubled)
    }

    /// The number of rows that a thread makes in one go.
    private static let piece = 2_000

    private static func rows(
      _ rows: Range<Int>, of events: EventTable, _ files: [String]
    ) -> (bytes: [UInt8], doubled: Int) {
      var (bytes, doubled): ([UInt8], Int) = ([], 0)
      let areDistinct = events.hasDistinctIDs
      for row in rows {
        let event = events[row]
        let file = files[event.file?.number ?? 0]
        let name = file.split(separator: "/").last.map(String.init) ?? file
        // Of events with one id the first is found by it.
        guard areDistinct || events.row(of: event.id) == row else {
          doubled += 1
          continue
        }
        let named = event.renamed { $0.hasPrefix("#") ? name + $0 : $0 }
        bytes += EventRow(named, file: file, fileName: event.file?.name ?? name).bytes
      }
      return (bytes, doubled)
    }
  }
#endif
