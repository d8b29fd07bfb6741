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

  @Flag(
    help: """
      Show what is appended to the files, what they are replaced by, or what comes through a pipe, as it comes: CSV and \
      GeoJSON sequences line by line, other formats when they have been written.
      """)
  var follow = false

  @OptionGroup var view: ViewArguments

  func run() throws {
    // Keys may come from the terminal itself when standard input is something else.
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure.usage("there is no terminal here: `sitmap render` prints a screen, `sitmap list` the events")
    }
    let files = self.files.isEmpty && isPipedInto ? [StandardInput.path] : self.files
    let isLater = !files.isEmpty && readsLater(files)
    let opening =
      isLater
      ? try Opening(later: files, columns: table.map, overlays: view.map.overlay, on: view.clock.zone)
      : try Opening(
        files: files, columns: table.map, overlays: view.map.overlay, story: follow ? .none : view.storySource,
        on: view.clock.zone)
    let options = try view.options(for: opening)
    let feed =
      isLater || follow && !files.isEmpty
      ? try Feed(files: files, columns: table.map ?? ColumnMap(), follows: follow, isRead: !isLater) : nil
    let session = try Session(opening: opening, options: options, keepsState: !noState, feed: feed)
    let status = try session.run()
    if status != 0 { throw ExitCode(status) }
  }

  /// Whether files are read while the screen stands: large ones, unless an option asks for their events at once, and pipes
  /// that are followed.
  private func readsLater(_ files: [String]) -> Bool {
    if follow, files.contains(where: Feed.isStream) { return true }
    return view.select == nil && view.story == nil && files.contains(where: Feed.isLarge)
  }

  /// Whether standard input is a pipe or a file, and so meant to be read: a terminal and `/dev/null` are not.
  private var isPipedInto: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
