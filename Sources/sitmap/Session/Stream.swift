import Glibc
import SituationIO

/// The bytes that have come through a pipe.
struct Stream {
  /// All bytes so far.
  private(set) var bytes: [UInt8] = []
  /// True if the bytes can be read: after the first whole line if the format grows by lines, otherwise when all have come.
  var isReadable: Bool { isOver || bytes.contains(0x0A) && growsByLines(bytes) }
  /// True if nothing more is read: the writer has closed the pipe, reading failed, or the limit was reached.
  private(set) var isOver = false
  /// The problem with the pipe in words; nil if there is none.
  private(set) var problem: String?
  /// The file descriptor of the pipe.
  let descriptor: Int32

  /// True if a path is a pipe, and not a file that can be read again.
  static func isOne(_ path: String) -> Bool {
    if path == StandardInput.path { return true }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Opens the pipe. The opening of a FIFO does not wait for a writer.
  init(_ path: String) {
    descriptor = path == StandardInput.path ? STDIN_FILENO : open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      (isOver, problem) = (true, String(cString: strerror(errno)))
      return
    }
  }

  /// Reads what has come.
  ///
  /// - Returns: true if there were bytes, or the stream ended.
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
