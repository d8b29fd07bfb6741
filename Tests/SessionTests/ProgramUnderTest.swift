import Glibc

/// The program that the sessions run.
enum ProgramUnderTest {
  /// Its path: what `SITMAP_PROGRAM` names, else the release build of this package.
  /// - Throws: `SessionError.noProgram` when there is none.
  static func path() throws -> String {
    let path = getenv("SITMAP_PROGRAM").map { String(cString: $0) } ?? packageRoot + "/.build/release/sitmap"
    guard access(path, X_OK) == 0 else { throw SessionError.noProgram(path: path) }
    return path
  }

  /// The folder of `Package.swift`.
  private static var packageRoot: String {
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  }
}

/// What can go wrong with a session itself; everything else is a failed expectation.
enum SessionError: Error, CustomStringConvertible {
  case noProgram(path: String)
  case system(String, errno: Int32)
  /// Something did not happen in time.
  case timeout(waitingFor: String, screen: [String])

  var description: String {
    switch self {
    case .noProgram(let path):
      """
      there is no program at \(path): build it by `swift build -c release --product sitmap`, or name another by \
      SITMAP_PROGRAM
      """
    case .system(let call, let number): "\(call) failed: \(String(cString: strerror(number)))"
    case .timeout(let what, let screen): "waited in vain for \(what); the screen:\n" + screen.joined(separator: "\n")
    }
  }
}
