import SituationModel
import TextCanvas

/// The menu at the pointer.
struct PointMenuPane: MenuPane {
  let linesEach = 1
  var row: WritableKeyPath<BrowserState, Int> { \.panes.menu.chosen }

  func columns(_ state: BrowserState) -> Int {
    min(48, 4 + (state.panes.menu.items.map { displayWidth(of: $0.words) }.max() ?? 0))
  }

  func heading(_ state: BrowserState) -> String { clipped(state.panes.menu.title, to: columns(state) - 6) }

  /// Right below the pointer; above it, or at its left, where the screen ends.
  func origin(_ state: BrowserState, columns: Int, rows: Int) -> Position {
    let (pointer, size) = (state.panes.menu.position, state.size)
    let below = pointer.row + 1
    let row = below + rows <= size.rows ? below : max(0, pointer.row - rows)
    return Position(
      column: max(0, min(pointer.column, size.columns - columns)), row: min(row, max(0, size.rows - rows)))
  }

  func count(_ state: BrowserState) -> Int { state.panes.menu.items.count }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if move(action, &state) { return .done }
    switch action {
    case .open, .play: return .asks(state.choose(item: state.panes.menu.chosen))
    default: return .passed
    }
  }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [KeyHint([.close], "back"), KeyHint([.up, .down], "choose"), KeyHint([.open], "do it")]
  }

  func lines(_ state: BrowserState, columns: Int) -> [TextLine] {
    state.panes.menu.items.enumerated().map { index, item in
      let isChosen = index == state.panes.menu.chosen
      let words = clipped(SafeText(item.words).text, to: max(0, columns - 2))
      let padding = String(repeating: " ", count: max(0, columns - 1 - displayWidth(of: words)))
      return TextLine(
        (isChosen ? ">" : " ") + words + padding, Style(.plain, on: .plain, isChosen ? [.reverse, .bold] : []),
        target: .menuItem(index))
    }
  }
}
