import Browser
import Glibc
import SituationIO
import SituationModel

/// Where the program keeps what it remembers between sessions: `XDG_STATE_HOME/sitmap`, or without that variable
/// `~/.local/state/sitmap`.
///
/// Each of its files is a list of objects under a profile that has the version. One is read anew for each errand, so two
/// browsers can share it, and is replaced whole. What can't be read, or is of a later version, is never written over.
struct StateFolder {
  /// Why an errand came to nothing.
  struct Problem: Error {
    let message: String
  }

  /// A file of the folder.
  struct File {
    /// What it is called there.
    let name: String
    /// What its member `profile` has to be.
    let profile: String
    /// The member that has the objects.
    let list: String
    /// What the objects are, for messages.
    let words: String
  }

  private let path: String

  /// The folder; nil when the environment names no place for it.
  init?() {
    guard let state = XDGFolder.path("XDG_STATE_HOME", orBelowHome: ".local/state") else { return nil }
    path = state + "/sitmap"
  }

  /// The objects of a file; none where there is no such file.
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

  /// Changes the objects of a file; returns those that are there then. The file is not touched where nothing is changed.
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
  /// The folder that a variable names, else one below the person's home; nil when neither is known. As the specification
  /// says, a path that is not absolute is none.
  static func path(_ name: String, orBelowHome folder: String) -> String? {
    variable(name) ?? variable("HOME").map { "\($0)/\(folder)" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}

/// What is remembered belongs to the files that were open, by their whole paths: a new version of a file keeps it. Those
/// of the situation that comes with the program are none.
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

  /// Whether a record belongs to them.
  func own(_ record: [String: PropertyValue]) -> Bool { record["files"] == member }
}
