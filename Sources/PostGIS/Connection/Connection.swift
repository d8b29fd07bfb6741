#if PostgreSQL
  import CLibpq
  import SituationModel

  /// The questions to a server and its answers. One thread uses a connection at a time; another may interrupt it.
  ///
  /// A session that was lost is opened again by the next statement. The caller decides when that is.
  final class Connection {
    private let address: ServerAddress
    private let options: SessionOptions
    private let interruption: Interruption
    private var session: ServerSession?

    /// A connection that is opened by its first statement.
    init(to address: ServerAddress, _ options: SessionOptions, interruption: Interruption = Interruption()) {
      (self.address, self.options, self.interruption) = (address, options, interruption)
    }

    /// Runs a statement with its values as parameters, and waits for the whole answer.
    ///
    /// - Throws: `.cancelled` if the statement was interrupted, `.tooSlow` if it took longer than the limit, otherwise the server's or
    ///   the connection's failure.
    func ask(_ statement: Statement) throws(SourceFailure) -> Answer { try ask(statement, sortsFreely: true) }

    /// Runs a statement that sums over many rows, as `ask`. The planner knows nothing of cells, expects few rows, and would sort them all
    /// to sum them up. So sorting is forbidden: a hash table in memory takes a third of the time.
    ///
    /// - Parameter isShared: true if the rows lie on several servers. Then sorting stays allowed, for the planner has to see the gain of
    ///   letting the servers do the sums.
    func sum(_ statement: Statement, isShared: Bool) throws(SourceFailure) -> Answer {
      try ask(statement, sortsFreely: isShared)
    }

    private func ask(_ statement: Statement, sortsFreely: Bool) throws(SourceFailure) -> Answer {
      let session = try opened()
      if sortsFreely != session.sortsFreely {
        try run("SET enable_sort = \(sortsFreely ? "on" : "off")", on: session)
        session.sortsFreely = sortsFreely
      }
      try session.send(statement)
      return try answer(on: session)
    }

    /// Runs commands of this program that have no values, one after the other.
    func run(_ commands: String) throws(SourceFailure) { try run(commands, on: try opened()) }

    private func run(_ commands: String, on session: ServerSession) throws(SourceFailure) {
      try session.send(commands)
      _ = try answer(on: session)
    }

    /// Sends rows for a `COPY … FROM STDIN`, piece by piece, until `next` returns nil.
    func copy(_ command: String, rows next: () throws(SourceFailure) -> [UInt8]?) throws(SourceFailure) {
      let session = try opened()
      try session.send(command)
      _ = try answer(on: session, PGRES_COPY_IN)
      try session.sendRows(next)
      _ = try answer(on: session)
    }

    /// Passes on the rows of a `COPY … TO STDOUT` one after the other, with their line ends.
    ///
    /// - Parameters:
    ///   - isWanted: called now and then; returns false if the rest is no longer wanted.
    ///   - take: receives a row.
    /// - Throws: `.cancelled` if the rest is not wanted, or the error of `take`; then the session is closed.
    func copy(
      _ command: String, while isWanted: @escaping () -> Bool,
      _ take: (UnsafeRawBufferPointer) throws(SourceFailure) -> Void
    ) throws(SourceFailure) {
      let session = try opened()
      try session.send(command)
      do throws(SourceFailure) {
        _ = try answer(on: session, PGRES_COPY_OUT, while: isWanted)
        try session.receiveRows(patience: Int(options.timeout) + 5_000, while: isWanted, take)
        _ = try answer(on: session)
      } catch {
        if case .cancelled = error { session.cancel() }
        session.close()
        throw error
      }
    }

    /// Closes the session.
    func close() { session = nil }

    private func answer(
      on session: ServerSession, _ wanted: ExecStatusType? = nil, while isWanted: (() -> Bool)? = nil
    ) throws(SourceFailure) -> Answer {
      var exchange = Exchange(on: session, timeout: options.timeout, interruption: interruption, while: isWanted)
      return try exchange.answer(wanted)
    }

    /// The session, opened if there is none, with its settings.
    private func opened() throws(SourceFailure) -> ServerSession {
      if let session, session.isOpen { return session }
      close()
      let session = try ServerSession(to: address)
      try run(options.settings, on: session)
      // A server that can't do one of these does all else.
      for setting in SessionOptions.optionalSettings where session.isOpen { _ = try? run(setting, on: session) }
      guard session.isOpen else { throw .away("the connection to the server was lost") }
      self.session = session
      return session
    }
  }
#endif
