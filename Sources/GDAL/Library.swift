#if GDAL
  import CGDAL

  /// GDAL, loaded once when the first file needs it. Its functions may be called on any thread; a data set on one at a time.
  struct Library: Sendable {
    /// The reason why the library can't be loaded.
    struct Problem: Error { let reason: String }

    /// The functions by their names. They never change once they are loaded.
    let call: sitmap_gdal

    /// The library, or the reason why there is none.
    static let shared: Result<Library, Problem> = load()

    private static func load() -> Result<Library, Problem> {
      var functions = sitmap_gdal()
      if let reason = sitmap_gdal_load(&functions) { return .failure(Problem(reason: String(cString: reason))) }
      let library = Library(call: functions)
      for (name, value) in settings { functions.CPLSetConfigOption(name, value) }
      // Whatever is said outside of a reading: nothing may reach the screen.
      _ = functions.CPLSetErrorHandler(functions.CPLQuietErrorHandler)
      functions.GDALAllRegister()
      functions.OSRSetPROJEnableNetwork(0)
      return .success(library)
    }

    /// Settings by which nothing but the handed bytes is read: no plug-ins, no other program's functions in a database, no schema
    /// from a network, no references from one file to another.
    private static let settings = [
      ("GDAL_DRIVER_PATH", "disable"), ("GDAL_PYTHON_DRIVER_PATH", ""), ("CPL_DEBUG", "OFF"),
      ("SPATIALITE_LOAD", "NO"), ("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"), ("OGR_SQLITE_LOAD_EXTENSIONS", ""),
      ("OGR_SQLITE_PRAGMA", "trusted_schema=OFF,cell_size_check=ON"), ("GML_SKIP_RESOLVE_ELEMS", "ALL"),
      ("GML_DOWNLOAD_WFS_SCHEMA", "NO"), ("GML_ATTRIBUTES_TO_OGR_FIELDS", "YES"), ("PROJ_NETWORK", "OFF"),
      ("OGR_GMLAS_XERCES_MAX_TIME", "2"), ("SHAPE_RESTORE_SHX", "YES"), ("OGR_ENABLE_PARTIAL_REPROJECTION", "NO"),
    ]
  }

  /// Errors and warnings that GDAL says on this thread, in place of the screen.
  final class Messages {
    private let library: Library
    private var texts: [String] = []

    /// Takes all that is said on this thread until `end`.
    init(_ library: Library) {
      self.library = library
      library.call.CPLPushErrorHandlerEx(
        { kind, _, text in
          guard kind.rawValue >= CE_Warning.rawValue, let text, case .success(let library) = Library.shared,
            let box = library.call.CPLGetErrorHandlerUserData()
          else { return }
          Unmanaged<Messages>.fromOpaque(box).takeUnretainedValue().add(String(cString: text))
        }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Gives errors back to whoever had them before.
    func end() { library.call.CPLPopErrorHandler() }

    private func add(_ text: String) {
      // Values of SQLite that do not fit their columns are read as they were written (`StoredTexts`).
      if text.contains("successfully parsed") || text.contains("parsed incompletely") { return }
      if texts.count < 100, !texts.contains(text) { texts.append(text) }
    }

    /// The first thing that was said since the last question, in one line without the names of files in memory; nil for nothing.
    func words(without files: MemoryFiles?) -> String? {
      defer { texts = [] }
      guard var text = texts.first else { return nil }
      if let files { text = text.removing(files.folder + "/") }
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
      return String(line.hasSuffix(".") ? line.dropLast() : line)
    }
  }

  extension String {
    /// The text without each occurrence of another.
    fileprivate func removing(_ part: String) -> String {
      var (rest, result) = (self[...], "")
      while let found = rest.firstRange(of: part) {
        result += rest[..<found.lowerBound]
        rest = rest[found.upperBound...]
      }
      return result + rest
    }
  }
#endif
