import Browser
import SituationModel

/// The view that the open files were left with, among those of all files in one file of the state's folder.
struct LastViews {
  private let folder: StateFolder
  private let files: OpenedFiles
  private let places: NamedPlaces
  private let zone: Zone

  private static let file = StateFolder.File(
    name: "views.json", profile: "sitmap-views-1", list: "views", words: "views of last time")
  /// The views of the files that were opened longest ago are forgotten.
  private static let most = 500

  /// Those of some files; nil when the environment names no place for them.
  init?(files: [String], places: NamedPlaces, on zone: Zone) {
    guard let folder = StateFolder() else { return nil }
    (self.folder, self.files) = (folder, OpenedFiles(files))
    (self.places, self.zone) = (places, zone)
  }

  /// The view that the files were left with; nil where they were left as they open by themselves, or never opened.
  ///
  /// - Throws: why it is not known, where the file can't be read.
  func view() throws(StateFolder.Problem) -> SavedView? {
    guard case .object(let view)? = try folder.records(of: Self.file).last(where: files.own)?["view"] else {
      return nil
    }
    // What a later version knows of a view is passed over.
    var notes: [String] = []
    return SavedView(view, on: zone, place: places.coordinate, notes: &notes)
  }

  /// Keeps the view that they are left with, or forgets it where it is `usual`. Colours, glyphs and language are the
  /// person's, and not the files'.
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
  /// As an object of a file.
  var object: PropertyValue { .object(Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })) }
}
