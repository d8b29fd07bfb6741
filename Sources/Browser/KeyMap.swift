import TextCanvas

/// Which action a key asks for.
public struct KeyMap: Sendable {
  private let actions: [Key: Action]

  /// The keys of the action table.
  public init() {
    var actions: [Key: Action] = [:]
    for action in Action.allCases {
      for name in action.row.keys {
        if let key = Key(name: name) { actions[key] = action }
      }
    }
    self.actions = actions
  }

  /// The action that a key asks for, if any.
  public subscript(key: Key) -> Action? { actions[key] }
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

extension Action {
  /// The keys as the help shows them: `Left, h`, `Shift-Left`.
  public var shownKeys: String {
    row.keys.map(Action.shown).joined(separator: ", ")
  }
  /// The first key as the key line shows it.
  public var shownKey: String { row.keys.first.map(Action.shown) ?? "" }

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
