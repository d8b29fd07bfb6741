import TextCanvas

/// Typing a search, a filter, the name of an action, a place, or a file.
extension BrowserState {
  /// Takes a key into the prompt.
  mutating func type(_ key: Key) -> [Effect] {
    prompt?.remark = nil
    switch (key.code, key.modifiers) {
    case (.character(let character), []):
      if prompt.map({ $0.text.count < $0.longest }) ?? false { prompt?.text.append(character) }
      lookUp()
    case (.character("u"), .control):
      prompt?.text = ""
      lookUp()
    case (.backspace, _):
      if prompt?.text.isEmpty == true { prompt = nil } else { prompt?.text.removeLast() }
      lookUp()
    case (.tab, .shift): chooseDestination(by: -1)
    case (.tab, _):
      complete()
      chooseDestination(by: 1)
    case (.escape, _), (.character("g"), .control): prompt = nil
    case (.enter, _): return accept()
    default: break
    }
    return []
  }

  private mutating func complete() {
    guard let prompt, prompt.purpose == .command else { return }
    let names = Action.completions(of: prompt.text).map(\.rawValue)
    guard var shared = names.first else { return }
    for name in names { shared = String(zip(shared, name).prefix { $0 == $1 }.map(\.0)) }
    self.prompt?.text = shared
  }

  private mutating func accept() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    switch prompt.purpose {
    case .search:
      find(prompt.text)
      return []
    case .filter:
      takeFilter(prompt)
      return []
    case .narrowing:
      facets.narrowing = prompt.text
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
          message = "no action is called \u{22}\(SafeText(prompt.text).text)\u{22}: ? lists the keys"
        }
        return []
      }
      return take(action)
    }
  }
}

extension BrowserState.Prompt {
  /// The most characters that it takes: a line or a few of a screen; more would come from something pasted by mistake.
  var longest: Int { purpose == .filter ? 4_096 : 200 }
}

extension Action {
  /// The actions whose names begin with a text, in the order of the table.
  static func completions(of text: String) -> [Action] {
    allCases.filter { $0.rawValue.hasPrefix(text) }
  }
}
