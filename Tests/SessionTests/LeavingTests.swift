import Glibc
import Testing
import TextCanvas

/// However the program ends or pauses, the terminal is the shell's again.
@Suite("Leaving", .serialized)
struct LeavingTests {
  @Test("q leaves with status 0 and gives the terminal back")
  func quit() throws {
    let session = try TerminalSession()
    try waitForFirstFrame(of: session)
    session.type("q")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test(
    "A signal that asks it to end is answered by 128 and its number",
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func asked(signal: Int32) throws {
    let session = try TerminalSession()
    try waitForFirstFrame(of: session)
    session.signal(signal)
    #expect(try session.waitForEnding() == .exited(status: 128 + signal))
    #expect(session.isGivenBack)
  }

  @Test("A fatal signal kills it, and the terminal is given back all the same", arguments: [SIGSEGV, SIGABRT, SIGILL])
  func fatal(signal: Int32) throws {
    let session = try TerminalSession()
    try waitForFirstFrame(of: session)
    session.signal(signal)
    #expect(try session.waitForEnding() == .killed(signal: signal))
    #expect(session.isGivenBack)
  }

  @Test("A terminal of one cell is survived, and the screen comes back with the room")
  func tiny() throws {
    let session = try TerminalSession()
    try waitForFirstFrame(of: session)
    let full = session.text
    session.resize(columns: 1, rows: 1)
    try session.wait(until: "a screen of one cell") { session.text.count <= 1 }
    session.resize(columns: 100, rows: 32)
    try session.wait(until: "the screen of before") { session.text == full }
    session.type("q")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("Ctrl-Z gives the shell its terminal, fg brings the screen back, and stty sees no difference")
  func suspend() throws {
    let shell = try TmuxSession()
    try shell.enter("stty -a > /dev/null; echo before $(stty -g)")
    try shell.wait(for: "before ")
    try shell.enter(try ProgramUnderTest.path())
    try shell.wait(until: "the screen") { try shell.value("#{alternate_on}") == "1" }
    let screen = try stableText(of: shell)
    try shell.press("C-z")
    try shell.wait(until: "the shell") { try shell.value("#{alternate_on}") == "0" }
    #expect(try shell.value("#{cursor_flag}#{mouse_any_flag}") == "10")
    try shell.enter("fg")
    try shell.wait(until: "the screen again") { try shell.text() == screen }
    try shell.press("q")
    try shell.wait(until: "the shell") { try shell.value("#{alternate_on}") == "0" }
    try shell.enter("clear; echo status $? after $(stty -g)")
    // The typed line has "status" too, but no number behind it.
    try shell.wait(for: "status 0 after ")
    try shell.enter("stty -a")
    try shell.wait(for: " echo ")
    #expect(try shell.text().contains(" icanon"))
  }

  /// Waits until the program has the terminal and has drawn on it.
  private func waitForFirstFrame(of session: TerminalSession) throws {
    try session.wait(until: "the first frame") {
      !session.isGivenBack && session.lines.contains { !$0.isEmpty }
    }
    try session.settle()
  }

  /// The pane's text once two looks at it agree and it isn't empty.
  private func stableText(of shell: TmuxSession) throws -> String {
    var text = ""
    try shell.wait(until: "a screen that stands still") {
      let next = try shell.text()
      defer { text = next }
      return next == text && next.contains { !$0.isWhitespace }
    }
    return text
  }
}
