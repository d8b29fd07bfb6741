import Browser
import Cartography
import SituationModel

/// The state of one screen that is printed: all of the base map that it needs is loaded, and all that a source has to say waited for.
final class StillScreen: EffectHost {
  var state: BrowserState
  private var map = BaseMap()
  private var asked: [SourceQuestion] = []
  private let atlas: Atlas
  private let source: (any EventSource)?

  /// A screen that is still to be completed.
  init(_ state: BrowserState, atlas: Atlas, source: (any EventSource)?) {
    (self.state, self.atlas, self.source) = (state, atlas, source)
  }

  /// Loads and asks all that the view needs.
  ///
  /// - Throws: a failure when the base map can't be read or the source does not answer.
  func complete() throws(Failure) {
    for tier in BaseMap.Tier.allCases where state.missingTiers.contains(tier) { try atlas.load(tier, into: &map) }
    _ = try carryOut(state.update(.loaded(map)))
    while let source, !asked.isEmpty {
      _ = try carryOut(state.update(try Self.answer(of: source, to: asked.removeFirst())))
    }
  }

  func outcome(of effect: Effect) throws(Failure) -> EffectOutcome {
    switch effect {
    case .load(let tier):
      try atlas.load(tier, into: &map)
      return .answered(.loaded(map))
    case .ask(let questions):
      asked = questions
      return .done
    // Nobody is there who could press a key for one of these.
    case .quit, .redraw, .write, .check, .tellTime, .open, .bookmarks, .stopReading, .gather, .partition, .link, .copy,
      .keepHistory, .keepTheme, .openDesk, .checkFields, .change, .edit, .readReport:
      return .done
    }
  }

  private static func answer(of source: any EventSource, to question: SourceQuestion) throws(Failure) -> Message {
    do throws(SourceFailure) {
      // When it was asked is not said: the same answers give the same bytes.
      return .answered(question, try question.answer(from: source), at: nil)
    } catch {
      if case .unanswerable = error { throw .usage(error.sentence) }
      throw Failure(error)
    }
  }
}
