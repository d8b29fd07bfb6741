import TextCanvas

/// A list of things to choose from, over the side pane, so that the map shows what changes: the layers and the bookmarks.
protocol MenuPane: Pane {
  /// The words of its frame.
  var title: String { get }
  /// How wide it is at most, with its frame.
  var columns: Int { get }
  /// How many lines each thing has.
  var linesEach: Int { get }
  /// The row that keys act on.
  var row: WritableKeyPath<BrowserState, Int> { get }

  /// How many things there are to choose from.
  func count(_ state: BrowserState) -> Int

  /// Its lines; `linesEach` for each thing, or a sentence where there is none.
  func lines(_ state: BrowserState, columns: Int) -> [TextLine]
}

extension MenuPane {
  /// Draws it as high as it needs, with as little scrolled as shows the chosen row.
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let size = state.size
    let isFramed = size.columns >= 20 && size.rows >= 6
    let edge = isFramed ? 1 : 0
    let top = size.rows >= 10 ? 1 : 0
    let columns = min(size.columns, columns)
    let lines = lines(state, columns: columns - 2 * edge)
    let rows = min(size.rows - 2 * top, lines.count + 2 * edge)
    let outside = Rect(column: size.columns - columns, row: top, columns: columns, rows: rows)
    let inside = outside.inset(left: edge, top: edge, right: edge, bottom: edge)
    frame.grid.fill(outside, with: .blank)
    if isFramed {
      frame.grid.frame(outside, title: "\(title): \(state.environment.keys.shown(.close)) goes back", isFocused: true)
    }
    frame.add(.overlay, in: frame.grid.bounds)
    frame.draw(lines, from: max(0, linesEach * (state[keyPath: row] + 1) - inside.size.rows), in: inside)
  }

  /// Moves among the rows; false for actions that do something else.
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
