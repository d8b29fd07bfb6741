import Glibc

/// A file that is there whole or not at all: it is written under another name beside its place and moved there.
enum NewFile {
  /// Why it was not written.
  enum Problem: Error {
    /// A file of that name is there, and was not to be replaced.
    case exists
    /// In the system's words.
    case failed(String)
  }

  /// Writes a text.
  ///
  /// - Parameter path: `~/` at its beginning is the person's home.
  /// - Returns: the file that was written; what a symbolic link stood for, where that was replaced.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) -> String {
    var path = path
    if path.hasPrefix("~/"), let home = getenv("HOME") { path = String(cString: home) + path.dropFirst() }
    var status = stat()
    if lstat(path, &status) == 0 {
      guard replacing else { throw .exists }
      if let real = realpath(path, nil) {
        path = String(cString: real)
        free(real)
      }
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .failed("it is no plain file") }
    }
    let temporary = try writeBeside(path, text)
    let isMoved = replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0
    let error = errno
    if isMoved && replacing { return path }
    // A file system without hard links: what was not there a moment ago is taken as not there.
    if !isMoved, !replacing, [EPERM, EOPNOTSUPP, ENOSYS].contains(error), rename(temporary, path) == 0 { return path }
    unlink(temporary)
    if isMoved { return path }
    throw error == EEXIST ? .exists : .failed(String(cString: strerror(error)))
  }

  /// Writes a text under a name of its own in the folder of a path; returns that name.
  private static func writeBeside(_ path: String, _ text: String) throws(Problem) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var name = Array((folder + ".sitmap-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .failed(String(cString: strerror(errno))) }
    let temporary = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // As a file that is made the usual way, which mkstemp's is not.
    let mask = umask(0)
    umask(mask)
    fchmod(file, 0o666 & ~mask)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { break }
      rest = rest.dropFirst(count)
    }
    let isWhole = rest.isEmpty && fsync(file) == 0
    let error = errno
    if close(file) == 0 && isWhole { return temporary }
    unlink(temporary)
    throw .failed(String(cString: strerror(isWhole ? errno : error)))
  }
}
