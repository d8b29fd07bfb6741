import SituationModel
import TextCanvas

/// The list of the events of the window.
struct ListPane: Pane {
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    ListView(state: state).draw(into: &frame, in: rect)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    guard let lines = action.lines(aPage: state.sidePageRows) else { return .passed }
    move(by: lines, &state)
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { state.panes.listTop += direction * 3 }

  func hints(_ state: BrowserState) -> [KeyHint] { Self.hints }

  /// The keys of lists.
  static let hints =
    [
      KeyHint([.close], "map"), KeyHint([.up, .down], "select"), KeyHint([.open], "open"), KeyHint([.search], "find"),
      KeyHint([.sort, .group], "sort"),
    ] + KeyHint.time

  /// Brings a newly selected event among the lines that are in view, with its heading where it is the first.
  func settle(_ state: inout BrowserState) {
    let rows = state.layout.inside(state.layout.side).size.rows
    if state.view.selection?.row != state.panes.followedRow || rows != state.panes.followedRows {
      state.panes.followedRow = state.view.selection?.row
      state.panes.followedRows = rows
      showSelected(rows: rows, &state)
    }
    state.panes.listTop = min(max(0, state.panes.listTop), max(0, state.listLines - rows))
  }

  private func showSelected(rows: Int, _ state: inout BrowserState) {
    guard let row = state.view.selection?.row, rows > 0 else { return }
    let items = state.results.items
    guard let line = items.line(ofRow: row) else { return }
    let above = line > 0 && items[line - 1].eventRow == nil ? line - 1 : line
    if above < state.panes.listTop { state.panes.listTop = above }
    if line >= state.panes.listTop + rows { state.panes.listTop = line - rows + 1 }
  }

  /// Selects an event some lines on; stays at the ends.
  private func move(by count: Int, _ state: inout BrowserState) {
    let rows = state.results.items.compactMap(\.eventRow)
    guard !rows.isEmpty else { return }
    let here = state.view.selection.flatMap { rows.firstIndex(of: $0.row) }
    let next = min(max(0, (here ?? (count > 0 ? -1 : rows.count)) + count), rows.count - 1)
    state.select(rows[next])
    state.tellIfOutOfView(rows[next])
  }
}
