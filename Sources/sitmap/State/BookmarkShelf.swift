import Browser
import SituationModel

/// The bookmarks of the files that are open, among those of all files in one file of the state's folder.
struct BookmarkShelf {
  private let folder: StateFolder
  private let files: OpenedFiles
  private let places: NamedPlaces
  private let zone: Zone

  private static let file = StateFolder.File(
    name: "bookmarks.json", profile: Bookmark.profile, list: Bookmark.list, words: "bookmarks")

  /// The shelf for some files; nil when the environment names no place for it.
  init?(files: [String], places: NamedPlaces, on zone: Zone) {
    guard let folder = StateFolder() else { return nil }
    (self.folder, self.files) = (folder, OpenedFiles(files))
    (self.places, self.zone) = (places, zone)
  }

  /// Does an errand; returns the bookmarks of the files that are open, and what is to be said.
  func run(_ errand: BookmarkErrand) throws(StateFolder.Problem) -> ([Bookmark], String?) {
    if case .read = errand { return own(try folder.records(of: Self.file)) }
    var words = ""
    let records = try folder.change(Self.file) { words = change(&$0, errand) }
    return (own(records).0, words)
  }

  private func change(_ records: inout [[String: PropertyValue]], _ errand: BookmarkErrand) -> String {
    switch errand {
    case .read: return ""
    case .keep(let bookmark):
      records.removeAll { isOwn($0, name: bookmark.name) }
      records.append(["files": files.member, "name": .text(bookmark.name), "view": bookmark.view.object])
      return "bookmarked as \(bookmark.name)"
    case .rename(let old, let new):
      for index in records.indices where isOwn(records[index], name: old) { records[index]["name"] = .text(new) }
      return "renamed to \(new)"
    case .forget(let name):
      records.removeAll { isOwn($0, name: name) }
      return "bookmark \(name) deleted"
    }
  }

  private func isOwn(_ record: [String: PropertyValue], name: String) -> Bool {
    files.own(record) && record["name"]?.text == name
  }

  /// The bookmarks of the files that are open, and what is wrong with their views.
  private func own(_ records: [[String: PropertyValue]]) -> ([Bookmark], String?) {
    var notes: [String] = []
    let bookmarks = records.filter(files.own).compactMap { record -> Bookmark? in
      guard let name = record["name"]?.text, case .object(let view)? = record["view"] else { return nil }
      var wrong: [String] = []
      defer { notes += wrong.map { "bookmark \(name): \($0)" } }
      return Bookmark(name: name, view: SavedView(view, on: zone, place: places.coordinate, notes: &wrong))
    }
    return (bookmarks, notes.isEmpty ? nil : notes.joined(separator: "; "))
  }
}
