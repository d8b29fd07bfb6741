import Glibc
import Testing

/// The program without a terminal: what it prints, where, and the status it ends with.
@Suite("Command line")
struct CommandLineTests {
  /// What one run gave.
  private struct Run {
    let out: String
    let err: String
    let status: String
  }

  /// Runs the program with nothing on standard input. The shell keeps output and error apart.
  private func run(_ arguments: String) throws -> Run {
    let script = """
      { out=$("$0" \(arguments) </dev/null 2>&3); status=$?; } 3>"$1"; printf '%s\\036%s\\036%s' "$out" "$(cat "$1")" "$status"
      """
    let errors = "/tmp/sitmap-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unlink(errors) }
    let text = try output(of: ["/bin/sh", "-c", script, try ProgramUnderTest.path(), errors])
    let parts = text.split(separator: "\u{1E}", omittingEmptySubsequences: false).map(String.init)
    try #require(parts.count == 3)
    return Run(out: parts[0], err: parts[1], status: parts[2])
  }

  @Test(
    "a wrong command line is one line on standard error, and status 64",
    arguments: [
      "", "--nope", "render --size 3", "render --size 0x5", "render --zoom 99", "render --from 2024-13",
      "render --at 99,0",
      "render --glyphs paint", "render --theme pink", "render --hide paint", "render --show", "render --select nobody",
      "render --from 2024 --to 2023",
      "list --format xml",
      "render --standing sure", "render --kind", "list --kind convoys", "list --zoom 3",
      "render --timezone Mars/Olympus", "render --timezone ../zoneinfo/UTC", "render --timezone +25",
      "brief --timezone ''",
      "render --buckets minute", "render --fade", "render --clock noon", "diff one.geojson", "diff --format xml a b",
      "brief --size 0x0", "brief --select a", "list --prose --format csv",
      "check", "check - -", "convert a.csv", "convert a.csv --output b", "convert --output b.csv",
      "convert a.csv --to shp --output b", "change", "change set a.csv --event e", "changes merge a",
      "list --changes a --no-changes b.csv", "--follow --story a.json", "list --where grade:Z9", "render --where",
      "render --where '('",
    ])
  func usage(arguments: String) throws {
    let run = try run(arguments)
    #expect(run.status == "64")
    #expect(run.out.isEmpty)
    #expect(run.err.hasPrefix("sitmap: "))
    #expect(!run.err.contains("\n"))
  }

  @Test(
    "a middle, an area or a selection that a screen can't show is told on standard error, and the screen is printed",
    arguments: [
      ("--at 89.9,0 --zoom 12", "can't be the middle"), ("--area=-180,-90,180,90", "not all of the area fits"),
      ("--select tartus-activity --kind convoy", "does not pass the filter"),
      ("--select tartus-activity --from 2024-12-09 --to 2024-12-09", "outside the window"),
    ])
  func unmetRequests(arguments: String, words: String) throws {
    let run = try run("render \(arguments)")
    #expect(run.status == "0")
    #expect(run.out.contains("Syria, December 2024"))
    #expect(run.err.hasPrefix("sitmap: "))
    #expect(run.err.contains(words))
    #expect(!run.err.contains("\n"))
    #expect(try self.run("render --at 35.4,35.95 --zoom 8").err.isEmpty)
  }

  @Test(
    "a file that can't be opened is 66, one that is not understood 65, both with a reason",
    arguments: [
      ("/nonexistent.geojson", "66", "no such file"), ("/tmp", "66", "directory"), ("/dev/null", "65", "empty"),
      ("/etc/passwd", "65", "passwd:1:"),
    ])
  func files(path: String, status: String, reason: String) throws {
    for command in ["render", "list", "check", "convert --output /tmp/none.csv", "render --overlay"] {
      let run = try run("\(command) \(path)")
      #expect(run.status == status)
      #expect(run.out.isEmpty)
      #expect(run.err.contains(reason))
      #expect(!run.err.contains("\n"))
    }
  }

  @Test("check tells of every file, and ends with the status of the worst; with --strict repairs count")
  func check() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/SituationIOTests/Fixtures"
    #expect(try run("check '\(files)/oddities.csv'").status == "0")
    #expect(try run("check --strict '\(files)/plain.geojson' '\(files)/oddities.csv'").status == "65")
    #expect(try run("check --strict '\(files)/values.csv'").status == "0")
    let several = try run("check --json /nonexistent '\(files)/values.csv' /dev/null")
    #expect(several.status == "66")
    #expect(several.out.split(separator: "\n").count == 5)
    #expect(several.out.hasPrefix("{\"files\":[\n") && several.out.hasSuffix("\n]}"))
    #expect(several.err.split(separator: "\n").count == 2)
  }

  @Test("- is standard input, once")
  func standardInput() throws {
    #expect(try run("list - </dev/null").err == "sitmap: standard input:1: is empty")
    #expect(try run("list - -").status == "64")
    let text = #"{"type":"Feature","properties":{"title":"A bridge"},"geometry":null}"#
    let listed = try output(of: ["/bin/sh", "-c", "printf '%s' '\(text)' | \"$0\" list -", try ProgramUnderTest.path()])
    #expect(listed.contains("A bridge"))
  }

  @Test("render prints the same bytes each time, of just the size that was asked for")
  func render() throws {
    let first = try run("render --size 90x30")
    #expect(first.status == "0")
    #expect(first.err.isEmpty)
    #expect(first.out == (try run("render --size 90x30")).out)
    let lines = first.out.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 30)
    #expect(lines.map(\.count).max() == 90)
  }

  @Test("render writes colours only where they are asked for")
  func colours() throws {
    #expect(!(try run("render")).out.contains("\u{1B}"))
    #expect(try run("render --format ansi").out.contains("\u{1B}["))
  }

  @Test("the README's picture is the program's: `make pictures` makes it again")
  func picture() throws {
    let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Data/pictures/coast.svg"
    let kept = try output(of: ["/bin/cat", path])
    #expect(try run("render --size 100x32 --select hmeimim-an124 --format svg").out + "\n" == kept)
  }

  @Test("an overlay is drawn, and what could not be read of it is told")
  func overlay() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let run = try run("render --overlay '\(files)/routes.geojson' --hide roads --size 140x40")
    #expect(run.status == "0")
    #expect(run.out.contains("Survey routes"))
    #expect(run.out.contains("# Base"))
    #expect(!run.out.contains("[M4]"))
    #expect(run.err.contains("routes.geojson:9:"))
  }

  @Test("pictures and pages come in every theme, by either spelling", arguments: ["light", "mono", "color-blind"])
  func themes(name: String) throws {
    let svg = try run("render --size 60x20 --format svg --theme \(name)")
    #expect(svg.status == "0")
    #expect(svg.out.hasPrefix("<svg "))
    #expect(svg.out.contains("<title id=\"sitmap-title\">Syria, December 2024</title>"))
    #expect(try run("render --size 60x20 --format html --theme \(name)").out.hasPrefix("<!DOCTYPE html>"))
  }

  @Test("diff ends as diff(1) does: 0 where nothing is changed, 1 where something is")
  func diff() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let (old, new) = ("'\(files)/diff-old.geojson'", "'\(files)/diff-new.geojson'")
    let run = try run("diff \(old) \(new)")
    #expect(run.status == "1" && run.err.isEmpty)
    #expect(run.out.hasPrefix("1 new, 1 withdrawn, 1 moved, 2 re-dated, 1 re-graded, 2 changed; 2 the same\n"))
    #expect(try self.run("diff --format json \(old) \(new)").out.hasPrefix("{\"counts\":{\"new\":1,"))
    #expect(try self.run("diff \(old) \(old)").status == "0")
    #expect(try self.run("diff \(old) /nonexistent").status == "66")
    #expect(try self.run("diff --format screen \(old) \(new)").status == "64")
  }

  @Test("times are shown in another zone, days stay what they are, and files keep UTC")
  func zones() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let years = "'\(files)/years.geojson' --from 2021-07-01 --to 2021-07-01"
    let shown = try run("render --format prose \(years) --timezone +05:30")
    #expect(shown.out.contains("Window: 1 Jul 2021 UTC+05:30."))
    #expect(try run("brief \(years) --timezone Asia/Tokyo").out.contains("Thu 1 Jul 2021 15:30"))
    #expect(try run("brief \(years)").out.contains("Thu 1 Jul 2021 06:30"))
    // At ten past six in the evening it is the next day in Japan.
    #expect(!(try run("brief \(years) --timezone Asia/Tokyo").out.contains("18:10")))
    #expect(try run("list \(years)").out.contains("2021-07-01T06:30Z"))
  }

  @Test("a report and the sentences are the same bytes each time, and a filter leaves out what does not pass")
  func reports() throws {
    for command in ["brief", "list --prose", "render --format prose"] {
      let first = try run(command)
      #expect(first.status == "0" && first.err.isEmpty)
      #expect(first.out == (try run(command)).out)
      #expect(first.out.contains("Peskov"))
      #expect(!(try run("\(command) --where actor:Israel")).out.contains("Peskov"))
    }
  }

  @Test("list prints an event a line, or JSON; problems while reading go to standard error")
  func list() throws {
    #expect(try run("list").out.split(separator: "\n").count == 22)
    #expect(try run("list --kind strike").out.split(separator: "\n").count == 1)
    #expect(try run("list --search Hassia").out.contains("Hassia"))
    let json = try run("list --format json --search An-124")
    #expect(json.out.hasPrefix("[\n{\"id\":"))
    #expect(json.out.hasSuffix("}\n]"))
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let broken = try run("list '\(files)/broken.geojson'")
    #expect(broken.status == "0")
    #expect(broken.err.split(separator: "\n").count == 5)
    #expect(broken.err.contains("broken.geojson:6:"))
  }

  @Test("--where leaves what passes, together with the other options; a wrong one is told with its column")
  func filter() throws {
    func count(_ arguments: String) throws -> Int { try run("list \(arguments)").out.split(separator: "\n").count }
    #expect(try count("--where kind:convoy") == count("--kind convoy"))
    #expect(try count("--where '-standing:confirmed'") + count("--standing confirmed") == 22)
    #expect(try count("--kind convoy --where 'certainly near:Homs,50km'") == 1)
    #expect(try count("--kind convoy --kind imagery --where 'kind:imagery or kind:strike' --search Tartus") == 1)
    #expect(try run("render --where 'kind:strike'").out.contains("filtered"))
    let wrong = try run("list --where 'kind:convoy grade:Z9'")
    #expect(wrong.status == "64")
    #expect(wrong.err == "sitmap: --where: column 19: \"grade\" takes A1 to F6")
  }

  @Test("the data are found from any working directory")
  func anywhere() throws {
    let program = try ProgramUnderTest.path()
    let text = try output(of: ["/bin/sh", "-c", "cd / && exec \"$0\" list", program])
    #expect(text.contains("hmeimim-an124"))
  }

  @Test("the data are found in an installed prefix, through a link as well")
  func installed() throws {
    let program = try ProgramUnderTest.path()
    let data = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Data"
    let script = """
      set -e; prefix=$(mktemp -d); trap 'rm -rf "$prefix"' EXIT; mkdir -p "$prefix/bin" "$prefix/share" "$prefix/else"
      cp "$0" "$prefix/bin/sitmap"; cp -R "$1" "$prefix/share/sitmap"; ln -s "$prefix/bin/sitmap" "$prefix/else/map"
      cd /; "$prefix/bin/sitmap" list | head -n 1; "$prefix/else/map" list | head -n 1
      rm -r "$prefix/share"; "$prefix/bin/sitmap" list 2>&1 || echo "status $?"
      """
    let lines = try output(of: ["/bin/sh", "-c", script, program, data]).split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0] == lines[1])
    #expect(lines[2].contains("SITMAP_DATA"))
    #expect(lines[3] == "status 66")
  }
}
