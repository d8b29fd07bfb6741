import Cartography
import SituationModel
import TextCanvas

/// Two reports on the map and the timeline, while they are compared.
extension BrowserState {
  /// The rows of the two reports that are compared; none while no pair is shown.
  var comparedRows: [Int] {
    guard panes.overlay?.content == .links, let pair = panes.links.pair else { return [] }
    return [pair.first, pair.second]
  }

  /// The rows whose marks are highlighted: two that are compared, or else the selected one.
  var highlightedRows: [Int] { comparedRows.isEmpty ? [view.selection?.row].compactMap { $0 } : comparedRows }

  /// Moves the view to the shown pair, or back when none is shown any more.
  mutating func settlePairView() {
    // While the pairs of newer events are found, the map waits for the next one.
    if panes.overlay?.content == .links, panes.links.isWaiting { return }
    let rows = comparedRows
    guard !rows.isEmpty else { return endPairView() }
    if let shown = panes.pairView, shown.rows == rows, shown.version == dataset.version { return }
    let before = panes.pairView?.before ?? ViewHistory.Entry(self)
    panes.pairView = PairView(before: before, rows: rows, version: dataset.version)
    show(pair: rows)
    bringUpToDate()
  }

  /// Shows again what was shown before the first pair.
  mutating func endPairView() {
    guard let shown = panes.pairView else { return }
    panes.pairView = nil
    show(shown.before)
  }

  private mutating func show(pair rows: [Int]) {
    view.selection = Selection(row: rows[0], stack: rows)
    let isInWindow = rows.allSatisfy { view.window.membership(of: dataset.events.date(of: $0)) != .outside }
    if !isInWindow { view.window = dataset.wholeSpan }
    bringUpToDate()
    // A filter that rules one of them out would leave half of the pair.
    if !rows.allSatisfy(results.matches.hasRow) { view.filter = EventFilter() }
    let anchors = rows.compactMap { dataset.events[$0].place.anchor }
    guard let bounds = GeoBounds(around: anchors) else { return }
    let free = LinkPane.freeColumns(self)
    let whole = viewport.size
    var fitted = Viewport.fitting(
      bounds, in: Size(columns: free, rows: whole.rows), projection: viewport.projection)
    // The middle of the columns that the pane leaves free is at the left of the middle of all.
    fitted.size = whole
    move(to: fitted.panned(columns: (whole.columns - free) / 2))
  }
}

/// The times of two compared reports over the bars of the timeline: a row each, with its number at both ends.
struct ComparedTimes {
  let state: BrowserState
  let scale: TimeScale

  /// Draws the rows, as far as there are any.
  func draw(into grid: inout CellGrid, in rect: Rect) {
    let span = scale.buckets.span
    for (number, row) in state.comparedRows.enumerated() where number < rect.size.rows {
      guard let when = state.dataset.events.date(of: row) else { continue }
      let (start, end) = (when.start ?? span.start, when.end ?? span.end)
      guard start < span.end, end > span.start else { continue }
      let last = scale.columns - 1
      let first = min(last, max(0, Int(scale.position(of: max(start, span.start)))))
      let final = min(last, max(first, Int(scale.position(of: min(end, span.end)).rounded(.up)) - 1))
      let sign = Character("\(number + 1)")
      for column in first...final {
        let isEnd = column == first || column == final
        grid[rect.origin.column + column, rect.origin.row + number] = Cell(
          isEnd ? sign : "-", Style(.key, on: .plain, isEnd ? [.bold, .reverse] : .bold))
      }
    }
  }
}
