import ArgumentParser
import Browser
import Glibc
import SituationIO
import TextCanvas

/// `sitmap [FILE …]`: the browser.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Browse a situation (what happens without a command).")

  @Argument(
    help: """
      The files to open, - for standard input. Without one, what is piped into the program, or else the situation that \
      comes with it.
      """)
  var files: [String] = []

  @OptionGroup var table: TableArguments

  @Flag(help: "Keep nothing beyond the session, and read nothing of earlier ones: no bookmarks.")
  var noState = false

  @OptionGroup var view: ViewArguments

  func run() throws {
    // Keys may come from the terminal itself when standard input is something else.
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure.usage("there is no terminal here: `sitmap render` prints a screen, `sitmap list` the events")
    }
    let files = self.files.isEmpty && isPipedInto ? [StandardInput.path] : self.files
    let opening = try Opening(
      files: files, columns: table.map, overlays: view.map.overlay, story: view.storySource, on: view.clock.zone)
    // Seen again when the screen is given back; meanwhile the title counts it, and `!` has it.
    for words in opening.unread { StandardError.write("sitmap: \(words)") }
    let options = try view.options(for: opening)
    let session = try Session(opening: opening, options: options, keepsState: !noState)
    let status = try session.run()
    if status != 0 { throw ExitCode(status) }
  }

  /// Whether standard input is a pipe or a file, and so meant to be read: a terminal and `/dev/null` are not.
  private var isPipedInto: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
