import TextCanvas

/// Keys that terminals tell in more than one way.
extension Key {
  /// The key as terminals send it that know no keyboard protocol. There Ctrl-[ is Escape, Ctrl-I is Tab, Ctrl-M and Ctrl-J are
  /// Enter, Ctrl-H is Backspace, and Shift changes none of Enter, Escape and Backspace.
  var plain: Key {
    switch (code, modifiers) {
    case (.character("["), .control): Key(.escape)
    case (.character("i"), .control): Key(.tab)
    case (.character("m"), .control), (.character("j"), .control): Key(.enter)
    case (.character("h"), .control): Key(.backspace)
    case (.enter, .shift), (.escape, .shift), (.backspace, .shift): Key(code)
    default: self
    }
  }
}

extension Message {
  /// The message with the plain form of its key, unless an action has the key as it is.
  func withPlainKey(for keys: KeyMap) -> Message {
    guard case .input(.key(let key), let target) = self, keys[key] == nil else { return self }
    return .input(.key(key.plain), target)
  }
}

extension BrowserState {
  /// The keys that a person meant by Escape and a key that came as one: the key with Alt, if that does something, else both.
  func keysMeant(byEscapeAnd key: Key) -> [Key] {
    let withAlt = Key(key.code, key.modifiers.union(.alt))
    if dialogue.prompt == nil, dialogue.question == nil, panes.overlay?.content == .form {
      return TypedLine.Edit(withAlt) == nil ? [Key(.escape), key] : [withAlt]
    }
    // A prompt deletes with Alt-Backspace, too.
    let isBound =
      dialogue.prompt != nil ? key.code == .backspace : dialogue.question == nil && environment.keys[withAlt] != nil
    return isBound ? [withAlt] : [Key(.escape), key]
  }
}
