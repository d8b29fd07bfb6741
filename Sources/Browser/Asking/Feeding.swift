import Cartography
import SituationModel
import TextCanvas

/// Updates from files that are read while they are shown. The view stays: the map does not move, the same event stays
/// selected and open, and the window stays, or moves on with the newest event if it ended there.
extension BrowserState {
  /// Replaces the situation by a newer one.
  mutating func take(_ new: Situation, _ status: FeedStatus) {
    let changes = dataset.events.count == 0 ? [] : new.changedDecisions(since: situation)
    let (before, wasEmpty) = (dataset.events, dataset.events.count == 0)
    let (span, window, wasWhole) = (before.wholeSpan, view.window, isWhole || wasEmpty)
    replace(with: new)
    let events = dataset.events
    follow(status, new: wasEmpty ? 0 : events.count - before.count)

    if wasWhole {
      view.window = events.wholeSpan
    } else if window.end >= span.end, events.wholeSpan.end > window.end {
      view.window = window.shifted(by: events.wholeSpan.end.seconds - window.end.seconds)
    }
    follow(from: before)
    if let awaited = dataset.awaited {
      // What was asked for of time and events holds until the file is read whole, or until the person goes elsewhere.
      let asked = { TimeWindow(from: awaited.from, to: awaited.to, in: $0) }
      if wasEmpty || window == asked(before) { view.window = asked(events) }
      if view.selection == nil { view.selection = awaited.select.flatMap(events.row(of:)).map { Selection(row: $0) } }
      if !status.isPart { dataset.awaited = nil }
    }
    let top = panes.listTop
    bringUpToDate()
    if let selection = view.selection, !results.matches.hasRow(selection.row) { view.selection = nil }
    panes.listTop = min(top, max(0, results.items.count - 1))
    if let first = changes.first {
      dialogue.message = SafeText(first + (changes.count > 1 ? " and \(changes.count - 1) more" : "")).text
    }
    if !status.isPart, !wasEmpty, let news = events.kinds.news(since: before.kinds) { dialogue.message = news }
  }

  /// Replaces the situation by the same with a change more.
  mutating func adopt(_ new: Situation) {
    let (before, wasWhole) = (dataset.events, isWhole)
    replace(with: new)
    if wasWhole { view.window = dataset.events.wholeSpan }
    follow(from: before)
    let top = panes.listTop
    bringUpToDate()
    if let selection = view.selection, !results.matches.hasRow(selection.row) { view.selection = nil }
    panes.listTop = min(top, max(0, results.items.count - 1))
  }

  /// Finds the selected and open events in a newer table by the ids that they had in the one before.
  mutating func follow(from before: EventTable) {
    let events = dataset.events
    func row(_ old: Int) -> Int? { events.row(of: before[old].id) }
    view.selection = view.selection.flatMap { old in
      row(old.row).map { Selection(row: $0, stack: old.stack.compactMap(row)) }
    }
    panes.pages = panes.pages.compactMap { $0.remapped(by: row) }
  }

  /// Updates the status of the files.
  mutating func follow(_ status: FeedStatus, new: Int = 0) {
    var feed = dataset.feed ?? Feed(status: status)
    // What is read for the first time is not new.
    if !feed.status.isPart, new > 0 {
      (feed.arrived, feed.last) = (feed.arrived + new, status.time)
    }
    feed.status = status
    // What is read whole, and not followed, is as if it had been read before.
    dataset.feed = status.phase == .reading(percent: 100) ? nil : feed
  }
}
