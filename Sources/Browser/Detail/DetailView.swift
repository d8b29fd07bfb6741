import SituationModel
import TextCanvas

/// Draws one event in full.
struct DetailView {
  let state: BrowserState

  /// Draws the whole detail, from line `top` on.
  func draw(row: Int, top: Int, link: Int, into frame: inout Frame, in rect: Rect) {
    let inside = state.layout.inside(rect)
    let text = state.detail(of: row, columns: inside.size.columns, chosen: link)
    if state.layout.isFramed {
      frame.grid.frame(rect, title: position(of: row), isFocused: state.panes.focus == .side)
    }
    frame.add(.detail, in: inside)
    frame.draw(text.lines, from: top, in: inside)
  }

  /// Draws the beginning of the selected event's detail under the list.
  func drawPreview(into frame: inout Frame, in rect: Rect) {
    let inside = state.layout.inside(rect)
    guard let row = state.view.selection?.row else { return StartCard(state: state).draw(into: &frame, in: rect) }
    if state.layout.isFramed { frame.grid.frame(rect, title: "selected: \(position(of: row))") }
    let text = state.detail(of: row, columns: inside.size.columns)
    frame.draw(text.lines, in: inside)
  }

  private func position(of row: Int) -> String {
    guard state.results.matches.hasRow(row) else {
      return state.dataset.isKept(row) ? "event that is not in the list" : "event outside the window"
    }
    return "event \(state.listPosition(of: row))" + (state.hereWords.isEmpty ? "" : " loaded")
  }
}

extension BrowserState {
  /// An event in full, as lines of some width.
  func detail(of row: Int, columns: Int, chosen: Int? = nil) -> DetailText {
    DetailText(
      row: row, in: dataset.events, columns: columns, keys: environment.keys, colouring: colouring, chosen: chosen,
      copies: tools.copies,
      asks: dataset.partial != nil, on: situation.zone
    )
  }

  /// The detail that the side pane shows, as it is laid out there.
  func shownDetail(of row: Int) -> DetailText { detail(of: row, columns: layout.inside(layout.side).size.columns) }
}
