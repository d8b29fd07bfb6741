#if PostgreSQL
  import CLibpq
  import Glibc
  import SituationModel

  extension ServerSession {
    /// The end of a wait: bytes of the server, the deadline, or an interruption.
    enum Wait { case ready, late, interrupted }

    /// The interval in milliseconds at which the caller of a long copy is asked if it still wants the rest.
    static let pollInterval = 200

    /// Milliseconds on a monotonic clock.
    static var now: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }

    /// Waits for bytes of the server.
    ///
    /// - Parameters:
    ///   - deadline: a time of `now`; nil to wait without a limit.
    ///   - interruption: ends the wait; nil if nothing may.
    func wait(until deadline: Int?, or interruption: Interruption?) -> Wait {
      var files = [
        pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0),
        pollfd(fd: interruption?.reader ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline.map { Int32(max(0, $0 - ServerSession.now)) } ?? -1
      let ready = poll(&files, 2, left)
      if ready == 0 { return .late }
      if ready > 0, files[0].revents == 0, files[1].revents != 0 { return .interrupted }
      return .ready
    }

    /// Reads the bytes that the server sent.
    func readInput() throws(SourceFailure) {
      if PQconsumeInput(handle) == 0 { throw lost() }
    }
  }
#endif
