#if PostgreSQL
  import CLibpq
  import Glibc
  import SituationModel

  /// A session with a server, from its opening until it is closed or lost.
  final class ServerSession {
    /// libpq's connection; nil once the session is closed. libpq's functions take nil for a connection that failed.
    private(set) var handle: OpaquePointer?
    /// True if the session's planner is free to sort rows (`enable_sort`).
    var sortsFreely = true

    /// Opens a session, which has the server's own settings.
    init(to address: ServerAddress) throws(SourceFailure) {
      // What the address says goes over what stands before it; without a limit a server that hangs is waited for.
      var words: [(String, String)] = [("fallback_application_name", "sitmap")]
      if getenv("PGCONNECT_TIMEOUT") == nil { words.append(("connect_timeout", "10")) }
      words += [("dbname", address.text), ("client_encoding", "UTF8")]
      handle = ServerSession.withTexts(words.map(\.0) + [nil]) { names in
        ServerSession.withTexts(words.map(\.1) + [nil]) { PQconnectdbParams(names, $0, 1) }
      }
      guard isOpen else { throw ServerFault(connection: handle).failure }
      // What the server has to say beside its answers is not for the screen.
      PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    deinit { close() }

    /// True until the session is closed or its connection fails.
    var isOpen: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Closes the session.
    func close() {
      if let handle { PQfinish(handle) }
      handle = nil
    }

    /// Closes a session whose connection failed, and returns the reason.
    ///
    /// - Parameter fault: the server's last error, if it gave one.
    func lost(_ fault: SourceFailure? = nil) -> SourceFailure {
      let fault = fault ?? ServerFault(connection: handle).failure
      close()
      if case .away = fault { return fault }
      return .away("the connection to the server was lost")
    }

    // MARK: Sending

    /// Sends a statement with its values as parameters.
    func send(_ statement: Statement) throws(SourceFailure) {
      let (text, values) = statement.rendered
      let sent = ServerSession.withTexts(values) {
        PQsendQueryParams(handle, text, Int32(values.count), nil, $0, nil, nil, 0)
      }
      if sent != 1 { throw lost() }
    }

    /// Sends commands of this program that have no values.
    func send(_ commands: String) throws(SourceFailure) {
      if PQsendQuery(handle, commands) != 1 { throw lost() }
    }

    /// Asks the server to cancel the running statement, on a thread of its own. That takes another connection, on which a hanging server
    /// could keep the caller waiting.
    func cancel() {
      guard let request = PQgetCancel(handle) else { return }
      let bits = UInt(bitPattern: request)
      let thread = SystemThread {
        guard let request = OpaquePointer(bitPattern: bits) else { return }
        var words = [CChar](repeating: 0, count: 256)
        PQcancel(request, &words, 256)
        PQfreeCancel(request)
      }
      if thread == nil { PQfreeCancel(request) }
    }

    /// Calls something with texts as C has them.
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
