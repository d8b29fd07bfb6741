import Browser
import SituationIO
import SituationModel
import Terminal
import TextCanvas

/// A person's settings of the browser, whatever file is open.
///
/// They are for the browser alone: printed output has to be the same on every machine.
struct Settings {
  /// The way in which a file opens if the command line does not say.
  enum Start: String, CaseIterable {
    /// The file opens as it was left.
    case last
    /// The file opens anew, with the view of the settings.
    case anew
  }

  /// The way in which files open.
  var start = Start.last
  /// The zone on whose clocks times are shown; nil for UTC.
  private(set) var timezone: ZoneName?
  /// The name that the person's changes carry; nil where nothing is set.
  private(set) var author: String?
  /// True if the terminal is asked to report the mouse.
  private(set) var usesMouse = true
  /// The time in milliseconds that an Escape may stay alone; nil if nothing is set.
  private(set) var escapeDelay: Int?
  /// The keys of all actions.
  var keys = KeyMap()
  /// The problems with the file, a sentence each with file and line.
  private(set) var problems: [String] = []
  /// The path of the settings file, whether it exists or not; nil if the environment names no place for it.
  let path: String?
  /// True if the file exists.
  private(set) var isThere = false

  private var view: [String: PropertyValue] = [:]
  private var lines: [[String]: Int] = [:]

  /// Reads the named file, or the one of the person's configuration.
  ///
  /// The problems of a broken file go into `problems`; the settings that it would change keep their usual values.
  /// - Throws: a failure of status 66 when a named file can't be read.
  init(at named: String?) throws(Failure) {
    path = named ?? XDGFolder.path("XDG_CONFIG_HOME", orBelowHome: ".config").map { $0 + "/sitmap/config.toml" }
    guard let path else { return }
    do throws(ReadError) {
      read(try readText(path: path, limits: SettingsFile.limits), of: path)
    } catch {
      if named != nil { throw Failure(message: "sitmap: \(error.message)", status: error.exitCode) }
      if case .noSuchFile = error { return }
      problems = [error.message]
    }
  }

  /// Reads a text as the content of a settings file.
  init(_ text: String, path: String) {
    self.path = path
    read(text, of: path)
  }

  private mutating func read(_ text: String, of path: String) {
    isThere = true
    do throws(SettingsFile.Problem) {
      let file = try SettingsFile(text)
      guard !file.members.isEmpty else { return }
      lines = file.lines(depth: 2)
      take(file.members)
    } catch {
      problems = ["\(path):\(error.line): \(error.reason); the file is ignored"]
    }
  }

  private mutating func take(_ members: [String: PropertyValue]) {
    for (name, value) in members.sorted(by: { line(of: [$0.key]) < line(of: [$1.key]) }) {
      switch (name, value) {
      case ("start", .text(let text)) where Start(rawValue: text) != nil: start = Start(rawValue: text) ?? .last
      case ("start", _): note([name], "is not one of \(Start.allCases.map(\.rawValue).joined(separator: ", "))")
      case ("timezone", .text(let text)) where ZoneName(argument: text) != nil: timezone = ZoneName(argument: text)
      case ("timezone", _): note([name], "is not a time zone such as Asia/Damascus or +03:00")
      case ("author", .text(let text)) where !text.isBlank: author = text
      case ("author", _): note([name], "is not a name")
      case ("mouse", .flag(let flag)): usesMouse = flag
      case ("mouse", _): note([name], "is neither true nor false")
      case ("escape-delay", .number(let number)) where Self.isEscapeDelay(number): escapeDelay = Int(number)
      case ("escape-delay", _): note([name], "is no number of milliseconds from \(ScreenOptions.escapeDelayWords)")
      case ("view", .object(let view)): take(view: view)
      case ("keys", .object(let keys)): take(keys: keys)
      case ("view", _), ("keys", _): note([name], "is not a table: write a line [\(name)] and the settings below it")
      default: note([name], "is unknown and was ignored")
      }
    }
  }

  private static func isEscapeDelay(_ number: Double) -> Bool {
    Int(exactly: number).map(ScreenOptions.escapeDelays.contains) ?? false
  }

  /// Reads the members of the view. A member that can't be read is reported and left out.
  private mutating func take(view members: [String: PropertyValue]) {
    for (name, value) in members {
      var notes: [String] = []
      // Where a place is called by its name, that is looked up when something is open.
      _ = SavedView([name: value], place: { _ in Coordinate(latitude: 0, longitude: 0) }, notes: &notes)
      if notes.isEmpty { view[name] = value }
      for reason in notes { problems.append(sentence(["view", name], reason)) }
    }
  }

  private mutating func take(keys members: [String: PropertyValue]) {
    let entries = members.map { (name: $0.key, value: $0.value, line: line(of: ["keys", $0.key])) }
    let settings = KeySettings(entries.sorted { ($0.line, $0.name) < ($1.line, $1.name) })
    keys = settings.keys
    problems += settings.problems.map { "\(path ?? ""):\($0.line): \($0.reason)" }
  }

  /// The view that files open with, before the command line changes it.
  ///
  /// - Parameter notes: a sentence is added for each part that can't be shown.
  func view(on zone: Zone, places: NamedPlaces, notes: inout [String]) -> SavedView {
    for (name, value) in view {
      var wrong: [String] = []
      _ = SavedView([name: value], on: zone, place: places.coordinate, notes: &wrong)
      notes += wrong.map { sentence(["view", name], $0) }
    }
    // What is wrong has been told, with its lines.
    var told: [String] = []
    return SavedView(view, on: zone, place: places.coordinate, notes: &told)
  }

  private func line(of path: [String]) -> Int { lines[path] ?? 1 }

  private mutating func note(_ path: [String], _ reason: String) {
    problems.append(sentence(path, "\"\(path.joined(separator: "."))\" \(reason)"))
  }

  private func sentence(_ member: [String], _ reason: String) -> String {
    "\(path ?? ""):\(line(of: member)): \(reason)"
  }
}

extension Settings {
  /// The settings as the text of a file, each action with its description. View settings that are not set stand in comments.
  var text: String {
    var text = """
      # \(isThere ? "" : "Not there: ")\(SafeText(path ?? "neither XDG_CONFIG_HOME nor HOME is set").text)

      # last: a file opens as you left it; anew: with its usual first view.
      start = \(PropertyValue.text(start.rawValue).json)
      # The time zone that times are shown in.
      timezone = \(PropertyValue.text(timezone?.name ?? "UTC").json)
      # The name that your changes carry; without it, that of git or your login name.
      \(author.map { "author = \(PropertyValue.text($0).json)" } ?? "# author = \"Your Name\"")
      # true: the mouse points at the screen; false: it selects text, as the terminal has it.
      mouse = \(usesMouse)
      # How long an Escape is waited on to become another key, in milliseconds from \(ScreenOptions.escapeDelayWords): more on a slow line.
      escape-delay = \(escapeDelay ?? ScreenOptions.usualEscapeDelay)

      # What a view has by itself, in the words of the command line's options.
      [view]

      """
    let usual = ["glyphs": "ascii", "language": "en", "theme": "dark", "coordinates": "decimal"]
    for (name, value) in usual.sorted(by: { $0.key < $1.key }) where view[name] == nil {
      text += "# \(name) = \(PropertyValue.text(value).json)\n"
    }
    for (name, value) in view.sorted(by: { $0.key < $1.key }) { text += "\(name) = \(value.json)\n" }
    text += "\n# Each action with the keys that ask for it.\n[keys]\n"
    for action in Action.allCases {
      let names = keys.keys(of: action).map { PropertyValue.text($0.name) }
      text += "# \(action.row.words)\n\(action.rawValue) = \(PropertyValue.list(names).json)\n"
    }
    return text
  }
}
