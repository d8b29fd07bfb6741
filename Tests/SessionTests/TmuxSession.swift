import Glibc
import TextCanvas

/// A shell in tmux, for what needs one: job control, signals from the keyboard, and what `stty` says afterwards.
///
/// Each has a server of its own with no configuration, so that neither the machine's tmux nor another test is touched.
final class TmuxSession {
  private let socket: String
  private static let tmux = "/usr/bin/tmux"

  /// Starts a shell with an empty prompt.
  init(shell: String = "/bin/sh", size: Size = Size(columns: 100, rows: 32)) throws {
    socket = "sitmap-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    guard access(Self.tmux, X_OK) == 0 else { throw SessionError.noProgram(path: Self.tmux) }
    try run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)",
      "env", "-i", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=screen-256color", "SWIFT_BACKTRACE=enable=no", "PS1=",
      shell,
    ])
  }

  deinit { _ = try? run(["kill-server"]) }

  /// What the pane shows, without trailing spaces.
  func text() throws -> String { try run(["capture-pane", "-p"]) }

  /// Types a line and Enter.
  func enter(_ line: String) throws {
    try run(["send-keys", "-l", line])
    try press("Enter")
  }

  /// Presses keys by tmux's names: `C-z`, `Up`, `q`.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// A tmux format, as `#{alternate_on}` or `#{pane_pid}`.
  func value(_ format: String) throws -> String {
    try run(["display-message", "-p", format]).split(separator: "\n").first.map(String.init) ?? ""
  }

  /// The process in the shell's foreground: the shell's only child.
  func childProcessID() throws -> pid_t? {
    let shell = try value("#{pane_pid}")
    let children = try output(of: ["/bin/cat", "/proc/\(shell)/task/\(shell)/children"])
    return children.split(separator: " ").first.flatMap { pid_t($0) }
  }

  /// Waits until something holds. tmux is asked over and over, since it tells nobody when a pane changes.
  func wait(until what: String, seconds: Double = 10, _ holds: () throws -> Bool) throws {
    let step = 0.02
    for _ in 0..<Int(seconds / step) {
      if try holds() { return }
      usleep(UInt32(step * 1e6))
    }
    throw SessionError.timeout(waitingFor: what, screen: try text().split(separator: "\n").map(String.init))
  }

  /// Waits until a text stands in the pane.
  func wait(for text: String, seconds: Double = 10) throws {
    try wait(until: "the text \"\(text)\"", seconds: seconds) { try self.text().contains(text) }
  }

  /// A command of tmux; returns what it printed.
  @discardableResult
  func run(_ arguments: [String]) throws -> String { try output(of: [Self.tmux, "-L", socket] + arguments) }
}

/// Runs a program to its end and returns what it wrote to standard output.
func output(of arguments: [String]) throws -> String {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { throw SessionError.system("pipe", errno: errno) }
  defer { close(ends[0]) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  posix_spawn_file_actions_addclose(&actions, ends[1])
  // The thread of a test may block signals, and tmux is ended by one.
  var attributes = attributesOfAShell()
  defer { posix_spawnattr_destroy(&attributes) }
  var process: pid_t = 0
  let failure = withCStrings(arguments) { argv in
    withCStrings(["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]) { environment in
      posix_spawn(&process, arguments[0], &actions, &attributes, argv, environment)
    }
  }
  close(ends[1])
  guard failure == 0 else { throw SessionError.system("posix_spawn of \(arguments)", errno: failure) }
  defer { waitpid(process, nil, 0) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 14)
  var count = read(ends[0], &buffer, buffer.count)
  while count > 0 {
    bytes += buffer[..<count]
    count = read(ends[0], &buffer, buffer.count)
  }
  return String(decoding: bytes, as: UTF8.self)
}
