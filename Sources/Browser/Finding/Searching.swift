import SituationModel
import TextCanvas

/// The search for a text. It hides nothing, and goes from one event that mentions the text to the next.
extension BrowserState {
  /// Selects the next event in a direction that mentions the searched text; continues from the other end if there is none.
  mutating func selectFound(_ direction: Int) {
    guard !view.search.isEmpty else {
      dialogue.message = "nothing to search for: / searches"
      return
    }
    let (found, areAll) = found()
    guard !found.isEmpty else {
      dialogue.message =
        "no event that is shown\(hereWords) mentions \u{22}\(SafeText(view.search).text)\u{22}"
        + (hereWords.isEmpty ? "" : ": a filter, text:\(SafeText(view.search).text), asks for all")
      return
    }
    let here = view.selection?.row ?? (direction > 0 ? -1 : .max)
    let next =
      !areAll
      ? nearestFind(to: here, direction)
      : direction > 0 ? found.first { $0 > here } : found.last { $0 < here }
    // The last of all is known only where all are.
    let isLastKnown = direction > 0 || areAll
    let row =
      next ?? (isLastKnown ? nil : nearestFind(to: .max, direction))
      ?? (direction > 0 ? found[0] : found[found.count - 1])
    select(row)
    bringIntoView(row)
    let place =
      areAll
      ? "match \((found.firstIndex(of: row) ?? 0) + 1) of \(found.count)" : "a match, of more than \(countedMost)"
    dialogue.message =
      "\(place)\(hereWords.isEmpty ? "" : ",\(hereWords),") for \u{22}\(SafeText(view.search).text)\u{22}\(next == nil ? ", from the other end" : "")"
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

  /// Searches for a text, and goes to the first event from here on that mentions it.
  mutating func find(_ text: String) {
    view.search = text.withoutBlankEnds
    guard !view.search.isEmpty else { return }
    if let row = view.selection?.row, isFound(row), results.matches.hasRow(row) {
      view.selection = row > 0 ? Selection(row: row - 1) : nil
    }
    selectFound(1)
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
    let (rows, areAll) = dataset.events.first(countedMost, passing: mentioning(needle), among: shownRows)
    results.finds = KeptFinds(search: view.search, matches: results.matchesVersion, rows: rows, areAll: areAll)
    return (rows, areAll)
  }

  private func mentioning(_ needle: Needle) -> EventFilter { EventFilter(.term(.text(.text, .contains, needle))) }

  private var shownRows: RowSet { RowSet(results.matches.map { Int32(truncatingIfNeeded: $0.row) }) }
}
