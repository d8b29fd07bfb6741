import SituationModel
import TextCanvas

/// The drawing of the filter in sections: each value with its count and its choice. It stands at the right, so that the map shows
/// the changes.
struct FacetPane {
  let state: BrowserState

  /// The keys with a special meaning in this pane, each with its meaning.
  static func help(_ keys: KeyMap) -> [(String, String)] {
    func shown(_ actions: Action...) -> String { actions.map(keys.shown).joined(separator: ", ") }
    return [
      (shown(.play, .open), "select or deselect the value"), (shown(.zoomOut, .rejected), "exclude the value"),
      (shown(.clear), "clear the section; on the filter's line: clear the whole filter"),
      (shown(.search), "narrow to values with a text in their names"),
      (shown(.filter, .list, .command), "edit the filter as text"),
      (shown(.nextEvent, .previousEvent), "go to the next section, or the one before"),
    ]
  }

  private static let columns = 44
  private var isFramed: Bool { state.size.columns >= 20 && state.size.rows >= 6 }

  /// The pane with its frame.
  private var outside: Rect {
    let size = state.size
    let top = size.rows >= 10 ? 1 : 0
    let columns = min(size.columns, max(Self.columns, state.layout.side.size.columns))
    return Rect(column: size.columns - columns, row: top, columns: columns, rows: size.rows - 2 * top)
  }

  private var inside: Rect { isFramed ? outside.inset(left: 1, top: 1, right: 1, bottom: 1) : outside }

  /// The rectangle of the sections: below the filter and the number of events that pass.
  var listRect: Rect { inside.inset(top: head.count) }

  /// Draws the pane. Only the lines in view are made.
  func draw(into frame: inout Frame) {
    frame.grid.fill(outside, with: .blank)
    if isFramed { frame.grid.frame(outside, title: title, isFocused: true) }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    let facets = state.panes.facets
    let head = head
    frame.draw(head, in: Rect(origin: inside.origin, size: Size(columns: inside.size.columns, rows: head.count)))
    let rect = inside.inset(top: head.count)
    let end = min(facets.rows.count, facets.top + rect.size.rows)
    guard facets.top < end else { return }
    let lines = (facets.top..<end).map { line($0, columns: rect.size.columns) }
    frame.draw(lines, in: rect)
    let right = rect.columns.upperBound - 1
    if facets.top > 1 { frame.grid[right, rect.origin.row] = Cell("^", Style(.key)) }
    if end < facets.rows.count { frame.grid[right, rect.rows.upperBound - 1] = Cell("v", Style(.key)) }
  }

  private var title: String {
    let narrowing = state.panes.facets.narrowing
    let back = state.environment.keys.shown(.close)
    return narrowing.isEmpty
      ? "filter: \(back) goes back" : "filter, with \u{22}\(SafeText(narrowing).text)\u{22}: \(back) shows all"
  }

  /// The filter as it is typed, in a fifth of the pane at most, and the number of events that pass; on a low pane as much as fits.
  private var head: [TextLine] {
    let (columns, rows) = (inside.size.columns, inside.size.rows)
    let room = max(1, min(6, rows / 5))
    let text = state.view.filter.isEmpty ? "no filter" : SafeText(state.view.filter.text).text
    var words = wrapped(text, width: max(1, columns - 2))
    if words.count > room { words = Array(words[..<(room - 1)]) + [clipped(words[room - 1] + "~~", to: columns - 2)] }
    let isChosen = state.panes.facets.chosen == 0
    let lines = words.enumerated().map { index, text in
      TextLine(
        (isChosen && index == 0 ? ">" : " ") + text.padding(to: columns - 1),
        Style(.emphasis, on: .plain, isChosen ? .reverse : .bold), target: .facet(0))
    }
    guard rows >= 8 else { return lines }
    if state.panes.facets.isWaiting {
      let words = " gathering the values of \(state.dataset.events.count) events"
      return lines + [TextLine(clipped(words, to: columns), Style(.dim))]
    }
    let whole = state.panes.facets.whole
    let possible = whole.possible == 0 ? "" : ", \(whole.possible) of them maybe"
    let passing =
      state.dataset.partial == nil
      ? " \(whole.passing) of \(state.dataset.events.count) events pass\(possible)"
      : " \(whole.passing)\(state.hereWords) pass\(possible)"
    return lines + [TextLine(clipped(passing, to: columns), Style(.dim))]
  }

  private func line(_ index: Int, columns: Int) -> TextLine {
    let isChosen = index == state.panes.facets.chosen
    let cursor = isChosen ? ">" : " "
    let attributes: Attributes = isChosen ? .reverse : []
    let target = Target.facet(index)
    switch state.panes.facets.rows[index] {
    case .filter: return TextLine()
    case .heading(let facet, let count):
      let title = " " + facet.title + (count > 9 ? " (\(count)) " : " ")
      let rule = String(repeating: "-", count: max(0, columns - title.count - 1))
      return TextLine(title, Style(.title)).adding(rule, Style(.frame))
    case .other(let other):
      let text = SafeText(state.panes.facets.filter.others[other].text).text
      return TextLine(
        clipped("\(cursor)also: \(text)", to: columns).padding(to: columns), Style(.plain, on: .plain, attributes),
        target: target)
    case .addText:
      return TextLine(
        clipped("\(cursor)[+] a text ...", to: columns).padding(to: columns), Style(.dim, on: .plain, attributes),
        target: target)
    case .value(_, let entry):
      let choice = state.panes.facets.filter.choice(of: entry.value)
      let count = entry.count.possible == 0 ? "\(entry.count.passing)" : FacetPane.words(entry.count)
      let room = max(0, columns - 7 - count.count)
      let name = clipped(SafeText(entry.name).text, to: room).padding(to: room)
      let style = Style(entry.count.passing == 0 ? .dim : .plain, on: .plain, attributes)
      return TextLine("\(cursor)[", style, target: target)
        .adding(choice.sign, Style(choice == .off ? .plain : .key, on: .plain, attributes.union(.bold)))
        .adding("] \(name) ", style)
        .adding("\(count) ", Style(.dim, on: .plain, attributes))
    }
  }

  /// A count with possible events: `5, 2 possible`, all that pass, and of these the ones that only may.
  private static func words(_ count: FacetCounts.Count) -> String { "\(count.passing), \(count.possible) maybe" }
}

extension FacetedFilter.Choice {
  /// The character in the box of a value.
  fileprivate var sign: String {
    switch self {
    case .off: " "
    case .wanted: "x"
    case .excluded: "-"
    }
  }
}
