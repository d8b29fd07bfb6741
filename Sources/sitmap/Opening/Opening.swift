import Browser
import Cartography
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// The files that a command opens, and what it needs beside them.
struct Opening {
  /// What the files say, on the clocks of the zone that is shown.
  let situation: Situation
  /// The same in UTC, as files have it.
  let read: Situation
  /// The files, as the person named them.
  let files: [String]
  /// What is wrong with those of several files that can't be read, a sentence each.
  let unread: [String]
  /// What the person said of a table's columns.
  let columns: ColumnMap?
  /// The story that comes with the file, or that was asked for.
  let story: Story?
  /// The user's own layers.
  let overlays: [MapOverlay]
  /// The files of the base map.
  let atlas: Atlas

  /// Reads the named files, or the situation that comes with the program, and the user's own layers.
  ///
  /// - Parameters:
  ///   - columns: what the person says of a table's columns.
  ///   - zone: on whose clocks the events are shown.
  ///   - holding: whether large files are copied or stay where they are.
  /// - Throws: a failure of status 65 or 66 when a file can't be read at all.
  init(
    files: [String], columns: ColumnMap? = nil, overlays paths: [String] = [], story source: StorySource = .none,
    on zone: Zone = .utc, holding: FileHolding = .copied
  ) throws(Failure) {
    guard (files + paths).count(where: { $0 == StandardInput.path }) < 2 else {
      throw .usage("standard input can be read once only")
    }
    if let address = files.first(where: { Servers.isAddress($0) && !Servers.isTable($0) }) {
      _ = try Servers.source(address)
      throw .usage("a server is browsed alone: sitmap \(address)")
    }
    (self.files, self.columns) = (files, columns)
    let data = try DataFolder()
    atlas = Atlas(data: data)
    let opened = try FilesRead(
      files.isEmpty ? [data.situation] : files, columns: columns ?? ColumnMap(), holding: holding)
    unread = opened.unread
    read = Situation(joining: opened.parts).noting(unread)
    var rejections: [Rejection] = []
    overlays = try Opening.overlays(paths, &rejections)
    let whole = read.on(zone)
    story = try source.story(
      beside: files.isEmpty ? [data.situation] : files, of: whole, atlas: atlas, rejections: &rejections)
    situation = rejections.isEmpty ? whole : whole.rejecting(rejections)
  }

  /// An opening of files that are read while the screen stands.
  init(later files: [String], columns: ColumnMap?, overlays paths: [String], on zone: Zone) throws(Failure) {
    (self.files, self.columns, unread, story) = (files, columns, [], nil)
    atlas = Atlas(data: try DataFolder())
    let names = files.map { path in path == StandardInput.path ? StandardInput.name : path }
    let title =
      files.count == 1 ? names[0].split(separator: "/").last.map(String.init) ?? names[0] : "\(files.count) files"
    read = Situation(title: title, events: EventTable())
    var rejections: [Rejection] = []
    overlays = try Opening.overlays(paths, &rejections)
    situation = read.on(zone).rejecting(rejections)
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

  /// A later version of a file with what became of each event since an earlier one.
  init(_ later: Opening, comparing comparison: Comparison, to earlier: Opening) {
    story = nil
    (atlas, overlays, files) = (later.atlas, later.overlays, earlier.files + later.files)
    (columns, unread) = (later.columns, [])
    read = later.read
    situation = Situation(comparison, later: later.situation, earlier: earlier.situation)
  }

  /// Says on standard error what could not be read.
  func reportRejections() {
    for note in situation.notes { StandardError.write("sitmap: \(note)") }
    for rejection in situation.rejections {
      StandardError.write("\(rejection.file):\(rejection.line): \(rejection.reason)")
    }
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

  /// A state that shows the situation with all of the base map that its view needs.
  func state(size: Size, isUnicode: Bool, options: ViewOptions) throws(Failure) -> BrowserState {
    var state = BrowserState(
      situation: situation, baseMap: BaseMap(), credits: atlas.credits, size: size, isUnicode: isUnicode,
      options: options)
    try state.complete(from: atlas)
    return state
  }
}

extension Situation {
  /// Two versions of a situation as one, under a title that counts the changes.
  init(_ comparison: Comparison, later: Situation, earlier: Situation) {
    self.init(
      title: "\(comparison.changes.count) changes: \(later.title)", summary: later.summary,
      background: later.background,
      attribution: later.attribution, view: later.view, countries: later.countries.union(earlier.countries),
      events: EventTable(comparison), rejections: earlier.rejections + later.rejections)
  }
}

extension BrowserState {
  /// Loads all of the base map that the view needs.
  fileprivate mutating func complete(from atlas: Atlas) throws(Failure) {
    var map = BaseMap()
    for tier in BaseMap.Tier.allCases where missingTiers.contains(tier) { try atlas.load(tier, into: &map) }
    _ = update(.loaded(map))
  }
}
