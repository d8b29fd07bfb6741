#if PostgreSQL
  import Glibc
  import SituationModel
  import Synchronization

  /// How another thread ends what a connection waits for: a pipe that is waited on beside the server.
  final class Interruption: Sendable {
    /// Readable when an end was asked for.
    let reader: Int32
    private let writer: Int32
    /// Whether somebody waits for an answer: an end that is asked for while nobody does is forgotten.
    private let isWaiting = Mutex(false)

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

    /// Begins to wait; what was asked for before is forgotten.
    func begin() {
      isWaiting.withLock { waiting in
        drain()
        waiting = true
      }
    }

    /// Waits no more.
    func end() {
      isWaiting.withLock { waiting in
        waiting = false
        drain()
      }
    }

    /// Asks for an end, from any thread.
    func interrupt() {
      isWaiting.withLock { waiting in
        guard waiting else { return }
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
