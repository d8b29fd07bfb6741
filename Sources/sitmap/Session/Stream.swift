import Glibc
import SituationIO

/// What has come through a pipe.
struct Stream {
  /// All of it.
  private(set) var bytes: [UInt8] = []
  /// Whether there is something to read: a whole line of what grows by lines, of all else all that will ever come.
  var isReadable: Bool { isOver || bytes.contains(0x0A) && growsByLines(bytes) }
  /// Whether its writer has closed it.
  private(set) var isOver = false
  /// What is wrong with it.
  private(set) var problem: String?
  /// What it is read from.
  let descriptor: Int32

  /// Whether a path is a pipe, and not a file that can be read again.
  static func isOne(_ path: String) -> Bool {
    if path == StandardInput.path { return true }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Opens it; the opening of a FIFO does not wait for a writer.
  init(_ path: String) {
    descriptor = path == StandardInput.path ? STDIN_FILENO : open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      (isOver, problem) = (true, String(cString: strerror(errno)))
      return
    }
  }

  /// Takes what has come; whether anything has.
  mutating func take() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &piece, piece.count)
    if count > 0 {
      bytes += piece[..<count]
      if bytes.count > Limits().streamBytes {
        (isOver, problem) = (
          true, "more than \(Limits().streamBytes) bytes came (limit \"streamBytes\"): the rest is not read"
        )
      }
      return true
    }
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return false }
    isOver = true
    return true
  }
}
