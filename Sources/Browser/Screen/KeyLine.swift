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
    } else {
      drawHints(into: &frame.grid, in: rect)
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
    case .bookmark, .rename: TextLine()
    case .search, .facetText: TextLine(clipped(state.searchHint(for: prompt.text), to: columns), Style(.dim))
    case .narrowing: TextLine(clipped("Enter keeps it, Esc shows all as before", to: columns), Style(.dim))
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

  private func drawHints(into grid: inout CellGrid, in rect: Rect) {
    let end = hint([.help], "help") + hint([.quit], "quit")
    var line = TextLine(" ")
    var used = 1
    let endColumns = end.reduce(0) { $0 + displayWidth(of: $1.text) }
    for pieces in hints {
      let columns = pieces.reduce(0) { $0 + displayWidth(of: $1.text) }
      guard used + columns + endColumns <= rect.size.columns else { break }
      line.pieces += pieces
      used += columns
    }
    line.pieces += end
    line.draw(into: &grid, column: 0, row: rect.origin.row, columns: rect.size.columns)
  }

  private var hints: [[TextLine.Piece]] {
    let pane = state.panes
    let hints =
      if let overlay = pane.overlay {
        overlay.content.pane.hints(state)
      } else if pane.focus == .side || pane.pages.last?.isStory == true {
        state.sidePane.hints(state)
      } else {
        Self.mapHints
      }
    return hints.map { hint($0.actions, $0.words) }
  }

  private static let mapHints =
    [
      KeyHint([.left, .right, .up, .down], "pan"), KeyHint([.zoomIn, .zoomOut], "zoom"),
      KeyHint([.nextEvent], "next"), KeyHint([.open], "open"),
    ] + KeyHint.time.prefix(3) + [
      KeyHint([.search], "find"), KeyHint([.list], "list"), KeyHint([.legend], "legend"), KeyHint([.glyphs], "glyphs"),
    ]

  /// The keys of some actions, from the action table, and their effect.
  private func hint(_ actions: [Action], _ words: String) -> [TextLine.Piece] {
    let keys = actions.map(state.environment.keys.shown)
    let shown =
      switch keys {
      case ["Left", "Right", "Up", "Down"]: "Arrows"
      default: keys.joined(separator: keys.allSatisfy { $0.count == 1 } ? " " : "/")
      }
    return [
      TextLine.Piece(text: shown, style: Style(.key)), TextLine.Piece(text: " \(words)  ", style: Style(.town)),
    ]
  }
}
