import Cartography
import Places
import SituationIO
import SituationModel
import Testing

@testable import Drafting

/// The project's own words and places, and reports, for the tests.
enum Reports {
  private static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The gazetteer of the base map's own files, read once for the whole run.
  static let gazetteer: ReportGazetteer = {
    func features(_ name: String) -> [Feature] {
      (try? readFeatures(path: "\(root)/Data/basemap/\(name).geojson").features) ?? []
    }
    var files: [PlaceFile: [Feature]] = [:]
    for file in PlaceFile.allCases { files[file] = features(file.rawValue) }
    var map = BaseMap()
    map.add(features(BaseMapFile.roads.rawValue), as: .roads)
    let roads = RoadNetwork(map)
    return ReportGazetteer(
      lookup: PlaceIndex(files), places: files[.places] ?? [], countries: features(BaseMapFile.worldCountries.rawValue),
      route: { roads.route(from: $0, to: $1)?.line })
  }()

  static func lexicon(_ language: String) throws -> Lexicon {
    let path = "\(root)/Data/drafting/\(language).json"
    return try Lexicon(json: Array(try readText(path: path).utf8), file: path)
  }

  static func drafter(_ language: String = "en") throws -> Drafter {
    Drafter(lexicon: try lexicon(language), gazetteer: gazetteer)
  }

  /// The drafts of a text that was published on a day.
  static func drafts(_ text: String, published: String? = "2024-12-14", language: String = "en") throws -> ReportDrafts
  {
    let day = try published.map { try DateInterval(edtf: $0).start?.date } ?? nil
    return try drafter(language).drafts(of: [ReportDocument(name: "report.txt", text: text)], published: day)
  }

  /// The path of a report of the fixtures.
  static func path(_ name: String) -> String { "\(root)/Tests/DraftingTests/Fixtures/reports/\(name)" }

  /// The reports with the events that a person found in them.
  static let labelled = [
    ("agency.txt", "en"), ("agentur-de.txt", "de"), ("blog.txt", "en"), ("flash-quake.txt", "en"),
    ("maritime.txt", "en"), ("ministry.txt", "en"),
    ("newspaper.html", "en"), ("ngo-sitrep.md", "en"), ("police-log.txt", "en"), ("telegram.txt", "en"),
  ]

  /// The comparison of a labelled report with its labels.
  static func check(_ name: String, _ language: String) throws -> DraftCheck {
    let gold = path(String(name.prefix { $0 != "." }) + ".gold.json")
    let expected = try DraftGold(json: Array(try readText(path: gold).utf8), file: gold)
    let drafts = try drafter(language).drafts(
      of: [ReportDocument.read(path: path(name))], published: expected.published)
    return DraftCheck(drafts, expected)
  }
}
