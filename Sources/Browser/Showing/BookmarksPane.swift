import TextCanvas

/// The list of bookmarks.
struct BookmarksPane: MenuPane {
  let linesEach = 2
  var row: WritableKeyPath<BrowserState, Int> { \.panes.bookmarkRow }

  func heading(_ state: BrowserState) -> String { "bookmarks: \(state.environment.keys.shown(.close)) goes back" }

  func columns(_ state: BrowserState) -> Int { 44 }

  func count(_ state: BrowserState) -> Int { state.tools.bookmarks.count }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if move(action, &state) { return .done }
    switch action {
    case .open: state.goToBookmark(state.panes.bookmarkRow)
    case .clear: if let name = state.chosenBookmark?.name { state.dialogue.question = .forget(name) }
    case .bookmark: state.askForNewName()
    default: return .passed
    }
    return .done
  }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [
      KeyHint([.close], "back"), KeyHint([.up, .down], "choose"), KeyHint([.open], "go"),
      KeyHint([.bookmark], "rename"), KeyHint([.clear], "delete"),
    ]
  }

  /// Two lines for each: its name, and what it shows.
  func lines(_ state: BrowserState, columns: Int) -> [TextLine] {
    if state.tools.bookmarks.isEmpty {
      let words =
        "This file has no bookmarks yet. Close this list, then \(state.environment.keys.shown(.bookmark)) bookmarks the view."
      return wrapped(words, width: max(8, columns)).map { TextLine($0, Style(.dim)) }
    }
    return state.tools.bookmarks.enumerated().flatMap { index, bookmark in
      let isChosen = index == state.panes.bookmarkRow
      let style = Style(.plain, on: .plain, isChosen ? [.reverse, .bold] : .bold)
      let name = clipped(SafeText(bookmark.name).text, to: max(0, columns - 2))
      return [
        TextLine("\(isChosen ? ">" : " ")\(name)".padding(to: columns), style, target: .bookmark(index)),
        TextLine(
          "   " + clipped(words(for: bookmark.view, in: state), to: max(0, columns - 3)), Style(.dim),
          target: .bookmark(index)),
      ]
    }
  }

  /// `7-14 Dec 2024; kind:convoy; Troops leave the Hassia area`
  private func words(for view: SavedView, in state: BrowserState) -> String {
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
