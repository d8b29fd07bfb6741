import SituationModel
import TextCanvas

/// Filters and searches that read so many events that a person would wait: done in parts, each told, until Escape gives them up.
extension BrowserState {
  /// The number of rows that are looked at for one tick; some ticks pass between two frames (`Session`). Where all events are read, these
  /// take a quarter of a second at most.
  private static let part = 8_192

  /// Makes a filter the view's. One that reads very many events is applied in parts, and the view keeps the one before until then.
  ///
  /// - Parameter words: the message when it is applied at once; nil for the number of events that pass.
  /// - Returns: false, and a message, if the filter is too long to be typed or kept.
  @discardableResult
  mutating func apply(_ filter: EventFilter, saying words: String? = nil) -> Bool {
    guard filter.canBeTyped else {
      dialogue.message = "the filter is too long for more: take something out of it first"
      return false
    }
    tools.scan = nil
    guard !FilterScan.isLong(filter, of: dataset.events, longFrom: environment.manyEvents) else {
      start(Scan(purpose: .filter(filter), parts: FilterScan(filter, of: dataset.events), version: dataset.version))
      return true
    }
    view.filter = filter
    dropHiddenSelection()
    dialogue.message = words ?? (filter.isEmpty ? "every event passes" : passingWords)
    return true
  }

  /// Narrows the filter by an expression.
  mutating func narrow(by expression: FilterExpression, saying words: (EventFilter) -> String) {
    let wanted = EventFilter(.all([view.filter.expression, expression].compactMap { $0 }))
    apply(wanted, saying: words(wanted))
  }

  /// Begins a scan, and says so.
  mutating func start(_ scan: Scan) {
    tools.scan = scan
    tools.play.isOn = false
    tellScan()
  }

  /// Looks at the next part; after the last one, the filter is the view's, or the search goes on with its finds.
  mutating func scanOn() {
    guard var scan = tools.scan else { return }
    // The events have changed meanwhile: what was found are rows of others.
    if scan.version != dataset.version {
      tools.scan = nil
      switch scan.purpose {
      case .filter(let filter): apply(filter)
      case .search(_, let direction, let isHereMeant): selectFound(direction, orHere: isHereMeant)
      }
      return
    }
    scan.parts.advance(by: Self.part)
    tools.scan = scan.parts.isDone ? nil : scan
    guard scan.parts.isDone else { return tellScan() }
    switch scan.purpose {
    case .filter(let filter):
      view.filter = filter
      results.take(scan.parts.passing, of: filter, version: dataset.version)
      dropHiddenSelection()
      dialogue.message = passingWords
    case .search(let text, let direction, let isHereMeant):
      guard text == view.search else { return }
      results.finds = KeptFinds(
        search: text, matches: results.matchesVersion, rows: scan.parts.passing, areAll: scan.parts.hasLookedAtAll)
      selectFound(direction, orHere: isHereMeant)
    }
  }

  /// Gives the scan up.
  mutating func stopScan() {
    guard let scan = tools.scan else { return }
    tools.scan = nil
    switch scan.purpose {
    case .filter: dialogue.message = "stopped: the filter is as before"
    case .search: dialogue.message = "stopped: the search has not looked at all events"
    }
  }

  private mutating func tellScan() {
    guard let scan = tools.scan else { return }
    let words = scan.isSearch ? "searching" : "filtering"
    dialogue.message =
      "\(words) \(grouped(dataset.events.count)) events: \(scan.parts.percent) %; \(environment.keys.shown(.close)) stops"
  }

  private var passingWords: String {
    dataset.partial != nil
      ? "asking the server for the events that pass"
      : "\(results.passing.count) of \(dataset.events.count) events pass"
  }
}
