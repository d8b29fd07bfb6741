/// A format of files that is read. Which one a file has is told by its bytes, and by its name only where those leave it
/// open.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
  /// RFC 7946, best of the profile of `Data/README.md`.
  case geoJSON = "geojson"
  /// GeoJSON texts, a line each or as RFC 8142 separates them.
  case geoJSONSequence = "geojsonseq"
  /// A list of TimeMap's events.
  case timeMap = "timemap"
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
  /// GDELT's events, version 2.0.
  case gdelt
  /// GeoConfirmed's table.
  case geoConfirmed = "geoconfirmed"
  /// A GeoPackage, or another database of SQLite.
  case geoPackage = "gpkg"
  /// A workbook of Office Open XML.
  case xlsx
  /// A spreadsheet of OpenDocument.
  case ods

  /// The format of some bytes that are no table; `geoJSON` where nothing else fits, whose reader then says what is wrong.
  init(sniffing bytes: Bytes, file: String) {
    if GeoJSONSequence.fits(bytes) {
      self = .geoJSONSequence
    } else if TimeMap.fits(bytes) {
      self = .timeMap
    } else if KML.fits(bytes) {
      self = .kml
    } else if GPX.fits(bytes) {
      self = .gpx
    } else if CursorOnTarget.fits(bytes) {
      self = .cursorOnTarget
    } else {
      self = .geoJSON
    }
  }
}
