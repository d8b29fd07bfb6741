import SituationModel
import TextCanvas

/// Two reports that may be of one event, side by side, with the reasons; a key decides.
struct LinkPane: Pane {
  private static let nameColumns = 9

  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    let outside = Self.outside(state)
    let isFramed = state.size.columns >= 20 && state.size.rows >= 6
    let inside = isFramed ? outside.inset(left: 1, top: 1, right: 1, bottom: 1) : outside
    frame.grid.fill(outside, with: .blank)
    if isFramed { frame.grid.frame(outside, title: heading(state), isFocused: true) }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    let lines = lines(state, columns: inside.size.columns)
    let top = min(state.panes.links.top, max(0, lines.count - inside.size.rows))
    frame.draw(Array(lines.dropFirst(top)), in: inside)
  }

  /// The pane with its frame: on a large screen beside the map and over the timeline, which show both reports; else as wide as the screen.
  private static func outside(_ state: BrowserState) -> Rect {
    let (size, timeline) = (state.size, state.layout.timeline)
    let top = size.rows >= 10 ? 1 : 0
    guard size.columns >= 106, timeline.origin.row >= top + 16, !timeline.isEmpty else {
      let columns = min(size.columns, 110)
      return Rect(column: size.columns - columns, row: top, columns: columns, rows: size.rows - 2 * top)
    }
    let columns = min(84, size.columns - 46)
    return Rect(column: size.columns - columns, row: top, columns: columns, rows: timeline.origin.row - top)
  }

  /// The columns of the map that the pane leaves free; all where it leaves too few.
  static func freeColumns(_ state: BrowserState) -> Int {
    let map = state.layout.inside(state.layout.map)
    let free = outside(state).origin.column - map.origin.column
    return free < 20 ? map.size.columns : min(map.size.columns, free)
  }

  private func heading(_ state: BrowserState) -> String {
    let links = state.panes.links
    let back = "\(state.environment.keys.shown(.close)) goes back"
    return links.pair == nil
      ? "the same event? \(back)" : "the same event? pair \(links.chosen + 1) of \(links.pairs.count); \(back)"
  }

  private func lines(_ state: BrowserState, columns: Int) -> [TextLine] {
    let links = state.panes.links
    func sentence(_ text: String, _ style: Style = Style(.plain)) -> [TextLine] {
      wrapped(SafeText(text).text, width: columns).map { TextLine($0, style) }
    }
    if links.isWaiting { return sentence("comparing \(state.dataset.events.count) events ...", Style(.dim)) }
    guard let pair = links.pair, let linking = links.linking else {
      return sentence("no two reports here may be of one event, or all such pairs are decided", Style(.dim))
    }
    let events = state.dataset.events
    let reasons = linking.reasons(pair.first, pair.second)
    let (pro, contra) = (reasons.filter(\.isFor).map(\.words), reasons.filter { !$0.isFor }.map(\.words))
    var lines = sentence("score \(pair.score): " + pro.joined(separator: ", "), Style(.emphasis))
    if !contra.isEmpty { lines += sentence("but: " + contra.joined(separator: ", "), Style(.warning)) }
    if let origin = linking.origin(pair.first, pair.second) { lines += sentence("one origin: \(origin.words)") }
    lines.append(TextLine())
    let width = max(8, (columns - Self.nameColumns - 3) / 2)
    for row in SideBySide(events[pair.first], events[pair.second]).rows {
      lines += self.lines(of: row, width: width)
    }
    return lines
  }

  private func lines(of row: SideBySide.Row, width: Int) -> [TextLine] {
    let left = wrapped(SafeText(row.first).text, width: width)
    let right = wrapped(SafeText(row.second).text, width: width)
    let isDifferent = row.sign == "*"
    return (0..<max(left.count, right.count)).map { line in
      let style = isDifferent ? Style(.plain, on: .plain, .bold) : Style(.plain)
      return TextLine((line == 0 ? row.name : "").padding(to: Self.nameColumns), Style(.dim))
        .adding((line < left.count ? left[line] : "").padding(to: width), style)
        .adding(" \(row.sign) ", Style(isDifferent ? .warning : .dim))
        .adding(line < right.count ? right[line] : "", style)
    }
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if let step = action.lines(aPage: max(1, Self.outside(state).size.rows - 4)) {
      state.panes.links.top = max(0, state.panes.links.top + min(max(step, -10_000), 10_000))
      return .done
    }
    switch action {
    case .close: state.panes.overlay = nil
    case .sort: return .asks(state.decidePair(isSame: true))
    case .measure: return .asks(state.decidePair(isSame: false))
    case .undo, .nextMatch: state.showPair(1)
    case .previousMatch: state.showPair(-1)
    case .open: state.openPair()
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) {
    state.panes.links.top = max(0, state.panes.links.top + direction)
  }

  func hints(_ state: BrowserState) -> [KeyHint] {
    let back = [KeyHint([.close], "back")]
    guard state.panes.links.pair != nil else { return back }
    return [
      KeyHint([.sort], "same"), KeyHint([.measure], "different"), KeyHint([.undo], "undecided"),
      KeyHint([.nextMatch, .previousMatch], "next"), KeyHint([.open], "event"),
    ] + back
  }

  /// Brings the pairs up to date with the events.
  func settle(_ state: inout BrowserState) {
    state.panes.links.bringUpToDate(with: state.dataset.events, version: state.dataset.version)
  }
}

/// The decisions of the pane.
extension BrowserState {
  /// Shows the pane, or closes it.
  mutating func togglePairs() -> [Effect] {
    guard !dataset.events.isComparison, dataset.remote == nil else {
      dialogue.message =
        "reports are compared in files that are open: not on a server, and not in two versions of a file"
      return []
    }
    panes.overlay = panes.overlay?.content == .links ? nil : Overlay(content: .links)
    return []
  }

  /// The effect that finds the pairs; none if the pane does not wait for them.
  mutating func askForPairs() -> [Effect] { panes.links.ask().map { [.link(version: $0)] } ?? [] }

  /// Says that the two shown reports are of one event, or of two.
  mutating func decidePair(isSame: Bool) -> [Effect] {
    guard let pair = panes.links.pair else { return [] }
    let (first, second) = (dataset.events[pair.first].id, dataset.events[pair.second].id)
    panes.links.top = 0
    return [.change(.same(event: first, other: second, isSame: isSame), reason: "")]
  }

  /// Shows another pair of the list.
  mutating func showPair(_ step: Int) {
    let links = panes.links
    if !links.pairs.indices.contains(links.chosen + step) {
      dialogue.message = step > 0 ? "this is the last pair" : "this is the first pair"
    }
    panes.links.chosen = min(max(0, links.chosen + step), max(0, links.pairs.count - 1))
    panes.links.top = 0
  }

  /// Opens the first report of the pair.
  mutating func openPair() {
    guard let row = panes.links.pair?.first else { return }
    endPairView()
    showInstead(row)
  }
}
