import SituationModel
import TextCanvas

/// Moving in the side pane: along the list, along a stack, or through a detail.
extension BrowserState {
  /// What the keys of the map do while the side pane has the focus.
  mutating func moveInSide(_ action: Action) {
    let page = max(1, layout.inside(layout.side).size.rows - 2)
    switch (action, pages.last) {
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
    switch pages.last {
    case .detail(let row, let top, let link):
      pages[pages.count - 1] = .detail(row: row, top: top + count, link: link)
    case .story(let top, let link): pages[pages.count - 1] = .story(top: top + count, link: link)
    case .stack(let rows, let chosen):
      let next = min(max(0, chosen + count), rows.count - 1)
      pages[pages.count - 1] = .stack(rows: rows, chosen: next)
      selection = Selection(row: rows[next], stack: rows)
    case nil:
      let rows = items.compactMap(\.eventRow)
      guard !rows.isEmpty else { return }
      let here = selection.flatMap { rows.firstIndex(of: $0.row) }
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
      message = "this event is linked to no other"
      return
    }
    let link = min(max(0, link), text.links.count - 1)
    let line = text.linkLines[link]
    var top = top
    if line < top { top = line }
    if line >= top + inside.size.rows { top = line - inside.size.rows + 1 }
    pages[pages.count - 1] = .detail(row: row, top: top, link: link)
  }

  /// Brings a newly selected event among the lines of the list that are in view, with its heading where it is the first.
  mutating func settleList(rows: Int) {
    if selection?.row != followedRow || rows != followedRows {
      followedRow = selection?.row
      followedRows = rows
      showInList(rows: rows)
    }
    listTop = min(max(0, listTop), max(0, listLines - rows))
  }

  private mutating func showInList(rows: Int) {
    guard let row = selection?.row, rows > 0 else { return }
    guard let line = items.line(ofRow: row) else { return }
    let above = line > 0 && items[line - 1].eventRow == nil ? line - 1 : line
    if above < listTop { listTop = above }
    if line >= listTop + rows { listTop = line - rows + 1 }
  }

  /// Keeps the detail from scrolling past its end.
  mutating func settleDetail(in rect: Rect) {
    settleStory(in: rect)
    guard case .detail(let row, let top, let link) = pages.last, !rect.isEmpty else { return }
    let lines = detail(of: row, columns: rect.size.columns).lines.count
    pages[pages.count - 1] = .detail(row: row, top: min(max(0, top), max(0, lines - rect.size.rows)), link: link)
  }
}
