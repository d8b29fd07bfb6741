/// Why a file could not be read at all. What is wrong with one record alone is a `Rejection`, not an error.
public enum ReadError: Error, Hashable, Sendable {
  /// There is no file of that name.
  case noSuchFile(file: String)
  /// There is one, and the system or a limit keeps it from being read.
  case notReadable(file: String, reason: String)
  /// The bytes were read and are nothing that the reader knows; `line` counts from 1.
  case notUnderstood(file: String, line: Int, reason: String)

  /// The exit code for it, after BSD's `sysexits.h`: 66 where the input can't be opened, 65 where it is not understood.
  public var exitCode: Int32 {
    switch self {
    case .noSuchFile, .notReadable: 66
    case .notUnderstood: 65
    }
  }

  /// The message for a person, in one line: `FILE: reason` or `FILE:LINE: reason`.
  public var message: String {
    switch self {
    case .noSuchFile(let file): "\(file): no such file"
    case .notReadable(let file, let reason): "\(file): \(reason)"
    case .notUnderstood(let file, let line, let reason): "\(file):\(line): \(reason)"
    }
  }
}
