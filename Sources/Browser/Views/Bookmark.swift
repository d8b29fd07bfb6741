import SituationModel
import TextCanvas

/// A view under a name, kept between sessions.
public struct Bookmark: Hashable, Sendable {
  /// What the person calls it; no two of the same files have one name.
  public var name: String
  /// What is shown.
  public let view: SavedView

  /// What the member `profile` of the bookmarks' file has to be.
  public static let profile = "sitmap-bookmarks-1"
  /// The member that has the bookmarks.
  public static let list = "bookmarks"

  /// A bookmark.
  public init(name: String, view: SavedView) { (self.name, self.view) = (name, view) }
}

/// What the browser asks of the place where bookmarks are kept. Each is answered by all that are there then.
public enum BookmarkErrand: Hashable, Sendable {
  /// Read them.
  case read
  /// Keep one, in place of one of the same name.
  case keep(Bookmark)
  /// Give one another name.
  case rename(String, to: String)
  /// Take one away.
  case forget(String)
}

/// Keeping views under names, and going back to them.
extension BrowserState {
  /// Asks for another name of the chosen bookmark.
  mutating func askForNewName() {
    if let bookmark = chosenBookmark { dialogue.prompt = Prompt(purpose: .rename, text: bookmark.name) }
  }

  /// Asks for a name for this view.
  mutating func askForName() -> [Effect] {
    guard canKeep() else { return [] }
    dialogue.prompt = Prompt(purpose: .bookmark)
    return [.bookmarks(.read)]
  }

  /// Shows the list, or closes it.
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

  /// Takes the name that was typed for a new bookmark, after a question when it has one already.
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

  /// Takes the name that was typed for the chosen bookmark.
  mutating func rename(to typed: String) -> [Effect] {
    let name = Self.trimmed(typed)
    guard let bookmark = chosenBookmark, !name.isEmpty, name != bookmark.name else { return [] }
    if tools.bookmarks.contains(where: { $0.name == name }) {
      dialogue.message = "another bookmark has this name"
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

  /// Takes what is kept now.
  mutating func took(_ bookmarks: [Bookmark], saying words: String?) {
    tools.bookmarks = bookmarks
    panes.bookmarkRow = min(panes.bookmarkRow, max(0, bookmarks.count - 1))
    if let words { dialogue.notice = SafeText(words).text }
  }

  /// The bookmark that keys act on.
  var chosenBookmark: Bookmark? {
    tools.bookmarks.indices.contains(panes.bookmarkRow) ? tools.bookmarks[panes.bookmarkRow] : nil
  }

  private static func trimmed(_ text: String) -> String {
    let words = text.drop { $0 == " " }
    return String(words.reversed().drop { $0 == " " }.reversed())
  }
}
