import Browser
import SituationModel

/// The view that the open files were left with. One file of the state's folder has the views of all files.
struct LastViews {
  private let folder: StateFolder
  private let files: OpenedFiles
  private let places: NamedPlaces
  private let zone: Zone

  private static let file = StateFolder.File(
    name: "views.json", profile: "sitmap-views-1", list: "views", words: "views of last time")
  /// The number of views that are kept. Those that were kept longest ago are forgotten first.
  private static let most = 500

  /// The last view of some files; nil if the environment names no place for the state.
  init?(files: [String], places: NamedPlaces, on zone: Zone) {
    guard let folder = StateFolder() else { return nil }
    (self.folder, self.files) = (folder, OpenedFiles(files))
    (self.places, self.zone) = (places, zone)
  }

  /// The view that the files were left with; nil if they were left as they open by themselves, or never opened.
  ///
  /// - Throws: the reason, if the file of views can't be read.
  func view() throws(StateFolder.Problem) -> SavedView? {
    guard case .object(let view)? = try folder.records(of: Self.file).last(where: files.own)?["view"] else {
      return nil
    }
    // What a later version knows of a view is passed over.
    var notes: [String] = []
    return SavedView(view, on: zone, place: places.coordinate, notes: &notes)
  }

  /// Keeps the view that the files are left with, or forgets it if it is `usual`. Colours, glyphs and language belong to
  /// the person and not to the files, and are not kept.
  func keep(_ view: SavedView, usual: SavedView) throws(StateFolder.Problem) {
    let (view, usual) = (view.withoutLook, usual.withoutLook)
    let isKnown = try folder.records(of: Self.file).contains(where: files.own)
    guard view != usual || isKnown else { return }
    _ = try folder.change(Self.file) { records in
      records.removeAll(where: files.own)
      if view != usual { records.append(["files": files.member, "view": view.object]) }
      records.removeFirst(max(0, records.count - Self.most))
    }
  }
}

extension SavedView {
  /// The view as an object of JSON.
  var object: PropertyValue { .object(Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })) }
}
