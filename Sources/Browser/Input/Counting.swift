import TextCanvas

/// A count before a step: `5.` moves the window on by five steps.
extension BrowserState {
  /// The greatest count.
  private static let most = 200

  /// Adds a digit to the count before an action; returns false if the key is none of it. A count does not begin with 0, which is a key
  /// of its own.
  mutating func countOn(_ key: Key) -> Bool {
    guard key.modifiers.isEmpty, case .character(let character) = key.code, character.isASCII,
      let digit = character.wholeNumberValue, environment.keys[key] == nil || dialogue.count != nil,
      digit > 0 || dialogue.count != nil
    else { return false }
    let count = min((dialogue.count ?? 0) * 10 + digit, Self.most)
    dialogue.count = count
    dialogue.message = "\(count) times: now press a step, an arrow or \(environment.keys.shown(.nextEvent))"
    return true
  }

  /// Carries out an action some times in turn; stops when it changes nothing more.
  mutating func take(_ action: Action, times: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<times {
      let before = (view, panes.pages, panes.overlay)
      effects += take(action)
      guard before != (view, panes.pages, panes.overlay) else { break }
      if times > 1 { settle() }
    }
    return effects
  }
}

extension Action {
  /// The actions that a count before them repeats: steps, of which several make a longer one.
  private static let repeatable: Set<Action> = [
    .left, .right, .up, .down, .farLeft, .farRight, .farUp, .farDown, .pageUp, .pageDown, .zoomIn, .zoomOut,
    .nextEvent, .previousEvent, .nextHere, .nextMatch, .previousMatch,
    .stepBack, .stepForward, .narrow, .widen, .previousInTime, .nextInTime,
    .previousGap, .nextGap, .previousBurst, .nextBurst, .smallerBuckets, .largerBuckets, .undo, .redo,
  ]

  /// True if a count before the action repeats it.
  var isRepeatable: Bool { Action.repeatable.contains(self) }
}
