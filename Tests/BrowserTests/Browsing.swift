import Cartography
import SituationIO
import SituationModel
import Synchronization
import Testing
import TextCanvas

@testable import Browser

/// The browser without a terminal: a test presses keys and moves the mouse, and reads the screen.
struct Browsing: CustomTestStringConvertible {
  private(set) var state: BrowserState
  /// The effects that were asked for, without those that only keep something for later sessions.
  private(set) var effects: [Effect] = []
  /// The faults that the readers of files find in the fields of a form.
  var faults: [EventField: String] = [:]
  /// The lines that were to be kept for later sessions.
  private(set) var keptLines = PromptHistory()

  /// Opens a situation, the bundled one if none is given, with all of the base map that it needs.
  init(
    _ situation: Situation? = nil, columns: Int = 100, rows: Int = 30, isUnicode: Bool = true,
    colorDepth: ColorDepth = .indexed, frames: FrameGlyphs? = nil, options: ViewOptions = ViewOptions()
  ) throws {
    let situation = try situation ?? Bundled.situation()
    let size = Size(columns: columns, rows: rows)
    state = BrowserState(
      situation: situation, baseMap: BaseMap(), credits: ["A credit"], size: size, isUnicode: isUnicode,
      colorDepth: colorDepth, frames: frames, options: options)
    try send(.loaded(try Bundled.map(state.missingTiers)))
  }

  /// Presses keys by their names, with spaces between them.
  mutating func press(_ names: String) throws {
    for name in names.split(separator: " ") {
      let key = try #require(Key(name: String(name)), "no key is called \(name)")
      try send(.input(.key(key), nil))
    }
  }

  /// Types a text, a key for each character.
  mutating func type(_ text: String) throws {
    for character in text { try send(.input(.key(Key(.character(character))), nil)) }
  }

  /// Moves the mouse on the screen that is shown now.
  mutating func mouse(_ action: Mouse.Action, column: Int, row: Int) throws {
    let position = Position(column: column, row: row)
    try send(.input(.mouse(Mouse(action, at: position)), state.frame.target(at: position)))
  }

  mutating func send(_ message: Message) throws {
    for effect in state.update(message) {
      if case .load(let tier) = effect {
        let map = try Bundled.map(state.loadedTiers.union([tier]))
        _ = state.update(.loaded(map))
      } else if case .keepHistory(let history) = effect {
        keptLines = history
      } else if case .checkFields = effect {
        try send(.fieldsChecked(faults))
      } else if case .keepTheme = effect {
        continue
      } else {
        effects.append(effect)
      }
    }
  }

  /// Lets a situation count as one of very many events from a number of events on.
  mutating func countAsMany(from count: Int) { state.environment.manyEvents = count }

  /// As the program does before it draws.
  mutating func prepareFrame() { state.prepareFrame() }

  /// Kept short: the whole state would fill a page of a failure's message.
  var testDescription: String { "the browser" }

  /// The screen as text.
  var screen: String { PlainTextWriter().text(of: state.frame.grid) }

  /// The rows of the screen.
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  /// The cell at which a text begins on the screen.
  func find(_ text: String) -> Position? {
    for (row, line) in lines.enumerated() {
      let pieces = line.components(separatedBy: text)
      if pieces.count > 1 { return Position(column: pieces[0].count, row: row) }
    }
    return nil
  }
}

extension String {
  /// The parts between the occurrences of another text.
  fileprivate func components(separatedBy text: String) -> [String] {
    split(separator: text, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
  }
}

/// The data that come with the program, found from this file.
enum Bundled {
  /// The root of the package.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The bundled events, which are read once in a run.
  static func situation() throws -> Situation { try read.get() }

  private static let read = Result {
    try readSituation(path: root + "/Data/situations/syria-2024-12.geojson")
  }

  /// The story that comes with it.
  static func story() throws -> Story {
    try story(path: root + "/Data/situations/syria-2024-12.story.json").story
  }

  /// A story of the bundled situation from a file, and what was wrong with it.
  static func story(path: String) throws -> (story: Story, rejections: [Rejection]) {
    let file = try RecordFile(path: path, profile: Story.profile, list: Story.list)
    var rejections = file.rejections
    let story = Story(
      title: file.title, file: "story.json", records: file.records.map { ($0.line, $0.members) },
      events: try situation().events, place: { _ in nil }, rejections: &rejections)
    return (try #require(story), rejections)
  }

  /// Some parts of the base map; each file is read once in a run, and each combination made once.
  static func map(_ tiers: Set<BaseMap.Tier>) throws -> BaseMap {
    try maps.withLock { maps in
      if let map = maps[tiers] { return map }
      var map = BaseMap()
      for file in BaseMapFile.allCases where tiers.contains(file.tier) {
        map.add(try features(of: file), as: file)
      }
      maps[tiers] = map
      return map
    }
  }

  private static func features(of file: BaseMapFile) throws -> [Feature] {
    try files.withLock { files in
      if let features = files[file] { return features }
      let features = try readFeatures(path: "\(root)/Data/basemap/\(file.rawValue).geojson").features
      files[file] = features
      return features
    }
  }

  private static let files = Mutex<[BaseMapFile: [Feature]]>([:])

  private static let maps = Mutex<[Set<BaseMap.Tier>: BaseMap]>([:])
}

extension Situation {
  /// A small situation of a test.
  static func sample(_ events: [Event], title: String = "Sample", rejections: [Rejection] = []) -> Situation {
    Situation(title: title, events: EventTable(events), rejections: rejections)
  }
}

extension Event {
  /// An event of a test: a day of December 2024, a point, a kind.
  static func sample(
    _ id: String, day: Int = 10, latitude: Double? = nil, longitude: Double = 36, kind: EventKind = .strike,
    title: String? = nil
  ) throws -> Event {
    let date = try #require(CivilDate(year: 2024, month: 12, day: day))
    let shape = latitude.map { Shape.points([Coordinate(latitude: $0, longitude: longitude)]) }
    return Event(
      id: id, title: title ?? "Event \(id)", kind: kind, when: DateInterval(unit: .day, at: Instant(date)),
      place: Place(name: "Place \(id)", precision: .exact, shape: shape))
  }
}
