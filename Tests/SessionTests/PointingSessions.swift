import Testing
import TextCanvas

/// Scripted sessions with the mouse.
@Suite("Browsing by mouse", .serialized)
struct PointingSessions {
  private func open(_ arguments: [String] = []) throws -> TerminalSession {
    let session = try TerminalSession(arguments, size: Size(columns: 120, rows: 40))
    try session.wait(for: "? help")
    return session
  }

  private func click(_ session: TerminalSession, _ position: Position) {
    session.mouse(.press(clicks: 1), column: position.column, row: position.row)
    session.mouse(.release, column: position.column, row: position.row)
  }

  @Test("a click on the list selects, a double click opens")
  func list() throws {
    let session = try open()
    let row = try #require(session.position(of: "Military trucks"))
    click(session, row)
    try session.wait(for: "> c Military trucks")
    click(session, row)
    try session.wait(for: "convoy, REPORTED")
    #expect(session.text.contains("In Jableh"))
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("a click on a pin selects its event; a double click on a pin of several lists them")
  func pins() throws {
    let session = try open()
    let pin = try #require(session.position(of: "Tartus I").map { Position(column: $0.column + 7, row: $0.row) })
    click(session, pin)
    try session.wait(for: ">✓I Transport")
    #expect(session.text.contains("Tartus naval"))
    let stack = try #require(session.position(of: "*4") ?? session.position(of: "*5"))
    click(session, stack)
    click(session, stack)
    try session.wait(for: "events at this pin")
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("the filter pane takes keys and clicks, and shows the filter as text")
  func filterPane() throws {
    let session = try open()
    session.type("f")
    try session.wait(for: ">[ ] convoy")
    session.type(" j-")
    try session.wait(for: ">[-] statement")
    try session.wait(for: "8 of 22 events pass")
    let value = try #require(session.position(of: "[ ] Bystanders"))
    click(session, value)
    try session.wait(for: ">[x] Bystanders")
    // The filter is too long for one line of the pane.
    try session.wait(for: " actor=Bystanders ")
    try session.wait(for: "1 of 22 events pass")
    session.type("f")
    try session.wait(for: "filter: kind=convoy -kind=statement actor=Bystanders_")
    session.press(.escape)
    session.press(.escape)
    try session.wait(for: "Bystanders wave")
    #expect(session.lines[0].contains("filtered"))
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("the wheel zooms, a drag pans")
  func wheelAndDrag() throws {
    let session = try open()
    session.mouse(.wheelUp, column: 30, row: 10)
    session.mouse(.wheelUp, column: 30, row: 10)
    try session.wait(for: "| 50 km")
    let before = session.text
    session.mouse(.press(clicks: 1), column: 10, row: 20)
    session.mouse(.drag, column: 20, row: 22)
    session.mouse(.release, column: 20, row: 22)
    try session.wait(until: "another view") { session.text != before }
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("a click on the timeline goes to that day, a drag sets the window")
  func timeline() throws {
    let session = try open()
    let label = try #require(session.position(of: "12 Dec    "))
    session.mouse(.press(clicks: 1), column: label.column + 2, row: label.row)
    try session.wait(for: " 12 Dec 2024 UTC")
    let other = try #require(session.position(of: "9 Dec    "))
    session.mouse(.drag, column: other.column + 2, row: label.row)
    try session.wait(for: " 9-12 Dec 2024 UTC")
    session.mouse(.release, column: other.column + 2, row: label.row)
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }
}
