/// A format of files that is read. Which one a file has is told by its bytes, and by its name only where those leave it
/// open.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
  /// RFC 7946, best of the profile of `Data/README.md`.
  case geoJSON = "geojson"
  /// GeoJSON texts, a line each or as RFC 8142 separates them.
  case geoJSONSequence = "geojsonseq"
  /// A list of TimeMap's events.
  case timeMap = "timemap"
  /// A list of plain objects, or an object that wraps one.
  case json
  /// Plain objects, a line each.
  case jsonLines = "jsonlines"
  /// OGC KML 2.2.
  case kml
  /// GPX 1.1.
  case gpx
  /// Cursor on Target 2.0.
  case cursorOnTarget = "cot"
  /// A table of the program's own, as `list --format csv` writes it.
  case ownTable = "sitmap-csv"
  /// Delimited text of nobody's known format.
  case table = "csv"
  /// ACLED's table.
  case acled
  /// UCDP's georeferenced events.
  case ucdp
  /// GDELT's events, versions 1.0 and 2.0.
  case gdelt
  /// GeoConfirmed's table.
  case geoConfirmed = "geoconfirmed"
  /// The Global Terrorism Database.
  case gtd
  /// Active fires of NASA FIRMS.
  case firms
  /// A sheet of TimelineJS.
  case timelineJS = "timelinejs"
  /// EM-DAT's table of disasters.
  case emdat
  /// A GeoPackage, or another database of SQLite.
  case geoPackage = "gpkg"
  /// Esri's shapefile, or its table alone.
  case shapefile = "shp"
  /// FlatGeobuf.
  case flatGeobuf = "fgb"
  /// MapInfo's TAB or MIF.
  case mapInfo = "mapinfo"
  /// OGC GML.
  case gml
  /// A feed of RSS or Atom whose items have places.
  case geoRSS = "georss"
  /// Esri's file geodatabase, which is a folder.
  case fileGDB = "gdb"
  /// A workbook of Office Open XML.
  case xlsx
  /// A spreadsheet of OpenDocument.
  case ods
}
