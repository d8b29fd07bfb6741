#if PostgreSQL
  import CLibpq
  import SituationModel

  /// The rows of a copy command, after the server said that it takes or sends them.
  extension ServerSession {
    /// Sends rows piece by piece, until `next` returns nil.
    func sendRows(_ next: () throws(SourceFailure) -> [UInt8]?) throws(SourceFailure) {
      while let rows = try next() {
        let sent = rows.withUnsafeBytes { bytes in
          PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard sent == 1 else { throw lost() }
      }
      guard PQputCopyEnd(handle, nil) == 1 else { throw lost() }
    }

    /// Receives rows one after the other, with their line ends.
    ///
    /// - Parameter patience: the longest time without a row, in milliseconds.
    /// - Throws: `.cancelled` if the rest is not wanted, or the error of `take`.
    func receiveRows(
      patience: Int, while isWanted: () -> Bool, _ take: (UnsafeRawBufferPointer) throws(SourceFailure) -> Void
    ) throws(SourceFailure) {
      var deadline = ServerSession.now + patience
      while true {
        var row: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(handle, &row, 1)
        defer { PQfreemem(row) }
        if length < 0 { return }
        if length > 0 {
          try take(UnsafeRawBufferPointer(start: row, count: Int(length)))
          continue
        }
        guard isWanted() else { throw .cancelled }
        guard ServerSession.now < deadline else { throw .away("the server does not answer any more") }
        if case .ready = wait(until: ServerSession.now + ServerSession.pollInterval, or: nil) {
          try readInput()
          deadline = ServerSession.now + patience
        }
      }
    }
  }
#endif
