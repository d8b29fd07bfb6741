import Glibc
import SituationModel

/// Hands addresses to `xdg-open`, which finds the person's browser. No shell is involved.
struct LinkOpener {
  private var children: [pid_t] = []

  /// Opens an address; returns a message to the person.
  mutating func open(_ link: WebLink) -> String {
    guard hasDesktop else { return "there is no desktop in this session; the address is \(link.text)" }
    guard let program = LinkOpener.program else { return "xdg-open is not installed; the address is \(link.text)" }
    let error = start(program, link.text)
    if error != 0 {
      return "xdg-open can't be started (\(String(cString: strerror(error)))); the address is \(link.text)"
    }
    return "xdg-open was given \(link.text)"
  }

  /// Takes back what has ended, so that nothing of it stays in the table of processes.
  mutating func reap() {
    children.removeAll { waitpid($0, nil, WNOHANG) != 0 }
  }

  /// True if a browser may have a screen of its own. Over SSH without a display it would have only this terminal, which is in use.
  private var hasDesktop: Bool {
    getenv("SSH_CONNECTION") == nil
      || ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].contains { (name: String) in getenv(name) != nil }
  }

  /// The program's path: the first match in those folders of `PATH` that are absolute.
  private static var program: String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/xdg-open" }
      .first { access($0, X_OK) == 0 }
  }

  /// Starts it in a session of its own, away from the terminal; returns an error's number or 0.
  private mutating func start(_ program: String, _ address: String) -> Int32 {
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&files)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&files)
      posix_spawnattr_destroy(&attributes)
    }
    for file in 0...2 { posix_spawn_file_actions_addopen(&files, Int32(file), "/dev/null", O_RDWR, 0) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | LinkOpener.ownSession)
    var child: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    defer { for word in words { free(word) } }
    let error = posix_spawn(&child, program, &files, &attributes, &words, environ)
    if error == 0 { children.append(child) }
    return error
  }

  /// POSIX_SPAWN_SETSID, which the C library only shows to those who define _GNU_SOURCE.
  private static let ownSession: Int16 = 0x80
}
