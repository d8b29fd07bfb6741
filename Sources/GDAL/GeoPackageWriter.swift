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
      guard file.create(sheet), file.add(next), file.register(sheet) else {
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
    func create(_ sheet: EventSheet) -> Bool {
      let options = ["VERSION=1.3", "ADD_GPKG_OGR_CONTENTS=NO"]
      dataset = withCStrings(options) {
        call.GDALCreate(call.GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, $0)
      }
      guard let dataset, let system = call.OSRNewSpatialReference(nil) else { return false }
      defer { call.OSRDestroySpatialReference(system) }
      _ = call.OSRImportFromEPSG(system, 4326)
      call.OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
      layer = withCStrings(["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"]) {
        call.GDALDatasetCreateLayer(dataset, GeoPackageWriter.table, system, wkbUnknown, $0)
      }
      guard let layer else { return false }
      for column in EventSheet.columns {
        let field = call.OGR_Fld_Create(column.name, column.isNumber ? OFTReal : OFTString)
        defer { call.OGR_Fld_Destroy(field) }
        guard call.OGR_L_CreateField(layer, field, 0) == OGRERR_NONE else { return false }
      }
      return true
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

    /// Writes the title and the summary of the whole.
    func register(_ sheet: EventSheet) -> Bool {
      func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      }
      let title = sheet.title.isEmpty ? "NULL" : quoted(sheet.title)
      let change = "UPDATE gpkg_contents SET identifier = \(title), description = \(quoted(sheet.summary))"
      if let answer = call.GDALDatasetExecuteSQL(dataset, change, nil, nil) {
        call.GDALDatasetReleaseResultSet(dataset, answer)
      }
      return true
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
