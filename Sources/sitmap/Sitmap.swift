import ArgumentParser
import Glibc

/// The command line of the program.
@main
struct Sitmap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitmap",
    abstract: "A situation map for the terminal: events on a map, in time, with who says so.",
    usage: """
      sitmap [<options>] [<files> ...]
      sitmap render [<options>] [<files> ...]
      sitmap list [<options>] [<files> ...]
      sitmap brief [<options>] [<files> ...]
      sitmap totals [<options>] [<files> ...]
      sitmap compare [<options>] [<files> ...] <window> <window>
      sitmap diff [<options>] <old> <new>
      sitmap link [<options>] [<files> ...]
      sitmap draft [<options>] <reports> ...
      sitmap check [<options>] <files> ...
      sitmap convert [<options>] --output <file> <files> ...
      sitmap release [<options>] --coarsen <width> --output <file> <files> ...
      sitmap change <deed> [<options>] <files> ...
      sitmap changes [<options>] <files> ...
      sitmap changes apply [<options>] --output <file> <files> ...
      sitmap changes merge [<options>] <logs> ...
      sitmap db init [<address>]
      sitmap db load [<options>] <files> ...
      sitmap db ask [<options>] [<address>]
      sitmap config [<options>]
      sitmap manual
      """,
    discussion: """
      Without a file it opens the situation that comes with it. Dates are in UTC if no zone is asked for, and are written as EDTF: 2024-12, \
      2024-12-13, 2024-12-13T14:30Z. The options of the browser: sitmap help browse.
      """,
    version: Version.text,
    subcommands: [
      Browse.self, Render.self, List.self, BriefCommand.self, TotalsCommand.self, CompareCommand.self, Diff.self,
      LinkCommand.self, DraftCommand.self,
      Check.self, Convert.self, ReleaseCommand.self, ChangeCommand.self, ChangesCommand.self,
      Server.self,
      Config.self, Manual.self,
    ],
    defaultSubcommand: Browse.self)

  /// Parses, runs, and ends with a status of sysexits: 0, 64 for a wrong command line, 65 and 66 for a file, 69 for a server.
  static func main() {
    // A reader of our output that goes away early is no reason for a message.
    signal(SIGPIPE, SIG_DFL)
    // A file that may not grow any more is told as a full disk is, by the write.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      report(failure.message)
      Glibc.exit(failure.status)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let status = exitCode(for: error)
      if status == .success { exit(withError: error) }
      report(firstLine(of: message(for: error)))
      Glibc.exit(status.rawValue)
    }
  }

  /// A command line that is wrong gets one line; `--help` has the rest.
  private static func firstLine(of text: String) -> String {
    let lines = text.split(separator: "\n").map(String.init)
    var line = lines.first ?? "something went wrong"
    // Values to choose among stand on lines of their own when there are many.
    if line.hasSuffix(":") {
      line += " " + lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }.joined(separator: ", ")
    }
    return "sitmap: \(line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line) (see sitmap --help)"
  }

  private static func report(_ line: String) {
    StandardError.write(line)
  }
}
