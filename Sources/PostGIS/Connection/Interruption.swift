#if PostgreSQL
  import Glibc
  import SituationModel
  import Synchronization

  /// Lets another thread interrupt a connection that waits for an answer, by a pipe that the connection polls beside the server.
  final class Interruption: Sendable {
    /// Readable when an end was asked for.
    let reader: Int32
    private let writer: Int32
    /// The number of nested waits for an answer. An interruption while nobody waits is ignored.
    private let waiting = Mutex(0)

    init() {
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
      (reader, writer) = (ends[0], ends[1])
    }

    deinit {
      close(reader)
      close(writer)
    }

    /// Begins to wait, for a whole question or for one statement of it; what was asked for before a question is forgotten.
    func begin() {
      waiting.withLock { waiting in
        if waiting == 0 { drain() }
        waiting += 1
      }
    }

    /// Waits no more.
    func end() {
      waiting.withLock { waiting in
        waiting -= 1
        if waiting == 0 { drain() }
      }
    }

    /// Asks for an end, from any thread.
    func interrupt() {
      waiting.withLock { waiting in
        guard waiting > 0 else { return }
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
      }
    }

    private func drain() {
      var bytes = [UInt8](repeating: 0, count: 64)
      while read(reader, &bytes, bytes.count) > 0 {}
    }
  }
#endif
