import Browser
import Glibc
import SituationIO
import SituationModel

/// Where bookmarks are kept: one file for all situations, `bookmarks.json` in `XDG_STATE_HOME/sitmap`, or without that
/// variable in `~/.local/state/sitmap`.
///
/// Each bookmark belongs to the files that were open, by their whole paths: a new version of a file keeps them. Those of
/// the situation that comes with the program belong to no file. The file is read anew for each errand, so two browsers can
/// share it, and is replaced whole. What can't be read is never written over.
struct BookmarkShelf {
  private let folder: String
  private let files: [PropertyValue]
  private let places: NamedPlaces
  private let zone: Zone

  /// Why an errand came to nothing.
  struct Problem: Error {
    let message: String
  }

  /// The shelf for some files; nil when the environment names no place for it.
  init?(files: [String], places: NamedPlaces, on zone: Zone) {
    // As the XDG specification says, a path that is not absolute is none.
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else { return nil }
    folder = state + "/sitmap"
    self.places = places
    self.zone = zone
    self.files = files.map { path in
      guard let real = realpath(path, nil) else { return .text(path) }
      defer { free(real) }
      return .text(String(cString: real))
    }
  }

  private var path: String { folder + "/bookmarks.json" }

  /// Does an errand; returns the bookmarks of the files that are open, and what is to be said.
  func run(_ errand: BookmarkErrand) throws(Problem) -> ([Bookmark], String?) {
    if case .read = errand { return own(try read()) }
    try makeFolder()
    // Two browsers at once: the second one waits for the first.
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { flock(lock, LOCK_EX) }
    var records = try read()
    let words = change(&records, errand)
    try write(records)
    return (own(records).0, words)
  }

  // MARK: Records

  private func change(_ records: inout [[String: PropertyValue]], _ errand: BookmarkErrand) -> String {
    switch errand {
    case .read: return ""
    case .keep(let bookmark):
      let view = Dictionary(uniqueKeysWithValues: bookmark.view.members.map { ($0.key, $0.value) })
      records.removeAll { isOwn($0, name: bookmark.name) }
      records.append(["files": .list(files), "name": .text(bookmark.name), "view": .object(view)])
      return "bookmarked as \(bookmark.name)"
    case .rename(let old, let new):
      for index in records.indices where isOwn(records[index], name: old) { records[index]["name"] = .text(new) }
      return "renamed to \(new)"
    case .forget(let name):
      records.removeAll { isOwn($0, name: name) }
      return "bookmark \(name) deleted"
    }
  }

  private func isOwn(_ record: [String: PropertyValue], name: String? = nil) -> Bool {
    record["files"] == .list(files) && (name == nil || record["name"]?.text == name)
  }

  /// The bookmarks of the files that are open, and what is wrong with their views.
  private func own(_ records: [[String: PropertyValue]]) -> ([Bookmark], String?) {
    var notes: [String] = []
    let bookmarks = records.filter { isOwn($0) }.compactMap { record -> Bookmark? in
      guard let name = record["name"]?.text, case .object(let view)? = record["view"] else { return nil }
      var wrong: [String] = []
      defer { notes += wrong.map { "bookmark \(name): \($0)" } }
      return Bookmark(name: name, view: SavedView(view, on: zone, place: places.coordinate, notes: &wrong))
    }
    return (bookmarks, notes.isEmpty ? nil : notes.joined(separator: "; "))
  }

  // MARK: The file

  private func read() throws(Problem) -> [[String: PropertyValue]] {
    let reason: String
    do throws(ReadError) {
      let file = try RecordFile(path: path, profile: Bookmark.profile, list: Bookmark.list)
      guard let first = file.rejections.first else { return file.records.map(\.members) }
      reason = "\(path):\(first.line): \(first.reason)"
    } catch .noSuchFile {
      return []
    } catch {
      reason = error.message
    }
    throw Problem(message: "the bookmarks can't be read, and are left as they are: \(reason)")
  }

  private func write(_ records: [[String: PropertyValue]]) throws(Problem) {
    let list = records.map { "  " + PropertyValue.object($0).json }.joined(separator: ",\n")
    let text = "{\"profile\": \"\(Bookmark.profile)\", \"\(Bookmark.list)\": [\n\(list)\n]}\n"
    do throws(NewFile.Problem) {
      _ = try NewFile.write(text, to: path, replacing: true)
    } catch {
      var reason = "a file is there"
      if case .failed(let words) = error { reason = words }
      throw Problem(message: "nothing was changed: \(path) can't be written: \(reason)")
    }
  }

  private func makeFolder() throws(Problem) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      // For the person alone, as the XDG specification asks.
      if mkdir(made, 0o700) != 0 && errno != EEXIST {
        throw Problem(message: "nothing was changed: \(made) can't be made: \(String(cString: strerror(errno)))")
      }
    }
  }
}
