@testable import SituationIO

/// The files in `Fixtures`, and those that the program ships.
enum Fixtures {
  /// Files that open, each with its golden.
  static let opening = [
    "claims", "profile", "plain", "single-feature", "empty-collection", "geometry", "broken-parts", "broken-records",
    "broken-collection", "broken-off", "duplicates", "encoding", "raw-text", "lines-cr",
    "times", "geometry-alone", "geometries", "sequence.geojsonl", "separated.geojsons", "timemap-old.json",
    "timemap-new.json", "folders.kml", "latin-1.kml", "broken-off.kml", "hikes.gpx", "targets.cot", "stream.cot",
    "acled.csv", "ucdp.csv", "ucdp-no-header.csv", "gdelt.tsv", "geoconfirmed.csv", "oddities.csv", "latin-1-hxl.csv",
    "utf16.csv", "return.tsv", "values.csv", "forms.csv",
  ]

  /// Files that do not open, and what is said then.
  static let failing: [(name: String, message: String)] = [
    ("error-empty", "1: is empty"),
    ("error-blank", "1: is empty"),
    ("error-list", "1: the file is a list, not an object"),
    ("error-topology", "1: the file is a \"Topology\", not a Feature"),
    ("error-no-features", "1: the file has no \"features\""),
    ("error-features-object", "2: the file has an object instead of a list"),
    ("error-first-broken", "4: the file is no JSON: a comma or \"}\" was expected, not \"\"\""),
    ("error-utf16", "1: the file has no \"features\""),
  ]

  /// The path of a fixture; a name without an extension is GeoJSON.
  static func path(_ name: String) -> String { "\(folder)/Fixtures/\(name)\(name.contains(".") ? "" : ".geojson")" }

  /// The bytes of a fixture.
  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(FileBytes.read(path: path(name), limits: Limits()))
  }

  /// The path of a file in the project's `Data`.
  static func data(_ name: String) -> String { "\(folder)/../../Data/\(name)" }

  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")
}
