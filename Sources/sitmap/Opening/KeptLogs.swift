import SituationIO
import Synchronization

/// The logs of changes as they were read last, so that of a log that only grew since the new lines alone are read as changes.
final class KeptLogs: Sendable {
  private let logs = Mutex<[String: ChangeLog]>([:])

  /// A log as it is now.
  ///
  /// - Throws: `ReadError` where it can't be opened, or is over a limit; it is then forgotten.
  func read(_ path: String) throws(ReadError) -> ChangeLog {
    let earlier = logs.withLock { $0.removeValue(forKey: path) }
    let log = try ChangeLog(path: path, after: earlier)
    logs.withLock { $0[path] = log }
    return log
  }
}
