import Cartography
import Drafting
import Places
import SituationIO
import SituationModel

/// The data that reports are read with: the words of a language, and the places of the base map.
struct DraftingData {
  /// The folder of the program's files.
  private let data: DataFolder

  init(data: DataFolder) { self.data = data }

  /// The codes of the languages that have a file of words, in order.
  static let languages = ["en", "de", "fr", "es", "ru", "uk", "ar"]

  /// The words of a language.
  ///
  /// - Throws: a failure that names the file, when it is missing or damaged.
  func lexicon(_ language: String) throws(Failure) -> Lexicon {
    guard DraftingData.languages.contains(language) else {
      throw .usage("--language is one of \(DraftingData.languages.joined(separator: ", "))")
    }
    let path = data.drafting(language)
    do throws(ReadError) { return try Lexicon(json: Array(try readText(path: path).utf8), file: path) } catch {
      throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
    }
  }

  /// The places that reports may name.
  ///
  /// - Throws: a failure that names the file, when one is missing or damaged.
  func gazetteer() throws(Failure) -> ReportGazetteer {
    let atlas = Atlas(data: data)
    let files = try atlas.namedPlaces()
    let roads = RoadNetwork(try atlas.roads())
    return ReportGazetteer(
      lookup: PlaceIndex(files), places: files[.places] ?? [], countries: try atlas.outlines(),
      route: { roads.route(from: $0, to: $1)?.line })
  }
}
