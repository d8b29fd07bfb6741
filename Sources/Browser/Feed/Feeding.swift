import Cartography
import SituationModel
import TextCanvas

/// What is read while it is shown takes the place of what was there, and the view stays: the map where it is, the same event
/// selected and open, the window where it was, or at the newest where it ended there.
extension BrowserState {
  /// Takes what was read meanwhile.
  mutating func take(_ new: Situation, _ status: FeedStatus) {
    let changes = situation.events.count == 0 ? [] : new.changedDecisions(since: situation)
    let (before, wasEmpty) = (situation.events, situation.events.count == 0)
    let (span, window, wasWhole) = (before.wholeSpan, time.window, isWhole || wasEmpty)
    replace(with: new)
    let events = situation.events
    follow(status, new: wasEmpty ? 0 : events.count - before.count)

    if wasWhole {
      time.window = events.wholeSpan
    } else if window.end >= span.end, events.wholeSpan.end > window.end {
      time.window = window.shifted(by: events.wholeSpan.end.seconds - window.end.seconds)
    }
    follow(from: before)
    if let view = awaited {
      // What was asked for of time and events holds until the file is read whole, or until the person goes elsewhere.
      let asked = { TimeWindow(from: view.from, to: view.to, in: $0) }
      if wasEmpty || window == asked(before) { time.window = asked(events) }
      if selection == nil { selection = view.select.flatMap(events.row(of:)).map { Selection(row: $0) } }
      if !status.isPart { awaited = nil }
    }
    let top = listTop
    askAnew()
    refresh()
    if let selection, !matches.hasRow(selection.row) { self.selection = nil }
    listTop = min(top, max(0, items.count - 1))
    if let first = changes.first {
      message = SafeText(first + (changes.count > 1 ? " and \(changes.count - 1) more" : "")).text
    }
    if !status.isPart, !wasEmpty, let news = events.kinds.news(since: before.kinds) { message = news }
  }

  /// Finds what is selected and open in a newer table, by the ids that it had in the one before.
  mutating func follow(from before: EventTable) {
    let events = situation.events
    func row(_ old: Int) -> Int? { events.row(of: before[old].id) }
    selection = selection.flatMap { old in
      row(old.row).map { Selection(row: $0, stack: old.stack.compactMap(row)) }
    }
    pages = pages.compactMap { page in
      switch page {
      case .detail(let old, let top, let link): return row(old).map { .detail(row: $0, top: top, link: link) }
      case .stack(let rows, let chosen):
        let kept = rows.compactMap(row)
        return kept.isEmpty ? nil : .stack(rows: kept, chosen: min(chosen, kept.count - 1))
      case .story: return page
      }
    }
  }

  /// Says how the files stand.
  mutating func follow(_ status: FeedStatus, new: Int = 0) {
    var feed = self.feed ?? Feed(status: status)
    // What is read for the first time is not new.
    if !feed.status.isPart, new > 0 {
      (feed.arrived, feed.last) = (feed.arrived + new, status.time)
    }
    feed.status = status
    // What is read whole, and not followed, is as if it had been read before.
    self.feed = status.phase == .reading(percent: 100) ? nil : feed
  }
}
