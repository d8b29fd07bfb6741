import SituationModel
import TextCanvas

/// The actions that go from event to event and open them.
extension BrowserState {
  /// Carries out an action on events.
  mutating func goToEvent(_ action: Action) {
    switch action {
    case .nextEvent: selectNext(1)
    case .previousEvent: selectNext(-1)
    case .nextHere: selectNextHere()
    case .withoutPoint: listWithoutPoint()
    case .open: open()
    case .close: close()
    case .list: toggleList()
    case .nextMatch: selectFound(1)
    case .previousMatch: selectFound(-1)
    case .clear: clearFilter()
    case .clearSearch:
      dialogue.message = view.search.isEmpty ? "there is no search to clear" : "search cleared"
      view.search = ""
    case .sort, .turn, .group: arrangeList(action)
    default: break
    }
  }

  /// Selects an event. If it was chosen by its pin, `stack` has all events of that pin.
  mutating func select(_ row: Int, stack: [Int] = []) {
    view.selection = Selection(row: row, stack: stack)
    // What lies over the list follows: a detail shows the event, a stack that it is not in goes.
    while case .stack(let rows, _) = panes.pages.last, !rows.contains(row) { panes.pages.removeLast() }
    switch panes.pages.last {
    case .detail: panes.pages[panes.pages.count - 1] = .detail(row: row, top: 0, link: 0)
    case .stack(let rows, _):
      panes.pages[panes.pages.count - 1] = .stack(rows: rows, chosen: rows.firstIndex(of: row) ?? 0)
    case .story, .totals, nil: break
    }
  }

  /// Lists the events of the first chip at the map's foot; if it is chosen already, those of the next chip.
  private mutating func listWithoutPoint() {
    if let chips = sourceChips, !chips.isEmpty { return closeUpNext(of: chips) }
    let marks = EventMarks(self)
    guard !marks.chips.isEmpty else {
      dialogue.message =
        results.counts.areKnown
        ? "all events shown have a pin on the map" : "the events without a pin are not yet known"
      return
    }
    let current = panes.pages.isEmpty ? nil : marks.chips.firstIndex(where: \.isSelected)
    let chip = marks.chips[current.map { ($0 + 1) % marks.chips.count } ?? 0]
    let rows = marks.rows(of: [chip.id])
    panes.pages = panes.pages.filter(\.isStory)
    select(rows[0], stack: rows)
    panes.pages.append(rows.count > 1 ? .stack(rows: rows, chosen: 0) : .detail(row: rows[0], top: 0, link: 0))
    panes.focus = .side
    dialogue.message = "\(chip.words): \(rows.count)"
  }

  /// Selects the next event of the selected event's pin or chip; without a selection, of the nearest pin.
  private mutating func selectNextHere() {
    if dataset.countsByCell {
      if !openCounted() { dialogue.message = "no pin is near the middle: the arrows move the map" }
      return
    }
    guard let row = view.selection?.row else {
      selectNearest()
      if view.selection == nil {
        dialogue.message = "no pin is near the middle: \(environment.keys.shown(.nextEvent)) selects an event"
      }
      return
    }
    guard results.matches.hasRow(row) else {
      dialogue.message = "the selected event is not in the window"
      return
    }
    bringIntoView(row)
    let marks = EventMarks(self)
    let places = dataset.spots.places(of: row)
    let cell = places.map { viewport.point(of: $0) }.first { viewport.contains($0) }
    let chip = marks.chips.first(where: \.isSelected)
    let rows = chip.map { marks.rows(of: [$0.id]) } ?? cell.map { marks.rows(at: $0) } ?? []
    guard let here = rows.firstIndex(of: row), rows.count > 1 else {
      dialogue.message =
        chip.map { "this is the only event of \u{22}\($0.words)\u{22}" } ?? "no other event is at this pin"
      return
    }
    let next = (here + 1) % rows.count
    select(rows[next], stack: rows)
    let words = chip?.words ?? "at this pin"
    dialogue.message = "\(next + 1) of \(rows.count), \(words): \(SafeText(dataset.events[rows[next]].title).text)"
  }

  private mutating func clearFilter() {
    view.search = ""
    view.filter = EventFilter()
    dropHiddenSelection()
    dialogue.message = "search and filters cleared"
  }

  /// Opens the chosen link, the chosen event of a stack, the list of a pin with several events, or the selected event.
  mutating func open() {
    switch panes.pages.last {
    case .detail(let row, _, let link) where panes.focus == .side:
      follow(link, of: row)
    case .stack(let rows, let chosen) where panes.focus == .side:
      guard rows.indices.contains(chosen), results.matches.hasRow(rows[chosen]) else { return }
      view.selection = Selection(row: rows[chosen], stack: rows)
      panes.pages.append(.detail(row: rows[chosen], top: 0, link: 0))
    case .story(_, let link) where panes.focus == .side: openInStory(link)
    default:
      guard let selection = view.selection else {
        if openCounted() { return }
        dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
        return
      }
      panes.origin = panes.pages.isEmpty ? panes.focus : .map
      panes.focus = .side
      panes.pages.removeAll { !$0.isStory }
      panes.pages +=
        selection.stack.count > 1
        ? [.stack(rows: selection.stack, chosen: selection.stack.firstIndex(of: selection.row) ?? 0)]
        : [.detail(row: selection.row, top: 0, link: 0)]
    }
  }

  /// Opens the event that a link of a detail pane names, or asks whether to open the web address.
  mutating func follow(_ link: Int, of row: Int) {
    let links = shownDetail(of: row).links
    guard links.indices.contains(link) else {
      dialogue.message = "this event has no links to follow"
      return
    }
    switch links[link] {
    case .address(let address): dialogue.question = .open(address)
    case .elsewhere(let id):
      dataset.remote?.sought = Remote.Sought(id: id, opens: true)
      dialogue.message = "loading the linked event"
    case .event(let target):
      panes.pages.append(.detail(row: target, top: 0, link: 0))
      view.selection = Selection(row: target)
      tellIfOutOfView(target)
    }
  }

  /// Asks whether to open the chosen link of a detail, or the only link of the selected event's sources.
  mutating func askToOpenLink() {
    guard let row = view.selection?.row else {
      dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
      return
    }
    let links = shownDetail(of: row).links
    if case .detail(row, _, let chosen) = panes.pages.last, links.indices.contains(chosen),
      case .address(let address) = links[chosen]
    {
      dialogue.question = .open(address)
      return
    }
    let addresses = links.compactMap { link in if case .address(let address) = link { address } else { nil } }
    switch addresses.count {
    case 0: dialogue.message = "no source of this event has a link to the web"
    case 1: dialogue.question = .open(addresses[0])
    default:
      dialogue.message =
        "\(addresses.count) links: \(environment.keys.shown(.open)) opens the event, "
        + "\(environment.keys.shown(.left)) and \(environment.keys.shown(.right)) choose one"
    }
  }

  /// True if files are still being read, and there is nothing else to close.
  var stopsReading: Bool { dataset.feed?.status.isPart == true && hasNothingToClose }

  /// True if Escape would have nothing to close.
  var hasNothingToClose: Bool {
    panes.focus == .map && panes.pages.isEmpty && view.measuredFrom == nil && tools.telling == nil && !tools.play.isOn
  }

  /// Closes the topmost page; without one, goes back to the map.
  mutating func close() {
    if tools.play.isOn || tools.telling?.isPlaying == true {
      tools.play.isOn = false
      tools.telling?.isPlaying = false
    } else if panes.pages.last?.isStory == true {
      endStory()
    } else if !panes.pages.isEmpty {
      panes.pages.removeLast()
      switch panes.pages.last {
      case .detail(let row, _, _): view.selection = Selection(row: row)
      case .stack(let rows, let chosen): view.selection = Selection(row: rows[chosen], stack: rows)
      case .story, .totals: break
      case nil:
        panes.focus = dataset.remote?.closeUp == nil ? panes.origin : .side
        panes.origin = .map
      }
    } else if dataset.remote?.closeUp != nil {
      endCloseUp()
      panes.focus = .map
    } else if panes.focus == .map && view.measuredFrom != nil {
      endMeasuring()
    } else {
      panes.focus = .map
    }
  }

  /// The effect that checks the copies of the selected event's sources.
  mutating func checkCopies() -> [Effect] {
    guard let row = view.selection?.row else {
      dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
      return []
    }
    let wanted = dataset.events[row].sources.compactMap(\.copy)
    if wanted.isEmpty { dialogue.message = "no source of this event has a copy beside the data" }
    return wanted.isEmpty ? [] : [.check(wanted)]
  }

  /// Keeps the results of checking some copies, and reports them in a line.
  mutating func took(_ found: [LocalCopy: LocalCopy.State]) {
    tools.copies.merge(found) { $1 }
    let same = found.values.count { $0 == .same }
    let others = found.filter { $0.value != .same }.sorted { NaturalOrder.precedes($0.key.path, $1.key.path) }
      .map { "\(SafeText($0.key.path).text) \($0.value.words)" }
    dialogue.notice = (["\(same) of \(found.count) copies as recorded"] + others).joined(separator: "; ")
  }

  /// Changes the order of the list, and says which one it has now.
  private mutating func arrangeList(_ action: Action) {
    var order = view.order
    switch action {
    case .sort:
      (order.column, order.isTurned) = (order.column.next(in: dataset.events), false)
      // Under the headings of days nobody would see who comes first.
      if order.grouping == .day || order.grouping == .none { order.grouping = .usual(for: order.column) }
    case .turn: order.isTurned.toggle()
    case .group: order.grouping = order.grouping.next(in: dataset.events)
    default: return
    }
    view.order = order
    panes.scrollListToTop()
    let list = panes.pages.isEmpty ? "the list" : "the list behind this pane"
    dialogue.message = "\(list) is \(order.words)" + (hereWords.isEmpty ? "" : ",\(hereWords)")
    // In vi and its kin the key goes to the end.
    if action == .group, panes.focus == .side, environment.keys[Key(.character("G"))] == .group {
      dialogue.message? += "; \(environment.keys.shown(.last)) goes to its end"
    }
  }

  private mutating func toggleList() {
    if tools.telling != nil {
      panes.focus = panes.focus == .side ? .map : .side
      if panes.focus == .map { panes.pages = [.story(top: 0, link: 0)] }
    } else if panes.focus == .side, panes.pages.isEmpty {
      panes.focus = .map
    } else {
      panes.pages = []
      panes.focus = .side
      if view.selection == nil, let first = results.items.lazy.compactMap(\.eventRow).first { select(first) }
    }
  }
}
