import SituationModel
import TextCanvas

/// The search for a text. It hides nothing, and goes from one event that mentions the text to the next.
extension BrowserState {
  /// Selects the next event in a direction that mentions the searched text; continues from the other end if there is none.
  ///
  /// - Parameter isHereMeant: true if the selected event may be the next one.
  mutating func selectFound(_ direction: Int, orHere isHereMeant: Bool = false) {
    guard !view.search.isEmpty else {
      dialogue.message = "nothing to search for: / searches"
      return
    }
    if let scan = longSearch(direction, isHereMeant) { return start(scan) }
    let (found, areAll) = found()
    guard !found.isEmpty else {
      dialogue.message =
        "no event that is shown\(hereWords) mentions \u{22}\(SafeText(view.search).text)\u{22}"
        + (hereWords.isEmpty ? foundElsewhere : ": the filter text:\(SafeText(view.search).text) searches all events")
      return
    }
    if areAll { return selectFound(direction, onLines: results.items.lines(ofRows: found), orHere: isHereMeant) }
    let here = view.selection.map { isHereMeant ? $0.row - 1 : $0.row } ?? (direction > 0 ? -1 : .max)
    let next = nearestFind(to: here, direction)
    // The last of all is known only where all are.
    let last = direction > 0 ? nil : nearestFind(to: .max, direction)
    let row = next ?? last ?? (direction > 0 ? found[0] : found[found.count - 1])
    select(row)
    tellFound(row, "a match, of more than \(countedMost)", wraps: next == nil)
  }

  /// Selects the next of the finds in a direction, which stand in the order of the list.
  private mutating func selectFound(_ direction: Int, onLines lines: [Int], orHere isHereMeant: Bool) {
    let items = results.items
    let here = view.selection.flatMap { items.line(ofRow: $0.row) } ?? (direction > 0 ? -1 : items.count)
    let next =
      direction > 0
      ? lines.firstIndex { isHereMeant ? $0 >= here : $0 > here } : lines.lastIndex { $0 < here }
    let place = next ?? (direction > 0 ? 0 : lines.count - 1)
    guard lines.indices.contains(place), let row = items[lines[place]].eventRow else { return }
    select(row)
    tellFound(row, "match \(place + 1) of \(lines.count)", wraps: next == nil)
  }

  private mutating func tellFound(_ row: Int, _ place: String, wraps: Bool) {
    dialogue.message =
      "\(place)\(hereWords.isEmpty ? "" : ",\(hereWords),") for \u{22}\(SafeText(view.search).text)\u{22}"
    if wraps { dialogue.message = "search wrapped: \(dialogue.message ?? "")" }
    tellIfOutOfView(row)
  }

  /// The next shown event before or behind a row that mentions the searched text. The search starts at the row and stops at the first
  /// find.
  private func nearestFind(to here: Int, _ direction: Int) -> Int? {
    guard let filter = Needle(view.search).map(mentioning) else { return nil }
    let start = results.matches.place(of: here)
    var rest = direction > 0 ? start + (results.matches.hasRow(here) ? 1 : 0)..<results.matches.count : 0..<start
    var step = 1_024
    while !rest.isEmpty {
      let part = direction > 0 ? rest.prefix(step) : rest.suffix(step)
      let rows = RowSet(results.matches[part].map { Int32(truncatingIfNeeded: $0.row) })
      let found = dataset.events.rows(passing: filter, among: rows)
      if let row = direction > 0 ? found.first : found.last { return row }
      rest = direction > 0 ? part.upperBound..<rest.upperBound : rest.lowerBound..<part.lowerBound
      step *= 4
    }
    return nil
  }

  /// Words for the events that mention the searched text outside of the window and the filter; empty if there are none.
  private var foundElsewhere: String {
    guard let needle = Needle(view.search), results.matches.count < dataset.events.count else { return "" }
    let all = RowSet(all: dataset.events.count)
    let limits = Self.typedLimits
    let found = dataset.events.first(
      countedMost, passing: mentioning(needle), among: all, looking: limits.looking, reading: limits.reading)
    let known = found.rows.count
    guard known > 0 else { return found.areAll ? ", and none outside the window or the filter does" : "" }
    let count = found.areAll && known <= countedMost ? "\(known)" : "at least \(known)"
    let keys = environment.keys
    let certain =
      view.timeLook.isCertainOnly ? ", \(keys.shown(.onlyCertain)) shows what is only maybe in the window" : ""
    return "; outside of the window or the filter \(count) do: \(keys.shown(.wholeSpan)) shows all time, "
      + "\(keys.shown(.filter)) changes the filter\(certain)"
  }

  /// Searches for a text, and goes to the first event from here on that mentions it.
  mutating func find(_ text: String) {
    // An empty text searches again.
    let text = text.withoutBlankEnds
    guard !text.isEmpty else { return selectFound(1) }
    view.search = text
    selectFound(1, orHere: true)
  }

  /// The hint for a search text while it is typed.
  func searchHint(for text: String) -> String {
    guard let needle = Needle(text.withoutBlankEnds) else { return "titles, summaries, places, actors, sources" }
    return counted(mentioning(needle), among: shownRows)
  }

  /// The shown events that mention the searched text; only the first ones if they are many, and then `areAll` is false. Computed once,
  /// and
  /// not for each step among them.
  private mutating func found() -> (rows: RowSet, areAll: Bool) {
    if let kept = results.finds, kept.search == view.search, kept.matches == results.matchesVersion {
      return (kept.rows, kept.areAll)
    }
    guard let needle = Needle(view.search) else { return (RowSet([]), true) }
    let found = dataset.events.first(countedMost, passing: mentioning(needle), among: shownRows)
    results.finds = KeptFinds(
      search: view.search, matches: results.matchesVersion, rows: found.rows, areAll: found.areAll)
    return (found.rows, found.areAll)
  }

  /// The scan of a search that has to look through many events and was not done yet; nil for others.
  private func longSearch(_ direction: Int, _ isHereMeant: Bool) -> Scan? {
    if results.finds?.search == view.search, results.finds?.matches == results.matchesVersion { return nil }
    guard results.matches.count >= environment.manyEvents, let needle = Needle(view.search) else { return nil }
    let parts = FilterScan(mentioning(needle), of: dataset.events, among: shownRows, limit: countedMost)
    let purpose = Scan.Purpose.search(view.search, direction: direction, isHereMeant: isHereMeant)
    return Scan(purpose: purpose, parts: parts, version: dataset.version)
  }

  private func mentioning(_ needle: Needle) -> EventFilter { EventFilter(.term(.text(.text, .contains, needle))) }

  private var shownRows: RowSet { RowSet(results.matches.map { Int32(truncatingIfNeeded: $0.row) }) }
}
