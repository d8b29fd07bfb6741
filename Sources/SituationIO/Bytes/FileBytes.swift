import Glibc
import SituationModel

/// The way in which the bytes of a file are held: copied, or where they are.
public enum FileHolding: Sendable {
  /// All of it is read: it may change meanwhile, or vanish.
  case copied
  /// A large file is mapped: nothing is read twice, and what nobody looks at not at all. Where it changes afterwards its events can't be
  /// read any more, and say so.
  case mapped
}

/// Reads files whole, of any kind that the system has.
enum FileBytes {
  /// Reads a file, a pipe or a device to its end, or so many bytes of its beginning; `-` is standard input.
  static func read(
    path: String, limits: Limits, head: Int? = nil, holding: FileHolding = .copied
  ) throws(ReadError) -> Bytes {
    if path == StandardInput.path { return try read(STDIN_FILENO, StandardInput.name, limits, head) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(errno, path) }
    if holding == .mapped, let bytes = mapped(descriptor, limits, head) { return bytes }
    defer { close(descriptor) }
    return try read(descriptor, path, limits, head)
  }

  /// The stand-in for an event of a mapped file that was changed: another text is there now.
  static func changed(id: String) -> Event { Event(id: id, title: "(the file has changed: open it again)") }

  /// A file of more bytes than this is mapped, or read by several threads.
  private static let largeFile = 8 << 20

  /// A large file where it stays; nil for any other, and the descriptor stays the caller's.
  private static func mapped(_ descriptor: Int32, _ limits: Limits, _ head: Int?) -> Bytes? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let count = min(Int(status.st_size), head ?? .max)
    guard count > largeFile, count <= limits.fileBytes else { return nil }
    return ByteMemory(mapping: descriptor, count: count).map { Bytes($0) }
  }

  private static func read(
    _ descriptor: Int32, _ path: String, _ limits: Limits, _ head: Int?
  ) throws(ReadError) -> Bytes {
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

    let memory = ByteMemory(capacity: expected + (1 << 16))
    if isRegular && expected > largeFile { readAtOnce(descriptor, expected, into: memory) }
    while true {
      let wanted = min(max(expected + 1 - memory.count, 1 << 16), (head ?? .max) - memory.count)
      if wanted <= 0 { return Bytes(memory) }
      var failure: Int32 = 0
      let count = memory.append(upTo: wanted) { room in
        var count: Int
        repeat { count = Glibc.read(descriptor, room.baseAddress, room.count) } while count < 0 && errno == EINTR
        if count < 0 { failure = errno }
        return count
      }
      if failure != 0 { throw error(failure, path) }
      if count == 0 { return Bytes(memory) }
      if memory.count > limit { throw tooLarge }
    }
  }

  /// The first bytes of a file, its parts at once on all processors; as many as could be read. Most of the time goes into
  /// pages of memory that are touched for the first time. What follows is read behind them.
  private static func readAtOnce(_ descriptor: Int32, _ expected: Int, into memory: ByteMemory) {
    _ = memory.append(upTo: expected) { room in
      let (address, parts) = (UInt(bitPattern: room.baseAddress), processors())
      @Sendable func edge(_ part: Int) -> Int { part == parts ? expected : (expected / parts * part) & ~4_095 }
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
      var filled = 0
      for part in 0..<parts {
        filled += counts[part]
        if filled < edge(part + 1) { break }
      }
      lseek(descriptor, off_t(filled), SEEK_SET)
      return filled
    }
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
