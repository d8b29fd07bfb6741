/// Why `Screen.wait` came back.
public enum Wake: Hashable, Sendable {
  /// Someone asked the program to end by SIGINT, SIGTERM, SIGHUP or SIGQUIT; its exit status is to be 128 and the number.
  case terminate(signal: Int32)
  /// The terminal has another size: `Screen.resize` is due.
  case resized
  /// Ctrl-Z: `Screen.suspend` is due.
  case suspendAsked
  /// The program goes on after a stop that it could not see coming: `Screen.resume` is due.
  case continued
  /// The terminal has gone for good; said once.
  case hangUp
  /// There are keys or mouse reports: `Screen.readInput` has them.
  case input
  /// One of the watched files can be read, or has failed.
  case ready(file: Int32)
  /// The deadline has come.
  case deadline
}
