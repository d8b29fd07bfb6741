import Cartography
import SituationModel
import TextCanvas

/// The way from event to event by Tab. It never moves the map by itself.
extension BrowserState {
  /// Selects the next shown event of the list; after the last comes the first.
  mutating func selectNext(_ direction: Int) {
    guard !results.matches.isEmpty else {
      dialogue.message = "no event is shown"
      return
    }
    if case .stack = panes.pages.last { panes.pages.removeLast() }
    let (row, wraps) = neighbour(of: view.selection?.row, direction)
    select(row)
    if layout.side.isEmpty {
      // Nothing else tells what is selected.
      dialogue.message = "\(listPosition(of: row)): \(SafeText(dataset.events[row].title).text)"
    } else if wraps {
      dialogue.message =
        (direction > 0
          ? "list wrapped: from the last event to the first" : "list wrapped: from the first event to the last")
        + hereWords
    }
    tellIfOutOfView(row)
  }

  /// The event behind another in the list or before it: first of those that the map can show where it stands, then of those beyond it.
  /// Without one, the first; after the last, the first again.
  private func neighbour(of row: Int?, _ direction: Int) -> (row: Int, wraps: Bool) {
    let items = results.items
    let line = row.flatMap(items.line(ofRow:))
    let (grid, viewport) = (WorldGrid(viewport), viewport)
    // Of millions of lines only a part is looked through, so that a key costs no more than a few frames.
    func find(_ lines: some Sequence<Int>, inView: Bool) -> Int? {
      lines.prefix(200_000).lazy.compactMap { items[$0].eventRow }.first { isBeyond($0, viewport, grid) != inView }
    }
    func first(_ range: Range<Int>, inView: Bool) -> Int? {
      direction > 0 ? find(range, inView: inView) : find(range.reversed(), inView: inView)
    }
    let all = 0..<items.count
    let isFirstInView = direction > 0
    guard let line, let row else {
      return (first(all, inView: isFirstInView) ?? first(all, inView: !isFirstInView) ?? results.matches[0].row, false)
    }
    let rest = direction > 0 ? line + 1..<items.count : 0..<line
    let isInView = !isBeyond(row, viewport, grid)
    if let next = first(rest, inView: isInView) { return (next, false) }
    // The other part of the cycle, from its beginning; its end is where the cycle ends.
    let wraps = isInView != isFirstInView
    if let next = first(all, inView: !isInView) { return (next, wraps) }
    return (first(all, inView: isInView) ?? row, true)
  }

  /// `3 of 22`, by the order of the list.
  func listPosition(of row: Int) -> String {
    let place = results.items.line(ofRow: row).map { line in results.items.events(before: line) + 1 } ?? 0
    return "\(place) of \(results.matches.count)"
  }

  /// True if an event has points on the map, and all of them lie beyond what the map shows.
  func isBeyondMap(_ row: Int) -> Bool { isBeyond(row, viewport, WorldGrid(viewport)) }

  /// True if an event has points, and all of them lie beyond a view; `grid` is that of the view, if it has one.
  private func isBeyond(_ row: Int, _ viewport: Viewport, _ grid: WorldGrid?) -> Bool {
    if let grid, dataset.spots.isPoint(row) { return !viewport.contains(dataset.spots.point(of: row, in: grid)) }
    // Events of a whole country stand at the map's foot, wherever it is.
    if dataset.spots.country(of: row) != nil { return false }
    let places = dataset.spots.places(of: row)
    return !places.isEmpty && !places.contains { viewport.contains(viewport.point(of: $0)) }
  }

  /// Says how to get to an event that lies beyond the map; the map moves only when it is asked to.
  mutating func tellIfOutOfView(_ row: Int) {
    guard isBeyondMap(row) else { return }
    let keys = environment.keys
    let words = "\(keys.shown(.center)) goes there, \(keys.shown(.showAll)) goes back"
    dialogue.message = (dialogue.message.map { $0 + "; " } ?? "") + "this event is off the map: \(words)"
  }
}
