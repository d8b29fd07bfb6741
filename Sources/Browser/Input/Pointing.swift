import Cartography
import SituationModel
import TextCanvas

/// The handling of the mouse.
extension BrowserState {
  /// Handles a mouse event over a target of the last frame.
  mutating func point(_ mouse: Mouse, at target: Target?) -> [Effect] {
    if case .press = mouse.action { (dialogue.message, dialogue.notice) = (nil, nil) }
    if dialogue.prompt == nil, panes.overlay?.content == .form { return FormPane.point(mouse, at: target, &self) }
    switch mouse.action {
    case .press(let clicks):
      dialogue.leader = nil
      if case .key(let action) = target { return take(action) }
      if case .menuItem(let item) = target { return choose(item: item) }
      press(target, at: mouse.position, clicks: clicks)
    case .menu:
      (dialogue.message, dialogue.notice) = (nil, nil)
      openMenu(of: target, at: mouse.position)
    case .drag: dragged(to: mouse.position)
    case .release: release()
    case .wheelUp: roll(-1, over: target)
    case .wheelDown: roll(1, over: target)
    }
    return []
  }

  private mutating func press(_ target: Target?, at position: Position, clicks: Int) {
    dialogue.drag = nil
    switch target {
    case .overlay, .key, .menuItem, .formLine, .typed: break
    case .besideOverlay: if panes.form == nil { panes.overlay = nil }
    case .layer(let row): turnLayer(row)
    case .bookmark(let row):
      panes.bookmarkRow = row
      if clicks > 1 { goToBookmark(row) }
    case .facet(let row): pressFacet(row)
    case .total(let row): pressTotals(row, clicks: clicks)
    case .review(let row): pressReview(row, clicks: clicks)
    case .map:
      panes.focus = panes.pages.isEmpty ? .map : panes.focus
      dialogue.drag = .map(position)
    case .mark(let rows, _):
      // A drag that begins here pans: so it is selected when it is let go.
      dialogue.drag = .mark(rows, position)
      if clicks > 1, !rows.isEmpty { openMark(rows) }
    case .counted(let area, let point):
      dialogue.drag = .map(position)
      dialogue.message = spotWords(at: point)
      if clicks > 1 { closeUp(.spot(area)) }
    case .unplaced: closeUp(.unplaced)
    case .countries(let sign): if let content = content(ofSign: sign) { closeUp(content) }
    case .event(let row):
      pressEvent(row, clicks: clicks)
    case .timeline(let share):
      guard dataset.isDated else { return }
      tools.play.isOn = false
      panes.heldMoment = axisMiddle
      goToShare(share)
      dialogue.drag = .window(moment(at: share))
    case .link(let link):
      if case .detail(let row, _, _) = panes.pages.last { follow(link, of: row) } else { openInStory(link) }
    case .detail: panes.focus = .side
    case .list: panes.focus = .side
    case nil: break
    }
  }

  private mutating func release() {
    if case .mark(let rows, _) = dialogue.drag, let first = rows.first {
      let isSelected = view.selection.map { rows.contains($0.row) && $0.stack == rows } ?? false
      if !isSelected { select(first, stack: rows) }
    }
    dialogue.drag = nil
    panes.heldMoment = nil
  }

  private mutating func openMark(_ rows: [Int]) {
    panes.pages = []
    view.selection = Selection(row: rows[0], stack: rows)
    open()
  }

  private mutating func pressEvent(_ row: Int, clicks: Int) {
    if case .stack(let rows, _) = panes.pages.last, let index = rows.firstIndex(of: row) {
      panes.pages[panes.pages.count - 1] = .stack(rows: rows, chosen: index)
      view.selection = Selection(row: row, stack: rows)
      panes.focus = .side
    } else {
      select(row)
      tellIfOutOfView(row)
    }
    if clicks > 1 { open() }
  }

  /// Continues a drag. A pointer that leaves the pane counts as being at its edge.
  private mutating func dragged(to position: Position) {
    switch dialogue.drag {
    case .mark(_, let start):
      guard position != start else { return }
      dialogue.drag = .map(start)
      dragged(to: position)
    case .map(let last):
      guard let position = layout.inside(layout.map).nearest(to: position) else { return }
      move(to: viewport.panned(columns: last.column - position.column, rows: last.row - position.row))
      view.showsCrosshair = true
      dialogue.drag = .map(position)
    case .window(let start):
      let inside = layout.axis
      guard let position = inside.nearest(to: position) else { return }
      showBuckets(between: start, and: TimelineView.share(at: position, in: inside))
    case nil: break
    }
  }

  private mutating func roll(_ direction: Int, over target: Target?) {
    switch target {
    case .map(let point), .mark(_, let point), .counted(_, let point):
      move(to: viewport.zoomed(by: Double(-direction) * 0.5, about: point))
      view.showsCrosshair = true
    case .timeline: moveInTime(direction > 0 ? .stepForward : .stepBack)
    case .overlay, .besideOverlay, .layer, .bookmark, .facet, .menuItem, .review:
      panes.overlay?.content.pane.roll(direction, &self)
    case .detail, .link, .list, .event, .total: sidePane.roll(direction, &self)
    case .unplaced, .countries, .key, .formLine, .typed, nil: break
    }
  }
}

extension Rect {
  /// The cell that lies nearest to a position; nil if there is none.
  fileprivate func nearest(to position: Position) -> Position? {
    if isEmpty { return nil }
    return Position(
      column: min(max(position.column, columns.lowerBound), columns.upperBound - 1),
      row: min(max(position.row, rows.lowerBound), rows.upperBound - 1))
  }
}
