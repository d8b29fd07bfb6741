import Cartography
import SituationModel
import TextCanvas

/// The menu of a right click: its lines by what is under the pointer, and what each does.
extension BrowserState {
  /// Opens the menu of a target, or says where there is one.
  mutating func openMenu(of target: Target?, at position: Position) {
    dialogue.drag = nil
    let menu: PointMenu? =
      switch target {
      case .event(let row): menu(ofSelected: [row])
      case .mark(let rows, _) where !rows.isEmpty: menu(ofSelected: rows)
      case .map(let point), .mark(_, let point): menu(ofSpot: point)
      case .counted(let area, let point):
        menu(ofSpot: point, first: [.list(.spot(area))])
      case .unplaced:
        PointMenu(title: "no place", items: [.list(.unplaced), .filter(.precision(.equals(.unplaced)))])
      case .countries(let sign):
        content(ofSign: sign).map { PointMenu(title: "whole countries", items: [.list($0)]) }
      case .timeline, .list, .detail, .link, .overlay, .besideOverlay, .key, .bookmark, .layer, .facet, .menuItem,
        .total, .formLine, .typed, .review, nil:
        nil
      }
    guard var menu else {
      panes.overlay = nil
      dialogue.message = "a right click opens a menu on the map, on its marks and on the events of a list"
      return
    }
    menu.position = position
    panes.menu = menu
    panes.overlay = Overlay(content: .menu)
  }

  /// Does what a line of the menu says, and closes the menu.
  mutating func choose(item: Int) -> [Effect] {
    guard panes.menu.items.indices.contains(item) else { return [] }
    panes.overlay = nil
    switch panes.menu.items[item] {
    case .open(let rows):
      panes.pages.removeAll { !$0.isStory }
      view.selection = Selection(row: rows[0], stack: rows)
      open()
    case .list(let content): closeUp(content)
    case .center(let place): center(on: place)
    case .filter(let term):
      let (added, clear) = (FilterExpression.term(term), environment.keys.shown(.clear))
      narrow(by: added) { _ in "only \(SafeText(added.text).text); \(clear) clears the filter" }
    case .add(let place): return addEvent(at: place)
    case .measure(let place): measure(from: place)
    case .cite: return copy(.citation)
    }
    return []
  }

  /// The menu of some events, of which the first is selected, so that it is seen what the menu is of.
  private mutating func menu(ofSelected rows: [Int]) -> PointMenu {
    let isSelected = view.selection.map { rows.contains($0.row) } ?? false
    if !isSelected { select(rows[0], stack: rows.count > 1 ? rows : []) }
    return menu(ofEvents: rows)
  }

  private func menu(ofEvents rows: [Int]) -> PointMenu {
    let event = dataset.events[rows[0]]
    let kinds = Set(rows.prefix(1_000).map { dataset.events[$0].kindName })
    let names = Set(rows.prefix(1_000).map { dataset.events[$0].place.name })
    var items = [PointMenu.Item.open(rows)]
    if let anchor = event.place.anchor { items.append(.center(anchor)) }
    // A kind or a name that only some events of a mark have is no filter of the mark.
    if kinds.count == 1, let needle = Needle(event.kindName) { items.append(.filter(.text(.kind, .equals, needle))) }
    if names.count == 1, let needle = event.place.name.flatMap(Needle.init) {
      items.append(.filter(.text(.place, .equals, needle)))
    }
    if let anchor = event.place.anchor {
      items += near(anchor).map { [.filter($0)] } ?? []
      items.append(.measure(anchor))
    }
    if rows.count == 1 { items.append(.cite) }
    return PointMenu(title: rows.count > 1 ? "\(rows.count) events" : SafeText(event.title).text, items: items)
  }

  private func menu(ofSpot point: CellPoint, first: [PointMenu.Item] = []) -> PointMenu {
    let place = viewport.coordinate(at: point)
    let filters = near(place).map { [PointMenu.Item.filter($0)] } ?? []
    return PointMenu(
      title: view.coordinateForm.words(place, meters: cellWorth),
      items: first + [.center(place)] + filters + [.add(place), .measure(place)])
  }

  /// The filter of what lies about as far from a place as a twelfth of the map is wide; nil where that is no distance on the globe.
  private func near(_ place: Coordinate) -> FilterTerm? {
    let reach = cellWorth * Double(viewport.size.columns) / 12
    let round = Double(LengthWords.roundLength(atLeast: reach))
    let distance = round < 1_000 ? GroundDistance(round, .metre) : GroundDistance(round / 1_000, .kilometre)
    let spot = Coordinate(
      latitude: viewport.rounded(place.latitude, .toNearestOrEven),
      longitude: viewport.rounded(place.longitude, .toNearestOrEven))
    return distance.map { .near(NearRule(.spot(spot), $0)) }
  }
}
