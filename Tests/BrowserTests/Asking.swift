import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

/// The browser over a source, whose answers come when a test lets them.
struct Asking {
  private(set) var state: BrowserState
  /// What was asked for and not yet answered.
  private(set) var waiting: [SourceQuestion] = []
  /// The lists of questions that were asked for.
  private(set) var asks: [[SourceQuestion]] = []
  let source: SampleSource

  init(
    _ source: SampleSource, columns: Int = 100, rows: Int = 30, limit: Int = 2_000, options: ViewOptions = ViewOptions()
  ) throws {
    self.source = source
    var options = options
    (options.source, options.pageLimit) = ("postgresql://desk/events", limit)
    state = BrowserState(
      situation: Situation(title: "postgresql://desk/events", events: EventTable()), baseMap: BaseMap(),
      credits: ["A credit"], size: Size(columns: columns, rows: rows), options: options)
    try send(.loaded(try Bundled.map(state.missingTiers)))
  }

  mutating func send(_ message: Message) throws {
    var effects = state.update(message)
    while let effect = effects.first {
      effects.removeFirst()
      switch effect {
      case .load(let tier): effects += state.update(.loaded(try Bundled.map(state.loadedTiers.union([tier]))))
      case .ask(let questions):
        waiting = questions
        asks.append(questions)
      default: break
      }
    }
  }

  /// Lets the source answer the next question; false where there is none.
  @discardableResult
  mutating func answer(at time: Instant? = nil) throws -> Bool {
    guard let question = waiting.first else { return false }
    waiting.removeFirst()
    let message: Message
    do throws(SourceFailure) {
      message = .answered(question, try question.answer(from: source), at: time)
    } catch {
      var pause: Int?
      if case .away = error {
        // Whoever is away is asked again.
        (pause, waiting) = (1, [question] + waiting)
      }
      message = .unanswered(question, error, again: pause)
    }
    try send(message)
    return true
  }

  /// Lets it answer all, with what the answers lead to.
  mutating func answerAll(at time: Instant? = nil) throws { while try answer(at: time) {} }

  mutating func press(_ names: String) throws {
    for name in names.split(separator: " ") {
      try send(.input(.key(try #require(Key(name: String(name)), "no key is called \(name)")), nil))
    }
  }

  mutating func type(_ text: String) throws {
    for character in text { try send(.input(.key(Key(.character(character))), nil)) }
  }

  mutating func mouse(_ action: Mouse.Action, column: Int, row: Int) throws {
    let position = Position(column: column, row: row)
    try send(.input(.mouse(Mouse(action, at: position)), state.frame.target(at: position)))
  }

  var screen: String { PlainTextWriter().text(of: state.frame.grid) }
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
