import SituationModel
import TextCanvas

/// The events that one pin or one chip stands for.
struct StackPane: Pane {
  /// The rows of the events.
  let rows: [Int]
  /// The one that keys act on, counted from 0.
  let chosen: Int

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let shown = shown(state)
    let place = rows.indices.contains(chosen) ? shown.firstIndex(of: rows[chosen]) : nil
    StackView(state: state, rows: shown, of: rows, chosen: place).draw(into: &frame, in: rect)
  }

  /// The events that filter and window leave, as in every list.
  private func shown(_ state: BrowserState) -> [Int] { rows.filter { state.results.matches.hasRow($0) } }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    guard let lines = action.lines(aPage: state.sidePageRows) else { return .passed }
    move(by: lines, &state)
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { move(by: direction, &state) }

  func hints(_ state: BrowserState) -> [KeyHint] { ListPane.hints }

  /// Chooses the first event that is shown, if the chosen one is not.
  func settle(_ state: inout BrowserState) {
    guard rows.indices.contains(chosen), !state.results.matches.hasRow(rows[chosen]),
      let first = shown(state).first
    else { return }
    state.replaceTopPage(with: .stack(rows: rows, chosen: rows.firstIndex(of: first) ?? 0))
  }

  private func move(by count: Int, _ state: inout BrowserState) {
    let shown = shown(state)
    guard !shown.isEmpty else { return }
    let here = rows.indices.contains(chosen) ? shown.firstIndex(of: rows[chosen]) ?? 0 : 0
    let next = shown[min(max(0, here + count), shown.count - 1)]
    state.replaceTopPage(with: .stack(rows: rows, chosen: rows.firstIndex(of: next) ?? 0))
    state.view.selection = Selection(row: next, stack: rows)
  }
}
