#if GDAL
  import CGDAL
  import Glibc
  import SituationIO
  import SituationModel

  /// Writes GeoPackage files (OGC 12-128, version 1.3): one table of features.
  public struct GeoPackageWriter: SheetWriter {
    /// The name of the table.
    static let table = "events"

    /// A writer; the library is loaded when the first file is written.
    public init() {}

    /// Writes the events into a file in memory, which is then copied: nothing is written beside the file.
    public func write(
      _ sheet: EventSheet, to path: String, rows next: () -> EventSheet.Row?
    ) throws(SheetProblem) {
      let library: Library
      switch Library.shared {
      case .success(let loaded): library = loaded
      case .failure(let problem): throw SheetProblem(reason: problem.reason)
      }
      let messages = Messages(library)
      defer { messages.end() }
      let file = NewPackage(library)
      func failed(_ words: String) -> SheetProblem {
        SheetProblem(reason: messages.words(without: nil) ?? words)
      }
      guard file.create(sheet), file.add(next) else {
        throw failed("the database can't be written")
      }
      file.close()
      if let code = file.copy(to: path) { throw SheetProblem(reason: String(cString: strerror(code))) }
    }
  }

  /// A GeoPackage that is made in memory.
  private final class NewPackage {
    private let library: Library
    private var call: sitmap_gdal { library.call }
    private var dataset: GDALDatasetH?
    private var layer: OGRLayerH?
    private var path = ""
    private var folder = ""

    init(_ library: Library) {
      self.library = library
      folder = "/vsimem/sitmap-new-\(UInt(bitPattern: ObjectIdentifier(self).hashValue))"
      path = folder + "/new.gpkg"
    }

    deinit {
      close()
      _ = call.VSIRmdirRecursive(folder)
    }

    func close() {
      if let dataset { _ = call.GDALClose(dataset) }
      (dataset, layer) = (nil, nil)
    }

    /// Makes the database and its table.
    ///
    /// GDAL would put the forms before all other columns. The table is made by its own words, so that it has the columns in the order in
    /// which earlier versions know them, and is opened again to be filled.
    func create(_ sheet: EventSheet) -> Bool {
      dataset = withCStrings(["VERSION=1.3", "ADD_GPKG_OGR_CONTENTS=NO"]) {
        call.GDALCreate(call.GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, $0)
      }
      if dataset == nil { return false }
      for statement in statements(sheet) {
        if let answer = call.GDALDatasetExecuteSQL(dataset, statement, nil, nil) {
          call.GDALDatasetReleaseResultSet(dataset, answer)
        }
      }
      close()
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE)
      dataset = withCStrings(["GPKG"]) { call.GDALOpenEx(path, flags, constant($0), nil, nil) }
      layer = dataset.flatMap { call.GDALDatasetGetLayer($0, 0) }
      let count = layer.map { call.OGR_FD_GetFieldCount(call.OGR_L_GetLayerDefn($0)) }
      return count.map { Int($0) } == EventSheet.columns.count
    }

    /// The statements that make the table and say what every GeoPackage says of its tables.
    private func statements(_ sheet: EventSheet) -> [String] {
      func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      }
      let table = GeoPackageWriter.table
      let columns = EventSheet.columns.map { "\"\($0.name)\" \($0.isNumber ? "DOUBLE" : "TEXT")" }.joined(
        separator: ", ")
      let title = sheet.title.isEmpty ? "NULL" : quoted(sheet.title)
      return [
        "CREATE TABLE \(table) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \(columns), geom GEOMETRY)",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
          + "VALUES ('\(table)', 'features', \(title), \(quoted(sheet.summary)), 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('\(table)', 'geom', 'GEOMETRY', 4326, 0, 0)",
      ]
    }

    /// Adds the rows in one transaction.
    func add(_ next: () -> EventSheet.Row?) -> Bool {
      guard let dataset, let layer, call.GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE else { return false }
      let table = call.OGR_L_GetLayerDefn(layer)
      while let row = next() {
        guard let feature = call.OGR_F_Create(table) else { return false }
        defer { call.OGR_F_Destroy(feature) }
        for (index, value) in row.values.enumerated() {
          switch value {
          case .none: break
          case .text(let text): call.OGR_F_SetFieldString(feature, Int32(index), text)
          case .number(let number): call.OGR_F_SetFieldDouble(feature, Int32(index), number)
          }
        }
        if let form = row.shape.flatMap({ ShapeBytes($0) }) {
          var geometry: OGRGeometryH?
          guard call.OGR_G_CreateFromWkb(form.bytes, nil, &geometry, Int32(clamping: form.bytes.count)) == OGRERR_NONE
          else { return false }
          _ = call.OGR_F_SetGeometryDirectly(feature, geometry)
        }
        guard call.OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { return false }
      }
      return call.GDALDatasetCommitTransaction(dataset) == OGRERR_NONE
    }

    /// Copies the database into a file; returns the system's error, or nil.
    func copy(to target: String) -> Int32? {
      var count: vsi_l_offset = 0
      guard let bytes = call.VSIGetMemFileBuffer(path, &count, 0) else { return ENOMEM }
      let file = open(target, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard file >= 0 else { return errno }
      var offset = 0
      while offset < Int(count) {
        let written = Glibc.write(file, bytes + offset, Int(count) - offset)
        if written < 0, errno == EINTR { continue }
        if written <= 0 {
          let error = errno
          Glibc.close(file)
          return error
        }
        offset += written
      }
      return Glibc.close(file) == 0 ? nil : errno
    }
  }
#endif
