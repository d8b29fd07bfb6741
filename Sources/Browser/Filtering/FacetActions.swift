import SituationModel
import TextCanvas

/// The pane with the filter in sections, each value with its count.
struct FilterPane: Pane {
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    FacetPane(state: state).draw(into: &frame)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    let page = max(1, FacetPane(state: state).listRect.size.rows - 2)
    switch action {
    case .close:
      if state.panes.facets.narrowing.isEmpty {
        state.panes.overlay = nil
      } else {
        state.panes.facets.narrowing = ""
      }
    case .up: state.panes.facets.move(by: -1)
    case .down: state.panes.facets.move(by: 1)
    case .pageUp, .farUp: state.panes.facets.move(by: -page)
    case .pageDown, .farDown: state.panes.facets.move(by: page)
    case .first: state.panes.facets.move(by: -state.panes.facets.rows.count)
    case .last: state.panes.facets.move(by: state.panes.facets.rows.count)
    case .nextEvent: state.panes.facets.moveBySection(1)
    case .previousEvent: state.panes.facets.moveBySection(-1)
    case .open, .play: state.useFacet()
    case .zoomOut, .rejected: state.excludeFacet()
    case .clear: state.clearFacet()
    case .filter, .list, .command:
      state.dialogue.prompt = Prompt(purpose: .filter, text: state.view.filter.text)
    case .search: state.dialogue.prompt = Prompt(purpose: .narrowing, text: state.panes.facets.narrowing)
    default:
      // The desk is about the selected event, wherever the keys go.
      return Action.openFromFacets.contains(action) || action.row.group == .desk ? .passed : .done
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { state.panes.facets.move(by: direction * 3) }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [
      KeyHint([.close], "back"), KeyHint([.up, .down], "choose"), KeyHint([.play], "on, off"),
      KeyHint([.zoomOut], "not"), KeyHint([.clear], "clear section"), KeyHint([.search], "narrow"),
      KeyHint([.filter], "type"), KeyHint([.nextEvent], "section"),
    ]
  }

  /// Updates the pane to the filter, the view and the size.
  func settle(_ state: inout BrowserState) {
    let prompt = state.dialogue.prompt
    let typed = prompt?.purpose == .narrowing ? prompt?.text : nil
    let rectangle = state.viewport.filterTerm.map(FacetValue.term)
    state.panes.facets.follow(
      state.view.filter.expression, view: rectangle, narrowing: typed ?? state.panes.facets.narrowing,
      of: state.dataset.events, without: state.view.hiddenFiles)
    state.panes.facets.settle(rows: FacetPane(state: state).listRect.size.rows)
  }
}

/// The actions on the lines of the filter pane.
extension BrowserState {
  /// Acts on a line of the pane that was clicked.
  mutating func pressFacet(_ row: Int) {
    guard panes.facets.rows.indices.contains(row), panes.facets.rows[row].isReached else { return }
    panes.facets.chosen = row
    useFacet()
  }

  /// Adds the typed text to the text section.
  mutating func takeFacetText(_ text: String) {
    guard let needle = Needle(text) else { return }
    panes.facets.add(.term(.text(.text, .contains, needle)))
    takeFacets()
  }

  /// The effect that gathers the values that the pane waits for; none if it waits for none.
  mutating func askForFacets() -> [Effect] { panes.facets.ask().map { [.gather(version: $0)] } ?? [] }

  /// Acts on the chosen line: turns its value on or off, or asks for a text.
  mutating func useFacet() {
    switch panes.facets.row {
    case .filter, .other: dialogue.prompt = Prompt(purpose: .filter, text: view.filter.text)
    case .addText: dialogue.prompt = Prompt(purpose: .facetText)
    case .heading: break
    case .value(_, let entry):
      panes.facets.filter.turn(entry.value)
      takeFacets()
    }
  }

  /// Rules out the chosen value.
  mutating func excludeFacet() {
    guard case .value(_, let entry) = panes.facets.row else { return }
    panes.facets.filter.exclude(entry.value)
    takeFacets()
  }

  /// Clears the section of the chosen line; on the filter's own line, the whole filter.
  mutating func clearFacet() {
    switch panes.facets.row {
    case .filter: panes.facets.filter = FacetedFilter(nil)
    case .other(let index): panes.facets.filter.drop(other: index)
    case .heading, .value, .addText: if let facet = panes.facets.row.facet { panes.facets.filter.clear(facet) }
    }
    takeFacets()
  }

  /// Makes the sections' choices the filter, unless they are too long for one.
  private mutating func takeFacets() {
    if !apply(EventFilter(panes.facets.filter.expression)) {
      panes.facets.filter = FacetedFilter(view.filter.expression)
    } else if tools.scan == nil {
      // The pane says how many pass, and its keys stay in view.
      dialogue.message = nil
    }
  }
}

extension Action {
  /// The actions that work over the filter pane as everywhere else.
  fileprivate static let openFromFacets: Set<Action> = [
    .help, .about, .legend, .describe, .layers, .theme, .undo, .redo, .redraw, .quit,
  ]
}
