import Glibc

/// The folder of the files that come with the program.
///
/// It is looked for in this order: the folder that `SITMAP_DATA` names; `share/sitmap` beside the folder of the program, where an
/// installed program has it; a folder `Data` above the program, where a built one has it. The working directory does not matter.
struct DataFolder {
  /// The folder that has `basemap` and `situations`.
  let path: String

  /// - Throws: a failure of status 66 that says where it was looked for.
  init() throws(Failure) {
    if let named = getenv("SITMAP_DATA").map({ String(cString: $0) }), !named.isEmpty {
      path = named
      return
    }
    var folder = DataFolder.programFolder
    let installed = DataFolder.parent(of: folder) + "/share/sitmap"
    if DataFolder.isFolder(installed + "/basemap") {
      path = installed
      return
    }
    while folder != "/" && !folder.isEmpty {
      if DataFolder.isFolder(folder + "/Data/basemap") {
        path = folder + "/Data"
        return
      }
      folder = DataFolder.parent(of: folder)
    }
    throw Failure(
      message: "sitmap: its data are neither in \(installed) nor above the program: set SITMAP_DATA", status: 66)
  }

  /// The situation that is opened when no file is named.
  var situation: String { path + "/situations/syria-2024-12.geojson" }

  /// A file of the base map.
  func basemap(_ name: String) -> String { path + "/basemap/" + name }

  /// The words by which reports of a language are read.
  func drafting(_ language: String) -> String { path + "/drafting/" + language + ".json" }

  /// The folder of the running program, links resolved.
  private static var programFolder: String {
    guard let resolved = realpath("/proc/self/exe", nil) else { return "/" }
    defer { free(resolved) }
    return parent(of: String(cString: resolved))
  }

  private static func parent(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
