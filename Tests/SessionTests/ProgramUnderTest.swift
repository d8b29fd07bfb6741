import Glibc

/// The program that the sessions run.
enum ProgramUnderTest {
  /// Its path: what `SITMAP_PROGRAM` names, else the one that was built with the tests; where these are not optimised, the release build
  /// of this package.
  /// - Throws: `SessionError.noProgram` when there is none.
  static func path() throws -> String {
    let path = getenv("SITMAP_PROGRAM").map { String(cString: $0) } ?? built
    guard access(path, X_OK) == 0 else { throw SessionError.noProgram(path: path) }
    return path
  }

  #if DEBUG && !PostgreSQL
    private static var built: String { packageRoot + "/.build/release/sitmap" }
  #else
    private static var built: String {
      // The program that runs the tests stands beside it.
      guard let tests = realpath("/proc/self/exe", nil) else { return "sitmap" }
      defer { free(tests) }
      return String(cString: tests).split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/sitmap"
    }
  #endif

  /// The folder of `Package.swift`.
  static var packageRoot: String {
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
