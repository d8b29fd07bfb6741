import TextCanvas

/// A text over everything: the help, the legend, what is said of the data, the screen in words, the records that were rejected.
struct TextPane: Pane {
  /// The text that is shown.
  let content: Overlay.Content

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    OverlayView(state: state, overlay: state.panes.overlay ?? Overlay(content: content)).draw(into: &frame)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    let page = max(1, OverlayView.inside(of: state.size).size.rows - 1)
    switch action {
    case .close where content == .help && !state.panes.helpSearch.isEmpty: state.panes.helpSearch = ""
    case .search where content == .help:
      state.dialogue.prompt = Prompt(purpose: .helpText, text: state.panes.helpSearch)
    case .close, .open: state.panes.overlay = nil
    case .up: state.panes.overlay?.top -= 1
    case .down: state.panes.overlay?.top += 1
    case .pageUp, .farUp, .stepBack: state.panes.overlay?.top -= page
    case .pageDown, .farDown, .play: state.panes.overlay?.top += page
    case .first: state.panes.overlay?.top = 0
    case .last: state.panes.overlay?.top = .max / 2
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { state.panes.overlay?.top += direction * 3 }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [KeyHint([.close], "back"), KeyHint([.up, .down], "scroll")]
      + (content == .help ? [KeyHint([.search], "find a key")] : [])
  }

  /// Keeps it from scrolling past its end.
  func settle(_ state: inout BrowserState) {
    let inside = OverlayView.inside(of: state.size)
    let lines = OverlayText(content, state: state, columns: inside.size.columns).lines.count
    let top = state.panes.overlay?.top ?? 0
    state.panes.overlay?.top = min(max(0, top), max(0, lines - inside.size.rows))
  }
}
