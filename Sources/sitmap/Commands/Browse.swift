import ArgumentParser
import Browser
import Glibc
import Logging
import SituationIO
import SituationModel
import Terminal
import TextCanvas

/// `sitmap [FILE …]`: the browser.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Browse a situation (what happens without a command).")

  @Argument(
    help: """
      The files to open, - for standard input, or the address of a database, as postgresql://host/name. Without one, what \
      is piped into the program, or else the situation that comes with it.
      """,
    completion: .file())
  var files: [String] = []

  @OptionGroup var table: TableArguments

  @Flag(help: "Keep nothing beyond the session, and read nothing of earlier ones: no bookmarks, no view of last time.")
  var noState = false

  @Option(
    help: """
      Open the files as they were left, which is usual where nothing else is said of the view, or anew: with nothing \
      remembered or set but the colours, glyphs, language and keys.
      """)
  var start: Settings.Start?

  @OptionGroup var config: SettingsArguments

  @OptionGroup var screen: ScreenArguments

  @Flag(
    help: """
      Show what is appended to the files, what they are replaced by, or what comes through a pipe, as it comes: CSV and \
      GeoJSON sequences line by line, other formats when they have been written.
      """)
  var follow = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --follow: ring the bell and say so when a new event passes this filter, as 'deaths>=10'.",
      valueName: "filter"))
  var alert: String?

  @OptionGroup var view: ViewArguments

  @OptionGroup var author: AuthorArguments

  @OptionGroup var log: LogArguments

  func validate() throws {
    if alert != nil, !follow { throw ValidationError("--alert is for events that come: it needs --follow.") }
    if follow, view.story != nil {
      throw ValidationError("--follow shows events as they come, and tells no story: leave --story out.")
    }
  }

  func run() throws { try log.logged("browse", run) }

  private func run(_ log: Logger) throws {
    // Keys may come from the terminal itself when standard input is something else.
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure.usage("there is no terminal here: `sitmap render` prints a screen, `sitmap list` the events")
    }
    let settings = try config.settings()
    if let address = try Opening.address(among: self.files) { return try ask(address, settings, log) }
    let zone = view.clock.zone(usual: settings.timezone)
    let files = self.files.isEmpty && isPipedInto ? [StandardInput.path] : self.files
    let isLater = !files.isEmpty && readsLater(files)
    var opening =
      isLater
      ? try Opening(
        later: files, columns: table.map, changes: table.changes, overlays: view.map.overlay, on: zone)
      : try Opening(
        files: files, columns: table.map, changes: table.changes, overlays: view.map.overlay,
        story: follow ? .none : view.storySource, on: zone)
    // The login name is looked up only when a change is made.
    opening.author = { [named = author.author, own = settings.author] in Author.name(named, settings: own) }
    opening.log(to: log)
    let places = NamedPlaces(events: opening.situation.events, atlas: opening.atlas)
    // What comes through a pipe has no name that its view could be kept under.
    let last = noState || files.contains(where: Feed.isStream) ? nil : LastViews(files: files, places: places, on: zone)
    if let path = settings.path, settings.isThere {
      log.info("settings", metadata: ["file": "\(path)", "problems": "\(settings.problems.count)"])
    }
    let (options, screenOptions, usual) = try options(for: opening, settings, places, last)
    var watch = try watch(on: zone, places)
    // Events that are in the files already are no news.
    if !isLater { _ = watch?.news(in: opening.situation.events, isPart: false) }
    let mailbox = try Mailbox<SessionNews>()
    let feed =
      isLater || follow && !files.isEmpty
      ? try Feed(
        files: files, columns: table.map ?? ColumnMap(), changes: table.changes, follows: follow, isRead: !isLater,
        mailbox: mailbox)
      : nil
    let session = try Session(
      opening: opening, options: options, on: screenOptions, keepsState: !noState, feed: feed, mailbox: mailbox,
      log: log)
    session.alert = watch
    try run(session, last, usual: usual)
  }

  /// The watch that `--alert` asks for. The figures of files that are yet to come are not known: any name may be one.
  private func watch(on zone: Zone, _ places: NamedPlaces) throws(Failure) -> AlertWatch? {
    guard let alert else { return nil }
    let filter: EventFilter
    do throws(FilterError) {
      filter = try EventFilter(alert, on: zone, figures: .any, place: places.coordinate)
    } catch {
      throw .usage("--alert: \(error)")
    }
    if filter.isEmpty { throw .usage("--alert takes a filter, as 'deaths>=10'") }
    return AlertWatch(filter)
  }

  /// Runs a session to its end, and keeps the view that is left.
  private func run(_ session: Session, _ last: LastViews?, usual: SavedView) throws {
    let status = try session.run()
    do throws(StateFolder.Problem) { try last?.keep(session.view, usual: usual) } catch {
      StandardError.write("sitmap: \(SafeText(error.message).text)")
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Browses a source that answers while the screen is up.
  private func ask(_ address: SourceAddress, _ settings: Settings, _ log: Logger) throws {
    try table.refuseChanges()
    if follow {
      throw Failure.usage("--follow is for files; with a server, press the redraw key (Ctrl-L) to ask it again")
    }
    let opening = try view.opening(of: address, columns: table.map)
    opening.log(to: log)
    let places = NamedPlaces(events: opening.situation.events, atlas: opening.atlas)
    let last = noState ? nil : LastViews(files: opening.files, places: places, on: .utc)
    var (options, screenOptions, usual) = try options(for: opening, settings, places, last)
    if let zone = settings.timezone, zone.name != "UTC", options.notice == nil {
      options.notice = "events from a server are shown in UTC, not in \(zone.name) as the settings say"
    }
    let session = try Session(
      opening: opening, options: options, on: screenOptions, keepsState: !noState, mailbox: Mailbox(), log: log)
    try run(session, last, usual: usual)
  }

  /// The view and the screen's options to open with: those of the command line, else those that the files were left with, else those of
  /// the settings. Returns also `usual`, the view without anything said or left.
  private func options(
    for opening: Opening, _ settings: Settings, _ places: NamedPlaces, _ last: LastViews?
  ) throws -> (ViewOptions, ScreenOptions, usual: SavedView) {
    var notes = settings.problems
    let screenOptions = screen.options(settings, notes: &notes)
    let set = settings.view(on: opening.situation.zone, places: places, notes: &notes)
    let usual = start == .anew ? SavedView().looking(like: set) : set
    // A place by its name is looked for among all towns: what is said is asked for twice only where it changes something.
    let plainly = try view.view(for: opening)
    func said(over usual: SavedView) throws(Failure) -> SavedView {
      usual == SavedView() ? plainly : try view.view(for: opening, usual: usual)
    }
    var left: SavedView?
    if start ?? settings.start == .last, start == .last || !view.leadSomewhere(plainly) {
      do throws(StateFolder.Problem) { left = try last?.view()?.looking(like: set) } catch {
        notes.append(error.message)
      }
    }
    var options = try view.options(for: opening, showing: said(over: left ?? usual))
    if start == .last, noState { notes.append("--start last: nothing of earlier sessions is read with --no-state") }
    if left != nil {
      options.viewBefore = try said(over: usual)
      // What was left on a screen of another size is not asked for anew.
      options.asked = plainly
    }
    options.keys = settings.keys
    options.origin.usual = set
    (options.origin.isZoneSet, options.origin.keepsViews) = (settings.timezone != nil, last != nil)
    if let first = notes.first {
      options.notice = first + (notes.count == 1 ? "" : " (and \(notes.count - 1) more: `sitmap config` says all)")
    }
    return (options, screenOptions, usual)
  }

  /// True if files are read while the screen is up: large files, unless an option needs their events at once, and pipes
  /// that are followed.
  private func readsLater(_ files: [String]) -> Bool {
    if follow, files.contains(where: Feed.isStream) { return true }
    return view.select == nil && view.story == nil && files.contains(where: Feed.isLarge)
  }

  /// True if standard input is a pipe, a socket or a file, and so meant to be read. A terminal and `/dev/null` are not.
  private var isPipedInto: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}

extension Settings.Start: ExpressibleByArgument {}
