import Glibc
import Testing
import TextCanvas

/// What the program does outside of the terminal: files that it writes, programs that it starts.
@Suite("Errands", .serialized)
struct ErrandSessions {
  /// A folder that is gone when the test is.
  private final class Folder {
    let path: String

    init() throws {
      var name = Array("/tmp/sitmap-test-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&name)))
    }

    deinit {
      for name in names { unlink("\(path)/\(name)") }
      rmdir(path)
    }

    /// What is in it, hidden files too.
    var names: [String] {
      guard let folder = opendir(path) else { return [] }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      return names.sorted()
    }

    func text(_ name: String) -> String? {
      guard let file = fopen("\(path)/\(name)", "r") else { return nil }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = fread(&bytes, 1, bytes.count, file)
      return String(decoding: bytes[..<count], as: UTF8.self)
    }

    func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
      chmod("\(path)/\(name)", mode)
    }
  }

  private func open(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> TerminalSession {
    let session = try TerminalSession(
      arguments, size: Size(columns: 100, rows: 32), environment: environment)
    try session.wait(for: "? help")
    return session
  }

  private func quit(_ session: TerminalSession) throws {
    session.type(":q\r")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("X writes what is listed, in its order, and a file that is there only after a yes")
  func writing() throws {
    let folder = try Folder()
    let session = try open(["--kind", "convoy"])
    session.type("sX\(folder.path)/list")
    try session.wait(for: "8 events: .csv")
    session.press(.enter)
    try session.wait(for: "the name ends in none of")
    session.type(".csv")
    try session.wait(for: "8 events as CSV")
    session.press(.enter)
    try session.wait(for: "8 events written to")
    let csv = try #require(folder.text("list.csv"))
    let titles = csv.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(titles.count == 8 && titles == titles.sorted())
    try folder.write("mine", to: "list.md")
    session.type("X\(folder.path)/list.md")
    session.press(.enter)
    try session.wait(for: "overwrite it? y/n")
    session.type("n")
    try session.wait(for: "nothing was written")
    #expect(folder.text("list.md") == "mine")
    session.type("X\(folder.path)/list.md")
    session.press(.enter)
    try session.wait(for: "overwrite it? y/n")
    session.type("y")
    try session.wait(for: "8 events written to")
    #expect(folder.text("list.md")?.hasPrefix("| When | Title |") == true)
    #expect(folder.names == ["list.csv", "list.md"])
    session.type("X\(folder.path)/none/list.json")
    session.press(.enter)
    try session.wait(for: "can't be written: No such file")
    try quit(session)
  }

  @Test("X writes the screen as render does, by the ending of the name")
  func writingScreen() throws {
    let folder = try Folder()
    let session = try open()
    for (name, beginning) in [("a.svg", "<svg "), ("a.html", "<!DOCTYPE html>"), ("a.ansi", "\u{1B}[")] {
      session.type("X\(folder.path)/\(name)")
      try session.wait(for: "this screen as")
      session.press(.enter)
      try session.wait(for: "the screen written to \(folder.path)/\(name)")
      let text = try #require(folder.text(name))
      #expect(text.contains(beginning) && text.contains("7-14 Dec 2024 UTC"), "\(text.prefix(200))")
      #expect(!text.contains("write to:"))
    }
    try quit(session)
  }

  @Test("X never replaces a file that is open, by whatever name")
  func writingOverSource() throws {
    let folder = try Folder()
    let source =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"title":"A"}}]}"#
    try folder.write(source, to: "a.json")
    symlink("\(folder.path)/a.json", "\(folder.path)/symbolic.csv")
    link("\(folder.path)/a.json", "\(folder.path)/hard.svg")
    let session = try open(["\(folder.path)/a.json"])
    for name in ["a.json", "./a.json", "symbolic.csv", "hard.svg"] {
      session.type("X\(folder.path)/\(name)")
      session.press(.enter)
      try session.wait(for: "nothing was written: ")
      session.type("+")
      try session.wait(until: "no message") { !session.text.contains("nothing was written") }
    }
    #expect(folder.text("a.json") == source && folder.names == ["a.json", "hard.svg", "symbolic.csv"])
    try quit(session)
  }

  @Test("o shows the address, asks, and starts xdg-open with it alone, away from the terminal")
  func opening() throws {
    let folder = try Folder()
    try folder.write(
      #"""
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":null,"properties":{"title":"A",
      "sources":[{"who":"X","link":"https://example.org/a?b=$(touch%20x);'c'&d"}]}}]}
      """#, to: "a.geojson")
    let stub =
      "#!/bin/sh\nexec >\(folder.path)/new\necho $#\necho \"$1\"\ntest -t 0 && echo terminal\nmv \(folder.path)/new \(folder.path)/told\n"
    try folder.write(stub, to: "xdg-open", mode: 0o755)
    let session = try open(
      ["\(folder.path)/a.geojson", "--select", "a"], environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    session.type("o")
    try session.wait(for: "open https://example.org/a?b=$(touch%20x);'c'&d in the web browser? y/n")
    session.type("n")
    try session.wait(for: "nothing was opened")
    session.type("oy")
    try session.wait(for: "xdg-open was given")
    try session.wait(until: "xdg-open to be told") { folder.text("told") != nil }
    #expect(folder.text("told") == "1\nhttps://example.org/a?b=$(touch%20x);'c'&d\n")
    try quit(session)
  }

  @Test("without xdg-open, and over SSH without a desktop, the address is there to copy")
  func withoutBrowser() throws {
    let folder = try Folder()
    try folder.write(
      #"{"type":"Feature","id":"a","properties":{"title":"A","sources":[{"who":"X","link":"http://example.org/"}]}}"#,
      to: "a.geojson")
    let file = ["\(folder.path)/a.geojson", "--select", "a"]
    for (variables, words) in [
      (["PATH": folder.path], "xdg-open is not installed; the address is http://example.org/"),
      (["SSH_CONNECTION": "1"], "there is no desktop in this session; the address is http://example.org/"),
    ] {
      let session = try open(file, environment: variables)
      session.type("oy")
      try session.wait(for: words)
      try quit(session)
    }
  }

  @Test("V finds a copy that is as recorded, and one that was changed since")
  func copies() throws {
    let folder = try Folder()
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    try folder.write(
      #"""
      {"type":"Feature","id":"a","properties":{"title":"A",
      "sources":[{"who":"X","copy":"copy.html","sha256":"\#(digest)"}]}}
      """#, to: "a.geojson")
    try folder.write("abc", to: "copy.html")
    let session = try open(["\(folder.path)/a.geojson", "--select", "a"])
    session.type("V")
    try session.wait(for: "1 of 1 copies as recorded")
    try folder.write("abd", to: "copy.html")
    session.type("V")
    try session.wait(for: "0 of 1 copies as recorded; copy.html changed")
    session.press(.enter)
    try session.wait(for: "copy copy.html: changed")
    try quit(session)
  }
}
