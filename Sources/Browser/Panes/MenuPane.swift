import TextCanvas

/// A list to choose from: the layers and the bookmarks over the side pane, so that the map shows the changes, and the menu at the pointer.
protocol MenuPane: Pane {
  /// The text in the frame.
  func heading(_ state: BrowserState) -> String
  /// The greatest width of the pane, with its frame.
  func columns(_ state: BrowserState) -> Int
  /// The cell of its upper left corner.
  func origin(_ state: BrowserState, columns: Int, rows: Int) -> Position
  /// The number of lines of each item.
  var linesEach: Int { get }
  /// The chosen row, on which keys act.
  var row: WritableKeyPath<BrowserState, Int> { get }

  /// The number of items.
  func count(_ state: BrowserState) -> Int

  /// The lines: `linesEach` for each item, or a sentence if there are none.
  func lines(_ state: BrowserState, columns: Int) -> [TextLine]
}

extension MenuPane {
  /// Draws the pane as high as it needs, scrolled only as far as the chosen row requires.
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let size = state.size
    let isFramed = size.columns >= 20 && size.rows >= 6
    let edge = isFramed ? 1 : 0
    let top = size.rows >= 10 ? 1 : 0
    let columns = min(size.columns, columns(state))
    let lines = lines(state, columns: columns - 2 * edge)
    let rows = min(size.rows - 2 * top, lines.count + 2 * edge)
    let origin = origin(state, columns: columns, rows: rows)
    let outside = Rect(column: origin.column, row: origin.row, columns: columns, rows: rows)
    let inside = outside.inset(left: edge, top: edge, right: edge, bottom: edge)
    frame.grid.fill(outside, with: .blank)
    if isFramed {
      frame.grid.frame(outside, title: heading(state), isFocused: true)
    }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    frame.draw(lines, from: max(0, linesEach * (state[keyPath: row] + 1) - inside.size.rows), in: inside)
  }

  /// At the right, below the title of the screen.
  func origin(_ state: BrowserState, columns: Int, rows: Int) -> Position {
    Position(column: state.size.columns - columns, row: state.size.rows >= 10 ? 1 : 0)
  }

  /// Moves among the rows, or closes the pane; returns false for other actions.
  func move(_ action: Action, _ state: inout BrowserState) -> Bool {
    let last = max(0, count(state) - 1)
    switch action {
    case .close: state.panes.overlay = nil
    case .up: state[keyPath: row] = max(0, state[keyPath: row] - 1)
    case .down: state[keyPath: row] = min(last, state[keyPath: row] + 1)
    case .first, .pageUp, .farUp: state[keyPath: row] = 0
    case .last, .pageDown, .farDown: state[keyPath: row] = last
    default: return false
    }
    return true
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { _ = move(direction > 0 ? .down : .up, &state) }

  func settle(_ state: inout BrowserState) {}
}
