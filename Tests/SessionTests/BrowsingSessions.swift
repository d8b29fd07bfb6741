import Testing
import TextCanvas

/// Scripted sessions: the release program, driven by keys on a terminal, as a person sees it.
@Suite("Browsing by keys", .serialized)
struct BrowsingSessions {
  /// Opens the bundled situation and waits for its first frame.
  func open(
    _ arguments: [String] = [], columns: Int = 100, rows: Int = 32, environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let session = try TerminalSession(arguments, size: Size(columns: columns, rows: rows), environment: environment)
    try session.wait(for: "? help")
    return session
  }

  /// Leaves, and checks that the terminal is given back.
  func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("the first screen has the situation, the window, the counts, the map with its towns, the list and the timeline")
  func firstScreen() throws {
    let session = try open(columns: 120, rows: 40)
    let wanted = [
      "Syria, December 2024", "7-14 Dec 2024 UTC", "22 events  11 confirmed, 7 reported, 3 claimed, 1 alleged",
      "Latakia", "Jableh",
      "Hmeimim", "Tartus",
      "Homs", "Hassia", "Damascus", "Aleppo", "Sun 8 Dec 2024", "13 Dec", "km", "all of Syria 2", "no place 4",
    ]
    for text in wanted { #expect(session.text.contains(text), "\(text) is not on the first screen") }
    let others = session.text.filter { !$0.isASCII && !"✓…“”─│╭╮╰╯├┤┬┴┼═╒╕╘╛╞╡╤╧╪".contains($0) }
    #expect(others.isEmpty, "the map is drawn in 7-bit ASCII, its frame in lines")
    #expect(session.bells == 0)
    try quit(session)
  }

  @Test("arrows pan, 0 brings back the whole")
  func panning() throws {
    let session = try open()
    let home = session.text
    session.press(.left)
    session.press(.up)
    try session.wait(until: "another view") { session.text != home }
    session.press(.down, .shift)
    session.type("hjkl0")
    // An event near the crosshair was selected on the way, and more is drawn of it: the towns tell where the map is.
    func towns(_ text: String) -> [[String]] {
      let lines = text.split(separator: "\n").map(String.init)
      return ["Latakia", "Aleppo", "Homs"].map { name in
        lines.enumerated().compactMap { row, line in
          line.firstRange(of: name).map { "\(row) \(line[..<$0.lowerBound].count)" }
        }
      }
    }
    #expect(!towns(home).contains([]))
    try session.wait(until: "the first view") { towns(session.text) == towns(home) }
    try quit(session)
  }

  @Test("P tells the screen in sentences, Escape leads back")
  func prose() throws {
    let session = try open()
    session.type("P")
    try session.wait(for: "this screen in words")
    #expect(session.text.contains("22 of 22 events shown: 21 certainly"))
    session.press(.escape)
    try session.wait(until: "the map is back") { session.text.contains("Latakia o") }
    try quit(session)
  }

  @Test("g goes to a place by any of its names, d measures from there, Escape ends it")
  func goingAndMeasuring() throws {
    let session = try open()
    session.type("ghisy")
    try session.wait(for: "Hassia, Homs, Syria")
    session.press(.enter)
    try session.wait(for: "near Hassia")
    session.type("d")
    try session.wait(for: "measuring from")
    session.type("gHoms")
    session.press(.enter)
    try session.wait(for: "| by road about 35 km, M5")
    session.press(.escape)
    try session.wait(for: "measuring has ended")
    #expect(!session.text.contains("by road"))
    session.type("g36SYE6721")
    session.press(.enter)
    try session.wait(for: "the middle of this square of 1 km")
    try quit(session)
  }

  @Test("plus and minus zoom: the scale bar tells")
  func zooming() throws {
    let session = try open()
    try session.wait(for: "| 100 km")
    session.type("+++++")
    try session.wait(until: "a smaller scale") { session.text.contains("| 10 km") || session.text.contains("| 20 km") }
    session.type("-----")
    try session.wait(for: "| 100 km")
    session.type("------")
    try session.wait(for: "| 500 km")
    session.type("0")
    try session.wait(for: "| 100 km")
    try quit(session)
  }

  @Test("c draws in braille, then in blocks, then in ASCII again")
  func glyphs() throws {
    let session = try open()
    let ascii = session.text
    session.type("c")
    try session.wait(until: "braille") { session.text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } }
    session.type("c")
    try session.wait(until: "blocks") { session.text.unicodeScalars.contains { (0x2580...0x259F).contains($0.value) } }
    session.type("c")
    session.press(.tab)
    session.press(.tab, .shift)
    try session.wait(until: "ASCII") {
      let drawn: [ClosedRange<UInt32>] = [0x2580...0x259F, 0x2801...0x28FF]
      return !session.text.unicodeScalars.contains { scalar in drawn.contains { $0.contains(scalar.value) } }
    }
    #expect(session.lines[1] == ascii.split(separator: "\n")[1])
    try quit(session)
  }

  @Test("help, legend, about and the problems while reading each open, scroll and close")
  func panes() throws {
    let session = try open(columns: 80, rows: 24)
    let home = session.text
    session.type("?")
    try session.wait(for: "pan west")
    session.press(.end)
    try session.wait(for: "double click")
    session.press(.escape)
    try session.wait(until: "the map") { session.text == home }
    session.type("i")
    try session.wait(for: "imagery")
    session.type("A")
    try session.wait(for: "1974")
    session.press(.end)
    try session.wait(for: "GeoNames")
    session.type("!")
    try session.wait(for: "Every record of this file was read whole.")
    session.type("!")
    try session.wait(until: "the map") { session.text == home }
    try quit(session)
  }

  @Test("an action is taken by name, with completion; quit as well")
  func command() throws {
    let session = try open()
    session.type(":leg")
    session.press(.tab)
    try session.wait(for: ":legend_")
    session.press(.enter)
    try session.wait(for: "statement (quote)")
    session.press(.escape)
    session.type(":quit")
    session.press(.enter)
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("a resize lays the panes out anew, at every size")
  func resizing() throws {
    let session = try open(columns: 120, rows: 40)
    let home = session.text
    #expect(home.contains("start here"))
    session.resize(columns: 80, rows: 24)
    try session.wait(until: "a smaller screen") { !session.text.contains("7 reported") }
    session.resize(columns: 60, rows: 20)
    try session.wait(until: "no list") { !session.text.contains(" events ") }
    session.type("e")
    try session.wait(for: " events ")
    session.press(.escape)
    session.resize(columns: 20, rows: 5)
    try session.wait(until: "the map alone") { !session.text.contains("quit") }
    session.resize(columns: 200, rows: 60)
    try session.wait(for: "selected: event 1 of 22")
    session.resize(columns: 120, rows: 40)
    // The list has selected its first event meanwhile; the map shows the same again.
    try session.wait(until: "the map of before") {
      session.lines[5].prefix(70) == home.split(separator: "\n")[5].prefix(70)
    }
    try quit(session)
  }

  @Test("Ctrl-C ends it with 130 and gives the terminal back")
  func interrupt() throws {
    let session = try open()
    session.press(.character("c"), .control)
    #expect(try session.waitForEnding() == .exited(status: 130))
    #expect(session.isGivenBack)
  }
}
