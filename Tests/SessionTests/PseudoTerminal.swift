import CVTerm
import Glibc
import TextCanvas

/// A pseudo-terminal with a process in it: the end that a terminal emulator would hold.
final class PseudoTerminal {
  /// How a process ended.
  enum Ending: Hashable {
    case exited(status: Int32)
    case killed(signal: Int32)
  }

  /// The line discipline's modes, as far as programs that draw on the screen change them.
  struct Modes: Hashable {
    let input: UInt32
    let output: UInt32
    let local: UInt32
  }

  let processID: pid_t
  /// The modes before the program started.
  let modesBefore: Modes
  private let master: Int32
  // Held open so that what the program wrote last can be read, and its modes looked at, when it has ended.
  private let slave: Int32
  private(set) var ending: Ending?

  /// Starts a program as the leader of a session that owns the terminal.
  init(_ arguments: [String], environment: [String: String], size: Size) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0 else {
      throw SessionError.system("posix_openpt", errno: errno)
    }
    var name = [CChar](repeating: 0, count: 128)
    guard ptsname_r(master, &name, name.count) == 0 else { throw SessionError.system("ptsname_r", errno: errno) }
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw SessionError.system("open", errno: errno) }
    Self.setSize(size, of: master)
    modesBefore = Self.modes(of: master)
    processID = try Self.spawn(arguments, environment: environment, terminal: name)
  }

  deinit {
    if waitForEnding() == nil {
      kill(processID, SIGKILL)
      waitpid(processID, nil, 0)
    }
    close(slave)
    close(master)
  }

  /// The modes of the line discipline now.
  var modes: Modes { Self.modes(of: master) }

  /// Gives the terminal another extent, and so the program a SIGWINCH.
  func resize(_ size: Size) { Self.setSize(size, of: master) }

  /// Writes what a person types.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What the program wrote, waiting at most so long for some; empty when nothing came.
  func read(milliseconds: Int32) -> [UInt8] {
    var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) == 1 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : []
  }

  /// Whether the process sleeps: it waits for a key, or for what it wrote to be read.
  var isAsleep: Bool {
    let file = open("/proc/\(processID)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(file, &bytes, bytes.count)
    // The state is the letter behind the name, which is in parentheses and may hold anything.
    let words = bytes.prefix(max(0, count)).split(separator: UInt8(ascii: ")")).last
    return words?.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "S")
  }

  /// How the process ended, if it has.
  @discardableResult
  func waitForEnding() -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(processID, &status, WNOHANG) == processID else { return nil }
    // The macros for this are not imported: the low seven bits are a signal, the second byte a status.
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: signal)
    return ending
  }

  private static func modes(of file: Int32) -> Modes {
    var modes = termios()
    tcgetattr(file, &modes)
    return Modes(input: modes.c_iflag, output: modes.c_oflag, local: modes.c_lflag)
  }

  private static func setSize(_ size: Size, of file: Int32) {
    var extent = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(file, UInt(TIOCSWINSZ), &extent)
  }

  private static func spawn(_ arguments: [String], environment: [String: String], terminal: [CChar]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // POSIX_SPAWN_SETSID, which is not imported.
    var attributes = attributesOfAShell(flags: 0x80)
    defer { posix_spawnattr_destroy(&attributes) }

    var process: pid_t = 0
    let words = environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let failure = withCStrings(arguments) { argv in
      withCStrings(words) { posix_spawn(&process, arguments[0], &actions, &attributes, argv, $0) }
    }
    guard failure == 0 else { throw SessionError.system("posix_spawn of \(arguments)", errno: failure) }
    return process
  }
}

/// How a shell starts a program: with all signals free, and each as the system has it. To be destroyed by the caller.
func attributesOfAShell(flags: Int32 = 0) -> posix_spawnattr_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(flags | Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)))
  return attributes
}

/// Calls with an array of C strings, ended by nil as `exec` wants it.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("an array that holds nil has a first element") }
    return body(base)
  }
}
