import Glibc
import TextCanvas

/// A program on a terminal, driven as a person drives it: keys and mouse in, the screen out.
///
/// Every wait is for something, with a deadline, and never for a time.
final class TerminalSession {
  private let terminal: PseudoTerminal
  private let screen: EmulatedScreen

  /// Starts a program, the one under test if none is named.
  /// - Parameters:
  ///   - arguments: What stands behind the program's name.
  ///   - environment: What is set beside, or instead of, the session's own variables.
  init(
    program: String? = nil, _ arguments: [String] = [], size: Size = Size(columns: 100, rows: 32),
    environment: [String: String] = [:]
  ) throws {
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      // It would ask on the terminal, for half a minute, whether to debug.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    screen = EmulatedScreen(size: size)
    let path = try program ?? ProgramUnderTest.path()
    terminal = try PseudoTerminal([path] + arguments, environment: variables, size: size)
  }

  /// The process's number, for signals.
  var processID: pid_t { terminal.processID }
  /// The screen's rows, without trailing spaces.
  var lines: [String] { (0..<screen.size.rows).map(screen.line) }
  /// The screen as one text.
  var text: String { lines.joined(separator: "\n") }
  /// The window's title.
  var title: String { screen.title }
  /// How often the program has beeped.
  var bells: Int { screen.bells }

  /// True if the terminal is as a shell wants it: its own screen, a cursor, no mouse, no marks at pastes, and the modes of before.
  var isGivenBack: Bool {
    !screen.isAlternate && screen.showsCursor && !screen.reportsMouse && !screen.marksPastes
      && terminal.modes == terminal.modesBefore
  }

  /// True if the program asked to be told of the mouse.
  var reportsMouse: Bool { screen.reportsMouse }
  /// True if the program asked for pastes to be marked.
  var marksPastes: Bool { screen.marksPastes }

  /// Whether any cell has a colour that is not the terminal's own.
  var hasColors: Bool {
    (0..<screen.size.rows).contains { row in
      (0..<screen.size.columns).contains { column in
        let cell = cell(column: column, row: row)
        return cell.letter >= 0 || cell.ground >= 0
      }
    }
  }

  /// A cell as it looks.
  func cell(column: Int, row: Int) -> ShownCell { screen.cell(column: column, row: row) }

  /// The first cell of a text on the screen.
  func position(of text: String) -> Position? {
    for (row, line) in lines.enumerated() {
      let starts = line.indices.filter { line[$0...].hasPrefix(text) }
      if let start = starts.first { return Position(column: displayWidth(of: line[..<start]), row: row) }
    }
    return nil
  }

  /// Types characters, each as a key.
  func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Presses a key.
  func press(_ code: Key.Code, _ modifiers: Key.Modifiers = []) { send(screen.bytes(for: Key(code, modifiers))) }

  /// Moves the mouse, if the program asked to be told.
  func mouse(_ action: Mouse.Action, column: Int, row: Int) {
    send(screen.bytes(for: Mouse(action, at: Position(column: column, row: row))))
  }

  /// Pastes a text.
  func paste(_ text: String) { send(screen.bytes(pasting: text)) }

  /// Sends packets of bytes with some milliseconds between them, as a slow line does. The program may need longer.
  func send(_ packets: [String], milliseconds: UInt32) {
    for (number, packet) in packets.enumerated() {
      if number > 0 { usleep(milliseconds * 1_000) }
      send(Array(packet.utf8))
    }
  }

  /// Sends bytes as they are.
  func send(_ bytes: [UInt8]) { terminal.write(bytes) }

  /// Sends the process a signal.
  func signal(_ number: Int32) { kill(processID, number) }

  /// Gives the terminal another extent.
  func resize(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    screen.resize(size)
    terminal.resize(size)
  }

  /// Waits until a text stands on the screen.
  func wait(for text: String, seconds: Double = 10) throws {
    try wait(until: "the text \"\(text)\"", seconds: seconds) { self.text.contains(text) }
  }

  /// Waits until something holds, which is looked at whenever the program has written.
  func wait(until what: String, seconds: Double = 10, _ holds: () -> Bool) throws {
    let deadline = now() + seconds
    while true {
      let hasRead = pump()
      if holds() { return }
      if !hasRead && now() > deadline { throw SessionError.timeout(waitingFor: what, screen: lines) }
    }
  }

  /// Waits until the program has done what it was told: it sleeps, and all that it wrote is on the screen.
  func settle(seconds: Double = 10) throws {
    let deadline = now() + seconds
    while now() < deadline {
      if terminal.isAsleep && !pump() && terminal.isAsleep { return }
    }
    throw SessionError.timeout(waitingFor: "the program to come to rest", screen: lines)
  }

  /// Waits until the program has ended and everything that it wrote is on the screen.
  func waitForEnding(seconds: Double = 10) throws -> PseudoTerminal.Ending {
    try wait(until: "the end of the program", seconds: seconds) { terminal.waitForEnding() != nil }
    while pump() {}
    guard let ending = terminal.waitForEnding() else { throw SessionError.system("waitpid", errno: ECHILD) }
    return ending
  }

  /// Takes what the program wrote in the next few milliseconds; returns whether it wrote anything.
  private func pump() -> Bool {
    let bytes = terminal.read(milliseconds: 5)
    if bytes.isEmpty { return false }
    let answer = screen.feed(bytes)
    if !answer.isEmpty { terminal.write(answer) }
    return true
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
