import TextCanvas

/// The step of the story that is told.
struct StoryPane: Pane {
  /// The first line that is shown.
  let top: Int
  /// The event that is ready to open, counted from 0.
  let link: Int

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    StoryView(state: state).draw(top: top, link: link, into: &frame, in: rect)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    // Page keys go to other steps before they come here.
    if let lines = action.lines(aPage: state.sidePageRows) {
      scroll(by: lines, &state)
      return .done
    }
    switch action {
    case .left: choose(link - 1, &state)
    case .right: choose(link + 1, &state)
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { scroll(by: direction * 3, &state) }

  func hints(_ state: BrowserState) -> [KeyHint] {
    let steps = [
      KeyHint([.pageUp, .pageDown], "step"), KeyHint([.play], "play"), KeyHint([.story], "end"),
      KeyHint([.list], "text"),
    ]
    if state.panes.focus == .map { return steps }
    return steps + [KeyHint([.left, .right], "event"), KeyHint([.open], "open")]
  }

  /// Keeps the text from scrolling past its end.
  func settle(_ state: inout BrowserState) {
    let rect = state.layout.inside(state.layout.side)
    guard !rect.isEmpty, let text = state.storyText else { return }
    let last = max(0, text.lines.count - rect.size.rows)
    state.replaceTopPage(
      with: .story(top: min(max(0, top), last), link: min(max(0, link), max(0, text.links.count - 1))))
  }

  private func scroll(by lines: Int, _ state: inout BrowserState) {
    state.replaceTopPage(with: .story(top: top + lines, link: link))
  }

  /// Makes one of the events that the step rests on ready to open.
  private func choose(_ link: Int, _ state: inout BrowserState) {
    guard let text = state.storyText, let last = text.links.indices.last else {
      return state.replaceTopPage(with: .story(top: top, link: link))
    }
    let rows = state.layout.inside(state.layout.side).size.rows
    let link = min(max(0, link), last)
    let line = text.links[link].line
    state.replaceTopPage(with: .story(top: line < top ? line : max(top, line - rows + 1), link: link))
  }
}
