import SituationModel
import TextCanvas

/// The events that one pin or one chip stands for.
struct StackPane: Pane {
  /// The rows of the events.
  let rows: [Int]
  /// The one that keys act on, counted from 0.
  let chosen: Int

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    StackView(state: state, rows: rows, chosen: chosen).draw(into: &frame, in: rect)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    guard let lines = action.lines(aPage: state.sidePageRows) else { return .passed }
    move(by: lines, &state)
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { move(by: direction, &state) }

  func hints(_ state: BrowserState) -> [KeyHint] { ListPane.hints }

  /// Does nothing: the pane is as long as its events, and scrolls to the chosen one.
  func settle(_ state: inout BrowserState) {}

  private func move(by count: Int, _ state: inout BrowserState) {
    let next = min(max(0, chosen + count), rows.count - 1)
    state.replaceTopPage(with: .stack(rows: rows, chosen: next))
    state.view.selection = Selection(row: rows[next], stack: rows)
  }
}
