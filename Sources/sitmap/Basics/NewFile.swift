import Glibc

/// A file that is there whole or not at all: it is written under another name beside its place and moved there.
struct NewFile {
  /// Why it was not written.
  enum Problem: Error {
    /// A file of that name is there, and was not to be replaced.
    case exists
    /// In the system's words.
    case failed(String)
  }

  /// The file that is written; what a symbolic link stands for, where that is replaced.
  let path: String
  private let replacing: Bool
  /// What it is called until it is whole.
  private let temporary: String
  private let file: Int32

  /// Writes a text; see the other `write`.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) -> String {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  /// Writes some bytes.
  ///
  /// - Parameter path: `~/` at its beginning is the person's home.
  /// - Returns: the file that was written; what a symbolic link stood for, where that was replaced.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Problem) -> String {
    let new = try NewFile(at: path, replacing: replacing)
    try new.append(bytes)
    return try new.finish()
  }

  /// A file without content, under a name of its own in the folder of a path. `finish` or `abandon` ends it.
  init(at path: String, replacing: Bool) throws(Problem) {
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
    (self.path, self.replacing) = (path, replacing)
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    var name = Array((folder + ".sitmap-XXXXXX").utf8CString)
    file = mkstemp(&name)
    guard file >= 0 else { throw .failed(String(cString: strerror(errno))) }
    temporary = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // As a file that is made the usual way, which mkstemp's is not.
    let mask = umask(0)
    umask(mask)
    fchmod(file, 0o666 & ~mask)
  }

  /// Writes bytes behind those that are there. Where that fails, the file is abandoned.
  func append(_ bytes: [UInt8]) throws(Problem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw abandoned(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Has another write the file by its name until it is whole. Where that fails, the file is abandoned.
  func fill<Result, Failure: Error>(_ write: (String) throws(Failure) -> Result) throws(Failure) -> Result {
    do { return try write(temporary) } catch {
      abandon()
      throw error
    }
  }

  /// Gives the file its name; returns that.
  func finish() throws(Problem) -> String {
    if fsync(file) != 0 { throw abandoned(errno) }
    if close(file) != 0 {
      let error = errno
      unlink(temporary)
      throw .failed(String(cString: strerror(error)))
    }
    let isMoved = replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0
    let error = errno
    if isMoved && replacing { return path }
    // A file system without hard links: what was not there a moment ago is taken as not there.
    if !isMoved, !replacing, [EPERM, EOPNOTSUPP, ENOSYS].contains(error), rename(temporary, path) == 0 { return path }
    unlink(temporary)
    if isMoved { return path }
    throw error == EEXIST ? .exists : .failed(String(cString: strerror(error)))
  }

  /// Leaves nothing behind.
  func abandon() {
    close(file)
    unlink(temporary)
  }

  private func abandoned(_ error: Int32) -> Problem {
    abandon()
    return .failed(String(cString: strerror(error)))
  }
}
