import Places
import SituationIO
import SituationModel

/// The gazetteer for names in files of events. Its files are read when the first name is looked up, and never where no file needs it.
final class PlaceNames: PlaceLookup {
  /// The gazetteer of the data folder.
  static let shared = PlaceNames()

  private init() {}

  /// The index, which is made when it is first asked for. Empty where a file of it can't be read, which is said.
  private static let index = load()

  private static func load() -> PlaceIndex {
    do {
      let atlas = Atlas(data: try DataFolder())
      return PlaceIndex(try atlas.namedPlaces())
    } catch {
      StandardError.write("\(error.message): no place is looked up by its name")
      return PlaceIndex([:])
    }
  }

  var isEmpty: Bool { PlaceNames.index.isEmpty }
  func places(named name: String) -> [KnownPlace] { PlaceNames.index.places(named: name) }
  func country(of text: String) -> String? { PlaceNames.index.country(of: text) }
  func name(ofCountry code: String) -> String { PlaceNames.index.name(ofCountry: code) }
}
