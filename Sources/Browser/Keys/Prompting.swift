import TextCanvas

/// Typing a search, a filter, the name of an action, a place, or a file.
extension BrowserState {
  /// Takes a key into the prompt.
  mutating func type(_ key: Key) -> [Effect] {
    dialogue.prompt?.remark = nil
    switch (key.code, key.modifiers) {
    case (.character(let character), []):
      if dialogue.prompt.map({ $0.text.count < $0.longest }) ?? false { dialogue.prompt?.text.append(character) }
      lookUp()
    case (.character("u"), .control):
      dialogue.prompt?.text = ""
      lookUp()
    case (.backspace, _):
      if dialogue.prompt?.text.isEmpty == true { dialogue.prompt = nil } else { dialogue.prompt?.text.removeLast() }
      lookUp()
    case (.tab, .shift): chooseDestination(by: -1)
    case (.tab, _):
      complete()
      chooseDestination(by: 1)
    case (.escape, _), (.character("g"), .control): dialogue.prompt = nil
    case (.enter, _): return accept()
    default: break
    }
    return []
  }

  private mutating func complete() {
    guard let prompt = dialogue.prompt, prompt.purpose == .command else { return }
    let names = Action.completions(of: prompt.text).map(\.rawValue)
    guard var shared = names.first else { return }
    for name in names { shared = String(zip(shared, name).prefix { $0 == $1 }.map(\.0)) }
    dialogue.prompt?.text = shared
  }

  private mutating func accept() -> [Effect] {
    guard let prompt = dialogue.prompt else { return [] }
    dialogue.prompt = nil
    switch prompt.purpose {
    case .search:
      find(prompt.text)
      return []
    case .filter:
      takeFilter(prompt)
      return []
    case .narrowing:
      panes.facets.narrowing = prompt.text
      return []
    case .facetText:
      takeFacetText(prompt.text)
      return []
    case .export: return export(prompt)
    case .time: return jump(prompt)
    case .bookmark: return keep(as: prompt.text)
    case .rename: return rename(to: prompt.text)
    case .place:
      go(to: prompt.text, prompt.destinations)
      return []
    case .command:
      let names = Action.completions(of: prompt.text)
      let exact = Action(rawValue: prompt.text)
      guard let action = exact ?? (names.count == 1 && !prompt.text.isEmpty ? names.first : nil) else {
        if !prompt.text.isEmpty {
          dialogue.message = "no action is called \u{22}\(SafeText(prompt.text).text)\u{22}: ? lists the keys"
        }
        return []
      }
      return take(action)
    }
  }
}

extension Prompt {
  /// The most characters that it takes: a line or a few of a screen, and links of maps; more would come from something pasted by mistake.
  var longest: Int { purpose == .filter ? 4_096 : purpose == .place ? 1_000 : 200 }
}

extension Action {
  /// The actions whose names begin with a text, in the order of the table.
  static func completions(of text: String) -> [Action] {
    allCases.filter { $0.rawValue.hasPrefix(text) }
  }
}
