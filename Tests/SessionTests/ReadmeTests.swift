import Glibc
import Testing
import TextCanvas

/// Every command of the README and of the manual does here what the page says of it.
@Suite("The commands of the README and the manual", .serialized)
struct ReadmeTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  /// The files that the commands name, and what stands for them.
  private static let files = [
    "events.csv": "values.csv", "acled.csv": "acled.csv", "events.geojson": "plain.geojson",
    "feed.geojsonl": "sequence.geojsonl", "places.kml": "folders.kml", "track.gpx": "hikes.gpx",
    "targets.cot": "targets.cot",
    "timemap.json": "timemap-new.json", "answer.json": "reading/array.json",
    "log.xlsx": "Spreadsheets/openpyxl-types.xlsx", "convoys.csv": "acled.csv",
    "floods.kml": "folders.kml",
    "posts.geojson": "profile.geojson", "routes.geojson": "geometries.geojson", "old.geojson": "plain.geojson",
    "new.geojson": "profile.geojson",
  ]

  /// The pages whose commands are run. `formats.md` names files that are not among the fixtures.
  private static let pages =
    ["README.md"]
    + ["commands", "contested", "events", "files", "filters", "keys", "map", "server", "settings", "stories", "time"]
    .map { "Data/manual/\($0).md" }

  /// The commands of all pages, each once.
  private static let commands: [String] = {
    var known: Set<String> = []
    return pages.flatMap(commands).filter { known.insert($0).inserted }
  }()

  /// The commands of a page: of indented blocks, without their remarks, and those of several words between backticks.
  private static func commands(of page: String) -> [String] {
    guard let text = try? output(of: ["/bin/cat", root + "/" + page]) else { return [] }
    var isFenced = false
    var commands: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if isFenced { continue }
      if line.hasPrefix("    ") {
        commands.append(String(line.dropFirst(4)))
      } else {
        commands += line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 && $0.element.split(separator: " ").count > 2 }.map { String($0.element) }
      }
    }
    return commands.map(withoutRemark).filter { command in
      ["sitmap", "make", "cat", "tail"].contains(command.split(separator: " ").first.map(String.init))
        // Those of a server need one: `make test-db` asks it.
        && !command.contains("postgresql://") && !command.hasPrefix("sitmap db")
    }
  }

  private static func withoutRemark(_ line: String) -> String {
    let pieces = line.split(separator: " ", omittingEmptySubsequences: false)
    return pieces.prefix { $0 != "#" && !$0.isEmpty }.joined(separator: " ")
  }

  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for (name, fixture) in Self.files {
      let path = "\(Self.root)/Tests/SituationIOTests/Fixtures/\(fixture)"
      _ = try output(of: ["/bin/cp", path, "\(folder.path)/\(name)"])
    }
    try folder.write("ort,breite,lon,laenge,was,tag\nx,35,0,36,Konvoi,13.12.2024\n".utf8, to: "lage.csv")
    _ = try output(of: ["/bin/sh", "-c", "gzip -k \(folder.path)/events.csv"])
    mkdir(folder.path + "/bin", 0o755)
    symlink(try ProgramUnderTest.path(), folder.path + "/bin/sitmap")
    return folder
  }

  @Test("each page is there, and most have commands", arguments: pages)
  func pageIsThere(page: String) throws {
    #expect(try !output(of: ["/bin/cat", Self.root + "/" + page]).isEmpty)
    #expect(Self.commands.count > 40)
  }

  @Test("the README's screen in text is the program's: render --size 100x32 --select hmeimim-an124")
  func screen() throws {
    let readme = try output(of: ["/bin/cat", Self.root + "/README.md"])
    let program = try ProgramUnderTest.path()
    let screen = try output(of: [program, "render", "--size", "100x32", "--select", "hmeimim-an124"])
    #expect(readme.contains("```\n\(screen)```\n"), "put this into README.md:\n\(screen)")
  }

  @Test("those that print end well and print something", arguments: commands.filter(prints))
  func printing(command: String) throws {
    let folder = try folder()
    let script =
      "cd \(folder.path) && PATH=\(folder.path)/bin:$PATH && \(command) </dev/null 2>err; echo $? >status; cat err"
    let text = try output(of: ["/bin/sh", "-c", script])
    let status = try output(of: ["/bin/cat", folder.path + "/status"])
    #expect(status == (command.hasPrefix("sitmap diff") ? "1\n" : "0\n"), "\(text)")
    let written =
      command.split(separator: ">").dropFirst().first.map(String.init)
      ?? (command.contains("new.kml") ? "new.kml" : nil)
    if let written {
      #expect(try !output(of: ["/bin/cat", "\(folder.path)/\(written)"]).isEmpty)
    } else {
      #expect(!text.isEmpty)
    }
  }

  @Test(
    "those of the browser open it, and q quits", arguments: commands.filter { !prints($0) && !$0.hasPrefix("make") })
  func browsing(command: String) throws {
    let folder = try folder()
    let script = "cd \(folder.path) && PATH=\(folder.path)/bin:$PATH && \(command)"
    let session = try TerminalSession(program: "/bin/sh", ["-c", script], size: Size(columns: 120, rows: 36))
    try session.wait(for: "? help")
    // What comes through a pipe that goes on comes later than the screen.
    if command.hasPrefix("tail") { try session.wait(for: "alpha") }
    #expect(!session.text.contains("There is no event in this file"))
    // By its name it quits from any pane. Ctrl-C behind it would leave the prompt, so for a pipe the key has to do.
    session.type(command.hasPrefix("tail") ? "q" : ":q\r")
    // A pipe's other end goes on until somebody ends it.
    if command.hasPrefix("tail") { session.type("\u{3}") }
    _ = try session.waitForEnding()
  }

  @Test("make knows its targets", arguments: commands.filter { $0.hasPrefix("make") })
  func making(command: String) throws {
    let status = try output(of: ["/bin/sh", "-c", "cd \(Self.root) && \(command) -n >/dev/null 2>&1; echo $?"])
    #expect(status == "0\n")
  }

  private static func prints(_ command: String) -> Bool {
    let words = command.split(separator: " ")
    let printing = ["render", "list", "brief", "check", "convert", "config", "manual", "help", "diff"]
    return words.count > 1 && words[0] == "sitmap" && printing.contains(String(words[1]))
      && !command.contains("--format screen")
  }
}
