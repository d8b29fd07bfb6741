#if GDAL
  import CGDAL
  import SituationIO

  // The way of the data: the bytes of a file with all its parts become files in GDAL's memory (`MemoryFiles`), and are opened by the
  // driver of their format alone (`Dataset`). Each layer (`Layer`) becomes a `Sheet`: fields as texts (`FieldText`), forms as
  // well-known binary in degrees on WGS 84 (`LayerGeometry`). What GDAL says on the way is kept (`Messages`).

  /// Opens vector files by GDAL.
  public struct GDALSource: SheetSource {
    /// An opener; the library is loaded when the first file is opened.
    public init() {}

    /// The layers of a file. Linear in their records.
    public func sheets(
      in file: VectorFile, name: String, columns: ColumnMap, limits: Limits
    ) throws(ReadError) -> [Sheet] {
      if let reason = Hazard.reason(in: file) { throw .notReadable(file: name, reason: reason) }
      let library: Library
      switch Library.shared {
      case .success(let loaded): library = loaded
      case .failure(let problem): throw .notReadable(file: name, reason: "can't be opened: \(problem.reason)")
      }
      let messages = Messages(library)
      defer { messages.end() }
      let files = MemoryFiles(file, library)
      guard let dataset = Dataset(files, file, columns.encoding, library) else {
        let words = messages.words(without: files).map { ": \($0)" } ?? ""
        throw .notUnderstood(file: name, line: 1, reason: "is no sound \(file.format.words)\(words)")
      }
      let sheets = dataset.layers.map { $0.sheet(messages, files, limits: limits) }
      return dataset.describing(sheets)
    }
  }

  extension Library {
    /// The driver names of a format. No other driver is asked, so no file can make GDAL open another or ask a network.
    static func drivers(of format: FileFormat) -> [String] {
      switch format {
      case .geoPackage: ["GPKG", "SQLite"]
      case .shapefile: ["ESRI Shapefile"]
      case .flatGeobuf: ["FlatGeobuf"]
      case .mapInfo: ["MapInfo File"]
      case .gml: ["GML"]
      case .geoRSS: ["GeoRSS"]
      case .fileGDB: ["OpenFileGDB"]
      case .geoJSON, .geoJSONSequence, .timeMap, .json, .jsonLines, .kml, .gpx, .cursorOnTarget, .ownTable, .table,
        .acled, .ucdp, .gdelt, .geoConfirmed, .gtd, .firms, .timelineJS, .emdat, .xlsx, .ods:
        []
      }
    }
  }

  /// Things in a file that would make a driver do more than read it.
  enum Hazard {
    /// The reason not to open a file; nil for none.
    static func reason(in file: VectorFile) -> String? {
      switch file.format {
      case .gml, .geoRSS:
        return has(["<!doctype", "<!entity"], in: file) ? "has a document type, of which nothing is read" : nil
      case .mapInfo:
        let words = ["\"\\isseamless\"", "create view", "type linked", "type odbc", "type wms", "type wfs"]
        return has(words, in: file) ? "refers to other tables, which are not opened" : nil
      default: return nil
      }
    }

    /// True if the beginning of a part has a word, whatever the case of its letters.
    private static func has(_ words: [String], in file: VectorFile) -> Bool {
      file.parts.contains { part in
        let head = part.bytes.withUnsafeBufferPointer { String(decoding: $0.prefix(1 << 16), as: UTF8.self) }
          .lowercased()
        return words.contains { head.contains($0) }
      }
    }
  }
#endif
