import TextCanvas

/// Answers to keys that mean nothing here, or something else than in other programs.
extension BrowserState {
  /// Says that a key means nothing, each key once; or which one does what it does in other programs.
  mutating func explain(_ key: Key) {
    let keys = environment.keys
    if key.modifiers.isEmpty, case .character(let character) = key.code, let words = Self.habit(character, keys) {
      dialogue.message = words
      return
    }
    guard dialogue.explained.insert(key).inserted else { return }
    dialogue.message = "\(key.shown) has no meaning here: \(keys.shown(.help)) shows the keys"
  }

  /// The key here for what a key does in vi and its kin.
  private static func habit(_ character: Character, _ keys: KeyMap) -> String? {
    switch character {
    case "Z": "\(keys.shown(.quit)) closes what is open, and on the map it quits; :q quits at once"
    case "*", "#":
      "\(keys.shown(.search)) searches; \(keys.shown(.nextMatch)) and \(keys.shown(.previousMatch)) go from match to match"
    default: nil
    }
  }
}
