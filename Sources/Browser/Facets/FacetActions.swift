import Cartography
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
    let view = viewport.box.map { FacetValue.term(.within($0)) }
    facets.follow(filter.expression, view: view, narrowing: typed ?? facets.narrowing, of: situation.events)
    facets.settle(rows: FacetPane(state: self).listRect.size.rows)
  }

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
    .help, .about, .legend, .describe, .layers, .theme, .redraw, .quit,
  ]
}

extension Viewport {
  /// The rectangle that it shows, its edges outward to what a cell can tell apart; nil where it is none.
  var box: GeoBox? {
    guard projection.isCylindrical, size.columns > 1, size.rows > 1 else { return nil }
    let bounds = bounds
    var unit = 10.0
    while unit > 1e-6, unit > bounds.width / 100 { unit /= 10 }
    func down(_ degrees: Double) -> Double { rounded(degrees, .down) }
    func up(_ degrees: Double) -> Double { rounded(degrees, .up) }
    func rounded(_ degrees: Double, _ rule: FloatingPointRoundingRule) -> Double {
      // Divided by a whole number, so that the shortest text of the result is short.
      unit >= 1 ? (degrees / unit).rounded(rule) * unit : (degrees / unit).rounded(rule) / (1 / unit).rounded()
    }
    if bounds.width >= 360 {
      return GeoBox(west: -180, south: max(-90, down(bounds.south)), east: 180, north: min(90, up(bounds.north)))
    }
    let (west, east) = (max(-180, down(bounds.west)), up(bounds.east))
    return GeoBox(
      west: west, south: max(-90, down(bounds.south)), east: east > 180 ? east - 360 : east,
      north: min(90, up(bounds.north)))
  }
}
