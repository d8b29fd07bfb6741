import TextCanvas

/// A leader and its second key: `I a` adds an event.
extension BrowserState {
  /// Waits for a second key if a key is a leader; returns false for other keys.
  mutating func leads(_ key: Key) -> Bool {
    guard !environment.keys.followers(of: key).isEmpty else { return false }
    dialogue.leader = key
    return true
  }

  /// Takes the key after a leader. Escape leaves, and a key without a meaning is answered with those that have one.
  mutating func take(_ key: Key, after leader: Key) -> [Effect] {
    dialogue.leader = nil
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return []
    default: break
    }
    let sequence = KeySequence(leader, key)
    if let action = environment.keys[sequence] { return take(action) }
    let known = environment.keys.followers(of: leader).map { "\($0.key.shown) \($0.action.shortName)" }
    dialogue.message = "\(sequence.shown) has no meaning; after \(leader.shown): " + known.joined(separator: ", ")
    return []
  }
}

extension Action {
  /// The name without the word that actions of the desk have in common.
  var shortName: String { rawValue.hasPrefix("desk-") ? String(rawValue.dropFirst(5)) : rawValue }
}
