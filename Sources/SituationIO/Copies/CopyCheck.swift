import Glibc
import SituationModel

extension LocalCopy {
  /// Looks whether the copy is what was recorded. Reads it whole, by pieces.
  ///
  /// Nothing outside of the data file's folder is opened: no path from the root, none with `..`, and none that a symbolic
  /// link leads out.
  public func check(limits: Limits = Limits()) -> State {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, !parts.contains(where: { $0.elementsEqual("..".utf8) }),
      !path.utf8.contains(0)
    else {
      return .outside
    }
    let folder = dataFile.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(dataFile[...$0]) } ?? "./"
    guard let root = LocalCopy.real(folder) else { return .missing }
    guard let file = LocalCopy.real(folder + path) else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    guard file.hasPrefix(root == "/" ? root : root + "/") else { return .outside }
    do throws(Unreadable) {
      let found = try LocalCopy.digest(of: file, limit: limits.copyBytes)
      return digest.map { $0 == found ? .same : .changed } ?? .unrecorded
    } catch {
      return .unreadable(error.reason)
    }
  }

  private struct Unreadable: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }

    /// By the number of the system's last error.
    static var byNumber: Unreadable { Unreadable(String(cString: strerror(errno))) }
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The digest of a plain file.
  private static func digest(of path: String, limit: Int) throws(Unreadable) -> String {
    // Not to wait for the writer of a pipe, nor to be led elsewhere by what was put there just now.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .byNumber }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .byNumber }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Unreadable("it is no plain file") }
    guard status.st_size <= limit else { throw Unreadable("it is larger than \(limit >> 20) MB") }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .byNumber }
      if count == 0 { return hash.digest }
      hash.take(buffer[..<count])
    }
  }
}
