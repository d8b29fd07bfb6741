import SituationModel
import TextCanvas

/// The actions of the totals pane.
extension BrowserState {
  /// Opens the pane in place of the list, and closes it.
  mutating func toggleTotals() {
    if panes.pages.last == .totals {
      panes.pages.removeLast()
      panes.focus = panes.origin
      panes.origin = .map
      return
    }
    guard !layout.side.isEmpty else {
      dialogue.message = "the screen has no room for totals: sitmap totals prints them"
      return
    }
    panes.origin = panes.pages.isEmpty ? panes.focus : .map
    panes.pages.removeAll { !$0.isStory }
    panes.pages.append(.totals)
    panes.focus = .side
  }

  /// The events that the pane counts: those of the view, the window and the filter. A map that shows everything, and a window of all time,
  /// leave nothing out, so that events without a place or a date are not in doubt there.
  var totalsQuestion: TotalsState.Question {
    let place = view.camera.isFitToAll ? nil : viewport.filterTerm.map(FilterExpression.term)
    let figure = panes.totals.figure.flatMap { dataset.events.figureNames.contains($0) ? $0 : nil }
    return TotalsState.Question(
      scope: EventScope(
        filter: EventFilter(.all([view.filter.expression, place].compactMap { $0 })), window: totalsWindow),
      hiddenFiles: view.hiddenFiles, isCertainOnly: view.timeLook.isCertainOnly, figure: figure,
      span: dataset.wholeSpan)
  }

  /// The effect that finds the parts of all events; none if the pane does not wait for them.
  mutating func askForTotals() -> [Effect] { panes.totals.ask().map { [.partition(version: $0)] } ?? [] }

  /// The parts of all events by the dimensions of the pane, to be found on a thread of their own.
  public var partitioning: @Sendable () -> PartitionTable {
    let (events, finder) = (dataset.events, environment.baseMap.provinceFinder)
    return { PartitionTable(events, by: Dimension.overview(of: events), provinces: finder) }
  }

  /// Makes the chosen part the filter, or excludes it; shows all parts of a section on its last line.
  mutating func filterByTotals(excluding: Bool) {
    switch panes.totals.row {
    case .more(let dimension, _): panes.totals.expand(dimension)
    case .part(let dimension, let row):
      guard let expression = row.filter else {
        dialogue.message = "no filter says this"
        return
      }
      if dimension == .province, dataset.events.columns.provinces == nil {
        dialogue.message = "the map has these provinces, and no record names one: no filter finds them"
        return
      }
      narrow(by: excluding ? .not(expression) : expression) { "filter: \(SafeText($0.text).text)" }
    case .note, .heading, .blank, nil: break
    }
  }

  /// Sums the next figure of the file for the parts.
  mutating func showNextFigure() {
    let names = dataset.events.figureNames
    guard let name = panes.totals.nextFigure(of: names) else {
      dialogue.message = "the events state no figures"
      return
    }
    dialogue.message = names.count == 1 ? "\(name.text) is the only figure" : "sums of \(name.text)"
  }

  /// Acts on a line of the pane that was clicked.
  mutating func pressTotals(_ row: Int, clicks: Int) {
    guard panes.totals.rows.indices.contains(row), panes.totals.rows[row].isReached else { return }
    panes.focus = .side
    panes.totals.chosen = row
    if clicks > 1 { filterByTotals(excluding: false) }
  }
}
