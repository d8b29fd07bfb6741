/// A file of a format that is opened by GDAL, with all that belongs to it. It is handed over as bytes: the library sees these
/// and nothing else of the disk.
public struct VectorFile: Sendable {
  /// One of the files that it consists of.
  public struct Part: Sendable {
    /// The name, without folders.
    public let name: String
    /// The bytes.
    public let bytes: Bytes

    /// A part.
    public init(name: String, bytes: Bytes) { (self.name, self.bytes) = (name, bytes) }
  }

  /// The format.
  public let format: FileFormat
  /// The parts. The first one is opened; of a folder all are.
  public let parts: [Part]
  /// The name of the folder that is opened, of a format that is a folder; else nil.
  public let folder: String?
  /// The encoding of its texts, where the file itself does not say.
  public let encoding: TextEncoding?

  /// A file.
  public init(format: FileFormat, parts: [Part], folder: String? = nil, encoding: TextEncoding? = nil) {
    (self.format, self.parts, self.folder, self.encoding) = (format, parts, folder, encoding)
  }
}

extension VectorFile {
  /// The file whose main part has some bytes; nil where they are of no such format.
  ///
  /// - Parameters:
  ///   - bytes: the main part.
  ///   - path: where it stands, where that is known: the other parts stand beside it.
  init?(_ bytes: Bytes, path: String?, limits: Limits) throws(ReadError) {
    guard let format = VectorFormat.of(bytes) else { return nil }
    let name = path?.split(separator: "/").last.map(String.init) ?? "data"
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    let base = String(name[..<(dot ?? name.endIndex)])
    var parts = [Part(name: base + "." + VectorFormat.ending(of: format, bytes), bytes: bytes)]
    if let path, path.hasSuffix(name) {
      let folder = path.dropLast(name.count)
      for ending in VectorFormat.endingsBeside(format, bytes) {
        if let found = try VectorFile.neighbour("\(folder)\(base).", ending, limits) {
          parts.append(Part(name: base + "." + ending, bytes: found))
        }
      }
    }
    self.init(format: format, parts: parts, encoding: VectorFile.encoding(of: parts, format))
  }

  /// The bytes of a file beside another, whatever the case of its ending; nil where there is none.
  private static func neighbour(_ start: String, _ ending: String, _ limits: Limits) throws(ReadError) -> Bytes? {
    for name in [ending, ending.uppercased()] {
      do throws(ReadError) { return try FileBytes.read(path: start + name, limits: limits) } catch {
        if case .noSuchFile = error { continue }
        throw error
      }
    }
    return nil
  }

  /// The encoding of the texts of a shapefile, by its texts, where neither a file beside it nor its header says one.
  static func encoding(of parts: [Part], _ format: FileFormat) -> TextEncoding? {
    func part(_ ending: String) -> Bytes? { parts.first { $0.name.lowercased().hasSuffix("." + ending) }?.bytes }
    guard format == .shapefile, part("cpg") == nil, let table = part("dbf"), table.count > 32, table[29] == 0 else {
      return nil
    }
    let body = table[min(table.count, table.number(at: 8, 2))...]
    guard body.contains(where: { $0 >= 0x80 }) else { return nil }
    return body.withContiguousStorageIfAvailable { TextEncoding.guess($0) ?? .utf8 } ?? nil
  }
}
