import Places
import SituationIO
import SituationModel
import Synchronization

/// The gazetteer for names in files of events. Its files are read when the first name is looked up, and never where no file needs it.
final class PlaceNames: PlaceLookup {
  /// The gazetteer of the data folder.
  static let shared = PlaceNames()

  /// The index; nil until it is asked for.
  private let index = Mutex<PlaceIndex?>(nil)

  private init() {}

  /// The index, which is made once. Empty where a file of it can't be read, which is said.
  private var loaded: PlaceIndex {
    index.withLock { index in
      if let index { return index }
      let made = PlaceNames.load()
      index = made
      return made
    }
  }

  private static func load() -> PlaceIndex {
    do {
      let atlas = Atlas(data: try DataFolder())
      return PlaceIndex(try atlas.namedPlaces())
    } catch {
      StandardError.write("\((error as? Failure)?.message ?? "sitmap: \(error)"): no place is looked up by its name")
      return PlaceIndex([:])
    }
  }

  var isEmpty: Bool { loaded.isEmpty }
  func places(named name: String) -> [KnownPlace] { loaded.places(named: name) }
  func country(of text: String) -> String? { loaded.country(of: text) }
  func name(ofCountry code: String) -> String { loaded.name(ofCountry: code) }
}
