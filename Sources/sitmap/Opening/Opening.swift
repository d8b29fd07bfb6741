import Browser
import Cartography
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// The files that a command opens, and the data that it needs beside them.
struct Opening {
  /// The situation that the files describe, with times on the clocks of the zone that is shown.
  let situation: Situation
  /// The same situation in UTC, as files have it.
  let read: Situation
  /// The files, as the person named them.
  let files: [String]
  /// The reasons why some of several files could not be read, a sentence each.
  let unread: [String]
  /// The person's words on the columns of a table.
  let columns: ColumnMap?
  /// The logs of changes to the events.
  let changes: ChangeFiles
  /// The story that comes with the file, or that was asked for.
  let story: Story?
  /// The files that were read: those that were named or the one that comes with the program, and the story's.
  let readFiles: [String]
  /// The files of events that were read, in their order.
  let eventFiles: [String]
  /// The name under which the person's changes are written; nil to find it out.
  var author: (@Sendable () -> String)?
  /// The user's own layers.
  let overlays: [MapOverlay]
  /// The files of the base map.
  let atlas: Atlas
  /// The source that is asked for events; nil if they are read from files.
  let source: (any EventSource)?

  /// Reads the named files, or the situation that comes with the program, and the user's own layers.
  ///
  /// - Parameters:
  ///   - columns: the person's words on the columns of a table.
  ///   - zone: the zone on whose clocks the events are shown.
  ///   - holding: the way to hold large files: copied, or left where they are.
  /// - Throws: a failure of status 65 or 66 when a file can't be read at all.
  init(
    files: [String], columns: ColumnMap? = nil, changes: ChangeChoice = .beside, overlays paths: [String] = [],
    story source: StorySource = .none, on zone: Zone = .utc, holding: FileHolding = .copied
  ) throws(Failure) {
    guard (files + paths).count(where: { $0 == StandardInput.path }) < 2 else {
      throw .usage("standard input can be read once only")
    }
    (self.files, self.columns, self.source) = (files, columns, nil)
    self.changes = ChangeFiles(choice: changes, files: files)
    try self.changes.check()
    let data = try DataFolder()
    atlas = Atlas(data: data)
    let opened = try FilesRead(
      files.isEmpty ? [data.situation] : files, columns: columns ?? ColumnMap(), holding: holding)
    (unread, eventFiles) = (opened.unread, opened.parts.map(\.path))
    read =
      (files.isEmpty && changes == .beside
      ? Situation(joining: opened.parts) : self.changes.situation(joining: opened.parts))
      .noting(unread)
    var rejections: [Rejection] = []
    overlays = try Opening.overlays(paths, &rejections)
    let whole = read.on(zone)
    let read = files.isEmpty ? [data.situation] : files
    readFiles = read + (source.path(beside: read).map { [$0] } ?? [])
    story = try source.story(
      beside: read, of: whole, atlas: atlas, rejections: &rejections)
    situation = rejections.isEmpty ? whole : whole.rejecting(rejections)
  }

  /// Opens files that are read while the screen is up.
  init(
    later files: [String], columns: ColumnMap?, changes: ChangeChoice, overlays paths: [String], on zone: Zone
  ) throws(Failure) {
    (self.files, self.columns, unread, story, source) = (files, columns, [], nil, nil)
    self.changes = ChangeFiles(choice: changes, files: files)
    try self.changes.check()
    (readFiles, eventFiles) = (files, files)
    atlas = Atlas(data: try DataFolder())
    try SourceAddress.refuse(among: files)
    let title = files.count == 1 ? Opening.title(ofOnly: files[0]) : "\(files.count) files"
    read = Situation(title: title, events: EventTable())
    var rejections: [Rejection] = []
    overlays = try Opening.overlays(paths, &rejections)
    situation = read.on(zone).rejecting(rejections)
  }

  /// Opens a source that is asked while the screen is up. Its times are shown in UTC.
  init(
    _ source: any EventSource, at address: SourceAddress, columns: ColumnMap? = nil, overlays paths: [String] = []
  ) throws(Failure) {
    (files, self.columns, unread, story, self.source) = ([address.text], columns, [], nil, source)
    changes = ChangeFiles(choice: .none, files: [])
    (readFiles, eventFiles) = ([], [])
    atlas = Atlas(data: try DataFolder())
    read = Situation(title: address.text, events: EventTable())
    var rejections: [Rejection] = []
    overlays = try Opening.overlays(paths, &rejections)
    situation = read.rejecting(rejections)
  }

  /// The title of a file that is not read yet.
  private static func title(ofOnly path: String) -> String {
    if path == StandardInput.path { return StandardInput.name }
    return Servers.table(path) ?? path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The address among some arguments; nil if all are files.
  ///
  /// - Throws: a wrong command line if an address stands beside other arguments.
  static func address(among files: [String]) throws(Failure) -> SourceAddress? {
    for file in files {
      guard let address = try SourceAddress(file) else { continue }
      guard files.count == 1 else { throw .usage("\(address.text) is the address of a server: open it alone") }
      return address
    }
    return nil
  }

  /// Reads the user's own layers.
  private static func overlays(_ paths: [String], _ rejections: inout [Rejection]) throws(Failure) -> [MapOverlay] {
    var overlays: [MapOverlay] = []
    for path in paths {
      do {
        let layer = try readLayer(path: path)
        overlays.append(MapOverlay(name: layer.name, features: layer.features, number: overlays.count))
        rejections += layer.rejections
      } catch {
        throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
      }
    }
    return overlays
  }

  /// Opens a later version of a file, with the change of each event since an earlier version.
  init(_ later: Opening, comparing comparison: Comparison, to earlier: Opening) {
    (story, source) = (nil, nil)
    (atlas, overlays, files) = (later.atlas, later.overlays, earlier.files + later.files)
    readFiles = earlier.readFiles + later.readFiles
    eventFiles = []
    (columns, unread, changes) = (later.columns, [], ChangeFiles(choice: .none, files: []))
    read = later.read
    situation = Situation(comparison, later: later.situation, earlier: earlier.situation)
  }

  /// Reports on standard error what could not be read.
  func reportRejections() {
    for note in situation.notes { StandardError.write("sitmap: \(note)") }
    situation.reportProblems()
  }

  /// Logs what was opened.
  func log(to log: Logger) {
    log.info(
      "opened",
      metadata: [
        "files": "\(files.isEmpty ? "the situation that comes with the program" : files.joined(separator: " "))",
        "events": "\(situation.events.count)", "rejected": "\(situation.rejections.count)", "unread": "\(unread.count)",
      ])
  }

  /// The state of a browser that shows the situation, with all of the base map that its view needs.
  func state(
    size: Size, isUnicode: Bool, colorDepth: ColorDepth = .indexed, frames: FrameGlyphs? = nil, options: ViewOptions
  ) throws(Failure) -> BrowserState {
    let state = BrowserState(
      situation: situation, baseMap: BaseMap(), credits: atlas.credits, size: size, isUnicode: isUnicode,
      colorDepth: colorDepth, frames: frames, options: options)
    let screen = StillScreen(state, atlas: atlas, source: source)
    try screen.complete()
    return screen.state
  }
}

extension Situation {
  /// The greatest number of lines that report what could not be read.
  private static let mostReported = 10

  /// Reports on standard error what could not be read, and what was assumed about a file. Notes on single records are left to `sitmap
  /// check`.
  func reportProblems() { for line in problemLines { StandardError.write(line) } }

  /// The lines of `reportProblems`. The last one counts those that were left out.
  var problemLines: [String] {
    let told = rejections.filter { $0.weight != .note || $0.field == nil }
    let lines = told.prefix(Situation.mostReported).map { problem in
      let number = problem.record.map { "record \($0): " } ?? ""
      return "\(problem.file):\(problem.line): \(number)\(problem.reason)"
    }
    let rest = told.count - Situation.mostReported
    return lines + (rest > 0 ? ["sitmap: and \(rest) more: `sitmap check` lists them"] : [])
  }

  /// Two versions of a situation as one, under a title that counts the changes.
  init(_ comparison: Comparison, later: Situation, earlier: Situation) {
    self.init(
      title: "\(comparison.changes.count) changes: \(later.title)", summary: later.summary,
      background: later.background,
      attribution: later.attribution, view: later.view, countries: later.countries.union(earlier.countries),
      events: EventTable(comparison), rejections: earlier.rejections + later.rejections)
  }
}
