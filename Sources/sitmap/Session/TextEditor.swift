import Glibc
import SituationModel

/// Runs the person's own editor on a text, in `VISUAL` or `EDITOR`, else `vi`. The terminal must be lent to it meanwhile.
struct TextEditor {
  /// The reason why no text came back, in a sentence without a full stop.
  struct Problem: Error { let words: String }

  /// The most bytes that are read of what the editor wrote.
  private static let mostBytes = 1 << 20

  /// Lets the person edit a text, in a file that nobody else can read and that is gone afterwards.
  static func edit(_ text: String) throws(Problem) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/sitmap-XXXXXX.txt").utf8CString)
    let file = mkstemps(&name, 4)
    guard file >= 0 else { throw Problem(words: "no file for the editor: \(String(cString: strerror(errno)))") }
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(path) }
    do {
      defer { close(file) }
      let bytes = Array((text + "\n").utf8)
      guard write(file, bytes, bytes.count) == bytes.count else {
        throw Problem(words: "no file for the editor: \(String(cString: strerror(errno)))")
      }
    }
    let status = try run(on: path)
    guard status == 0 else { throw Problem(words: "the editor ended with status \(status), so the text is as it was") }
    return try read(path)
  }

  /// Runs the editor in a process group of its own, so that Ctrl-C and Ctrl-Z in it are none of ours; returns its exit status.
  private static func run(on path: String) throws(Problem) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    // The variables hold commands with options, as git and others run them.
    let command = "exec ${VISUAL:-${EDITOR:-vi}} \"$1\""
    var words: [UnsafeMutablePointer<CChar>?] = [
      strdup("sh"), strdup("-c"), strdup(command), strdup("sh"), strdup(path), nil,
    ]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, "/bin/sh", nil, &attributes, &words, environ)
    guard error == 0 else { throw Problem(words: "the editor can't be started: \(String(cString: strerror(error)))") }
    return wait(for: child)
  }

  /// Gives the terminal to the editor and waits for its end. An editor that is stopped is woken: there is no shell to go to.
  private static func wait(for child: pid_t) -> Int32 {
    let before = signal(SIGTTOU, SIG_IGN)
    defer {
      tcsetpgrp(STDOUT_FILENO, getpgrp())
      signal(SIGTTOU, before)
    }
    tcsetpgrp(STDOUT_FILENO, child)
    while true {
      var status: Int32 = 0
      let ended = waitpid(child, &status, WUNTRACED)
      if ended < 0 && errno == EINTR { continue }
      if ended < 0 { return 1 }
      if status & 0xFF == 0x7F {
        tcsetpgrp(STDOUT_FILENO, child)
        kill(-child, SIGCONT)
        continue
      }
      return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
  }

  private static func read(_ path: String) throws(Problem) -> String {
    guard let file = fopen(path, "r") else {
      throw Problem(words: "the editor's file is gone, so the text is as it was")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: mostBytes)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).withoutBlankEnds
  }
}
