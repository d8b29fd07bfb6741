import SituationModel
import TextCanvas

/// A view with a name, kept between sessions.
public struct Bookmark: Hashable, Sendable {
  /// The name that the person gave; no two bookmarks of the same files have the same name.
  public var name: String
  /// The view to show.
  public let view: SavedView

  /// The required value of the member `profile` in the bookmarks' file.
  public static let profile = "sitmap-bookmarks-1"
  /// The member that has the bookmarks.
  public static let list = "bookmarks"

  /// A bookmark.
  public init(name: String, view: SavedView) { (self.name, self.view) = (name, view) }
}

/// A request to the store of bookmarks. Each is answered by all bookmarks that exist afterwards.
public enum BookmarkErrand: Hashable, Sendable {
  /// Reads the bookmarks.
  case read
  /// Keeps a bookmark, in place of one of the same name.
  case keep(Bookmark)
  /// Renames a bookmark.
  case rename(String, to: String)
  /// Deletes a bookmark.
  case forget(String)
}
