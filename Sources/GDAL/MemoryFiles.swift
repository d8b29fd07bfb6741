#if GDAL
  import CGDAL
  import SituationIO

  /// The parts of a file as files in GDAL's memory, in a folder of their own, as long as this lives. The bytes are not copied,
  /// but where a header has to be changed.
  final class MemoryFiles {
    private let library: Library
    /// The bytes that the files stand for.
    private var kept: [Bytes] = []
    private(set) var folder = ""
    /// The path to open.
    private(set) var main = ""

    init(_ file: VectorFile, _ library: Library) {
      self.library = library
      folder = "/vsimem/sitmap-\(UInt(bitPattern: ObjectIdentifier(self).hashValue))"
      let place = file.folder.map { "\(folder)/\($0)" } ?? folder
      _ = library.call.VSIMkdirRecursive(place, 0o700)
      for part in file.parts { add(MemoryFiles.outsideLog(part.bytes), at: "\(place)/\(part.name)") }
      main = file.folder == nil ? "\(place)/\(file.parts.first?.name ?? "")" : place
    }

    deinit { _ = library.call.VSIRmdirRecursive(folder) }

    private func add(_ bytes: Bytes, at path: String) {
      kept.append(bytes)
      bytes.withUnsafeBufferPointer { memory in
        // GDAL is told that the memory is not its own, and data sets are opened to be read alone.
        let start = UnsafeMutablePointer(mutating: memory.baseAddress)
        let file = library.call.VSIFileFromMemBuffer(path, start, vsi_l_offset(memory.count), 0)
        if let file { _ = library.call.VSIFCloseL(file) }
      }
    }

    /// A database without a write-ahead log, which none in memory can have (“Database File Format”, 1.3.3); other bytes stay.
    private static func outsideLog(_ bytes: Bytes) -> Bytes {
      guard bytes.count > 100, bytes.starts(with: "SQLite format 3\0".utf8), bytes[18] == 2 || bytes[19] == 2 else {
        return bytes
      }
      var copy = Array(bytes)
      (copy[18], copy[19]) = (1, 1)
      return Bytes(copy)
    }
  }
#endif
