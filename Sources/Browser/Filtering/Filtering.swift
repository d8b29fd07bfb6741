import Cartography
import SituationModel
import TextCanvas

/// Typing a filter.
extension BrowserState {
  /// Applies the typed filter; if it is wrong, the prompt stays open so that it can be corrected.
  mutating func takeFilter(_ prompt: Prompt) {
    do throws(FilterError) {
      apply(try parsed(prompt.text))
    } catch {
      dialogue.prompt = prompt
    }
  }

  /// The hint for a filter while it is typed: the number of events that pass, or the error.
  func filterHint(for text: String) -> String {
    do throws(FilterError) {
      let filter = try parsed(text)
      guard !filter.isEmpty else {
        return "e.g. kind:convoy actor:Russia place:Homs after:2024-12-10 -standing:alleged"
      }
      let rows = dataset.events.rows(of: RowSet(all: dataset.events.count), without: view.hiddenFiles)
      return counted(filter, among: rows)
    } catch {
      return SafeText(error.description).text
    }
  }

  /// The number of characters before the one at which a filter is wrong; nil if the filter is right.
  func wrongColumn(of text: String) -> Int? {
    do throws(FilterError) { _ = try parsed(text) } catch { return error.column - 1 }
    return nil
  }

  /// The parts of the base map with the names that a typed filter needs.
  var tiersToFilter: Set<BaseMap.Tier> {
    guard let prompt = dialogue.prompt, prompt.purpose == .filter, prompt.text.lowercased().contains("near:") else {
      return []
    }
    return Set(BaseMap.townFiles.map(\.tier))
  }

  private func parsed(_ text: String) throws(FilterError) -> EventFilter {
    try EventFilter(
      text, on: situation.zone, figures: .these(dataset.events.figureNames),
      place: PlaceFinder(events: dataset.events, map: environment.baseMap).coordinate)
  }

  /// The number up to which events are counted at each typed letter and in a search.
  var countedMost: Int { 10_000 }

  /// The number of rows that are looked at while a text is typed, and of events that are read: a letter costs no more than a few frames.
  static var typedLimits: (looking: Int, reading: Int) { (200_000, 2_000) }

  /// The number of events that pass a filter while it is typed, in words. Of very many only a part is looked through.
  func counted(_ filter: EventFilter, among rows: RowSet) -> String {
    let limits = BrowserState.typedLimits
    let found = dataset.events.first(
      countedMost, passing: filter, among: rows, looking: limits.looking, reading: limits.reading)
    let count = found.rows.count
    let words =
      count > countedMost
      ? "more than \(countedMost) events"
      : found.areAll
        ? count == 1 ? "1 event" : "\(count) events"
        : count == 0 ? "none in the first \(found.looked) events: Enter looks through all" : "at least \(count) events"
    return words + hereWords
  }
}
