import SituationModel
import TextCanvas

/// The changes of the case to look through: problems and drafts first, then the newest changes.
struct ReviewPane: Pane {
  /// The lines of an entry: what it is, its values, and who made it when and why.
  private static let linesEach = 3

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let outside = Self.outside(of: state.size)
    let inside = Self.inside(of: state.size)
    frame.grid.fill(outside, with: .blank)
    if inside != outside {
      let keys = state.environment.keys
      frame.grid.frame(outside, title: "review: \(keys.shown(.close)) goes back", isFocused: true)
    }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    let review = state.panes.review
    guard review.count > 0 else {
      let hint =
        "Nobody has changed anything here yet. \(state.environment.keys.shown(.deskAdd)) adds an event, "
        + "\(state.environment.keys.shown(.deskEdit)) corrects the selected one."
      return frame.draw(wrapped(hint, width: inside.size.columns).map { TextLine($0, Style(.dim)) }, in: inside)
    }
    if review.showsWhole, let draft = review.draft {
      let (number, count) = review.progress
      let lines = ReviewWords.whole(draft, number, of: count, on: state.situation.zone, columns: inside.size.columns)
      return frame.draw(Array(lines.prefix(inside.size.rows)), in: inside)
    }
    let shown = max(1, inside.size.rows / Self.linesEach)
    let first = max(0, min(review.chosen - shown / 2, review.count - shown))
    let shownLines = (first..<min(review.count, first + shown)).flatMap {
      self.lines(of: $0, state, columns: inside.size.columns)
    }
    frame.draw(shownLines, in: inside)
    let right = inside.columns.upperBound - 1
    if first > 0 { frame.grid[right, inside.origin.row] = Cell("^", Style(.key)) }
    if first + shown < review.count { frame.grid[right, inside.rows.upperBound - 1] = Cell("v", Style(.key)) }
  }

  /// The pane with its frame, at the right below the title.
  private static func outside(of size: Size) -> Rect {
    // A strip of the map beside it would show nothing.
    let columns = size.columns < 100 ? size.columns : 76
    let top = size.rows >= 10 ? 1 : 0
    return Rect(column: size.columns - columns, row: top, columns: columns, rows: size.rows - 2 * top)
  }

  private static func inside(of size: Size) -> Rect {
    let outside = outside(of: size)
    return size.columns >= 20 && size.rows >= 6 ? outside.inset(left: 1, top: 1, right: 1, bottom: 1) : outside
  }

  private func lines(of index: Int, _ state: BrowserState, columns: Int) -> [TextLine] {
    guard let entry = state.panes.review[index] else { return [] }
    let isChosen = index == state.panes.review.chosen
    let words = ReviewWords(entry, state)
    let style = Style(words.isProblem ? .warning : .plain, on: .plain, isChosen ? [.reverse, .bold] : .bold)
    let head = clipped((isChosen ? ">" : " ") + words.head, to: columns).padding(to: columns)
    let rest = (words.lines + ["", ""]).prefix(Self.linesEach - 1)
    return [TextLine(head, style, target: .review(index))]
      + rest.map { TextLine("   " + clipped($0, to: max(0, columns - 3)), Style(.dim), target: .review(index)) }
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    let page = max(1, Self.inside(of: state.size).size.rows / Self.linesEach - 1)
    if let step = action.lines(aPage: page) {
      move(by: step, &state)
      return .done
    }
    switch action {
    case .close:
      if state.panes.review.showsWhole { state.panes.review.showsWhole = false } else { state.panes.overlay = nil }
    case .open: state.openReviewed()
    case .undo: return .asks(state.revertReviewed())
    case .narrow: return .asks(state.decideConflict(keepsShown: true))
    case .widen: return .asks(state.decideConflict(keepsShown: false))
    case .wholeSpan: return .asks(state.decideDraft(isAccepted: true))
    case .jumpAgain: return .asks(state.decideDraft(isAccepted: false))
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { move(by: direction, &state) }

  private func move(by step: Int, _ state: inout BrowserState) {
    state.panes.review.chosen = min(max(0, state.panes.review.chosen + step), max(0, state.panes.review.count - 1))
  }

  func hints(_ state: BrowserState) -> [KeyHint] {
    let start = [KeyHint([.close], "back"), KeyHint([.up, .down], "choose")]
    switch state.panes.review[state.panes.review.chosen] {
    case .problem(let problem):
      let isConflict = problem.kind == .conflict
      let keys =
        isConflict
        ? [KeyHint([.narrow], "keep"), KeyHint([.widen], "take other")]
        : problem.change == nil ? [] : [KeyHint([.undo], "put aside")]
      return start + keys + [KeyHint([.open], "event")]
    case .draft:
      let isWhole = state.panes.review.showsWhole
      return start + [
        KeyHint([.open], isWhole ? "list" : "read"), KeyHint([.wholeSpan], "accept"), KeyHint([.jumpAgain], "reject"),
      ]
    case .change: return start + [KeyHint([.open], "event"), KeyHint([.undo], "revert")]
    case nil: return start
    }
  }

  /// Brings the entries up to date with the changes.
  func settle(_ state: inout BrowserState) {
    state.panes.review.bringUpToDate(with: state.situation.changes, version: state.dataset.version)
  }
}
