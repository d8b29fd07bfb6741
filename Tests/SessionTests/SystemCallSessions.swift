import Glibc
import Testing
import TextCanvas

/// What the program asks of the system over a session, as strace sees it.
@Suite("System calls", .serialized)
struct SystemCallSessions {
  private static let strace = "/usr/bin/strace"

  /// Runs the program under strace on a terminal, with keys; returns the calls, a line each, or nil where tracing is refused.
  private func trace(_ arguments: [String], keys: [String], in folder: ScratchFolder) throws -> [String]? {
    let log = folder.path + "/calls"
    guard access(Self.strace, X_OK) == 0 else { return nil }
    let calls = "trace=%network,%process,%file,openat2,ptrace,mount,setuid,kill"
    let terminal = try PseudoTerminal(
      [Self.strace, "-f", "-o", log, "-e", calls, "-s", "4096", try ProgramUnderTest.path()] + arguments,
      environment: [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "\(folder.path)/bin:/usr/bin:/bin", "HOME": folder.path,
        "SWIFT_BACKTRACE": "enable=no", "DISPLAY": ":9", "XDG_STATE_HOME": folder.path + "/state",
      ], size: Size(columns: 100, rows: 32))
    var seen: [UInt8] = []
    func look(for text: String) {
      for _ in 0..<1_000 where !String(decoding: seen, as: UTF8.self).contains(text) && terminal.waitForEnding() == nil
      {
        seen += terminal.read(milliseconds: 10)
      }
    }
    look(for: "quit")
    for key in keys {
      terminal.write(Array(key.utf8))
      for _ in 0..<30 { seen += terminal.read(milliseconds: 5) }
    }
    for _ in 0..<1_000 where terminal.waitForEnding() == nil { seen += terminal.read(milliseconds: 10) }
    let text = try output(of: ["/bin/cat", log])
    let isTraced = text.contains("execve(") && !String(decoding: seen, as: UTF8.self).contains("PTRACE_TRACEME")
    return isTraced ? text.split(separator: "\n").map(String.init) : nil
  }

  @Test("no network, no other program than the opener that was asked for, and no file written but those asked for")
  func session() throws {
    let folder = try ScratchFolder()
    mkdir(folder.path + "/bin", 0o755)
    let opener = try folder.write("#!/bin/sh\nexit 0\n".utf8, to: "bin/xdg-open")
    chmod(opener, 0o755)
    let file = try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[36,35]},\
      "properties":{"title":"One","when":"2024-12-10","sources":[{"who":"W","link":"https://example.org/1"}]}}]}
      """.utf8, to: "a.geojson")
    // A trap: what is to be written is there already as a link to a file that is nobody's business.
    let victim = try folder.write("mine".utf8, to: "victim")
    symlink(victim, folder.path + "/link.csv")
    let keys = [
      "\t", "\r", "\u{1B}", "e", "f", "\u{1B}", "L", "\u{1B}", "?", "\u{1B}", "X", "\(folder.path)/out.csv\r", "X",
      "\(folder.path)/link.csv\r", "n", "m", "mark\r", "Y", "\t", "o", "y", "q", "q",
    ]
    guard let calls = try trace([file], keys: keys, in: folder) else {
      print("skipped: strace is missing, or tracing is refused here")
      return
    }
    let network = calls.filter { ["socket(", "connect(", "bind(", "sendto(", "accept("].contains(where: $0.contains) }
    #expect(network == [])
    let programs = calls.filter { $0.contains("execve(") && !$0.contains("ENOENT") }
    #expect(programs.count == 2 && programs.last?.contains(opener) == true, "\(programs)")
    let written = calls.filter { call in
      ["O_WRONLY", "O_RDWR", "O_CREAT", "rename", "unlink", "link(", "mkdir", "chmod", "truncate"].contains(
        where: call.contains)
        && !call.contains("readlink") && !call.contains("= -1 E")
    }
    let strays = written.filter { call in
      !call.contains("\(folder.path)/.sitmap-") && !call.contains("\(folder.path)/state") && !call.contains("/dev/null")
        && !call.contains("/dev/pts") && !call.contains("/dev/tty")
    }
    #expect(strays == [])
    // New files alone, under names that nobody can have put a link to.
    #expect(written.filter { $0.contains("O_CREAT") }.allSatisfy { $0.contains("O_EXCL") }, "\(written)")
    #expect(try output(of: ["/bin/cat", victim]) == "mine")
    #expect(try output(of: ["/bin/cat", folder.path + "/out.csv"]).contains("One"))
    print(
      "strace: \(calls.count) calls; programs \(programs.count), network \(network.count), written \(written.count)")
  }
}
