/// The formats that GDAL opens for us, by their first bytes.
enum VectorFormat {
  /// The format of some bytes; nil for any other.
  static func of(_ bytes: Bytes) -> FileFormat? {
    if SQLite.fits(bytes) { return .geoPackage }
    // The file code of the main file of a shapefile is 9994, the greatest byte first (Esri's description of July 1998).
    if bytes.count >= 100, bytes.starts(with: [0, 0, 0x27, 0x0A]) || isDBF(bytes) { return .shapefile }
    // “fgb”, the version of the specification, and “fgb” again.
    if bytes.starts(with: [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62]) { return .flatGeobuf }
    if isMapInfo(bytes) { return .mapInfo }
    return ofXML(bytes)
  }

  /// The file name's ending by which GDAL tells one form of a format from another.
  static func ending(of format: FileFormat, _ bytes: Bytes) -> String {
    switch format {
    case .geoPackage: isGeoPackage(bytes) ? "gpkg" : "sqlite"
    case .shapefile: bytes.first == 0 ? "shp" : "dbf"
    case .flatGeobuf: "fgb"
    case .mapInfo: bytes.first == UInt8(ascii: "!") ? "tab" : "mif"
    case .gml: "gml"
    case .geoRSS: "xml"
    case .geoJSON, .geoJSONSequence, .timeMap, .json, .jsonLines, .kml, .gpx, .cursorOnTarget, .ownTable, .table,
      .acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat, .xlsx, .ods, .fileGDB:
      "dat"
    }
  }

  /// The endings of the files that belong to a main file.
  static func endingsBeside(_ format: FileFormat, _ bytes: Bytes) -> [String] {
    switch ending(of: format, bytes) {
    case "shp": ["dbf", "shx", "prj", "cpg"]
    case "dbf": ["cpg"]
    case "tab": ["dat", "map", "id", "ind", "dbf"]
    case "mif": ["mid"]
    case "gml": ["xsd", "gfs"]
    default: []
    }
  }

  /// True if the name of an entry of an archive is that of a main file.
  static func isMain(_ name: String) -> Bool {
    ["shp", "fgb", "gpkg", "sqlite", "tab", "mif", "gml"].contains { name.lowercased().hasSuffix("." + $0) }
  }

  /// True if a database of SQLite is a GeoPackage: by the application's number, or by a table that each one has.
  private static func isGeoPackage(_ bytes: Bytes) -> Bool {
    if bytes.count > 72, ["GPKG", "GP10", "GP11"].contains(where: { bytes[68...].starts(with: $0.utf8) }) {
      return true
    }
    return contains("gpkg_contents", bytes.prefix(1 << 20))
  }

  /// A table of dBASE without its shapefile: the length of its header fits its end (dBASE's “Table File Structure”).
  private static func isDBF(_ bytes: Bytes) -> Bool {
    guard [0x03, 0x83, 0x8B, 0x30, 0x31, 0xF5].contains(bytes[0]), (0...12).contains(bytes[2]), bytes[3] <= 31 else {
      return false
    }
    let (header, record) = (bytes.number(at: 8, 2), bytes.number(at: 10, 2))
    guard header >= 65, header <= bytes.count, record > 1 else { return false }
    return bytes[header - 1] == 0x0D || bytes[(header - 1) / 32 * 32] == 0x0D
  }

  private static func isMapInfo(_ bytes: Bytes) -> Bool {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self).lowercased()
    if head.hasPrefix("!table") { return true }
    guard head.hasPrefix("version"), let line = head.split(whereSeparator: \.isNewline).first else { return false }
    let number = line.dropFirst(7).drop { $0 == " " || $0 == "\t" }
    return !number.isEmpty && number.allSatisfy { $0.isNumber || $0 == " " }
      && ["charset", "delimiter", "columns", "coordsys"].contains { head.contains($0) }
  }

  /// XML that names the namespace of GML, or a feed that names one of places; nil for any other bytes.
  private static func ofXML(_ bytes: Bytes) -> FileFormat? {
    guard let root = XMLDocument.rootName(bytes) else { return nil }
    let head = bytes.prefix(1 << 16)
    func names(_ spaces: [String]) -> Bool { spaces.contains { contains($0, head) } }
    switch root.split(separator: ":").last ?? "" {
    case "rss", "feed", "RDF":
      return names(["http://www.georss.org/georss", "http://www.w3.org/2003/01/geo/wgs84_pos#"]) ? .geoRSS : nil
    case "kml", "gpx", "event", "events": return nil
    default: return names(["http://www.opengis.net/gml"]) ? .gml : nil
    }
  }

  private static func contains(_ word: String, _ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    let word = Array(word.utf8)
    return bytes.withContiguousStorageIfAvailable { memory in
      guard memory.count >= word.count else { return false }
      for start in 0...(memory.count - word.count) where memory[start] == word[0] {
        if memory[start..<start + word.count].elementsEqual(word) { return true }
      }
      return false
    } ?? false
  }
}
