import Glibc
import SituationModel

/// Appends changes to logs. A change is on the disk when `append` returns.
public enum ChangeWriter {
  /// The reason why a change was not written.
  public struct Problem: Error, Hashable, Sendable {
    /// A sentence without a full stop, with the name of the file.
    public let words: String
  }

  /// Appends changes to a log, a line each, and makes the file where it is not there.
  ///
  /// Programs that write at once wait for each other, and no line is lost: the file is locked, is opened for appending alone, and a last line
  /// that was torn by a crash is ended first. What could not be written whole is taken back.
  ///
  /// - Throws: the reason, when the changes are not in the file.
  public static func append(_ changes: [Change], to path: String) throws(Problem) {
    func problem(_ error: Int32) -> Problem { Problem(words: "\(path): \(String(cString: strerror(error)))") }
    let isNew = access(path, F_OK) != 0
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw problem(errno) }
    defer { close(file) }
    while flock(file, LOCK_EX) != 0 { if errno != EINTR { throw problem(errno) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw problem(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Problem(words: "\(path): is no plain file") }
    var last: UInt8 = 0x0A
    if status.st_size > 0, pread(file, &last, 1, status.st_size - 1) != 1 { throw problem(errno) }
    let lines = (last == 0x0A ? "" : "\n") + changes.map(ChangeLine.text).joined()
    if let error = write(Array(lines.utf8), to: file) {
      // The lock is held: nobody has written behind it.
      _ = ftruncate(file, status.st_size)
      throw problem(error)
    }
    if fdatasync(file) != 0 {
      let error = errno
      _ = ftruncate(file, status.st_size)
      throw problem(error)
    }
    if isNew { syncFolder(of: path) }
  }

  /// The reason why nothing can be appended to a log; nil where it can. Nothing is made.
  public static func obstacle(to path: String) -> String? {
    func words(_ error: Int32) -> String { "\(path): \(String(cString: strerror(error)))" }
    if access(path, F_OK) == 0 { return access(path, R_OK | W_OK) == 0 ? nil : words(errno) }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? "."
    return access(folder, W_OK | X_OK) == 0 ? nil : words(errno)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  /// Puts the name of a new file on the disk. Where the folder can't be opened, the file itself is there all the same.
  private static func syncFolder(of path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
