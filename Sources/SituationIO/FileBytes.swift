import Glibc
import SituationModel

/// All bytes of a file, in memory.
///
/// The file is read and not mapped: a mapped file that shrinks while it is read kills the program, and a copy costs a
/// quarter of a second for a gigabyte.
struct FileBytes {
  /// Its bytes.
  let bytes: [UInt8]

  /// Reads a file, a pipe or a device to its end, or so many bytes of its beginning; `-` is standard input.
  init(path: String, limits: Limits, head: Int? = nil) throws(ReadError) {
    if path == StandardInput.path {
      bytes = try FileBytes.read(STDIN_FILENO, StandardInput.name, limits, head)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileBytes.error(errno, path) }
    defer { close(descriptor) }
    bytes = try FileBytes.read(descriptor, path, limits, head)
  }

  private static func read(
    _ descriptor: Int32, _ path: String, _ limits: Limits, _ head: Int?
  ) throws(ReadError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error(errno, path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw error(EISDIR, path) }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    let limit = isRegular ? limits.fileBytes : limits.streamBytes
    // The size is a hint alone: files below /proc say 0, and any file may grow or shrink meanwhile.
    let expected = min(isRegular ? Int(status.st_size) : 0, head ?? .max)
    let limitName = isRegular ? "fileBytes" : "streamBytes"
    let tooLarge = ReadError.notReadable(
      file: path, reason: "is larger than \(limit) bytes (limit \"\(limitName)\")")
    if expected > limit { throw tooLarge }

    var bytes = isRegular && expected > largeFile ? readAtOnce(descriptor, expected) : []
    while true {
      let wanted = min(max(expected + 1 - bytes.count, 1 << 16), (head ?? .max) - bytes.count)
      if wanted <= 0 { return bytes }
      let piece = try readPiece(descriptor, path, upTo: wanted)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw tooLarge }
    }
  }

  /// A file of more bytes than this is read by several threads.
  private static let largeFile = 8 << 20

  /// The first bytes of a file, its parts at once on all processors; as many as could be read. Most of the time goes into
  /// pages of memory that are touched for the first time. What follows is read behind them.
  private static func readAtOnce(_ descriptor: Int32, _ expected: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: expected) { buffer, filled in
      adviseHugePages(buffer)
      let (address, parts) = (UInt(bitPattern: buffer.baseAddress), processors())
      @Sendable func edge(_ part: Int) -> Int { part == parts ? expected : expected / parts * part }
      let counts = inParallel(parts) { part in
        let (start, end) = (edge(part), edge(part + 1))
        var place = start
        while place < end {
          let count = pread(
            descriptor, UnsafeMutableRawPointer(bitPattern: address + UInt(place)), end - place, off_t(place))
          if count < 0 && errno == EINTR { continue }
          if count <= 0 { break }
          place += count
        }
        return place - start
      }
      // A file that shrinks meanwhile ends where the first part does that is short.
      for part in 0..<parts {
        filled += counts[part]
        if filled < edge(part + 1) { break }
      }
      lseek(descriptor, off_t(filled), SEEK_SET)
    }
  }

  /// The next bytes, at least one unless the file is at its end.
  private static func readPiece(
    _ descriptor: Int32, _ path: String, upTo capacity: Int
  ) throws(ReadError) -> [UInt8] {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      adviseHugePages(buffer)
      var count: Int
      repeat { count = Glibc.read(descriptor, buffer.baseAddress, capacity) } while count < 0 && errno == EINTR
      if count < 0 { failure = errno }
      filled = max(0, count)
    }
    if failure != 0 { throw error(failure, path) }
    return piece
  }

  /// Asks for large pages for what is to be filled at once: the first touch of each small one costs more than its bytes.
  /// What the system does not grant changes nothing.
  private static func adviseHugePages(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    let size = 2 << 20
    guard buffer.count >= 2 * size, let base = buffer.baseAddress else { return }
    let start = (UInt(bitPattern: base) + UInt(size) - 1) & ~UInt(size - 1)
    let length = (Int(bitPattern: base) + buffer.count - Int(start)) & ~(size - 1)
    if length > 0 { madvise(UnsafeMutableRawPointer(bitPattern: start), length, MADV_HUGEPAGE) }
  }

  private static func error(_ code: Int32, _ path: String) -> ReadError {
    switch code {
    case ENOENT: .noSuchFile(file: path)
    case EACCES: .notReadable(file: path, reason: "permission denied")
    case EISDIR: .notReadable(file: path, reason: "is a directory")
    case ENOTDIR: .notReadable(file: path, reason: "a part of its path is no directory")
    case ELOOP: .notReadable(file: path, reason: "its links go round in a circle")
    default: .notReadable(file: path, reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}
