import SituationModel
import TextCanvas

/// One event in full.
struct DetailPane: Pane {
  /// The event's row.
  let row: Int
  /// The first line that is shown.
  let top: Int
  /// The link that is ready to follow, counted from 0.
  let link: Int

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    DetailView(state: state).draw(row: row, top: top, link: link, into: &frame, in: rect)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if let lines = action.lines(aPage: state.sidePageRows) {
      scroll(by: lines, &state)
      return .done
    }
    switch action {
    case .left: choose(link - 1, &state)
    case .right: choose(link + 1, &state)
    case .copyCommand: return .asks(state.copy(.citation))
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { scroll(by: direction * 3, &state) }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [
      KeyHint([.close], "back"), KeyHint([.nextEvent], "next"), KeyHint([.up, .down], "scroll"),
      KeyHint([.copyCommand], "cite"), KeyHint([.left, .right], "link"), KeyHint([.open], "follow"),
    ] + KeyHint.time
  }

  /// Keeps it from scrolling past its end.
  func settle(_ state: inout BrowserState) {
    let size = state.layout.inside(state.layout.side).size
    guard !state.layout.inside(state.layout.side).isEmpty else { return }
    let lines = state.detail(of: row, columns: size.columns).lines.count
    state.replaceTopPage(with: .detail(row: row, top: min(max(0, top), max(0, lines - size.rows)), link: link))
  }

  private func scroll(by lines: Int, _ state: inout BrowserState) {
    state.replaceTopPage(with: .detail(row: row, top: top + lines, link: link))
  }

  /// Makes a link ready to follow, and scrolls to it.
  private func choose(_ link: Int, _ state: inout BrowserState) {
    let size = state.layout.inside(state.layout.side).size
    let text = state.detail(of: row, columns: size.columns)
    guard !text.links.isEmpty else {
      state.dialogue.message = "this event has no links to follow"
      return
    }
    let link = min(max(0, link), text.links.count - 1)
    let line = text.linkLines[link]
    var top = top
    if line < top { top = line }
    if line >= top + size.rows { top = line - size.rows + 1 }
    state.replaceTopPage(with: .detail(row: row, top: top, link: link))
  }
}
