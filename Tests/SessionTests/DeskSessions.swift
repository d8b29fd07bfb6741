import Foundation
import Testing
import TextCanvas

/// The desk in the real program: what people add and correct is on the disk before the screen says so.
@Suite("Changing events by keys", .serialized)
struct DeskSessions {
  private func file() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitmap-desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("events.csv").path
    let text = "id,title,date,lat,lon\na,First report,2024-12-01,34.8,35.9\nb,Second report,2024-12-02,35.3,35.9\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func open(_ arguments: [String], editor: String = "/bin/true") throws -> TerminalSession {
    try TerminalSession(
      ["--no-state"] + arguments, size: Size(columns: 120, rows: 40),
      environment: ["GIT_AUTHOR_NAME": "A. Tester", "EDITOR": editor])
  }

  private func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("an event is added by keys, stands beside the file, survives a kill, and can be taken back")
  func adding() throws {
    let path = try file()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let session = try open([path])
    try session.wait(for: "First report")
    session.type("I")
    try session.wait(for: "a add")
    session.type("a")
    try session.wait(for: "a new event")
    session.type("Ships leave\r")
    session.type("imagery\r3 Dec 2024\r\rTartus\r34.9 35.87\r")
    session.press(.character("s"), .control)
    try session.wait(for: "how exactly is the place known")
    session.type("exact\r")
    session.press(.character("s"), .control)
    try session.wait(for: "added \"Ships leave\"; I u undoes it")
    // Whatever happens after the message, the change is there.
    session.signal(SIGKILL)
    _ = try session.waitForEnding()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let log = try String(contentsOfFile: path + ".changes", encoding: .utf8)
    #expect(log.contains("Ships leave") && log.contains("A. Tester") && log.hasSuffix("\n"))

    let again = try open([path])
    try again.wait(for: "Ships leave +")
    again.type("Iu")
    try again.wait(for: "no change of this session to undo")
    again.type("Ir")
    try again.wait(for: "added")
    again.type("u")
    try again.wait(for: "undone: added")
    again.press(.escape)
    try again.wait(until: "the event is gone") { !again.text.contains("Ships leave +") }
    try quit(again)
  }

  @Test("an event is corrected with a reason, commented and tagged; its detail says so; I u takes the last change back")
  func correcting() throws {
    let path = try file()
    let session = try open([path])
    try session.wait(for: "First report")
    session.press(.tab)
    session.type("Ie")
    try session.wait(for: "correct: First report")
    session.press(.character("u"), .control)
    session.type("The first report")
    session.press(.character("s"), .control)
    try session.wait(for: "reason for the change")
    session.type("clearer\r")
    try session.wait(for: "corrected title of")
    session.type("Icseen by two\r")
    try session.wait(for: "commented on")
    session.type("Itairlift\r")
    try session.wait(for: "tagged airlift")
    session.press(.enter)
    for words in ["~ corrected: title", "tags: airlift", "seen by two", "was: First report", "clearer"] {
      try session.wait(for: words)
    }
    session.type("Iu")
    try session.wait(for: "undone: tag, airlift")
    try session.wait(until: "the tag is gone") { !session.text.contains("tags: airlift") }
    session.type("Iw")
    try session.wait(for: "reason to withdraw it")
    session.type("a duplicate\r")
    try session.wait(for: "withdrawn: \"The first report\"")
    try quit(session)
  }

  @Test("a file that can be read only later moves no change to the log of another")
  func laterFile() throws {
    let path = try file()
    let missing = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("first.csv").path
    let session = try open(["--follow", missing, path])
    try session.wait(for: "First report")
    try Data("id,title,date,lat,lon\nz,A later file,2024-12-03,34.9,35.9\n".utf8).write(
      to: URL(fileURLWithPath: missing))
    try session.wait(for: "A later file")
    session.press(.tab)
    session.type("/First\rIcseen by two\r")
    try session.wait(for: "commented on")
    #expect(try String(contentsOfFile: path + ".changes", encoding: .utf8).contains("seen by two"))
    #expect(!FileManager.default.fileExists(atPath: missing + ".changes"))
    try quit(session)
  }

  @Test("all fields of a new event are there when it is opened again")
  func everyField() throws {
    let (path, other) = (try file(), try file())
    let session = try open([path, other])
    try session.wait(for: "First report")
    session.type("Ia")
    let fields = [
      "Ships leave", "imagery", "3 Dec 2024", "4 Dec 2024", "Tartus", "34.9 35.87", "vicinity", "3 km", "Tartus",
      "Tobruk", "claimed", "Navy; Port", "deaths 2-4; ships 3", "In the evening.", "A channel https://example.org/1",
      "follows a",
    ]
    for field in fields { session.type(field + "\r") }
    session.press(.enter)
    try session.wait(for: "added \"Ships leave\"")
    session.type("Ie")
    try session.wait(for: "correct: Ships leave")
    // The last line of the form: all above it is drawn then.
    try session.wait(for: "[ save ]")
    let shown = [
      "Ships leave", "imagery", "2024-12-03", "2024-12-04", "Tartus", "34.9, 35.87", "vicinity", "3000 m", "Tobruk",
      "claimed",
      "Navy; Port", "deaths 2-4; ships 3", "In the evening.", "A channel https://example.org/1", "follows a",
    ]
    for text in shown { #expect(session.text.contains(text), "\(text) is lost: \(session.text)") }
    session.press(.escape)
    try quit(session)
  }

  @Test("what can't be read is said at its field by the readers of files, and nothing is written")
  func errors() throws {
    let path = try file()
    let session = try open([path])
    try session.wait(for: "First report")
    session.type("IaA title\r\r32 Dec 2024")
    session.press(.character("s"), .control)
    try session.wait(for: "not saved: one field needs another look")
    #expect(session.text.contains("! "))
    #expect(!FileManager.default.fileExists(atPath: path + ".changes"))
    session.press(.escape)
    try session.wait(for: "leave the form without saving")
    session.type("y")
    try quit(session)
  }

  @Test("where no file can take changes, that is said before a form opens")
  func nowhere() throws {
    let bundled = try open([])
    try bundled.wait(for: "? help")
    bundled.type("Ia")
    try bundled.wait(for: "--changes FILE")
    #expect(!bundled.text.contains("a new event"))
    try quit(bundled)
    let path = try file()
    let unwritable = try open([path, "--changes", "/nonexistent/case.changes"])
    try unwritable.wait(for: "First report")
    unwritable.type("Ia")
    try unwritable.wait(for: "changes can't be kept: /nonexistent/case.changes: No such file or directory")
    try quit(unwritable)
    let off = try open([path, "--no-changes"])
    try off.wait(for: "First report")
    off.type("Ia")
    try off.wait(for: "--no-changes")
    try quit(off)
  }

  @Test("a text is written in the person's own editor, and the terminal is taken back")
  func editor() throws {
    let path = try file()
    let script = path + ".sh"
    try Data("#!/bin/sh\nprintf 'Two lines\\nof text' >\"$1\"\n".utf8).write(to: URL(fileURLWithPath: script))
    chmod(script, 0o755)
    let session = try open([path], editor: script)
    try session.wait(for: "First report")
    session.type("IaA title")
    for _ in 0..<13 { session.press(.down) }
    session.press(.character("o"), .control)
    try session.wait(for: "Two lines of text")
    session.press(.character("s"), .control)
    try session.wait(for: "added \"A title\"")
    let log = try String(contentsOfFile: path + ".changes", encoding: .utf8)
    #expect(log.contains("Two lines\\nof text"))
    try quit(session)
  }
}
