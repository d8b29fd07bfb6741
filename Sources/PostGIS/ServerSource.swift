#if PostgreSQL
  import SituationModel
  import Synchronization

  /// The events on a server with PostGIS, in the tables that `sitmap db init` makes.
  ///
  /// Its session may change nothing. One question is answered at a time; others wait for it. A session that was lost is opened
  /// again by the next question.
  public final class ServerSource: EventSource {
    private let address: ServerAddress
    private let interruption = Interruption()
    /// Nothing of a session leaves the lock: what stands behind it is used by one thread at a time.
    private let session: Mutex<Session>

    /// A source by the address of a server, which is asked for the first time by the first question.
    ///
    /// - Parameters:
    ///   - address: where it is.
    ///   - timeout: how long a question may take on the server, in milliseconds.
    public init(_ address: ServerAddress, timeout: Int32 = 10_000) {
      self.address = address
      session = Mutex(Session(address, timeout: timeout, interruption))
    }

    /// What is to be known of the whole. Reads some hundred rows.
    public func overview() throws(SourceFailure) -> SourceOverview {
      try asking { connection, _ throws(SourceFailure) in try ServerOverview.ask(connection, title: address.name) }
    }

    /// How many events have their places in each cell of an area: from the rollups where they say it, else a scan of the events.
    public func cells(_ question: CellQuestion) throws(SourceFailure) -> CellAnswer {
      try asking { connection, tellsCountries throws(SourceFailure) in
        try CellsSQL(question, tellsCountries: tellsCountries).ask(connection)
      }
    }

    /// How many events each of some stretches of time has; as `cells`.
    public func buckets(_ question: BucketQuestion) throws(SourceFailure) -> BucketAnswer {
      try asking { connection, _ throws(SourceFailure) in try BucketsSQL(question).ask(connection) }
    }

    /// Some events whole, in the order of time. Linear in the offset.
    public func page(_ question: PageQuestion) throws(SourceFailure) -> PageAnswer {
      try asking { connection, _ throws(SourceFailure) in try PageSQL(question).ask(connection) }
    }

    /// One event whole, by its id; nil where there is none of it.
    public func event(_ id: String) throws(SourceFailure) -> Event? {
      try asking { connection, _ throws(SourceFailure) in try PageSQL.event(id, connection) }
    }

    /// Ends what is being answered, from any thread; it does not wait.
    public func cancel() { interruption.interrupt() }

    /// Asks the session, which says beside its connection if the server tells its events about whole countries.
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

  /// A session with its tables looked at once.
  private struct Session: ~Copyable {
    private let connection: Connection
    private var isKnown = false
    private var tellsCountries = false

    init(_ address: ServerAddress, timeout: Int32, _ interruption: Interruption) {
      connection = Connection(to: address, Connection.Terms(timeout: timeout), interruption: interruption)
    }

    mutating func asking<Value>(
      _ ask: @Sendable (Connection, Bool) throws(SourceFailure) -> Value
    ) throws(SourceFailure) -> Value {
      if !isKnown {
        guard let version = try Schema.version(on: connection) else {
          throw .refused("the server has no tables for events: make them by sitmap db init")
        }
        guard version == Schema.version else { throw Schema.otherVersion(version) }
        tellsCountries = try CountriesSQL.isTold(by: connection)
        isKnown = true
      }
      return try ask(connection, tellsCountries)
    }
  }
#endif
