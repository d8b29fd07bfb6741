import SituationModel
import TextCanvas

/// Moving in the side pane: along the list, along a stack, or through a detail.
extension BrowserState {
  /// What the keys of the map do while the side pane has the focus.
  mutating func moveInSide(_ action: Action) {
    let page = max(1, layout.inside(layout.side).size.rows - 2)
    switch (action, panes.pages.last) {
    case (.up, _): moveInSide(by: -1)
    case (.down, _): moveInSide(by: 1)
    case (.pageUp, _), (.farUp, _): moveInSide(by: -page)
    case (.pageDown, _), (.farDown, _): moveInSide(by: page)
    case (.left, .detail(let row, let top, let link)): chooseLink(link - 1, row: row, top: top)
    case (.right, .detail(let row, let top, let link)): chooseLink(link + 1, row: row, top: top)
    case (.left, .story(let top, let link)): chooseInStory(link - 1, top: top)
    case (.right, .story(let top, let link)): chooseInStory(link + 1, top: top)
    default: drawMap(action)
    }
  }

  /// Moves by some lines or events; stays at the ends.
  mutating func moveInSide(by count: Int) {
    switch panes.pages.last {
    case .detail(let row, let top, let link):
      panes.pages[panes.pages.count - 1] = .detail(row: row, top: top + count, link: link)
    case .story(let top, let link): panes.pages[panes.pages.count - 1] = .story(top: top + count, link: link)
    case .stack(let rows, let chosen):
      let next = min(max(0, chosen + count), rows.count - 1)
      panes.pages[panes.pages.count - 1] = .stack(rows: rows, chosen: next)
      view.selection = Selection(row: rows[next], stack: rows)
    case nil:
      let rows = results.items.compactMap(\.eventRow)
      guard !rows.isEmpty else { return }
      let here = view.selection.flatMap { rows.firstIndex(of: $0.row) }
      let next = min(max(0, (here ?? (count > 0 ? -1 : rows.count)) + count), rows.count - 1)
      select(rows[next])
      bringIntoView(rows[next])
    }
  }

  /// Makes a link of the detail pane ready to follow, and scrolls to it.
  private mutating func chooseLink(_ link: Int, row: Int, top: Int) {
    let inside = layout.inside(layout.side)
    let text = detail(of: row, columns: inside.size.columns)
    guard !text.links.isEmpty else {
      dialogue.message = "this event is linked to no other"
      return
    }
    let link = min(max(0, link), text.links.count - 1)
    let line = text.linkLines[link]
    var top = top
    if line < top { top = line }
    if line >= top + inside.size.rows { top = line - inside.size.rows + 1 }
    panes.pages[panes.pages.count - 1] = .detail(row: row, top: top, link: link)
  }

  /// Brings a newly selected event among the lines of the list that are in view, with its heading where it is the first.
  mutating func settleList(rows: Int) {
    if view.selection?.row != panes.followedRow || rows != panes.followedRows {
      panes.followedRow = view.selection?.row
      panes.followedRows = rows
      showInList(rows: rows)
    }
    panes.listTop = min(max(0, panes.listTop), max(0, listLines - rows))
  }

  private mutating func showInList(rows: Int) {
    guard let row = view.selection?.row, rows > 0 else { return }
    guard let line = results.items.line(ofRow: row) else { return }
    let above = line > 0 && results.items[line - 1].eventRow == nil ? line - 1 : line
    if above < panes.listTop { panes.listTop = above }
    if line >= panes.listTop + rows { panes.listTop = line - rows + 1 }
  }

  /// Keeps the detail from scrolling past its end.
  mutating func settleDetail(in rect: Rect) {
    settleStory(in: rect)
    guard case .detail(let row, let top, let link) = panes.pages.last, !rect.isEmpty else { return }
    let lines = detail(of: row, columns: rect.size.columns).lines.count
    panes.pages[panes.pages.count - 1] = .detail(
      row: row, top: min(max(0, top), max(0, lines - rect.size.rows)), link: link)
  }
}
