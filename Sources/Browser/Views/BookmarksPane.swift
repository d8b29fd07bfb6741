import TextCanvas

/// The list of bookmarks. It stands at the right, so that the map stays in view.
struct BookmarksPane {
  let state: BrowserState

  private static let columns = 44

  /// Draws the pane over the side pane, as high as it needs.
  func draw(into frame: inout Frame) {
    let size = state.size
    let isFramed = size.columns >= 20 && size.rows >= 6
    let edge = isFramed ? 1 : 0
    let top = size.rows >= 10 ? 1 : 0
    let columns = min(size.columns, Self.columns)
    let lines = lines(columns: columns - 2 * edge)
    let rows = min(size.rows - 2 * top, lines.count + 2 * edge)
    let outside = Rect(column: size.columns - columns, row: top, columns: columns, rows: rows)
    let inside = outside.inset(left: edge, top: edge, right: edge, bottom: edge)
    frame.grid.fill(outside, with: .blank)
    if isFramed {
      frame.grid.frame(outside, title: "bookmarks: \(state.environment.keys.shown(.close)) goes back", isFocused: true)
    }
    frame.add(.overlay, in: frame.grid.bounds)
    // As little scrolled as shows the chosen one.
    frame.draw(lines, from: max(0, 2 * state.panes.bookmarkRow + 2 - inside.size.rows), in: inside)
  }

  /// Two lines for each: its name, and what it shows.
  func lines(columns: Int) -> [TextLine] {
    if state.tools.bookmarks.isEmpty {
      let words =
        "No view of this file is bookmarked: \(state.environment.keys.shown(.bookmark)) does so, outside of this list."
      return wrapped(words, width: max(8, columns)).map { TextLine($0, Style(.dim)) }
    }
    return state.tools.bookmarks.enumerated().flatMap { index, bookmark in
      let isChosen = index == state.panes.bookmarkRow
      let style = Style(.plain, on: .plain, isChosen ? [.reverse, .bold] : .bold)
      let name = clipped(SafeText(bookmark.name).text, to: max(0, columns - 2))
      return [
        TextLine("\(isChosen ? ">" : " ")\(name)".padding(to: columns), style, target: .bookmark(index)),
        TextLine(
          "   " + clipped(words(for: bookmark.view), to: max(0, columns - 3)), Style(.dim), target: .bookmark(index)),
      ]
    }
  }

  /// `7-14 Dec 2024; kind:convoy; Troops leave the Hassia area`
  private func words(for view: SavedView) -> String {
    let dates = [view.timeLook.isCumulative ? nil : view.from, view.to].compactMap { $0?.words }
    let span = dates.first == dates.last ? dates.first : dates.joined(separator: " to ")
    let time = span.map { view.timeLook.isCumulative ? "up to \($0)" : $0 } ?? "all time"
    let event = view.select.map { id in
      state.dataset.events.row(of: id).map { state.dataset.events[$0].title } ?? "\(id), which is not in the file"
    }
    return [time, view.filter.text, event ?? ""].filter { !$0.isEmpty }.map { SafeText($0).text }.joined(
      separator: "; ")
  }
}
