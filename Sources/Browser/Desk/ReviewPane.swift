import SituationModel
import TextCanvas

/// The changes of the case to look through: problems and drafts first, then the newest changes.
struct ReviewPane: Pane {
  /// The lines of an entry: what it is, its values, and who made it when and why.
  private static let linesEach = 3

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let outside = Self.outside(of: state)
    let inside = Self.inside(outside)
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
    if review.showsWhole, let draft = review.draft { return drawWhole(draft, state, into: &frame, in: inside) }
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

  /// Draws a draft with the text of its report: beside it on a wide screen, above it on another.
  private func drawWhole(_ draft: EventHistory, _ state: BrowserState, into frame: inout Frame, in inside: Rect) {
    let review = state.panes.review
    let (number, count) = review.progress
    var room = inside
    let left = review.leftOutSentence
    if let sentence = left?.sentence ?? review.sentence, inside.size.rows >= 10 {
      let isBeside = inside.size.columns >= Self.columnsBeside
      let columns = isBeside ? inside.size.columns / 2 - 1 : inside.size.columns
      let rows = isBeside ? inside.size.rows : min(8, inside.size.rows / 3)
      let text = Rect(column: inside.origin.column, row: inside.origin.row, columns: columns, rows: rows)
      drawReport(sentence, review.reports[sentence.digest], into: &frame, in: text)
      room =
        isBeside
        ? inside.inset(left: columns + 2, top: 0, right: 0, bottom: 0)
        : inside.inset(left: 0, top: rows + 1, right: 0, bottom: 0)
    }
    if let left { return frame.draw(ReviewWords.whole(left, review, columns: room.size.columns), in: room) }
    let lines = ReviewWords.whole(
      draft, number, of: count, said: review.saidWords, on: state.situation.zone, columns: room.size.columns)
    frame.draw(lines, in: room)
  }

  private func drawReport(
    _ sentence: SentenceReference, _ report: ReportText?, into frame: inout Frame, in rect: Rect
  ) {
    let name = SafeText(sentence.document).text
    switch report {
    case .paragraphs(let paragraphs, _):
      frame.draw(
        Array(ReportLines(paragraphs, around: sentence, columns: rect.size.columns).window(rect.size.rows)), in: rect)
    case .missing(let reason):
      let words = "\(name), paragraph \(sentence.paragraph + 1): \(SafeText(reason).text)"
      frame.draw(wrapped(words, width: rect.size.columns).map { TextLine($0, Style(.warning)) }, in: rect)
    case nil: frame.draw([TextLine("\(name) is being read ...", Style(.dim))], in: rect)
    }
  }

  /// So many columns hold text and draft beside each other.
  private static let columnsBeside = 96

  /// The pane with its frame, at the right below the title; as wide as the screen where the text of a report stands beside a draft.
  private static func outside(of state: BrowserState) -> Rect {
    let size = state.size
    let hasText = state.panes.review.showsWhole && state.panes.review.sentence != nil
    // A strip of the map beside it would show nothing.
    let columns = size.columns < 100 || hasText ? size.columns : 76
    let top = size.rows >= 10 ? 1 : 0
    return Rect(column: size.columns - columns, row: top, columns: columns, rows: size.rows - 2 * top)
  }

  private static func inside(_ outside: Rect) -> Rect {
    outside.size.columns >= 20 && outside.size.rows >= 6 ? outside.inset(left: 1, top: 1, right: 1, bottom: 1) : outside
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
    let page = max(1, Self.inside(Self.outside(of: state)).size.rows / Self.linesEach - 1)
    if let step = action.lines(aPage: page) {
      move(by: step, &state)
      return .asks(state.reportWanted())
    }
    switch action {
    case .close where state.panes.review.leftOut != nil: state.panes.review.leftOut = nil
    case .clear: state.toggleLeftOut()
    case .open where state.panes.review.leftOut != nil: return .asks(state.draftLeftOut())
    case .close:
      if state.panes.review.showsWhole { state.panes.review.showsWhole = false } else { state.panes.overlay = nil }
    case .open:
      state.openReviewed()
      return .asks(state.reportWanted())
    case .list, .deskEdit: return .asks(state.editDraft())
    case .sort: return .asks(state.splitDraft())
    case .bookmark: return .asks(state.mergeDraft())
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
    if let shown = state.panes.review.leftOut {
      state.panes.review.leftOut = min(max(0, shown + step), max(0, state.panes.review.leftOutSentences.count - 1))
      return
    }
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
    case .draft where state.panes.review.leftOut != nil:
      return start + [KeyHint([.open], "draft it"), KeyHint([.clear], "drafts")]
    case .draft:
      let isWhole = state.panes.review.showsWhole
      return start + [
        KeyHint([.open], isWhole ? "list" : "read"), KeyHint([.wholeSpan], "accept"), KeyHint([.jumpAgain], "reject"),
        KeyHint([.list], "edit"), KeyHint([.sort], "split"), KeyHint([.bookmark], "merge"),
      ] + (isWhole ? [KeyHint([.clear], "left out")] : [])
    case .change: return start + [KeyHint([.open], "event"), KeyHint([.undo], "revert")]
    case nil: return start
    }
  }

  /// Brings the entries up to date with the changes.
  func settle(_ state: inout BrowserState) {
    state.panes.review.bringUpToDate(with: state.situation.changes, version: state.dataset.version)
  }
}
