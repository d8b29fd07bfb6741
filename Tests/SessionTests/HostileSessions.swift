import Glibc
import Testing
import TextCanvas

/// Text of files never acts on a terminal, wherever in a file it stands and whatever is done with it.
@Suite("Hostile text", .serialized)
struct HostileSessions {
  /// What opens every pane, and goes through lists and details.
  private static let keys = [
    "\t", "\r", "\u{1B}[B", "\u{1B}[C", "\u{1B}", "e", "s", "s", "G", "G", "\u{1B}", "f", "\u{1B}[B", " ", "\u{1B}",
    "L", "\u{1B}",
    "i", "\u{1B}", "!", "j", "\u{1B}", "A", "j", "\u{1B}", "P", "\u{1B}", "?", "\u{1B}", "/owned\r", "n", "y", "x", "M",
    "v", "V", "T",
    "\u{1B}", ":", "\u{1B}", "g", "ow", "\t", "\u{1B}", "m", "a\r", "'", "\u{1B}", "c", "F", "d", "d", "0", "z", "Y",
  ]

  private func files(_ folder: ScratchFolder) throws -> [String] {
    let name = HostileText.payload.unicodeScalars.filter { $0 != "/" }.prefix(60).map(String.init).joined()
    return [
      try folder.write(HostileText.geoJSON().utf8, to: "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}.geojson"),
      try folder.write(HostileText.table(), to: "\(name).csv"),
    ]
  }

  @Test("every pane of the browser, by the bytes that it sends")
  func panes() throws {
    let folder = try ScratchFolder()
    for arguments in [try files(folder), [try files(folder)[1], "--glyphs", "braille"]] {
      let terminal = try PseudoTerminal(
        [try ProgramUnderTest.path()] + arguments,
        environment: [
          "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
          "XDG_STATE_HOME": folder.path,
        ], size: Size(columns: 120, rows: 40))
      var sent = bytes(of: terminal, until: "? help")
      for key in Self.keys + ["q"] {
        terminal.write(Array(key.utf8))
        sent += bytes(of: terminal)
      }
      for _ in 0..<200 where terminal.waitForEnding() == nil { sent += bytes(of: terminal) }
      #expect(terminal.ending == .exited(status: 0))
      #expect(sent.count > 20_000)
      #expect(TerminalBytes(sent, isScreen: true).leaks == [])
      #expect(!String(decoding: sent, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("title, clipboard and modes of a real terminal are as before, and so is the shell's screen")
  func terminal() throws {
    let folder = try ScratchFolder()
    let shell = try TmuxSession()
    try shell.run(["set-option", "-s", "set-clipboard", "on"])
    try shell.run(["set-option", "-g", "allow-passthrough", "on"])
    try shell.run(["select-pane", "-T", "mine"])
    try shell.enter("cd '\(folder.path)'; stty -g > modes-before; clear; printf 'screen of %s\\n' before")
    try shell.wait(for: "screen of before")
    _ = try files(folder)
    try shell.enter("XDG_STATE_HOME=\(folder.path) \(try ProgramUnderTest.path()) *.geojson *.csv")
    try shell.wait(until: "the screen") { try shell.value("#{alternate_on}") == "1" && shell.text().contains("? help") }
    // Behind each Escape a key that may as well be one with Alt, where both are read at once.
    for key in [
      "Tab", "Enter", "Escape", "l", "e", "j", "Enter", "Escape", "l", "f", "j", "Escape", "l", "L", "Escape", "l", "!",
      "Escape", "l", "A", "Escape", "l", "P", "Escape", "l",
    ] {
      try shell.press(key)
      var before = ""
      try shell.wait(until: "a screen that stands still after \(key)") {
        let text = try shell.text()
        defer { before = text }
        return text == before && text.contains { !$0.isWhitespace }
      }
      #expect(
        try shell.value("#{pane_title}|#{alternate_on}|#{cursor_flag}|#{insert_flag}|#{origin_flag}") == "mine|1|0|0|0")
    }
    #expect(
      try shell.text().unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n" }
    )
    // Once from the list to the map, and once from there.
    try shell.press("q")
    try shell.press("q")
    try shell.wait(until: "the shell") { try shell.value("#{alternate_on}") == "0" }
    #expect(try shell.value("#{pane_title}|#{cursor_flag}|#{mouse_any_flag}") == "mine|1|0")
    #expect(try shell.run(["list-buffers"]).isEmpty)
    // No answer of the terminal's was typed for us, and the shell's colours and letters are its own.
    try shell.enter("stty -g > modes-after; printf 'screen of %s\\n' after")
    try shell.wait(for: "screen of after")
    let screen = try shell.run(["capture-pane", "-p", "-e"])
    #expect(screen.contains("screen of before") && !screen.contains("\u{1B}") && !screen.contains("owned"), "\(screen)")
    let modes = try ["before", "after"].map { try output(of: ["/bin/cat", "\(folder.path)/modes-\($0)"]) }
    #expect(modes[0] == modes[1] && !modes[0].isEmpty)
  }

  @Test(
    "what is printed on a terminal, and what is said of errors",
    arguments: [
      ["check"], ["check", "--json"], ["list"], ["list", "--format", "csv"], ["list", "--format", "json"],
      ["list", "--format", "markdown"], ["list", "--prose"], ["brief"], ["render"], ["render", "--glyphs", "braille"],
      ["render", "--format", "svg"], ["render", "--format", "html"],
    ])
  func printed(command: [String]) throws {
    let folder = try ScratchFolder()
    for file in try files(folder) + [
      try folder.write("{".utf8, to: "\u{1B}]0;owned\u{7}.json"), "\(folder.path)/\u{9B}2J",
    ] {
      let sent = try printed(command + [file])
      #expect(!sent.isEmpty)
      #expect(TerminalBytes(sent, isScreen: false).leaks == [], "\(command)")
    }
    let colours = try printed(["render", "--format", "ansi", try files(folder)[0]])
    #expect(TerminalBytes(colours, isScreen: true).leaks == [])
    #expect(TerminalBytes(try printed(["list", "--where", HostileText.payload]), isScreen: false).leaks == [])
    #expect(TerminalBytes(try printed(["--\(HostileText.payload)"]), isScreen: false).leaks == [])
    #expect(
      TerminalBytes(
        try printed(["list", "--map", "lat=\(HostileText.payload)", try files(folder)[1]]), isScreen: false
      ).leaks == [])
  }

  @Test("pictures have no script, no address and nothing but text of files", arguments: ["svg", "html"])
  func pictures(format: String) throws {
    let folder = try ScratchFolder()
    let evil = "</text><script>alert(1)</script><a href='javascript:x'>&amp;\\\"'"
    let json = """
      {"type":"FeatureCollection","title":"\(evil)","features":[{"type":"Feature","id":"\(evil)","geometry":\
      {"type":"Point","coordinates":[36,35]},"properties":{"title":"\(evil)","kind":"\(evil)","place":{"name":"\(evil)"}}}]}
      """
    let file = try folder.write(json.utf8, to: "a<b>&.geojson")
    let text = try output(of: [try ProgramUnderTest.path(), "render", "--format", format, "--pane", "all", file])
    #expect(text.contains("&lt;script&gt;") || text.contains("&lt;/text&gt;"))
    for word in ["<script", "<a ", "<img", "<iframe", "<foreignObject", "url(", "@import", "<link"] {
      #expect(!text.contains(word), "\(word)")
    }
    let addresses = text.split(separator: "\"").filter { $0.contains("://") }
    #expect(
      addresses.allSatisfy { $0 == "http://www.w3.org/2000/svg" || $0 == "http://www.w3.org/1999/xhtml" },
      "\(addresses)")
  }

  // MARK: Bytes

  private func bytes(of terminal: PseudoTerminal, until text: String? = nil) -> [UInt8] {
    var all: [UInt8] = []
    // Until it sleeps with nothing left to be read, or, of a program that reads its files, until the text is there.
    for _ in 0..<2_000 {
      let more = terminal.read(milliseconds: 5)
      all += more
      let isThere = text.map { String(decoding: all, as: UTF8.self).contains($0) } ?? true
      if more.isEmpty, terminal.waitForEnding() != nil || isThere && terminal.isAsleep { return all }
    }
    return all
  }

  private func printed(_ arguments: [String]) throws -> [UInt8] {
    let terminal = try PseudoTerminal(
      [try ProgramUnderTest.path()] + arguments,
      environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
      size: Size(columns: 100, rows: 30))
    var all: [UInt8] = []
    for _ in 0..<4_000 {
      let more = terminal.read(milliseconds: 5)
      all += more
      if more.isEmpty, terminal.waitForEnding() != nil { break }
    }
    return all
  }
}
