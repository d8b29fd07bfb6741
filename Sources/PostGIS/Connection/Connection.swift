#if PostgreSQL
  import CLibpq
  import Glibc
  import SituationModel

  /// A session with a server. One thread uses it at a time; another may interrupt it.
  ///
  /// A session that was lost is opened again by the next statement. The caller decides when that is.
  final class Connection {
    /// The settings of a session.
    struct Terms {
      /// True if the session may change nothing.
      var isReadOnly = true
      /// The longest time that a statement may take, in milliseconds; 0 for no limit.
      var timeout: Int32 = 10_000
    }

    private let address: ServerAddress
    private let terms: Terms
    private let interruption: Interruption
    private var session: OpaquePointer?
    /// True if the session's planner is free to sort rows (`enable_sort`).
    private var sortsFreely = true

    /// A connection that is opened by its first statement.
    init(to address: ServerAddress, _ terms: Terms, interruption: Interruption = Interruption()) {
      (self.address, self.terms, self.interruption) = (address, terms, interruption)
    }

    deinit { close() }

    /// Runs a statement with its values as parameters, and waits for the whole answer.
    ///
    /// - Throws: `.cancelled` if the statement was interrupted, `.tooSlow` if it took longer than the limit, otherwise the server's or
    ///   the
    ///   connection's failure.
    func ask(_ statement: Statement) throws(SourceFailure) -> Answer { try ask(statement, sortsFreely: true) }

    /// Runs a statement that sums over many rows, as `ask`. The planner knows nothing of cells, expects few rows, and would sort them all
    /// to
    /// sum them up. So sorting is forbidden: a hash table in memory takes a third of the time.
    ///
    /// - Parameter isShared: true if the rows lie on several servers. Then sorting stays allowed, for the planner has to see the gain of
    ///   letting the servers do the sums.
    func sum(_ statement: Statement, isShared: Bool) throws(SourceFailure) -> Answer {
      try ask(statement, sortsFreely: isShared)
    }

    private func ask(_ statement: Statement, sortsFreely: Bool) throws(SourceFailure) -> Answer {
      let session = try opened()
      if sortsFreely != self.sortsFreely {
        try run("SET enable_sort = \(sortsFreely ? "on" : "off")")
        self.sortsFreely = sortsFreely
      }
      let (text, values) = statement.rendered
      let sent = Connection.withTexts(values) {
        PQsendQueryParams(session, text, Int32(values.count), nil, $0, nil, nil, 0)
      }
      guard sent == 1 else { throw lost(session) }
      return try answer(of: session)
    }

    /// Runs commands of this program that have no values, one after the other.
    func run(_ commands: String) throws(SourceFailure) {
      let session = try opened()
      guard PQsendQuery(session, commands) == 1 else { throw lost(session) }
      _ = try answer(of: session)
    }

    /// Sends rows for a `COPY … FROM STDIN`, piece by piece, until `next` returns nil.
    func copy(_ command: String, rows next: () throws(SourceFailure) -> [UInt8]?) throws(SourceFailure) {
      let session = try opened()
      guard PQsendQuery(session, command) == 1 else { throw lost(session) }
      _ = try answer(of: session, PGRES_COPY_IN)
      while let rows = try next() {
        let sent = rows.withUnsafeBytes { bytes in
          PQputCopyData(session, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard sent == 1 else { throw lost(session) }
      }
      guard PQputCopyEnd(session, nil) == 1 else { throw lost(session) }
      _ = try answer(of: session)
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
      guard PQsendQuery(session, command) == 1 else { throw lost(session) }
      do throws(SourceFailure) {
        _ = try answer(of: session, PGRES_COPY_OUT, while: isWanted)
        try receive(from: session, while: isWanted, take)
        _ = try answer(of: session)
      } catch {
        if case .cancelled = error, self.session != nil { Connection.cancel(session) }
        close()
        throw error
      }
    }

    private func receive(
      from session: OpaquePointer, while isWanted: () -> Bool,
      _ take: (UnsafeRawBufferPointer) throws(SourceFailure) -> Void
    ) throws(SourceFailure) {
      let patience = Int(terms.timeout) + 5_000
      var deadline = Connection.now + patience
      while true {
        var row: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(session, &row, 1)
        defer { PQfreemem(row) }
        if length < 0 { return }
        if length > 0 {
          try take(UnsafeRawBufferPointer(start: row, count: Int(length)))
          continue
        }
        guard isWanted() else { throw .cancelled }
        guard Connection.now < deadline else { throw .away("the server does not answer any more") }
        if case .ready = wait(for: session, until: Connection.now + Connection.glance, true) {
          guard PQconsumeInput(session) == 1 else { throw lost(session) }
          deadline = Connection.now + patience
        }
      }
    }

    /// Closes the session.
    func close() {
      if let session { PQfinish(session) }
      session = nil
    }

    // MARK: Opening

    private func opened() throws(SourceFailure) -> OpaquePointer {
      if let session, PQstatus(session) == CONNECTION_OK { return session }
      close()
      // What the address says goes over what stands before it; without a limit a server that hangs is waited for.
      var words: [(String, String)] = [("fallback_application_name", "sitmap")]
      if getenv("PGCONNECT_TIMEOUT") == nil { words.append(("connect_timeout", "10")) }
      words += [("dbname", address.text), ("client_encoding", "UTF8")]
      let session = Connection.withTexts(words.map(\.0) + [nil]) { names in
        Connection.withTexts(words.map(\.1) + [nil]) { PQconnectdbParams(names, $0, 1) }
      }
      guard let session, PQstatus(session) == CONNECTION_OK else {
        let fault = ServerFault(connection: session)
        if let session { PQfinish(session) }
        throw fault.failure
      }
      sortsFreely = true
      // What the server has to say beside its answers is not for the screen.
      PQsetNoticeProcessor(session, { _, _ in }, nil)
      self.session = session
      do throws(SourceFailure) { try run(settings) } catch {
        close()
        throw error
      }
      // A server that can't do one of these does all else.
      for wish in Connection.wishes { _ = try? run(wish) }
      guard self.session != nil else { throw .away("the server went away: the connection was lost") }
      return session
    }

    /// Commands for optional settings, which a server may refuse. The first lets a statement end when the program that sent it is gone
    /// (PostgreSQL 14 and later). The others let the server prefetch many rows from disk and count in memory, unless its owner has set
    /// more.
    private static let wishes = [
      "SELECT set_config(name, '2s', false) FROM pg_settings WHERE name = 'client_connection_check_interval'",
      "SELECT set_config(name, '64', false) FROM pg_settings WHERE name = 'effective_io_concurrency' AND setting::int < 64",
      "SELECT set_config(name, '64MB', false) FROM pg_settings WHERE name = 'work_mem' AND setting::int < 65536",
    ]

    private var settings: String {
      """
      SET default_transaction_read_only = \(terms.isReadOnly ? "on" : "off"); SET statement_timeout = \(terms.timeout); \
      SET idle_in_transaction_session_timeout = 0; SET extra_float_digits = 1; SET bytea_output = hex; \
      SET DateStyle = ISO; SET TimeZone = UTC; SET IntervalStyle = postgres; SET enable_partitionwise_aggregate = on; \
      SET jit = off; SET client_min_messages = warning; SET standard_conforming_strings = on
      """
    }

    // MARK: Waiting

    /// The interval in milliseconds at which `isWanted` is called.
    private static let glance = 200

    /// The last answer to the commands that were sent, or the first of a kind.
    ///
    /// - Throws: `.cancelled` if the statement was interrupted or is not wanted any more; the server may still be busy with it.
    private func answer(
      of session: OpaquePointer, _ wanted: ExecStatusType? = nil, while isWanted: (() -> Bool)? = nil
    ) throws(SourceFailure) -> Answer {
      interruption.begin()
      defer { interruption.end() }
      var (last, isInterrupted): (Answer?, Bool) = (nil, false)
      var failure: SourceFailure?
      // The server ends a statement by itself; beyond that it hangs.
      var deadline = terms.timeout == 0 ? nil : Connection.now + Int(terms.timeout) + 5_000
      while true {
        while PQisBusy(session) == 1 {
          let glance = isWanted.map { _ in Connection.now + Connection.glance }
          switch wait(for: session, until: [deadline, glance].compactMap { $0 }.min(), isInterrupted) {
          case .ready: if PQconsumeInput(session) == 0 { throw lost(session) }
          case .late where Connection.now < deadline ?? .max:
            if let isWanted, !isWanted() { throw .cancelled }
          case .late:
            close()
            throw isInterrupted ? .cancelled : .away("the server does not answer any more")
          case .interrupted:
            isInterrupted = true
            deadline = Connection.now + 2_000
            Connection.cancel(session)
          }
        }
        guard let result = PQgetResult(session) else { break }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: last = Answer(result)
        case PGRES_COPY_IN:
          last = Answer(result)
          if wanted == PGRES_COPY_IN { return Answer(PQmakeEmptyPGresult(session, PGRES_COPY_IN)) }
        case PGRES_COPY_OUT where wanted == PGRES_COPY_OUT: return Answer(result)
        default:
          let fault = ServerFault(result)
          PQclear(result)
          failure = failure ?? (isInterrupted && fault.code == "57014" ? .cancelled : fault.failure)
        }
      }
      if PQstatus(session) != CONNECTION_OK {
        let fault = failure ?? ServerFault(connection: session).failure
        close()
        if case .away = fault { throw fault }
        throw .away("the server went away: the connection was lost")
      }
      if let failure { throw failure }
      if isInterrupted { throw .cancelled }
      guard let last else { throw .refused("the server gave no answer") }
      return last
    }

    private enum Wait { case ready, late, interrupted }

    private func wait(for session: OpaquePointer, until deadline: Int?, _ isInterrupted: Bool) -> Wait {
      var files = [
        pollfd(fd: PQsocket(session), events: Int16(POLLIN), revents: 0),
        pollfd(fd: isInterrupted ? -1 : interruption.reader, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline.map { Int32(max(0, $0 - Connection.now)) } ?? -1
      let ready = poll(&files, 2, left)
      if ready == 0 { return .late }
      if ready > 0, files[0].revents == 0, files[1].revents != 0 { return .interrupted }
      return .ready
    }

    /// Milliseconds on a monotonic clock.
    private static var now: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }

    /// Asks the server to cancel the running statement, on a thread of its own. That takes another connection, on which a hanging server
    /// could keep the caller waiting.
    private static func cancel(_ session: OpaquePointer) {
      guard let handle = PQgetCancel(session) else { return }
      let bits = UInt(bitPattern: handle)
      let thread = SystemThread {
        guard let handle = OpaquePointer(bitPattern: bits) else { return }
        var words = [CChar](repeating: 0, count: 256)
        PQcancel(handle, &words, 256)
        PQfreeCancel(handle)
      }
      if thread == nil { PQfreeCancel(handle) }
    }

    private func lost(_ session: OpaquePointer) -> SourceFailure {
      let fault = ServerFault(connection: session).failure
      close()
      if case .away = fault { return fault }
      return .away("the server went away: the connection was lost")
    }

    // MARK: Texts for C

    private static func withTexts<Result>(
      _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
      let copies = texts.map { $0.map { strdup($0) } ?? nil }
      defer { for copy in copies { free(copy) } }
      let pointers = copies.map { UnsafePointer($0) }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
#endif
