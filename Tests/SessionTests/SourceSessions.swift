import Foundation
import Testing
import TextCanvas

/// `table:FILE` is asked as a server is, by the program's own thread.
@Suite("Browsing a source that is asked", .serialized)
struct SourceSessions {
  private func file(_ count: Int) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitmap-source-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("events.csv").path
    let rows = (0..<count).map { number in
      "e\(number),Event \(number),2024-12-\(10 + number % 10),\(30 + Double(number % 97) / 13),\(33 + Double(number % 89) / 11)"
    }
    try Data((["id,title,date,lat,lon"] + rows).joined(separator: "\n").appending("\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a large one is counted, listed by spots, and left by a key")
  func large() throws {
    let session = try TerminalSession(["--no-state", "table:" + file(6_000)], size: Size(columns: 120, rows: 32))
    try session.wait(for: "first 2,000")
    try session.wait(for: "as of")
    #expect(session.text.contains("6000 events"))
    session.type("v")
    try session.wait(for: "events at this pin")
    session.type("\u{1B}")
    try session.wait(for: "first 2,000")
    session.type(",")
    try session.wait(for: "600 in this window")
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("Ctrl-C ends it while it is asked, and the terminal is given back")
  func interrupted() throws {
    let session = try TerminalSession(["--no-state", "table:" + file(3_000)], size: Size(columns: 120, rows: 32))
    try session.wait(for: "3000")
    session.type("+\u{3}")
    #expect(try session.waitForEnding() == .exited(status: 130))
  }
}
