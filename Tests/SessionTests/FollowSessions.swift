import Foundation
import Testing
import TextCanvas

@Suite("Following files", .serialized)
struct FollowSessions {
  private let head = "id,title,date,lat,lon\n"

  private func file(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitmap-follow-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("feed.csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func append(_ text: String, to path: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test("what is appended appears, a broken line is counted, a replaced file is shown")
  func appending() throws {
    let path = try file(head + "a,First,2024-12-01,34.8,35.9\n")
    let session = try TerminalSession(["--follow", path], size: Size(columns: 140, rows: 32))
    try session.wait(for: "following")
    try append("b,Second,2024-12-02,35.3,35.9\n", to: path)
    try session.wait(for: "1 new")
    try append("broken\nc,Third one,2024-12-03,35.4,35.9\n", to: path)
    try session.wait(for: "Third one")
    try session.wait(for: "1 rejected")
    let other = path + ".new"
    try Data((head + "z,Replaced,2024-12-05,35.4,35.9\n").utf8).write(to: URL(fileURLWithPath: other))
    #expect(rename(other, path) == 0)
    try session.wait(for: "Replaced")
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("what comes through a pipe appears line by line, and the end of the pipe is said")
  func pipe() throws {
    let shell = try TmuxSession()
    let lines =
      "(printf '\(head.dropLast())\\na,First,2024-12-01,34.8,35.9\\n'; sleep 1; "
      + "printf 'b,Second,2024-12-02,35.3,35.9\\n'; sleep 1)"
    try shell.enter("\(lines) | \(try ProgramUnderTest.path()) --follow")
    try shell.wait(for: "of 1")
    try shell.wait(for: "following: 1 new")
    try shell.wait(for: "ended: 1 new")
    try shell.press("q")
    try shell.wait(until: "the shell") { try shell.value("#{alternate_on}") == "0" }
  }
}
