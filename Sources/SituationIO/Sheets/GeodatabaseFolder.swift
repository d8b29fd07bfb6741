import Glibc
import SituationModel

/// A file geodatabase of Esri, which is a folder: its files as bytes.
enum GeodatabaseFolder {
  /// The geodatabase in a folder; nil where a path is no folder, or one without the catalogue that each geodatabase has.
  ///
  /// - Throws: where a file in it can't be read, or all together are beyond the limits.
  static func file(at path: String, limits: Limits) throws(ReadError) -> VectorFile? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    let names = names(in: path, limits)
    guard names.contains(where: { $0.lowercased() == "a00000001.gdbtable" }) else { return nil }
    var (parts, total) = ([VectorFile.Part](), 0)
    for name in names where !name.hasSuffix(".lock") {
      let bytes = try FileBytes.read(path: "\(path)/\(name)", limits: limits)
      total += bytes.count
      if total > limits.fileBytes {
        throw .notReadable(file: path, reason: "is larger than \(limits.fileBytes) bytes (limit \"fileBytes\")")
      }
      parts.append(VectorFile.Part(name: name, bytes: bytes))
    }
    return VectorFile(format: .fileGDB, parts: parts, folder: "data.gdb")
  }

  /// The names of plain files in a folder, in order; at most `archiveEntries`.
  private static func names(in path: String, _ limits: Limits) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder), names.count < limits.archiveEntries {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      names.append(name)
    }
    return names.sorted()
  }
}
