import Glibc

/// A file that is there whole or not at all: it is written under another name beside its place and moved there.
struct NewFile {
  /// The reason why a file was not written.
  enum Problem: Error {
    /// A file of that name is there, and was not to be replaced.
    case exists
    /// Writing failed, for a reason in words.
    case failed(String)
  }

  /// The file that is written. If a symbolic link is replaced, this is the file that it points to.
  let path: String
  private let replacing: Bool
  /// The name of the file until it is complete.
  private let temporary: String
  private let file: Int32

  /// Writes a text; see the other `write`.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) -> String {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  /// Writes some bytes.
  ///
  /// - Parameter path: the file to write; `~/` at its beginning is the person's home.
  /// - Returns: the file that was written. If a symbolic link was replaced, this is the file that it pointed to.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Problem) -> String {
    let new = try NewFile(at: path, replacing: replacing)
    try new.append(bytes)
    return try new.finish()
  }

  /// Makes a file without content, under a temporary name in the folder of the path. `finish` or `abandon` must end it.
  init(at path: String, replacing: Bool) throws(Problem) {
    var path = NewFile.expanded(path)
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

  /// The path with the person's home in place of `~`.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The path from the root without symbolic links, also of a file that is not there yet. The path unchanged if its folder is not there.
  static func fullPath(_ path: String) -> String {
    let path = expanded(path)
    func resolved(_ path: String) -> String? {
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    }
    if let real = resolved(path) { return real }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return resolved(slash.map { String(path[...$0]) } ?? ".").map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" } ?? path
  }

  /// Appends bytes. If that fails, the file is abandoned.
  func append(_ bytes: [UInt8]) throws(Problem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw abandoned(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Lets a closure write to the file under its temporary name. If that fails, the file is abandoned.
  func fill<Result, Failure: Error>(_ write: (String) throws(Failure) -> Result) throws(Failure) -> Result {
    do { return try write(temporary) } catch {
      abandon()
      throw error
    }
  }

  /// Gives the file its final name, and returns its path.
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

  /// Closes and removes the temporary file.
  func abandon() {
    close(file)
    unlink(temporary)
  }

  private func abandoned(_ error: Int32) -> Problem {
    abandon()
    return .failed(String(cString: strerror(error)))
  }
}
