import TextCanvas

/// The actions of keys, and the keys of actions.
public struct KeyMap: Hashable, Sendable {
  private var actions: [Key: Action] = [:]
  /// The actions of second keys, by their leader.
  private var sequences: [Key: [Key: Action]] = [:]
  private var keys: [Action: [KeySequence]] = [:]

  /// The keys of the action table.
  public init() {
    for action in Action.allCases { give(action.row.keys.compactMap(KeySequence.init(name:)), to: action) }
  }

  /// The action that a key asks for alone, if any.
  public subscript(key: Key) -> Action? { actions[key] }

  /// The action that a sequence asks for, if any.
  public subscript(sequence: KeySequence) -> Action? {
    guard let second = sequence.second else { return actions[sequence.first] }
    return sequences[sequence.first]?[second]
  }

  /// The second keys of a leader with their actions, in the order of the table; none for another key.
  public func followers(of leader: Key) -> [(key: Key, action: Action)] {
    guard let seconds = sequences[leader] else { return [] }
    return Action.allCases.flatMap { action in
      keys(of: action).compactMap { $0.first == leader ? $0.second : nil }.filter { seconds[$0] == action }
        .map { ($0, action) }
    }
  }

  /// The keys that ask for an action, the one to show first.
  public func keys(of action: Action) -> [KeySequence] { keys[action] ?? [] }

  /// Gives an action these keys and no others. What had one of them before loses it, also where one of the two is the leader of the other.
  public mutating func give(_ new: [KeySequence], to action: Action) {
    for key in keys(of: action) { free(key) }
    keys[action] = []
    for key in new where self[key] != action {
      for other in rivals(of: key) { free(other) }
      keys[action, default: []].append(key)
      if let second = key.second {
        sequences[key.first, default: [:]][second] = action
      } else {
        actions[key.first] = action
      }
    }
  }

  /// The sequences in use that can't be typed beside another.
  private func rivals(of key: KeySequence) -> [KeySequence] {
    let leader = actions[key.first] == nil ? [] : [KeySequence(key.first)]
    let seconds = sequences[key.first] ?? [:]
    guard let second = key.second else { return leader + seconds.keys.map { KeySequence(key.first, $0) } }
    return leader + (seconds[second] == nil ? [] : [key])
  }

  /// Takes a sequence from the action that has it.
  private mutating func free(_ key: KeySequence) {
    guard let owner = self[key] else { return }
    keys[owner]?.removeAll { $0 == key }
    guard let second = key.second else {
      actions[key.first] = nil
      return
    }
    sequences[key.first]?[second] = nil
    if sequences[key.first]?.isEmpty == true { sequences[key.first] = nil }
  }

  /// The key that a sentence names for an action: `Tab`, `Shift-Left`; without a key, how it is typed: `:undo`.
  public func shown(_ action: Action) -> String {
    keys(of: action).first.map(\.shown) ?? ":" + action.rawValue
  }

  /// All keys of an action as the help shows them: `Left, h`.
  public func allShown(_ action: Action) -> String {
    let keys = keys(of: action)
    return keys.isEmpty ? ":" + action.rawValue : keys.map(\.shown).joined(separator: ", ")
  }
}

/// The names of keys, as the action table writes them: `left`, `S-left`, `C-l`, `space`, `F1`, `x`.
extension Key {
  private static let names: [(String, Code)] = [
    ("left", .left), ("right", .right), ("up", .up), ("down", .down), ("home", .home), ("end", .end),
    ("page-up", .pageUp), ("page-down", .pageDown), ("tab", .tab), ("enter", .enter), ("escape", .escape),
    ("backspace", .backspace), ("delete", .delete), ("insert", .insert), ("space", .character(" ")),
  ]

  /// The key of a name; nil when it names none.
  public init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    for (prefix, modifier) in [("C-", Modifiers.control), ("A-", .alt), ("S-", .shift)] where rest.count > 2 {
      if rest.hasPrefix(prefix) {
        rest.removeFirst(2)
        modifiers.insert(modifier)
      }
    }
    if let code = Key.names.first(where: { $0.0 == rest })?.1 {
      self.init(code, modifiers)
    } else if rest.count == 1, let character = rest.first {
      self.init(.character(character), modifiers)
    } else if rest.first == "F", let number = Int(rest.dropFirst()) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  /// The name of the key.
  public var name: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    if let name = Key.names.first(where: { $0.1 == code })?.0 { return prefix + name }
    return switch code {
    case .character(let character): prefix + String(character)
    case .function(let number): prefix + "F\(number)"
    default: prefix
    }
  }
}

extension Key {
  /// The key as help and sentences show it: `Left`, `Shift-Left`, `Esc`, `x`.
  public var shown: String { Key.shown(name) }

  /// The key as sentences about typing show it, where a letter is text and Ctrl-S is no capital: `Ctrl-S`.
  var shownInText: String {
    guard modifiers == .control, case .character(let character) = code else { return shown }
    return "Ctrl-\(character.uppercased())"
  }

  private static func shown(_ name: String) -> String {
    for (short, word) in [("S-", "Shift-"), ("C-", "Ctrl-"), ("A-", "Alt-")]
    where name.count > 2 && name.hasPrefix(short) {
      return word + shown(String(name.dropFirst(2)))
    }
    switch name {
    case "escape": return "Esc"
    case "page-up": return "PgUp"
    case "page-down": return "PgDn"
    default: return name.count > 1 ? name.prefix(1).uppercased() + name.dropFirst() : name
    }
  }
}
