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
    dialogue.message = "\(count) times: a step, an arrow or \(environment.keys.shown(.nextEvent)) follows"
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
  /// True if a count before the action repeats it: it is a step, of which several make a longer one.
  var isRepeatable: Bool {
    switch self {
    case .left, .right, .up, .down, .farLeft, .farRight, .farUp, .farDown, .pageUp, .pageDown, .zoomIn, .zoomOut: true
    case .nextEvent, .previousEvent, .nextHere, .nextMatch, .previousMatch: true
    case .stepBack, .stepForward, .narrow, .widen, .previousInTime, .nextInTime: true
    case .previousGap, .nextGap, .previousBurst, .nextBurst, .smallerBuckets, .largerBuckets, .undo, .redo: true
    default: false
    }
  }
}
