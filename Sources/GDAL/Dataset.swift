#if GDAL
  import CGDAL
  import SituationIO

  /// A file that GDAL has opened to be read.
  final class Dataset {
    let library: Library
    private let handle: GDALDatasetH
    /// True if it is a database of SQLite, whose values may have other types than their columns.
    let isSQLite: Bool
    private let isGeoPackage: Bool

    /// Opens files in memory by the drivers of their format; nil where none of them can.
    init?(_ files: MemoryFiles, _ file: VectorFile, _ encoding: TextEncoding?, _ library: Library) {
      self.library = library
      var options = ["LIST_ALL_TABLES=NO", "DOWNLOAD_SCHEMA=NO", "EXPOSE_FID=NO", "EXPOSE_GML_ID=NO"]
      if file.format != .geoPackage { options.removeFirst() }
      if file.format != .gml { options.removeAll { !$0.hasPrefix("LIST") } }
      if file.format == .shapefile, let name = (encoding ?? file.encoding)?.libraryName {
        options.append("ENCODING=\(name)")
      }
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
      let opened = withCStrings(Library.drivers(of: file.format)) { drivers in
        withCStrings(options) { library.call.GDALOpenEx(files.main, flags, constant(drivers), constant($0), nil) }
      }
      guard let opened else { return nil }
      handle = opened
      let driver = library.call.GDALGetDatasetDriver(opened).flatMap { library.call.GDALGetDriverShortName($0) }
      let name = driver.map { String(cString: $0) } ?? ""
      (isSQLite, isGeoPackage) = (["GPKG", "SQLite"].contains(name), name == "GPKG")
    }

    deinit { _ = library.call.GDALClose(handle) }

    /// The layers of the dataset, in their order.
    var layers: [Layer] {
      (0..<max(0, library.call.GDALDatasetGetLayerCount(handle))).compactMap { number in
        library.call.GDALDatasetGetLayer(handle, number).map { Layer($0, of: self) }
      }
    }

    /// The rows that a database answers to a question: texts, where they are not NULL.
    func rows(_ question: String, columns: Int) -> [[String?]] {
      guard let answer = library.call.GDALDatasetExecuteSQL(handle, question, nil, nil) else { return [] }
      defer { library.call.GDALDatasetReleaseResultSet(handle, answer) }
      var rows: [[String?]] = []
      while let feature = library.call.OGR_L_GetNextFeature(answer) {
        defer { library.call.OGR_F_Destroy(feature) }
        rows.append(
          (0..<Int32(columns)).map { column in
            guard library.call.OGR_F_IsFieldSetAndNotNull(feature, column) != 0 else { return nil }
            return library.call.OGR_F_GetFieldAsString(feature, column).map { String(cString: $0) }
          })
      }
      return rows
    }

    /// The tables with what a GeoPackage says of them for people.
    func describing(_ sheets: [Sheet]) -> [Sheet] {
      guard isGeoPackage else { return sheets }
      let question =
        "SELECT CAST(table_name AS TEXT), CAST(identifier AS TEXT), CAST(description AS TEXT) FROM gpkg_contents"
      var words: [String: (title: String?, summary: String)] = [:]
      for row in rows(question, columns: 3) where row[0] != nil { words[row[0] ?? ""] = (row[1], row[2] ?? "") }
      return sheets.map { sheet in
        let said = words[sheet.name]
        return Sheet(
          name: sheet.name, title: said?.title, summary: said?.summary ?? "", columns: sheet.columns,
          hasGeometry: sheet.hasGeometry, rows: sheet.rows, remarks: sheet.remarks, faults: sheet.faults,
          losses: sheet.losses)
      }
    }
  }

  extension TextEncoding {
    /// The name by which GDAL knows it; nil for one that no table of dBASE has.
    fileprivate var libraryName: String? { self == .utf8 ? "UTF-8" : converterName }
  }

  /// A list of texts of C, as GDAL's functions take options.
  typealias CStrings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Calls something with texts as a list of C that ends with a null.
  func withCStrings<Result>(_ texts: [String], _ body: (CStrings?) -> Result) -> Result {
    let bytes = texts.map { Array($0.utf8CString) }
    let starts = bytes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    var all = bytes.flatMap(\.self)
    return all.withUnsafeMutableBufferPointer { all in
      var pointers = texts.indices.map { all.baseAddress?.advanced(by: starts[$0]) } + [nil]
      return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }
  }

  /// The same list for functions that promise not to change it.
  func constant(_ texts: CStrings?) -> UnsafePointer<UnsafePointer<CChar>?>? {
    texts.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
  }
#endif
