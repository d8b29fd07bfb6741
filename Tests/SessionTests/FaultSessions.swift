import Glibc
import Testing
import TextCanvas

/// What goes wrong around the program ends in a sentence, with the terminal as it was.
@Suite("Faults", .serialized)
struct FaultSessions {
  private static let table = "id,title,date,lat,lon\na,First,2024-12-01,34.8,35.9\nb,Second,2024-12-02,35.1,36.2\n"

  @Test(
    "a signal that ends it, whatever it is, gives the terminal back",
    arguments: [SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGPROF, SIGPIPE])
  func signals(signal: Int32) throws {
    let session = try TerminalSession()
    try session.wait(for: "? help")
    session.signal(signal)
    #expect(try session.waitForEnding() == .killed(signal: signal))
    #expect(session.isGivenBack)
  }

  @Test("a terminal that is closed ends the program")
  func closedTerminal() throws {
    var shell: TmuxSession? = try TmuxSession()
    try shell?.enter("exec \(try ProgramUnderTest.path())")
    try shell?.wait(for: "? help")
    let process = try #require(try shell.flatMap { pid_t(try $0.value("#{pane_pid}")) })
    shell = nil
    // Where nobody takes back what has ended, it stays in the table of processes, without memory.
    func isThere() throws -> Bool { try !output(of: ["/bin/cat", "/proc/\(process)/cmdline"]).isEmpty }
    for _ in 0..<500 where try isThere() { usleep(10_000) }
    #expect(try !isThere())
  }

  /// Runs a line in a shell on a real terminal; returns its status and what stands in the pane, when the modes of the terminal
  /// are as before.
  private func run(
    _ line: String, during: (TmuxSession) throws -> Void = { _ in }
  ) throws -> (status: String, text: String) {
    let shell = try TmuxSession(size: Size(columns: 140, rows: 32))
    try shell.enter("m=$(stty -g); clear; \(line); s=$?; [ \"$m\" = \"$(stty -g)\" ] && echo ended $s.")
    try during(shell)
    try shell.wait(for: "ended ", seconds: 60)
    // The line that was typed may stand there, too: with `$s` for the number.
    try shell.wait(until: "the status") { try shell.text().contains(#/ended \d+\./#) }
    let text = try shell.text()
    #expect(try shell.value("#{alternate_on}#{cursor_flag}#{mouse_any_flag}") == "010")
    let status = text.firstMatch(of: #/ended (\d+)\./#).map { String($0.1) } ?? ""
    return (status, text)
  }

  @Test("a file that may not grow, as on a full disk: what was not written is said, and nothing of it is left")
  func fullDisk() throws {
    let folder = try ScratchFolder()
    let program = try ProgramUnderTest.path()
    let file = try folder.write(Self.table.utf8, to: "a.csv")
    let converted = try run("(ulimit -f 0; \(program) convert \(file) --output \(folder.path)/b.geojson)")
    #expect(converted.status != "0" && converted.text.contains("File too large"), "\(converted.text)")
    let session = try run("(ulimit -f 0; \(program) \(file))") { shell in
      try shell.wait(for: "? help")
      try shell.press("X")
      try shell.enter("\(folder.path)/out.csv")
      try shell.wait(for: "File too large")
      try shell.press("q")
    }
    #expect(session.status == "0")
    let full = try run("\(program) list \(file) > /dev/full")
    #expect(full.status == "74" && full.text.contains("No space left"), "\(full.text)")
    #expect(try output(of: ["/bin/ls", "-A", folder.path]) == "a.csv\n")
  }

  @Test("too little memory, while the screen stands, ends it, and the terminal is the shell's")
  func memory() throws {
    let folder = try ScratchFolder()
    // Its beginning is shown before all of it is read, for which there is no room. It has holes for content.
    let rows = (0..<20_000).map { "e\($0),Event,2024-12-0\(1 + $0 % 9),34.\($0 % 90 + 10),35.9\n" }.joined()
    let file = try folder.write("id,title,date,lat,lon\n\(rows)".utf8, to: "a.csv")
    truncate(file, 900 << 20)
    let run = try run("(ulimit -c 0; ulimit -v 800000; \(try ProgramUnderTest.path()) \(file))")
    #expect(run.status == "134" || run.status == "132" || run.status == "133" || run.status == "139", "\(run)")
  }

  @Test("files that are no files, that are not there and that may not be read are said in one line each")
  func files() throws {
    let folder = try ScratchFolder()
    let program = try ProgramUnderTest.path()
    mkfifo(folder.path + "/fifo", 0o644)
    symlink("loop", folder.path + "/loop")
    for (file, message) in [
      ("none.csv", "no such file"), (".", "is a directory"), ("loop", "links go round"), ("a/b", "no such file"),
    ] {
      let run = try run("\(program) \(folder.path)/\(file)")
      #expect(run.status == "66" && run.text.contains(message), "\(run.text)")
    }
    let closed = try run("(: > \(folder.path)/fifo & \(program) list \(folder.path)/fifo)")
    #expect(closed.status == "65" && closed.text.contains("is empty"), "\(closed.text)")
  }

  @Test("a followed file that shrinks, goes, becomes a folder and comes back is followed on")
  func followed() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(Self.table.utf8, to: "a.csv")
    let session = try TerminalSession(["--follow", file], size: Size(columns: 140, rows: 32))
    try session.wait(for: "following")
    try folder.write(Self.table.prefix(52).utf8, to: "a.csv")
    try session.wait(until: "one event") { !session.text.contains("Second") }
    try folder.write([], to: "a.csv")
    try session.settle()
    unlink(file)
    try session.settle()
    mkdir(file, 0o755)
    try session.settle()
    rmdir(file)
    try folder.write(Self.table.replacing("Second", with: "Again").utf8, to: "a.csv")
    try session.wait(for: "Again")
    session.type("q")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test(
    "terminals without colours, with few and with many",
    arguments: ["vt100", "screen", "tmux-256color", "vt220", "ansi"])
  func terminals(name: String) throws {
    let session = try TerminalSession([], environment: ["TERM": name])
    try session.wait(for: "? help")
    #expect(session.text.contains("Syria, December 2024"))
    session.type("q")
    #expect(try session.waitForEnding() == .exited(status: 0))
    #expect(session.isGivenBack)
  }

  @Test("without TERM, or of one that nobody knows, it says so", arguments: ["", "no-such-terminal"])
  func noTerminal(name: String) throws {
    let session = try TerminalSession([], environment: ["TERM": name])
    #expect(try session.waitForEnding() == .exited(status: 64))
    #expect(session.text.contains("sitmap render"), "\(session.text)")
  }
}
