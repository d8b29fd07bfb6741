import SituationModel
import TextCanvas

/// What keys and the mouse do in the filter pane.
extension BrowserState {
  /// Does what an action means in the pane; false for one that means the same there as anywhere.
  mutating func takeInFacets(_ action: Action) -> Bool {
    switch action {
    case .close:
      if panes.facets.narrowing.isEmpty { panes.overlay = nil } else { panes.facets.narrowing = "" }
    case .up: panes.facets.move(by: -1)
    case .down: panes.facets.move(by: 1)
    case .pageUp, .farUp: panes.facets.move(by: -facetPage)
    case .pageDown, .farDown: panes.facets.move(by: facetPage)
    case .first: panes.facets.move(by: -panes.facets.rows.count)
    case .last: panes.facets.move(by: panes.facets.rows.count)
    case .nextEvent: panes.facets.moveBySection(1)
    case .previousEvent: panes.facets.moveBySection(-1)
    case .open, .play: useFacet()
    case .zoomOut, .rejected: excludeFacet()
    case .clear: clearFacet()
    case .filter, .list, .command: dialogue.prompt = Prompt(purpose: .filter, text: view.filter.text)
    case .search: dialogue.prompt = Prompt(purpose: .narrowing, text: panes.facets.narrowing)
    default: return !Action.openFromFacets.contains(action)
    }
    return true
  }

  /// Acts on a line of the pane that was clicked.
  mutating func pressFacet(_ row: Int) {
    guard panes.facets.rows.indices.contains(row), panes.facets.rows[row].isReached else { return }
    panes.facets.chosen = row
    useFacet()
  }

  /// Takes what was typed for the text section.
  mutating func takeFacetText(_ text: String) {
    guard let needle = Needle(text) else { return }
    panes.facets.add(.term(.text(.text, .contains, needle)))
    takeFacets()
  }

  /// Brings the pane in step with the filter, the view and the size.
  mutating func settleFacets() {
    guard panes.overlay?.content == .facets else { return }
    let typed = dialogue.prompt?.purpose == .narrowing ? dialogue.prompt?.text : nil
    let rectangle = viewport.filterTerm.map(FacetValue.term)
    panes.facets.follow(
      view.filter.expression, view: rectangle, narrowing: typed ?? panes.facets.narrowing, of: dataset.events,
      without: view.hiddenFiles)
    panes.facets.settle(rows: FacetPane(state: self).listRect.size.rows)
  }

  /// Asks for the values that the pane waits for.
  mutating func askForFacets() -> [Effect] { panes.facets.ask().map { [.gather(version: $0)] } ?? [] }

  private var facetPage: Int { max(1, FacetPane(state: self).listRect.size.rows - 2) }

  private mutating func useFacet() {
    switch panes.facets.row {
    case .filter, .other: dialogue.prompt = Prompt(purpose: .filter, text: view.filter.text)
    case .addText: dialogue.prompt = Prompt(purpose: .facetText)
    case .heading: break
    case .value(_, let entry):
      panes.facets.filter.turn(entry.value)
      takeFacets()
    }
  }

  private mutating func excludeFacet() {
    guard case .value(_, let entry) = panes.facets.row else { return }
    panes.facets.filter.exclude(entry.value)
    takeFacets()
  }

  private mutating func clearFacet() {
    switch panes.facets.row {
    case .filter: panes.facets.filter = FacetedFilter(nil)
    case .other(let index): panes.facets.filter.drop(other: index)
    case .heading, .value, .addText: if let facet = panes.facets.row.facet { panes.facets.filter.clear(facet) }
    }
    takeFacets()
  }

  /// Makes what the sections say the filter, if that is not too long for one.
  private mutating func takeFacets() {
    let wanted = EventFilter(panes.facets.filter.expression)
    guard wanted.canBeTyped else {
      panes.facets.filter = FacetedFilter(view.filter.expression)
      dialogue.message = "the filter is too long for more: take something out of it first"
      return
    }
    view.filter = wanted
    dropHiddenSelection()
  }
}

extension Action {
  /// What can be asked for over the filter pane as anywhere else.
  fileprivate static let openFromFacets: Set<Action> = [
    .help, .about, .legend, .describe, .layers, .theme, .undo, .redo, .redraw, .quit,
  ]
}
