import SituationModel
import TextCanvas

/// What keys and the mouse do in the filter pane.
extension BrowserState {
  /// Does what an action means in the pane; false for one that means the same there as anywhere.
  mutating func takeInFacets(_ action: Action) -> Bool {
    switch action {
    case .close:
      if facets.narrowing.isEmpty { overlay = nil } else { facets.narrowing = "" }
    case .up: facets.move(by: -1)
    case .down: facets.move(by: 1)
    case .pageUp, .farUp: facets.move(by: -facetPage)
    case .pageDown, .farDown: facets.move(by: facetPage)
    case .first: facets.move(by: -facets.rows.count)
    case .last: facets.move(by: facets.rows.count)
    case .nextEvent: facets.moveBySection(1)
    case .previousEvent: facets.moveBySection(-1)
    case .open, .play: useFacet()
    case .zoomOut, .rejected: excludeFacet()
    case .clear: clearFacet()
    case .filter, .list, .command: prompt = Prompt(purpose: .filter, text: filter.text)
    case .search: prompt = Prompt(purpose: .narrowing, text: facets.narrowing)
    default: return !Action.openFromFacets.contains(action)
    }
    return true
  }

  /// Acts on a line of the pane that was clicked.
  mutating func pressFacet(_ row: Int) {
    guard facets.rows.indices.contains(row), facets.rows[row].isReached else { return }
    facets.chosen = row
    useFacet()
  }

  /// Takes what was typed for the text section.
  mutating func takeFacetText(_ text: String) {
    guard let needle = Needle(text) else { return }
    facets.add(.term(.text(.text, .contains, needle)))
    takeFacets()
  }

  /// Brings the pane in step with the filter, the view and the size.
  mutating func settleFacets() {
    guard overlay?.content == .facets else { return }
    let typed = prompt?.purpose == .narrowing ? prompt?.text : nil
    let view = viewport.filterTerm.map(FacetValue.term)
    facets.follow(
      filter.expression, view: view, narrowing: typed ?? facets.narrowing, of: situation.events, without: hiddenFiles)
    facets.settle(rows: FacetPane(state: self).listRect.size.rows)
  }

  /// Asks for the values that the pane waits for.
  mutating func askForFacets() -> [Effect] { facets.ask().map { [.gather(version: $0)] } ?? [] }

  private var facetPage: Int { max(1, FacetPane(state: self).listRect.size.rows - 2) }

  private mutating func useFacet() {
    switch facets.row {
    case .filter, .other: prompt = Prompt(purpose: .filter, text: filter.text)
    case .addText: prompt = Prompt(purpose: .facetText)
    case .heading: break
    case .value(_, let entry):
      facets.filter.turn(entry.value)
      takeFacets()
    }
  }

  private mutating func excludeFacet() {
    guard case .value(_, let entry) = facets.row else { return }
    facets.filter.exclude(entry.value)
    takeFacets()
  }

  private mutating func clearFacet() {
    switch facets.row {
    case .filter: facets.filter = FacetedFilter(nil)
    case .other(let index): facets.filter.drop(other: index)
    case .heading, .value, .addText: if let facet = facets.row.facet { facets.filter.clear(facet) }
    }
    takeFacets()
  }

  /// Makes what the sections say the filter, if that is not too long for one.
  private mutating func takeFacets() {
    let wanted = EventFilter(facets.filter.expression)
    guard wanted.canBeTyped else {
      facets.filter = FacetedFilter(filter.expression)
      message = "the filter is too long for more: take something out of it first"
      return
    }
    filter = wanted
    windowChanged()
  }
}

extension Action {
  /// What can be asked for over the filter pane as anywhere else.
  fileprivate static let openFromFacets: Set<Action> = [
    .help, .about, .legend, .describe, .layers, .theme, .undo, .redo, .redraw, .quit,
  ]
}
