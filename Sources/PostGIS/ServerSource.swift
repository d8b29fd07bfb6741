#if PostgreSQL
  import SituationModel
  import Synchronization

  /// The events on a server with PostGIS, in the tables that `sitmap db init` makes.
  ///
  /// The session is read-only. One question is answered at a time; others wait for it. A session that was lost is opened
  /// again by the next question.
  public final class ServerSource: EventSource {
    private let address: ServerAddress
    private let interruption = Interruption()
    /// The session, in a lock, so that one thread uses it at a time. Nothing of it may leave the lock.
    private let session: Mutex<Session>

    /// A source by the address of a server. The first question opens the connection.
    ///
    /// - Parameters:
    ///   - address: the address of the server.
    ///   - timeout: the longest time that a statement may take on the server, in milliseconds.
    public init(_ address: ServerAddress, timeout: Int32 = 10_000) {
      self.address = address
      session = Mutex(Session(address, timeout: timeout, interruption))
    }

    /// The summary of all events. Reads some hundred rows.
    public func overview() throws(SourceFailure) -> SourceOverview {
      try asking { connection, _ throws(SourceFailure) in try ServerOverview.ask(connection, title: address.name) }
    }

    /// The number of events in each cell of an area: from the rollups if these are exact for it, otherwise by a scan of the events.
    public func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer {
      try asking { connection, tellsCountries throws(SourceFailure) in
        try CellsSQL(question, tellsCountries: tellsCountries).ask(connection)
      }
    }

    /// The number of events in each of some stretches of time; from the same rows as `cells`.
    public func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer {
      try asking { connection, _ throws(SourceFailure) in try BucketsSQL(question).ask(connection) }
    }

    /// A page of whole events in the order of time. Linear in the offset.
    public func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer {
      try asking { connection, _ throws(SourceFailure) in try PageSQL(question).ask(connection) }
    }

    /// One whole event by its id; nil if there is none.
    public func event(_ id: String) throws(SourceFailure) -> Event? {
      try asking { connection, _ throws(SourceFailure) in try PageSQL.event(id, connection) }
    }

    /// Cancels the running question. May be called from any thread; returns at once.
    public func cancel() { interruption.interrupt() }

    /// Runs `ask` with the session's connection, and a Boolean that is true if the server keeps events about whole countries apart.
    private func asking<Value: Sendable>(
      _ ask: @Sendable (Connection, Bool) throws(SourceFailure) -> Value
    ) throws(SourceFailure) -> Value {
      let result: Result<Value, SourceFailure> = session.withLock { session in
        // A question may be several statements: an end that is asked for between two of them ends the next.
        interruption.begin()
        defer { interruption.end() }
        do throws(SourceFailure) { return .success(try session.asking(ask)) } catch { return .failure(error) }
      }
      return try result.get()
    }
  }

  /// A session that checks the server's tables once.
  private struct Session: ~Copyable {
    private let connection: Connection
    private var isKnown = false
    private var tellsCountries = false

    init(_ address: ServerAddress, timeout: Int32, _ interruption: Interruption) {
      connection = Connection(to: address, SessionOptions(timeout: timeout), interruption: interruption)
    }

    mutating func asking<Value>(
      _ ask: @Sendable (Connection, Bool) throws(SourceFailure) -> Value
    ) throws(SourceFailure) -> Value {
      if !isKnown {
        guard let version = try Schema.version(on: connection) else {
          throw .refused("the server has no tables for events: make them by sitmap db init")
        }
        guard Schema.readableVersions.contains(version) else { throw Schema.otherVersion(version) }
        tellsCountries = try CountriesSQL.isTold(by: connection)
        isKnown = true
      }
      return try ask(connection, tellsCountries)
    }
  }
#endif
