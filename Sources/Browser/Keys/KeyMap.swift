import TextCanvas

/// The actions of keys, and the keys of actions.
public struct KeyMap: Hashable, Sendable {
  private var actions: [Key: Action] = [:]
  private var keys: [Action: [Key]] = [:]

  /// The keys of the action table.
  public init() {
    for action in Action.allCases { give(action.row.keys.compactMap(Key.init(name:)), to: action) }
  }

  /// The action that a key asks for, if any.
  public subscript(key: Key) -> Action? { actions[key] }

  /// The keys that ask for an action, the one to show first.
  public func keys(of action: Action) -> [Key] { keys[action] ?? [] }

  /// Gives an action these keys and no others; what had one of them before loses it.
  public mutating func give(_ new: [Key], to action: Action) {
    for key in keys(of: action) { actions[key] = nil }
    for key in new {
      if let other = actions[key] { keys[other]?.removeAll { $0 == key } }
      actions[key] = action
    }
    keys[action] = new.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
