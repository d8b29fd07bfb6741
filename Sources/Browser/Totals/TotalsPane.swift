import SituationModel
import TextCanvas

/// The totals of what the map, the window and the filter show, in place of the list.
struct TotalsPane: Pane {
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    TotalsView(state: state).draw(into: &frame, in: rect)
  }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if let lines = action.lines(aPage: state.sidePageRows) {
      state.panes.totals.move(by: lines)
      return .done
    }
    switch action {
    case .close where !state.panes.totals.narrowing.isEmpty: state.panes.totals.narrowing = ""
    case .open: state.filterByTotals(excluding: false)
    case .zoomOut: state.filterByTotals(excluding: true)
    case .search: state.dialogue.prompt = Prompt(purpose: .narrowing, text: state.panes.totals.narrowing)
    case .nextKind: state.showNextFigure()
    case .nextEvent: state.panes.totals.moveBySection(1)
    case .previousEvent: state.panes.totals.moveBySection(-1)
    default: return .passed
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) { state.panes.totals.move(by: direction * 3) }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [
      KeyHint([.close], "list"), KeyHint([.up, .down], "choose"), KeyHint([.open], "only this"),
      KeyHint([.zoomOut], "without"), KeyHint([.search], "narrow"), KeyHint([.nextEvent], "section"),
      KeyHint([.nextKind], "figure"), KeyHint([.undo], "undo"),
    ] + KeyHint.time
  }

  /// Updates the totals to the map, the window and the filter.
  func settle(_ state: inout BrowserState) {
    guard state.dataset.partial == nil else { return }
    let prompt = state.dialogue.prompt
    let typed = prompt?.purpose == .narrowing ? prompt?.text : nil
    let finder = state.environment.baseMap.provinceFinder
    let question = state.totalsQuestion
    state.panes.totals.follow(
      question, narrowing: typed ?? state.panes.totals.narrowing, of: state.dataset.events, provinces: finder)
    state.panes.totals.settle(rows: state.layout.inside(state.layout.side).size.rows)
  }
}
