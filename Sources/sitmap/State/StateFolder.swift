import Browser
import Glibc
import SituationIO
import SituationModel

/// The folder for the program's memory between sessions: `XDG_STATE_HOME/sitmap`, or without that variable
/// `~/.local/state/sitmap`.
///
/// Each of its files is a list of objects under a profile with a version. A file is read anew for each access, so that two
/// browsers can share it, and is replaced whole. A file that can't be read, or is of a later version, is never overwritten.
struct StateFolder {
  /// The reason why an access failed.
  struct Problem: Error {
    let message: String
  }

  /// A file of the folder.
  struct File {
    /// The name of the file in the folder.
    let name: String
    /// The required value of its member `profile`.
    let profile: String
    /// The name of the member that has the objects.
    let list: String
    /// The noun for the objects in messages.
    let words: String
  }

  private let path: String

  /// The folder; nil if the environment names no place for it.
  init?() {
    guard let state = XDGFolder.path("XDG_STATE_HOME", orBelowHome: ".local/state") else { return nil }
    path = state + "/sitmap"
  }

  /// The objects of a file; none if the file does not exist.
  func records(of file: File) throws(Problem) -> [[String: PropertyValue]] {
    let path = path(of: file)
    let reason: String
    do throws(ReadError) {
      let read = try RecordFile(path: path, profile: file.profile, list: file.list)
      guard let first = read.rejections.first else { return read.records.map(\.members) }
      reason = "\(path):\(first.line): \(first.reason)"
    } catch .noSuchFile {
      return []
    } catch {
      reason = error.message
    }
    throw Problem(message: "the \(file.words) can't be read, and are left as they are: \(reason)")
  }

  /// Changes the objects of a file, and returns them. The file is not written if nothing changes.
  func change(
    _ file: File, _ change: (inout [[String: PropertyValue]]) -> Void
  ) throws(Problem) -> [[String: PropertyValue]] {
    try makeFolder()
    // Two browsers at once: the second one waits for the first.
    let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { flock(lock, LOCK_EX) }
    let before = try records(of: file)
    var records = before
    change(&records)
    if records != before { try write(records, to: file) }
    return records
  }

  private func path(of file: File) -> String { "\(path)/\(file.name)" }

  private func write(_ records: [[String: PropertyValue]], to file: File) throws(Problem) {
    let list = records.map { "  " + PropertyValue.object($0).json }.joined(separator: ",\n")
    let text = "{\"profile\": \"\(file.profile)\", \"\(file.list)\": [\n\(list)\n]}\n"
    do throws(NewFile.Problem) {
      _ = try NewFile.write(text, to: path(of: file), replacing: true)
    } catch {
      var reason = "a file is there"
      if case .failed(let words) = error { reason = words }
      throw Problem(message: "nothing was changed: \(path(of: file)) can't be written: \(reason)")
    }
  }

  private func makeFolder() throws(Problem) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      // For the person alone, as the XDG specification asks.
      if mkdir(made, 0o700) != 0 && errno != EEXIST {
        throw Problem(message: "nothing was changed: \(made) can't be made: \(String(cString: strerror(errno)))")
      }
    }
  }
}

/// The folders of the XDG base directory specification.
enum XDGFolder {
  /// The folder that a variable names, else one below the person's home; nil if neither is known. A path that is not
  /// absolute is ignored, as the specification says.
  static func path(_ name: String, orBelowHome folder: String) -> String? {
    variable(name) ?? variable("HOME").map { "\($0)/\(folder)" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}

/// The files that a memory belongs to, by their absolute paths, so that a new version of a file keeps the memory. The list
/// is empty for the situation that comes with the program.
struct OpenedFiles {
  /// The paths, as records have them.
  let member: PropertyValue

  init(_ files: [String]) {
    member = .list(
      files.map { path in
        guard let real = realpath(path, nil) else { return .text(path) }
        defer { free(real) }
        return .text(String(cString: real))
      })
  }

  /// True if a record belongs to these files.
  func own(_ record: [String: PropertyValue]) -> Bool { record["files"] == member }
}
