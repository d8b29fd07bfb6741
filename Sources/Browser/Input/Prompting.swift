import SituationModel
import TextCanvas

/// Typing a search, a filter, the name of an action, a place, or a file.
extension BrowserState {
  /// Takes a key into the prompt.
  mutating func type(_ key: Key) -> [Effect] {
    dialogue.prompt?.remark = nil
    if let edit = TypedLine.Edit(key) {
      // Deleting in an empty line leaves it.
      if edit == .deleteLeft, dialogue.prompt?.text.isEmpty == true { dialogue.prompt = nil }
      dialogue.prompt?.line.edit(edit)
      lookUp()
      return []
    }
    switch (key.code, key.modifiers) {
    case (.character(let character), []):
      if dialogue.prompt.map({ $0.text.count < $0.longest }) ?? false { dialogue.prompt?.line.insert([character]) }
      lookUp()
      if let prompt = dialogue.prompt, prompt.purpose == .place, prompt.text == "g" {
        dialogue.prompt?.remark = "type a name that begins with g, or press Esc and Home for the beginning"
      }
    case (.up, _), (.character("p"), .control): recall(1)
    case (.down, _), (.character("n"), .control): recall(-1)
    case (.tab, .shift): chooseDestination(by: -1)
    case (.tab, _):
      complete()
      chooseDestination(by: 1)
    case (.escape, _), (.character("g"), .control), (.character("c"), .control): dialogue.prompt = nil
    case (.enter, _): return accept()
    default: break
    }
    return []
  }

  /// Shows an older line of the history, or a newer one.
  private mutating func recall(_ direction: Int) {
    guard var prompt = dialogue.prompt else { return }
    let lines = dialogue.history.lines(for: prompt.purpose.historyName)
    let next = prompt.linesBack + direction
    guard (0...lines.count).contains(next) else { return }
    if prompt.linesBack == 0 { prompt.unsent = prompt.text }
    prompt.linesBack = next
    prompt.text = next == 0 ? prompt.unsent : lines[lines.count - next]
    dialogue.prompt = prompt
    lookUp()
  }

  private mutating func complete() {
    guard let prompt = dialogue.prompt, prompt.purpose == .command else { return }
    let names = Action.completions(of: prompt.text).map(\.rawValue)
    guard let best = names.first else { return }
    let beginning = names.filter { $0.hasPrefix(prompt.text.lowercased()) }
    dialogue.prompt?.text = beginning.reduce(beginning.first ?? best) { $0.commonPrefix(with: $1) }
  }

  private mutating func accept() -> [Effect] {
    guard let prompt = dialogue.prompt else { return [] }
    dialogue.prompt = nil
    let isNew = dialogue.history.add(prompt.text, for: prompt.purpose.historyName)
    return (isNew ? [.keepHistory(dialogue.history)] : []) + accept(prompt)
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .search:
      find(prompt.text)
      return []
    case .filter:
      takeFilter(prompt)
      return []
    case .narrowing:
      if panes.overlay == nil, panes.pages.last == .totals {
        panes.totals.narrowing = prompt.text
      } else {
        panes.facets.narrowing = prompt.text
      }
      return []
    case .helpText:
      panes.helpSearch = prompt.text.withoutBlankEnds
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
    case .command: return command(prompt.text.withoutBlankEnds)
    case .desk(let task): return finish(task, prompt.text.withoutBlankEnds)
    }
  }

  private mutating func command(_ text: String) -> [Effect] {
    if text.isEmpty { return [] }
    // Actions that have the text only in their descriptions, or only its letters, are shown and not taken.
    let names = Action.named(text.lowercased())
    let beginning = names.filter { $0.rawValue.hasPrefix(text) }
    let only = beginning.count == 1 ? beginning[0] : names.count == 1 ? names[0] : nil
    guard let action = Action(rawValue: text) ?? Action.commandOfHabit(text) ?? only else {
      dialogue.message =
        names.isEmpty
        ? "no action is called \u{22}\(SafeText(text).text)\u{22}: \(environment.keys.shown(.help)) lists the keys"
        : "\u{22}\(SafeText(text).text)\u{22} may be \(names.prefix(4).map(\.rawValue).joined(separator: ", "))"
          + (names.count > 4 ? " and others" : "") + ": type more of it"
      return []
    }
    // By its name it quits, whatever is open.
    return action == .quit ? [.quit] : take(action)
  }
}

extension Prompt {
  /// The most characters that it takes: a line or a few of a screen, and links of maps; more would come from something pasted by mistake.
  var longest: Int {
    switch purpose {
    case .filter, .desk: 4_096
    case .place: 1_000
    case .search, .command, .time, .export, .narrowing, .facetText, .bookmark, .rename, .helpText: 200
    }
  }
}

extension Action {
  /// The actions that a typed text may mean, the best first: those whose names begin with it, then those that have it in their names,
  /// those in whose description a word begins with it, and those that have its letters in its order.
  static func completions(of text: String) -> [Action] {
    let text = text.lowercased()
    var found = named(text)
    let fits: [(Action) -> Bool] = [
      { text.count > 1 && $0.row.words.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(text) } },
      { $0.rawValue.hasLetters(of: text) },
    ]
    for fits in fits { found += allCases.filter { fits($0) && !found.contains($0) } }
    return found
  }

  /// The actions that have a text in their names, those first whose names begin with it, then those with a word that does.
  fileprivate static func named(_ text: String) -> [Action] {
    let beginning = allCases.filter { $0.rawValue.hasPrefix(text) }
    let words = allCases.filter { $0.rawValue.split(separator: "-").contains { $0.hasPrefix(text) } }
    let all = allCases.filter { $0.rawValue.contains(text) }
    return (beginning + words + all).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The action for a command of vi; nil for other texts.
  fileprivate static func commandOfHabit(_ text: String) -> Action? {
    switch text {
    case "q", "q!", "qa", "quit!", "x", "wq": .quit
    case "noh", "nohlsearch": .clearSearch
    case "w", "save", "export": .write
    default: nil
    }
  }
}

extension String {
  /// The characters with which both begin.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }

  /// True if the letters of a text stand in this one in their order, whatever is between them.
  fileprivate func hasLetters(of text: String) -> Bool {
    var rest = Substring(self)
    for letter in text {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
