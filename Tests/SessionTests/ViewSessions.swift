import Glibc
import Testing
import TextCanvas

/// Bookmarks and stories, as a person has them.
@Suite("Views", .serialized)
struct ViewSessions {
  private func open(_ arguments: [String] = [], state: String) throws -> TerminalSession {
    let session = try TerminalSession(
      arguments, size: Size(columns: 120, rows: 36), environment: ["XDG_STATE_HOME": state])
    try session.wait(until: "the first screen") {
      ["22 events", ", of 22"].contains { session.text.contains($0) }
    }
    return session
  }

  private func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  /// A folder for the state of one test.
  private func folder() throws -> String {
    var name = Array("/tmp/sitmap-test-XXXXXX".utf8CString)
    return String(cString: try #require(mkdtemp(&name)))
  }

  private func remove(_ folder: String) {
    unlink(folder + "/sitmap/bookmarks.json")
    unlink(folder + "/sitmap/views.json")
    rmdir(folder + "/sitmap")
    rmdir(folder)
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test("a bookmark of one session is there in the next, is renamed and deleted; --no-state has none")
  func bookmarks() throws {
    let state = try folder()
    defer { remove(state) }
    let first = try open(["--select", "hmeimim-an124"], state: state)
    first.type("mthe field")
    try first.wait(for: "bookmark this view as: the field")
    first.press(.enter)
    try first.wait(for: "bookmarked as the field")
    try quit(first)
    let second = try open(state: state)
    second.type("'")
    try second.wait(for: ">the field")
    second.type("ms")
    second.press(.enter)
    try second.wait(for: ">the fields")
    second.press(.enter)
    try second.wait(for: "selected: event")
    second.type("'")
    try second.wait(for: ">the fields")
    second.type("xy")
    try second.wait(for: "bookmark the fields deleted")
    try quit(second)
    let third = try open(["--no-state"], state: state)
    third.type("mname")
    third.press(.enter)
    try third.wait(for: "bookmarks are off because of --no-state")
    try quit(third)
  }

  @Test(
    "a situation opens as it was left; u, --start anew, --no-state and an option on the view open it as it is")
  func lastView() throws {
    let state = try folder()
    defer { remove(state) }
    let first = try open(state: state)
    first.type("/Hassia")
    first.press(.enter)
    try first.wait(for: "= matches")
    try quit(first)
    let second = try open(state: state)
    try second.wait(for: "opened as you left it; u shows the usual")
    try second.wait(for: "= matches")
    second.type("u")
    try second.wait(for: "back to the earlier view")
    #expect(!second.text.contains("= matches"))
    second.type("u")
    try second.wait(for: "there is no earlier view")
    second.type("\u{12}")
    try second.wait(for: "= matches")
    second.type("y")
    try second.wait(for: "sitmap --search Hassia")
    try quit(second)
    for arguments in [["--start", "anew"], ["--no-state"], ["--zoom", "6"]] {
      let other = try open(arguments, state: state)
      #expect(!other.text.contains("= matches"), "\(arguments)")
      other.type(":q\r")
      _ = try other.waitForEnding()
      if arguments == ["--start", "anew"] {
        // Left as it opens by itself, nothing of it is kept.
        #expect(text(of: state + "/sitmap/views.json")?.contains("Hassia") == false)
        try write(
          #"{"profile":"sitmap-views-1","views":[{"files":[],"view":{"search":"Hassia"}}]}"#,
          to: state + "/sitmap/views.json")
      }
    }
  }

  @Test("views of last time that can't be read are told, and left as they are")
  func brokenViews() throws {
    let state = try folder()
    defer { remove(state) }
    mkdir(state + "/sitmap", 0o700)
    let later = #"{"profile":"sitmap-views-9","views":[]}"#
    try write(later, to: state + "/sitmap/views.json")
    let session = try open(state: state)
    try session.wait(for: "the views of last time can't be read")
    session.type("+")
    try quit(session)
    #expect(text(of: state + "/sitmap/views.json") == later)
  }

  @Test("settings give keys and looks; a mistake in them is told with its line")
  func settings() throws {
    let state = try folder()
    defer { remove(state) }
    let file = state + "/config.toml"
    defer { unlink(file) }
    try write("[view]\nglyphs = \"blokc\"\n[keys]\nquit = \"Z\"\nlegend = \"q\"\n", to: file)
    let session = try TerminalSession(["--config", file], size: Size(columns: 120, rows: 36))
    try session.wait(for: "config.toml:2: \"glyphs\" is not one of")
    session.type("+")
    try session.wait(for: "Z quit")
    session.type("q")
    try session.wait(for: "legend: Esc goes back")
    session.type("Z")
    try session.wait(for: "Z quit")
    session.type("Z")
    #expect(try session.waitForEnding() == .exited(status: 0))
  }

  @Test("a bookmarks' file that can't be read is left as it is")
  func broken() throws {
    let state = try folder()
    defer { remove(state) }
    mkdir(state + "/sitmap", 0o700)
    for broken in [
      #"{"profile":"sitmap-bookmarks-1","bookmarks":["#, #"{"profile":"sitmap-bookmarks-9","bookmarks":[]}"#,
    ] {
      try write(broken, to: state + "/sitmap/bookmarks.json")
      let session = try open(state: state)
      session.type("mname")
      session.press(.enter)
      try session.wait(for: "can't be read, and are left as they are")
      #expect(text(of: state + "/sitmap/bookmarks.json") == broken)
      try quit(session)
    }
  }

  @Test("R tells the story of the bundled situation, which steps, opens an event and ends")
  func story() throws {
    let state = try folder()
    defer { remove(state) }
    let session = try open(state: state)
    session.type("R")
    try session.wait(for: "1 of 9")
    session.press(.pageDown)
    try session.wait(for: "Hmeimim, from above")
    session.type("e")
    session.press(.right)
    session.press(.enter)
    try session.wait(for: "Maxar")
    session.press(.escape)
    try session.wait(for: "It rests on")
    session.type("R")
    try session.wait(for: "the story has ended")
    session.type("u")
    try session.wait(for: "back to the earlier view; 0 more")
    session.type("Y")
    try session.wait(for: "(OSC 52): sitmap")
    try quit(session)
  }
}
