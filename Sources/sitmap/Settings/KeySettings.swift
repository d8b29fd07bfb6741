import Browser
import SituationModel
import TextCanvas

/// The key bindings of the settings file: actions by their names, each with its keys.
struct KeySettings {
  /// The keys of all actions with these settings.
  private(set) var keys = KeyMap()
  /// The problems, in the order of the lines.
  private(set) var problems: [SettingsFile.Problem] = []

  /// An action's name, its value in the file, and its line.
  typealias Entry = (name: String, value: PropertyValue, line: Int)

  /// Reads the bindings.
  ///
  /// - Parameter entries: the entries in the order of the lines. If two actions want one key, the first gets it.
  init(_ entries: [Entry]) {
    var owners: [KeySequence: Entry] = [:]
    var set: [Action: [KeySequence]] = [:]
    for entry in entries {
      guard let action = Action(rawValue: entry.name) else {
        note(entry.line, "no action is called \(entry.name): `sitmap config --show` lists them")
        continue
      }
      let wanted = read(entry)
      let free = wanted.filter { key in
        guard let owner = owners.first(where: { key.collides(with: $0.key) })?.value, owner.name != entry.name else {
          return true
        }
        note(entry.line, "\(key.name) is the key of \(owner.name) already, in line \(owner.line)")
        return false
      }
      for key in free { owners[key] = entry }
      // Where nothing of what is wanted can be had, the action keeps its keys.
      if !free.isEmpty || entry.value.list.isEmpty && entry.value.text == nil { set[action] = free }
    }
    for (action, new) in set.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { keys.give(new, to: action) }
    // Some actions have no key from the beginning.
    for action in Action.allCases
    where set[action] == nil && keys.keys(of: action).isEmpty && !action.row.keys.isEmpty {
      let usual = KeyMap().keys(of: action)
      let owner = owners.filter { owner in usual.contains { $0.collides(with: owner.key) } }
        .min { $0.value.line < $1.value.line }?.value
      note(
        owner?.line ?? 1, "\(action.rawValue) has no key any more: \(owner?.name ?? "another") has taken its last one")
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func note(_ line: Int, _ reason: String) { problems.append(.init(line: line, reason: reason)) }

  /// The keys of an entry: one by its name, or a list of them.
  private mutating func read(_ entry: Entry) -> [KeySequence] {
    let values: [PropertyValue]
    switch entry.value {
    case .text: values = [entry.value]
    case .list(let list): values = list
    default: values = [.null]
    }
    return values.compactMap { value in
      guard let name = value.text, let key = KeySequence(name: name) else {
        note(
          entry.line,
          "\(entry.name) wants a key or a list of keys, as \"x\", \"C-l\", \"S-left\", \"F5\", \"page-up\", \"I a\"")
        return nil
      }
      guard let reason = key.keys.lazy.compactMap(\.whyNeverSent).first else { return key }
      note(entry.line, "\(entry.name): \(name) \(reason)")
      return nil
    }
  }
}

extension Key {
  /// The reason why no terminal sends this key to a program, as the predicate of a sentence; nil for a key that arrives.
  fileprivate var whyNeverSent: String? {
    guard case .character(let character) = code else { return nil }
    if modifiers.contains(.shift) { return "is never sent: a character has Shift in it already" }
    guard modifiers == .control else { return nil }
    switch character {
    case "c", "z", "\\": return "is the terminal's own: it ends or stops programs"
    case "i": return "is the same as tab for a terminal"
    case "m", "j": return "is the same as enter for a terminal"
    case "[": return "is the same as escape for a terminal"
    case "h": return "is the same as backspace for a terminal"
    case "a"..."z", " ", "]", "^", "_": return nil
    default: return "is never sent by a terminal"
    }
  }
}
