import Glibc
import Testing
import TextCanvas

/// Scripted sessions with what terminals send beside keys: pastes, replies, and keys over slow lines.
@Suite("Input of terminals", .serialized)
struct InputSessions {
  private func open(
    _ arguments: [String] = [], environment: [String: String] = [:], waitingFor text: String = "q quit"
  ) throws -> TerminalSession {
    let session = try TerminalSession(["--no-state"] + arguments, environment: environment)
    try session.wait(for: text)
    return session
  }

  private func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("a paste on the map or in a pane does nothing, and a line says so")
  func pasteOnMap() throws {
    let session = try open()
    #expect(session.marksPastes)
    session.paste("q\rX/tmp/sitmap-pasted.csv\r")
    try session.wait(for: "pasted text does nothing here")
    session.press(.escape)
    session.type("?")
    try session.wait(for: "Esc back")
    let help = session.text
    session.paste("q\r")
    try session.wait(for: "pasted text does nothing here")
    #expect(
      session.lines.dropLast()
        == help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast())
    session.press(.escape)
    #expect(access("/tmp/sitmap-pasted.csv", F_OK) != 0)
    try quit(session)
  }

  @Test("a paste is typed into a prompt on one line, and submits nothing")
  func pasteInPrompt() throws {
    let session = try open()
    session.type("/")
    session.paste("one\r\ntwo\rthree\n\u{1B}[A\u{7F}\u{15}four")
    try session.wait(for: "/one two three [Afour_")
    session.press(.escape)
    session.type("g")
    session.paste(String(repeating: "quit\r", count: 60_000))
    try session.wait(for: "the paste was cut after 1000 characters")
    session.press(.escape)
    try session.wait(for: "q quit")
    try quit(session)
  }

  @Test("a paste whose end never comes leaves the keys to the person again")
  func pasteWithoutEnd() throws {
    let session = try open()
    session.send(Array("\u{1B}[200~quit".utf8))
    try session.wait(for: "pasted text does nothing here")
    try quit(session)
  }

  @Test(
    "the reply to a question of another program is no key, whole or in two packets",
    arguments: [
      ["\u{1B}P1$r0m\u{1B}\\"], ["\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\"], ["\u{1B}]11;rg", "b:1e1e/1e1e/2e2e\u{7}"],
      ["\u{1B}]", "11;rgb:0/0/0\u{1B}\\"],
      ["\u{1B}[?62;22c", "\u{1B}[12;40R"], ["\u{1B}[", "?2026;2$y"], ["\u{1B}_Gi=31;OK\u{1B}", "\\"],
      ["\u{1B}[I\u{1B}[O"],
    ])
  func replies(packets: [String]) throws {
    let session = try open()
    let before = session.text
    session.send(packets, milliseconds: 120)
    // A key behind it shows that it was read.
    session.type("?")
    try session.wait(for: "Esc back")
    session.press(.escape)
    try session.wait(until: "the screen of before") { session.text == before }
    try quit(session)
  }

  @Test("a key whose Escape comes alone is a key, if the delay of ESCDELAY or of the settings is long enough")
  func slowLine() throws {
    let folder = try ScratchFolder()
    try folder.write("escape-delay = 2000\n".utf8, to: "slow.toml")
    for (arguments, environment) in [([], ["ESCDELAY": "2000"]), (["--config", folder.path + "/slow.toml"], [:])] {
      let session = try open(arguments, environment: environment)
      session.type("?")
      try session.wait(for: "Esc back")
      let top = session.text
      session.send(["\u{1B}", "[B"], milliseconds: 120)
      try session.wait(until: "the help a line down") { session.text != top && session.text.contains("Esc back") }
      session.type(":q\r")
      #expect(try session.waitForEnding() == .exited(status: 0))
    }
  }

  @Test("a delay that is none is told")
  func wrongDelay() throws {
    let session = try open(environment: ["ESCDELAY": "soon"], waitingFor: "ESCDELAY=soon is not a number")
    session.press(.escape)
    try session.wait(for: "q quit")
    try quit(session)
  }

  @Test("Escape and a key in one packet are both heeded")
  func escapeAndKey() throws {
    let session = try open()
    session.type("?")
    try session.wait(for: "Esc back")
    session.send(Array("\u{1B}/".utf8))
    try session.wait(until: "the prompt") { session.lines.last?.hasPrefix(" /_") == true }
    session.press(.escape)
    session.send(Array("\u{1B}q".utf8))
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("Ctrl-S freezes nothing, and Ctrl-Q can be a key")
  func flowControl() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "[keys]\nquit = [\"q\", \"C-q\"]\nhelp = [\"C-s\"]\nlegend = [\"C-v\"]\nabout = [\"C-o\"]\n".utf8, to: "keys.toml"
    )
    let session = try open(["--config", folder.path + "/keys.toml"])
    session.press(.character("s"), .control)
    try session.wait(for: "Esc back")
    session.press(.escape)
    session.press(.character("v"), .control)
    try session.wait(for: "legend")
    session.press(.escape)
    session.press(.character("o"), .control)
    try session.wait(for: "about: Esc goes back")
    session.press(.escape)
    try session.wait(for: "q quit")
    session.press(.character("q"), .control)
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("keys of kitty's protocol are keys, and releases are none")
  func kittyKeys() throws {
    let session = try open()
    session.send(Array("\u{1B}[57441;2u\u{1B}[47:63;2;63u\u{1B}[47:63;2:3u\u{1B}[57441;1:3u".utf8))
    try session.wait(for: "Esc back")
    session.send(Array("\u{1B}[113;1:3u\u{1B}[27u\u{1B}[27;1:3u".utf8))
    try session.wait(for: "q quit")
    session.send(Array("\u{1B}[113;129u".utf8))
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("--no-mouse and the setting leave the mouse to the terminal, and --mouse takes it back")
  func noMouse() throws {
    let folder = try ScratchFolder()
    try folder.write("mouse = false\n".utf8, to: "mouse.toml")
    let config = ["--config", folder.path + "/mouse.toml"]
    for (arguments, expected) in [([], true), (["--no-mouse"], false), (config, false), (config + ["--mouse"], true)] {
      let session = try open(arguments)
      #expect(session.reportsMouse == expected)
      try quit(session)
    }
  }

  @Test("reports of places that no terminal has harm nothing")
  func wildMouse() throws {
    let session = try open()
    session.send(
      Array(
        "\u{1B}[<0;0;0M\u{1B}[<32;99999999999999999999;0M\u{1B}[<0;9999999;9999999m\u{1B}[<64;0;99999M\u{1B}[M\0\0\0"
          .utf8))
    session.type("?")
    try session.wait(for: "Esc back")
    session.press(.escape)
    try session.wait(for: "q quit")
    try quit(session)
  }

  @Test("what was asked for on the command line and can't be shown is told when the screen opens")
  func unmetRequests() throws {
    let session = try open(["--at", "89.9,0", "--zoom", "12"], waitingFor: "can't be the middle")
    session.press(.escape)
    try session.wait(for: "q quit")
    try quit(session)
  }
}
