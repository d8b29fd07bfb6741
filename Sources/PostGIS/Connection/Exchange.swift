#if PostgreSQL
  import CLibpq
  import SituationModel

  /// The wait for the answer to what was sent on a session.
  struct Exchange {
    private let session: ServerSession
    private let interruption: Interruption
    private let isWanted: (() -> Bool)?
    /// A time of `ServerSession.now`; nil for no limit.
    private var deadline: Int?
    private var isInterrupted = false

    /// - Parameters:
    ///   - timeout: the longest time that the server gives a statement, in milliseconds; 0 for no limit.
    ///   - isWanted: called now and then; returns false if the answer is no longer wanted.
    init(
      on session: ServerSession, timeout: Int32, interruption: Interruption, while isWanted: (() -> Bool)? = nil
    ) {
      (self.session, self.interruption, self.isWanted) = (session, interruption, isWanted)
      // The server ends a statement by itself; beyond that it hangs.
      deadline = timeout == 0 ? nil : ServerSession.now + Int(timeout) + 5_000
    }

    /// The last answer to the commands that were sent, or the first of a kind.
    ///
    /// - Throws: `.cancelled` if the statement was interrupted or is not wanted any more; the server may still be busy with it.
    mutating func answer(_ wanted: ExecStatusType? = nil) throws(SourceFailure) -> Answer {
      interruption.begin()
      defer { interruption.end() }
      var (last, failure): (Answer?, SourceFailure?)
      while let result = try nextResult() {
        let status = PQresultStatus(result)
        switch status {
        case wanted: return Answer(result)
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN: last = Answer(result)
        default:
          let fault = ServerFault(result)
          PQclear(result)
          failure = failure ?? (isInterrupted && fault.code == "57014" ? .cancelled : fault.failure)
        }
      }
      if !session.isOpen { throw session.lost(failure) }
      if let failure { throw failure }
      if isInterrupted { throw .cancelled }
      guard let last else { throw .refused("the server gave no answer") }
      return last
    }

    /// The result of the next command; nil after the last.
    private mutating func nextResult() throws(SourceFailure) -> OpaquePointer? {
      while PQisBusy(session.handle) == 1 {
        let poll = isWanted.map { _ in ServerSession.now + ServerSession.pollInterval }
        switch session.wait(until: [deadline, poll].compactMap { $0 }.min(), or: isInterrupted ? nil : interruption) {
        case .ready: try session.readInput()
        case .late where ServerSession.now < deadline ?? .max:
          if let isWanted, !isWanted() { throw .cancelled }
        case .late:
          session.close()
          throw isInterrupted ? .cancelled : .away("the server does not answer any more")
        case .interrupted:
          isInterrupted = true
          deadline = ServerSession.now + 2_000
          session.cancel()
        }
      }
      return PQgetResult(session.handle)
    }
  }
#endif
