import CNcurses
import Glibc
import TextCanvas

/// The terminal that the program runs in, owned from `init` to `close`.
///
/// How things go, by file: `Screen` opens and closes, `ScreenDrawing` puts a `CellGrid` on it (`RowEncoder`, `CellLooks`,
/// `ColorPairs`), `ScreenInput` reads what a person does (`InputDecoder`, `EscapeSequence`, `KnownKeys`, `ClickCounter`),
/// and `ScreenWaiting` sleeps until there is something to do. Between drawing and waiting nothing runs.
///
/// It stays on the thread that opened it. In every exit that a program can still take, the terminal is given back: by
/// `close`, by `deinit`, by `exit`, and by the guard of `CNcurses` after a trap or a fatal signal.
public final class Screen {
  /// How many colours it has.
  public let colorDepth: ColorDepth
  /// True if the locale is UTF-8, so that more than ASCII is shown. If not, `draw` writes `?` for the rest.
  public let isUTF8: Bool
  /// A line that tells a person how the terminal is treated; nil if there is nothing to say.
  public let remark: String?
  /// The extent of the terminal in cells.
  public internal(set) var size: Size

  let window: UnsafeMutablePointer<WINDOW>
  private let handle: OpaquePointer
  private(set) var isOpen = true
  /// True if the terminal is asked to report a mouse.
  private let hasMouse: Bool

  // Drawing.
  /// The colours that `encoder` knows.
  var theme = Theme.dark
  var encoder: RowEncoder
  /// The cells that are on the terminal; nil if they are not known.
  var drawn: CellGrid?

  // Input.
  let keyboard: Int32
  let signals: Int32
  var decoder: InputDecoder
  var clicks = ClickCounter()
  /// The time for which the rest of an input that has begun is waited for.
  var patience: InputPatience
  /// Signals that were read while something else was waited for.
  var pendingWakes: [Wake] = []
  /// True if the keyboard has reported its end: no input comes any more.
  var hasEnded = false
  /// True if `wait` has reported that end, which it does once.
  var hasHungUp = false

  /// Takes the terminal over and clears it.
  ///
  /// Keys are read from standard input or, when that comes from elsewhere, from the terminal itself.
  /// - Throws: `ScreenError`; the terminal is as it was then.
  public init(_ options: ScreenOptions = ScreenOptions()) throws(ScreenError) {
    isUTF8 = adoptLocale()
    guard cn_guard_remember() else { throw .alreadyOpen }
    keyboard = try Screen.openKeyboard()
    do {
      (handle, signals, remark) = try Screen.takeTerminal()
    } catch {
      Screen.closeKeyboard(keyboard)
      throw error
    }
    window = cn_stdscr()
    hasMouse = options.usesMouse && cn_capability("kmous") != nil
    colorDepth = Screen.startColors()
    encoder = Screen.encoder(for: theme, colorDepth)
    decoder = InputDecoder(known: knownKeys())
    patience = InputPatience(escapeDelay: .milliseconds(options.escapeDelay))
    size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    cbreak()
    noecho()
    nonl()
    InputModes.freeControlKeys()
    curs_set(0)
    // The cursor is hidden, so nothing is spent on where it stands; and a key that comes while drawing must not cut it off.
    leaveok(window, true)
    typeahead(-1)
    enterModes()
  }

  deinit { close() }

  /// Gives the terminal back for good. Doing so again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leaveModes()
    endwin()
    cn_guard_disarm()
    delscreen(handle)
    Screen.closeKeyboard(keyboard)
  }

  /// Gives the terminal to the shell, stops the process, and takes the terminal back when it goes on.
  public func suspend() {
    leaveModes()
    endwin()
    cn_guard_stop()
    dropContinued()
    resume()
  }

  /// Lends the terminal to another program, such as an editor, while it runs, and takes it back.
  public func lend<Result>(_ run: () -> Result) -> Result {
    leaveModes()
    endwin()
    defer { resume() }
    return run()
  }

  /// Takes the terminal back after a stop from outside; the next `draw` draws everything.
  public func resume() {
    // Gone on in the background: the terminal is another's, and touching it would spoil what they do.
    if tcgetpgrp(STDOUT_FILENO) != getpgrp() {
      raise(SIGTTOU)
      dropContinued()
    }
    if !isendwin() { endwin() }
    resize()
    wrefresh(window)
    enterModes()
  }

  /// Takes the terminal's present size; the next `draw` draws everything.
  public func resize() {
    var extent = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &extent) == 0 && extent.ws_row > 0 && extent.ws_col > 0 {
      // Not resizeterm, which pushes a key into the input for every call.
      resize_term(Int32(extent.ws_row), Int32(extent.ws_col))
    }
    size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    redrawAll()
  }

  /// Forgets what stands on the terminal, so that the next `draw` draws everything: when another program wrote over it.
  public func redrawAll() {
    drawn = nil
    clearok(window, true)
  }

  /// Makes the terminal beep or flash.
  public func bell() { beep() }

  /// Forgets the signal that ended a stop which is dealt with.
  private func dropContinued() {
    collectSignals()
    pendingWakes.removeAll { $0 == .continued }
  }

  /// Puts the keyboard, pastes and the mouse into the modes that `ScreenInput` reads.
  private func enterModes() {
    keypad(window, true)
    send(Screen.pasteOn)
    if hasMouse { send(Screen.mouseOn) }
  }

  private func leaveModes() {
    if hasMouse { send(Screen.mouseOff) }
    send(Screen.pasteOff)
  }

  /// A paste is marked at both ends, so that it isn't taken for keys.
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  /// Presses and releases, drags, and the newer form of report, which knows columns beyond 223.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// Writes a sequence to the terminal, past the library, whose buffer is empty between its calls.
  func send(_ sequence: String) {
    var rest = Array(sequence.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func openKeyboard() throws(ScreenError) -> Int32 {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    if isatty(STDIN_FILENO) == 1 { return STDIN_FILENO }
    let file = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .noTerminal }
    return file
  }

  private static func closeKeyboard(_ file: Int32) {
    if file != STDIN_FILENO { Glibc.close(file) }
  }

  /// Starts the library and the guard; the order matters, since both take signals over.
  private static func takeTerminal() throws(ScreenError) -> (OpaquePointer, signals: Int32, remark: String?) {
    let named = TerminalType.ofEnvironment
    guard let type = named.nearestKnown, let handle = cn_newterm(type.name) else {
      throw .unknownTerminal(name: named.name)
    }
    var failure: ScreenError?
    if cn_capability("cup") == nil { failure = .notAddressable(name: named.name) }
    let signals = failure == nil ? cn_guard_arm(mouseOff + pasteOff) : -1
    let number = errno
    endwin()
    guard signals >= 0 else {
      delscreen(handle)
      throw failure ?? .system(errno: number)
    }
    // A pause and back: until the first one, the library (6.4) sends its buffer off at every move of the cursor, ten
    // writes a frame and more. Before colours are started, or it would reset a palette that people made themselves.
    wrefresh(cn_stdscr())
    let remark =
      type == named ? nil : "the terminal database does not know TERM=\(named.name): it is drawn on as \(type.name)"
    return (handle, signals, remark)
  }

  /// An encoder for a theme. Its pairs of colours are numbered anew, since an old terminal has room for those of one.
  static func encoder(for theme: Theme, _ depth: ColorDepth) -> RowEncoder {
    RowEncoder(
      looks: CellLooks(
        theme: theme, depth: depth, colors: cn_colors(), pairs: cn_color_pairs(), isDirect: cn_has_rgb()))
  }

  private static func startColors() -> ColorDepth {
    guard has_colors(), start_color() == OK else { return .none }
    use_default_colors()
    switch cn_colors() {
    case ..<8: return .none
    case ..<256: return .sixteen
    default: return .indexed
    }
  }
}
