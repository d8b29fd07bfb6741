import Glibc
import Testing
import TextCanvas

/// Scripted sessions on terminals and with files of several kinds.
@Suite("Terminals and files", .serialized)
struct TerminalKindSessions {
  private func open(
    _ arguments: [String] = [], environment: [String: String] = [:], waitingFor text: String = "? help"
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      arguments, size: Size(columns: 100, rows: 32), environment: environment)
    try session.wait(for: text)
    return session
  }

  private func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("a locale that is not UTF-8 gets ASCII alone, and is told why braille is refused")
  func asciiLocale() throws {
    let session = try open(environment: ["LC_ALL": "C"])
    #expect(!session.text.contains { !$0.isASCII })
    session.type("c")
    try session.wait(for: "not UTF-8")
    try quit(session)
  }

  @Test(
    "every terminal with colours shows the same text", arguments: ["screen-256color", "xterm", "linux"])
  func terminalTypes(name: String) throws {
    let plain = try open(environment: ["TERM": "xterm-256color"])
    let session = try open(environment: ["TERM": name])
    try session.wait(until: "the same text") { session.text == plain.text }
    try quit(session)
    try quit(plain)
  }

  @Test("a key changes the colours while the text stays", arguments: ["xterm-256color", "xterm", "linux"])
  func themes(name: String) throws {
    let session = try open(environment: ["TERM": name])
    for theme in ["light", "high-contrast", "colour-blind", "mono", "dark"] {
      session.type("C")
      try session.wait(for: "theme: \(theme)")
      #expect(session.text.contains("Syria, December 2024"))
    }
    try quit(session)
  }

  @Test("NO_COLOR opens without colours, unless it is empty or a theme is asked for")
  func noColor() throws {
    for (value, arguments, expected) in [
      ("1", [], false), ("", [], true), ("1", ["--theme", "light"], true),
    ] as [(String, [String], Bool)] {
      let session = try open(arguments, environment: ["NO_COLOR": value])
      #expect(session.hasColors == expected)
      try quit(session)
    }
  }

  @Test(
    "a terminal that the database does not know is drawn on as its nearest relative, and a line says so",
    arguments: [
      ("foo-256color", "xterm-256color"), ("xterm-kitty", "xterm-256color"), ("screen.foo-256color", "screen-256color"),
    ])
  func unknownTerminals(name: String, relative: String) throws {
    let plain = try open()
    let session = try open(environment: ["TERM": name], waitingFor: "TERM=\(name): it is drawn on as \(relative)")
    session.press(.escape)
    try session.wait(until: "the screen of a known terminal") { session.text == plain.text }
    #expect(session.hasColors)
    try quit(session)
    try quit(plain)
  }

  @Test(
    "a locale that says no more than UTF-8, or is not installed here, is UTF-8",
    arguments: [
      ["LC_CTYPE": "UTF-8"], ["LANG": "UTF-8"], ["LANG": "xx_YY.utf8"], ["LC_CTYPE": "xx_YY.UTF-8@euro"],
      ["LC_ALL": "", "LC_CTYPE": "utf8"],
    ])
  func namelessLocales(variables: [String: String]) throws {
    let session = try open(environment: ["LC_ALL": ""].merging(variables) { $1 })
    session.type("c")
    try session.wait(until: "braille") { session.text.unicodeScalars.contains { (0x2800..<0x2900).contains($0.value) } }
    try quit(session)
  }

  @Test("a terminal that cannot place text is told what does work, in one line")
  func dumb() throws {
    let session = try TerminalSession([], size: Size(columns: 80, rows: 24), environment: ["TERM": "dumb"])
    #expect(try session.waitForEnding() == .exited(status: 64))
    #expect(session.text.contains("TERM=dumb"))
    #expect(session.text.contains("sitmap render"))
  }

  @Test("a file that is full of control characters acts on nothing")
  func hostile() throws {
    let session = try open([Self.files + "/hostile.geojson"])
    #expect(session.title.isEmpty)
    #expect(session.bells == 0)
    #expect(session.text.contains("Clear ^[[2J"))
    #expect(session.text.contains("unsafe"))
    session.press(.tab)
    session.press(.enter)
    try session.wait(for: "^[[2J")
    #expect(session.title.isEmpty)
    #expect(session.bells == 0)
    try quit(session)
  }

  @Test("a broken file opens as far as it goes, and ! lists what was rejected")
  func broken() throws {
    let session = try open([Self.files + "/broken.geojson"], waitingFor: "rejected")
    session.type("!")
    try session.wait(for: "left out")
    #expect(session.text.contains("broken.geojson:3:"))
    session.press(.escape)
    try session.wait(until: "the map") { !session.text.contains("left out") }
    try quit(session)
  }

  @Test("an empty situation is a map without events")
  func empty() throws {
    let session = try open([Self.files + "/empty.geojson"], waitingFor: "no event in this file")
    session.press(.tab)
    try session.wait(for: "no event is shown")
    try quit(session)
  }

  @Test("two files open as one")
  func twoFiles() throws {
    let session = try open([Self.files + "/crowded.geojson", Self.files + "/hostile.geojson"])
    #expect(session.text.contains("12 events"))
    try quit(session)
  }

  @Test("options open the same view as in render")
  func sameAsRender() throws {
    let options = ["--at", "35.2,36", "--zoom", "7", "--select", "tartus-activity", "--kind", "imagery"]
    let render = [try ProgramUnderTest.path(), "render", "--size", "100x32", "--format", "ansi"]
    // Without its colours: sequences of numbers between Escape and m.
    let printed = try output(of: render + options).replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let session = try open(options)
    let shown = session.lines.joined(separator: "\n") + "\n"
    #expect(shown == printed)
    try quit(session)
  }

  /// The files that the browser's own tests open.
  private static let files =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
}
