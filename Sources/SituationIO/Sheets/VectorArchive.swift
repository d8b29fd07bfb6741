/// A ZIP with files that GDAL opens: shapefiles, a file geodatabase, and others. It is unpacked here, under the limits that hold for
/// all archives.
enum VectorArchive {
  /// True if a ZIP has a main file of such a format, and no `.kml`.
  static func fits(_ bytes: Bytes, _ limits: Limits = Limits()) -> Bool {
    guard ZipArchive.fits(bytes) else { return false }
    let names = ZipArchive(bytes, limits).entries.map { $0.name.lowercased() }
    return !names.contains { $0.hasSuffix(".kml") } && names.contains { VectorFormat.isMain($0) || isTable($0) }
  }

  /// The files in an archive, in its order.
  ///
  /// - Throws: where it unpacks to more than the limits allow, or none of its files can be unpacked.
  static func files(in bytes: Bytes, name: String, limits: Limits) throws(ReadError) -> [VectorFile] {
    let archive = ZipArchive(bytes, limits)
    var left = limits
    var unpacked: [(path: String, bytes: Bytes)] = []
    for entry in archive.entries where !entry.name.hasSuffix("/") && isWanted(entry.name) {
      let result = archive.content(of: entry, &left)
      switch result.fault {
      case .tooLarge(let words)?: throw .notReadable(file: name, reason: "unpacks to more than \(words)")
      case .nothing(let words)?: throw .notUnderstood(file: name, line: 1, reason: words)
      case .part?, nil: break
      }
      if !result.bytes.isEmpty { unpacked.append((entry.name, Bytes(result.bytes))) }
    }
    var files = geodatabases(in: unpacked)
    for (path, bytes) in unpacked where VectorFormat.isMain(path) {
      guard let format = VectorFormat.of(bytes) else { continue }
      files.append(file(format, path, bytes, among: unpacked))
    }
    if files.isEmpty { throw .notUnderstood(file: name, line: 1, reason: "is a ZIP without a file that can be read") }
    return files
  }

  private static func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".gdbtable") }

  /// Metadata and indexes are not needed.
  private static func isWanted(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    let parts = ["dbf", "shx", "prj", "cpg", "dat", "map", "id", "ind", "mid", "xsd", "gfs", "gdbtablx"]
    return !name.hasPrefix("__MACOSX/") && (VectorFormat.isMain(name) || isTable(name) || parts.contains(ending))
      || name.split(separator: "/").dropLast().last?.lowercased().hasSuffix(".gdb") == true
  }

  /// A main file with the files of its name.
  private static func file(
    _ format: FileFormat, _ path: String, _ bytes: Bytes, among all: [(path: String, bytes: Bytes)]
  ) -> VectorFile {
    let base = String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex))
    let name = base.split(separator: "/").last.map(String.init) ?? "data"
    let endings = VectorFormat.endingsBeside(format, bytes)
    var parts = [VectorFile.Part(name: "\(name).\(VectorFormat.ending(of: format, bytes))", bytes: bytes)]
    for ending in endings {
      let wanted = "\(base).\(ending)".lowercased()
      if let found = all.first(where: { $0.path.lowercased() == wanted }) {
        parts.append(VectorFile.Part(name: "\(name).\(ending)", bytes: found.bytes))
      }
    }
    return VectorFile(format: format, parts: parts, encoding: VectorFile.encoding(of: parts, format))
  }

  /// The folders of file geodatabases.
  private static func geodatabases(in all: [(path: String, bytes: Bytes)]) -> [VectorFile] {
    var folders: [String] = []
    func folder(_ path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
    for (path, _) in all where isTable(path) && !folders.contains(folder(path)) { folders.append(folder(path)) }
    return folders.map { name in
      let parts = all.filter { folder($0.path) == name }.map {
        VectorFile.Part(name: $0.path.split(separator: "/").last.map(String.init) ?? "", bytes: $0.bytes)
      }
      return VectorFile(format: .fileGDB, parts: parts, folder: "data.gdb")
    }
  }
}
