import Testing
import TextCanvas

/// From one event to another.
extension BrowsingSessions {
  @Test("the changes between two versions are walked through one by one")
  func changes() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let session = try open(["diff", "--format", "screen", "\(files)/diff-old.geojson", "\(files)/diff-new.geojson"])
    for heading in ["new (1)", "withdrawn (1)", "moved (1)", "re-dated, changed (1)", "the same in both (2)"] {
      #expect(session.text.contains(heading), "\(heading)")
    }
    session.press(.down)
    session.press(.down)
    session.press(.enter)
    try session.wait(for: "place, by 36 km S")
    #expect(session.text.contains("was: Homs (locality)"))
    try quit(session)
  }

  @Test("Tab and Shift-Tab go down and up the list")
  func tabbing() throws {
    let session = try open()
    session.press(.tab)
    try session.wait(for: "│>✓p Rebels")
    session.press(.tab)
    try session.wait(for: "│>✓I Equipment")
    session.press(.tab, .shift)
    try session.wait(for: "│>✓p Rebels")
    session.press(.tab, .shift)
    try session.wait(for: "│>✓q Moscow is in contact")
    try quit(session)
  }

  @Test("Enter opens the detail with every source, arrows scroll it, Esc closes it")
  func detail() throws {
    let session = try open(["--select", "hassia-departure"], columns: 80, rows: 24)
    session.press(.enter)
    try session.wait(for: "convoy, CLAIMED")
    #expect(session.text.contains("Near "))
    #expect(!session.text.contains("- Syrian Observatory"), "the source is further down")
    for _ in 0..<40 { session.press(.down) }
    try session.wait(for: "- Syrian Observatory")
    session.press(.escape)
    try session.wait(for: "─ events")
    try quit(session)
  }

  @Test("a linked event is followed, and Esc goes back to where it was")
  func links() throws {
    let session = try open(["--select", "convoy-earlier"], columns: 120, rows: 40)
    session.press(.enter)
    try session.wait(for: "> came before:")
    session.press(.enter)
    try session.wait(for: "came after: An earlier convoy")
    session.press(.escape)
    try session.wait(for: "> came before:")
    session.press(.escape)
    try session.wait(for: "─ events")
    try quit(session)
  }

  @Test("a search finds, n goes on, a search for nothing says so")
  func search() throws {
    let session = try open()
    session.type("/hass")
    try session.wait(for: "/hass_")
    session.press(.backspace)
    session.type("sia")
    try session.wait(for: "/hassia_")
    session.press(.enter)
    try session.wait(for: "match 1 of")
    session.type("n")
    try session.wait(until: "the next match") {
      session.text.contains("match 2 of") || session.text.contains("search wrapped")
    }
    session.type("/nowhere")
    session.press(.enter)
    try session.wait(for: "no event that is shown mentions \"nowhere\"")
    session.type("x")
    try session.wait(for: "cleared")
    try quit(session)
  }
}
