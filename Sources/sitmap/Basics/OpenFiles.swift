import Glibc

/// The files that are open. None of them is overwritten, since its events are still read from it.
struct OpenFiles {
  private let paths: Set<String>
  private let identities: Set<Identity>

  /// The device and number by which the system knows a file, whatever its name.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
    }
  }

  /// The files of some paths, as they are now.
  init(_ files: [String]) {
    paths = Set(files.map(NewFile.fullPath))
    identities = Set(files.compactMap(Identity.init))
  }

  /// True if a path leads to one of the files: by its name, or through symbolic or hard links.
  func contain(_ path: String) -> Bool {
    let path = NewFile.fullPath(path)
    return paths.contains(path) || Identity(path).map(identities.contains) ?? false
  }
}
