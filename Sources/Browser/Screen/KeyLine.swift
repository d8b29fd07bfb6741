import TextCanvas

/// The last line of the screen: the prompt, a message, or the most useful keys.
struct KeyLine {
  let state: BrowserState

  /// Draws the line.
  func draw(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    frame.grid.fill(rect, with: .blank)
    let row = rect.origin.row
    if let prompt = state.dialogue.prompt {
      drawPrompt(prompt, into: &frame.grid, in: rect)
    } else if let message = state.dialogue.message {
      frame.grid.write(clipped(message, to: rect.size.columns - 1), column: 1, row: row, Style(.warning))
    } else if let leader = state.dialogue.leader {
      draw(followers(of: leader), into: &frame, in: rect)
    } else if state.panes.overlay?.content == .form {
      let keys = FormPane.keys(state).map { (key: $0.key.shownInText, words: $0.words, target: Target.typed($0.key)) }
      draw(keys, into: &frame, in: rect)
    } else {
      drawHints(into: &frame, in: rect)
    }
  }

  /// A key with a word, and what a click on it asks for; nil for nothing.
  private typealias ShownKey = (key: String, words: String, target: Target?)

  /// A leader, and the keys that may come after it.
  private func followers(of leader: Key) -> [ShownKey] {
    let keys = state.environment.keys.followers(of: leader).map { follower -> ShownKey in
      (follower.key.shown, follower.action.shortName, .key(follower.action))
    }
    return [(leader.shown, "then", nil)] + keys + [(Key(.escape).shown, "leave", nil)]
  }

  /// Draws keys as far as they have room.
  private func draw(_ keys: [ShownKey], into frame: inout Frame, in rect: Rect) {
    var column = rect.origin.column + 1
    let row = rect.origin.row
    for key in keys {
      let columns = displayWidth(of: key.key) + 1 + displayWidth(of: key.words)
      guard column + columns <= rect.columns.upperBound else { return }
      frame.grid.write(key.key, column: column, row: row, Style(.key))
      frame.grid.write(key.words, column: column + columns - displayWidth(of: key.words), row: row, Style(.town))
      if let target = key.target { frame.add(target, in: Rect(column: column, row: row, columns: columns, rows: 1)) }
      column += columns + 2
    }
  }

  private func drawPrompt(_ prompt: Prompt, into grid: inout CellGrid, in rect: Rect) {
    let sign =
      switch prompt.purpose {
      case .search: "/"
      case .command: ":"
      case .filter: "filter: "
      case .place: "go to: "
      case .time: "time: "
      case .export: "write to: "
      case .narrowing: "values with: "
      case .facetText: "text: "
      case .bookmark: "bookmark this view as: "
      case .rename: "new name: "
      case .helpText: "keys with: "
      case .desk(let task): task.question
      }
    let row = rect.origin.row
    let remarked = prompt.remark.map { min(displayWidth(of: $0) + 2, rect.size.columns / 2) } ?? 0
    let room = rect.size.columns - sign.count - 3 - remarked
    let (before, behind) = prompt.line.shown(in: room)
    let column = grid.write(" \(sign)\(before)", column: 0, row: row, Style(.emphasis))
    var end = column + grid.write(behind, column: column, row: row, Style(.emphasis))
    if behind.isEmpty {
      grid[column, row] = Cell("_", Style(.key, on: .plain, .bold))
    } else {
      grid[column, row].style = Style(.emphasis, on: .plain, .reverse)
    }
    if prompt.purpose == .filter, let place = state.wrongColumn(of: prompt.text) {
      // Where the filter is wrong, counted from the cursor.
      let text = SafeText(String(prompt.text.prefix(prompt.line.cursor).dropFirst(place))).text
      let wrong = column - displayWidth(of: text)
      if wrong > sign.count, place <= prompt.line.cursor {
        grid[wrong, row].style = Style(.warning, on: .plain, [.reverse, .bold])
      }
    }
    end += 3
    hint(for: prompt, columns: rect.size.columns - end - 1)
      .draw(into: &grid, column: end, row: row, columns: max(0, rect.size.columns - end - 1))
  }

  /// The hint for the prompt.
  private func hint(for prompt: Prompt, columns: Int) -> TextLine {
    if let remark = prompt.remark { return TextLine(clipped(remark, to: columns), Style(.warning)) }
    return switch prompt.purpose {
    case .bookmark, .rename, .helpText: TextLine()
    case .desk(let task): TextLine(clipped(task.hint, to: columns), Style(.dim))
    case .search, .facetText: TextLine(clipped(state.searchHint(for: prompt.text), to: columns), Style(.dim))
    case .narrowing: TextLine(clipped("Enter keeps these values, Esc shows all values", to: columns), Style(.dim))
    case .command:
      TextLine(
        clipped(
          Action.completions(of: prompt.text).map { "\($0.rawValue) \(key(of: $0))" }.joined(separator: "  "),
          to: columns), Style(.dim))
    case .filter: TextLine(clipped(state.filterHint(for: prompt.text), to: columns), Style(.dim))
    case .export: TextLine(clipped(state.exportHint(for: prompt.text), to: columns), Style(.dim))
    case .time: TextLine(clipped(state.jumpHint(for: prompt.text), to: columns), Style(.dim))
    case .place: DestinationHint(state: state, prompt: prompt).line(columns: columns)
    }
  }

  /// The key of an action behind its name: `(z)`; `-` for none.
  private func key(of action: Action) -> String {
    state.environment.keys.keys(of: action).first.map { "(\($0.shown))" } ?? "(no key)"
  }

  private func drawHints(into frame: inout Frame, in rect: Rect) {
    let end = [KeyHint([.help], "help"), KeyHint([.quit], state.quitWords)]
    let endColumns = end.reduce(0) { $0 + displayWidth(of: text(of: $1)) }
    var column = 1
    func draw(_ hint: KeyHint) {
      let keys = keys(of: hint)
      let row = rect.origin.row
      let start = rect.origin.column + column
      let used = frame.grid.write(keys, column: start, row: row, Style(.key))
      frame.grid.write(" \(hint.words)  ", column: start + used, row: row, Style(.town))
      let columns = displayWidth(of: text(of: hint))
      // A click on the first of two keys is the first action, beside it the second.
      if hint.actions.count <= 2, let first = hint.actions.first, let last = hint.actions.last {
        frame.add(.key(last), in: Rect(column: start, row: row, columns: columns - 2, rows: 1))
        let key = displayWidth(of: state.environment.keys.shown(first))
        if first != last { frame.add(.key(first), in: Rect(column: start, row: row, columns: key, rows: 1)) }
      }
      column += columns
    }
    for hint in state.hints {
      guard column + displayWidth(of: text(of: hint)) + endColumns <= rect.size.columns else { break }
      draw(hint)
    }
    end.forEach(draw)
  }

  private func text(of hint: KeyHint) -> String { "\(keys(of: hint)) \(hint.words)  " }

  /// The keys of a hint's actions, from the action table.
  private func keys(of hint: KeyHint) -> String { state.environment.keys.shown(hint) }
}

extension KeyMap {
  /// The keys of a hint's actions: `Arrows`, `+ -`, `PgUp/PgDn`.
  func shown(_ hint: KeyHint) -> String {
    let keys = hint.actions.map { shown($0) }
    return switch keys {
    case ["Left", "Right", "Up", "Down"]: "Arrows"
    default: keys.joined(separator: keys.allSatisfy { $0.count == 1 } ? " " : "/")
    }
  }
}

extension BrowserState {
  /// The most useful keys of the pane that has the focus, the best first.
  var hints: [KeyHint] { panes.overlay?.content.pane.hints(self) ?? focusedHints }

  /// The most useful keys of the pane below all overlays.
  var focusedHints: [KeyHint] {
    panes.focus == .side || panes.pages.last?.isStory == true ? sidePane.hints(self) : Self.mapHints
  }

  /// The word for the key that closes what is open, or quits.
  var quitWords: String { panes.overlay == nil && hasNothingToClose ? "quit" : "close" }

  private static let mapHints =
    [
      KeyHint([.left, .right, .up, .down], "pan"), KeyHint([.zoomIn, .zoomOut], "zoom"),
      KeyHint([.nextEvent], "next"), KeyHint([.open], "open"),
    ] + KeyHint.time.prefix(3) + [
      KeyHint([.search], "find"), KeyHint([.filter], "filter"), KeyHint([.list], "list"),
      KeyHint([.legend], "legend"), KeyHint([.glyphs], "glyphs"),
    ]
}
