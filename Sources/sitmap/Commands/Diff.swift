import ArgumentParser
import Browser
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap diff OLD NEW`: what two versions of a file do not have in common.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which events are new, withdrawn, moved, re-dated, re-graded or otherwise changed.",
    discussion: """
      Events are the same when they have the same id. Events without one are the same when they are alike, or when they alone \
      share title and date, title and place, or the title. Ends with status 0 when nothing is changed and 1 otherwise.

      For git diff: a line "*.csv diff=events" in .gitattributes, and git config diff.events.command "sitmap diff --git".
      """)

  /// The form in which the changes are reported.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
    /// The browser, in which one can go from change to change.
    case screen
  }

  @Argument(help: ArgumentHelp("The earlier and the later version.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(
    help:
      "Take the arguments that git gives to a driver for diffs, compare the files without changes beside them, and end with status 0."
  )
  var git = false

  @OptionGroup var table: TableArguments

  @Option(help: "Text, JSON, or the browser with a list of the changes.")
  var format: Format = .text

  @OptionGroup var config: SettingsArguments

  @OptionGroup var screen: ScreenArguments

  @OptionGroup var log: LogArguments

  func validate() throws {
    if !git, files.count != 2 { throw ValidationError("diff compares two files: the earlier and the later version.") }
    if git, format != .text { throw ValidationError("--git prints text.") }
  }

  func run() throws { try log.logged("diff", run) }

  private func run(_ log: Logger) throws {
    if git { return try GitDiff(files, columns: table.map ?? ColumnMap()).print() }
    let before = try Opening(files: [files[0]], columns: table.map, changes: table.changes)
    let after = try Opening(files: [files[1]], columns: table.map, changes: table.changes)
    before.reportRejections()
    after.reportRejections()
    before.log(to: log)
    after.log(to: log)
    let comparison = Comparison(from: before.situation.events, to: after.situation.events)
    let listing = ComparisonListing(comparison, safe: { SafeText($0).text })
    switch format {
    case .text: try StandardOutput.write(listing.text)
    case .json: try StandardOutput.write(listing.json)
    case .screen: try browse(comparison, before, after, log)
    }
    if !comparison.changes.isEmpty { throw ExitCode(1) }
  }

  private func browse(_ comparison: Comparison, _ before: Opening, _ after: Opening, _ log: Logger) throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure.usage("there is no terminal here: leave --format screen out")
    }
    let settings = try config.settings()
    var notes = settings.problems
    let screenOptions = screen.options(settings, notes: &notes)
    let places = NamedPlaces(events: after.situation.events, atlas: after.atlas)
    let look = settings.view(on: after.situation.zone, places: places, notes: &notes)
    var options = ViewOptions(SavedView().looking(like: look))
    (options.keys, options.notice) = (settings.keys, notes.first)
    options.order = EventOrder(grouping: comparison.changes.isEmpty ? .day : .change)
    let opening = Opening(after, comparing: comparison, to: before)
    let status = try Session(
      opening: opening, options: options, on: screenOptions, mailbox: Mailbox(), log: log
    ).run()
    throw ExitCode(status)
  }
}
