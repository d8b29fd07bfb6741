import SituationModel
import TextCanvas

/// Bookmarking views, and going back to them.
extension BrowserState {
  /// Asks for a new name of the chosen bookmark.
  mutating func askForNewName() {
    if let bookmark = chosenBookmark { dialogue.prompt = Prompt(purpose: .rename, text: bookmark.name) }
  }

  /// Asks for a name for the present view, to bookmark it.
  mutating func askForName() -> [Effect] {
    guard canKeep() else { return [] }
    dialogue.prompt = Prompt(purpose: .bookmark)
    return [.bookmarks(.read)]
  }

  /// Shows or closes the list of bookmarks.
  mutating func toggleBookmarks() -> [Effect] {
    if panes.overlay?.content == .bookmarks {
      panes.overlay = nil
      return []
    }
    guard canKeep() else { return [] }
    panes.overlay = Overlay(content: .bookmarks)
    panes.bookmarkRow = 0
    return [.bookmarks(.read)]
  }

  private mutating func canKeep() -> Bool {
    if dataset.events.isComparison { dialogue.message = "a comparison of two files keeps no bookmarks" }
    return !dataset.events.isComparison
  }

  /// Bookmarks the view under the typed name. If another bookmark has this name, the person is asked first.
  mutating func keep(as typed: String) -> [Effect] {
    let name = Self.trimmed(typed)
    guard !name.isEmpty else { return [] }
    let bookmark = Bookmark(name: name, view: savedView.withoutLook)
    if tools.bookmarks.contains(where: { $0.name == name }) {
      dialogue.question = .replace(bookmark)
      return []
    }
    return [.bookmarks(.keep(bookmark))]
  }

  /// Renames the chosen bookmark.
  mutating func rename(to typed: String) -> [Effect] {
    let name = Self.trimmed(typed)
    guard let bookmark = chosenBookmark, !name.isEmpty, name != bookmark.name else { return [] }
    if tools.bookmarks.contains(where: { $0.name == name }) {
      dialogue.message = "another bookmark has this name: choose a different one"
      return []
    }
    return [.bookmarks(.rename(bookmark.name, to: name))]
  }

  /// Shows the view of a bookmark.
  mutating func goToBookmark(_ row: Int) {
    guard tools.bookmarks.indices.contains(row) else { return }
    panes.overlay = nil
    tools.play.isOn = false
    show(tools.bookmarks[row].view)
    dialogue.message =
      "bookmark \(SafeText(tools.bookmarks[row].name).text); \(environment.keys.shown(.undo)) goes back"
  }

  /// Updates the bookmarks to those that are kept now.
  mutating func took(_ bookmarks: [Bookmark], saying words: String?) {
    tools.bookmarks = bookmarks
    panes.bookmarkRow = min(panes.bookmarkRow, max(0, bookmarks.count - 1))
    if let words { dialogue.notice = SafeText(words).text }
  }

  /// The chosen bookmark, on which keys act.
  var chosenBookmark: Bookmark? {
    tools.bookmarks.indices.contains(panes.bookmarkRow) ? tools.bookmarks[panes.bookmarkRow] : nil
  }

  private static func trimmed(_ text: String) -> String {
    let words = text.drop { $0 == " " }
    return String(words.reversed().drop { $0 == " " }.reversed())
  }
}
