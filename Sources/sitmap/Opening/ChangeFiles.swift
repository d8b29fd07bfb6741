import Glibc
import SituationIO
import SituationModel

/// The choice of the logs of changes that are applied to files.
enum ChangeChoice: Hashable {
  /// The log beside each file, where there is one.
  case beside
  /// One log for all files. It need not be there yet.
  case named(String)
  /// None.
  case none
}

/// The logs of changes that belong to the files that are open.
struct ChangeFiles {
  /// The choice of the person.
  let choice: ChangeChoice
  /// The files, as the person named them; empty for the situation that comes with the program.
  let files: [String]
  /// The logs as they were read last, which all copies share.
  private let kept: KeptLogs

  /// The logs of some files.
  ///
  /// - Parameter kept: the logs that were read before.
  init(choice: ChangeChoice, files: [String], kept: KeptLogs = KeptLogs()) {
    (self.choice, self.files, self.kept) = (choice, files, kept)
  }

  /// The same choice for other files.
  func with(files: [String]) -> ChangeFiles { ChangeFiles(choice: choice, files: files, kept: kept) }

  /// Several parts as one situation, with the changes that were made to them.
  func situation(joining parts: [(path: String, situation: Situation)]) -> Situation {
    applied(to: Situation(joining: parts), files: parts.map(\.path))
  }

  /// A situation with changes as the logs have them now, in place of those that it has. A log that can't be read is told, and the events
  /// stay.
  ///
  /// - Parameter files: the files that were read, in their order.
  func applied(to situation: Situation, files: [String]) -> Situation {
    let (logs, problems) = logs(of: files)
    return applied(logs, to: situation, files: files, problems)
  }

  /// A situation with the changes of some logs, in place of those that it has.
  func applied(
    _ logs: [CaseLog], to situation: Situation, files: [String], _ problems: [Rejection] = []
  ) -> Situation {
    let changed =
      logs.isEmpty && situation.changes.isEmpty ? situation : situation.applying(logs, files: named(files))
    return problems.isEmpty ? changed : changed.rejecting(problems)
  }

  /// The files by which changes may name them: standard input has no name that would be the same next time.
  func named(_ files: [String]) -> [String] { files.contains(StandardInput.name) ? [] : files }

  /// The path of the log for the changes of a file, by its number; nil where there can be none.
  func path(ofFile number: Int?) -> String? {
    switch choice {
    case .none: return nil
    case .named(let path): return path
    case .beside:
      guard let number = number ?? (files.isEmpty ? nil : 0), files.indices.contains(number) else { return nil }
      let file = files[number]
      return ChangeFiles.hasSidecar(file) ? ChangeLog.path(beside: file) : nil
    }
  }

  /// True if changes name the files of their events, since a log that was named may be opened with others.
  var namesFiles: Bool {
    switch choice {
    case .named: true
    case .beside, .none: false
    }
  }

  /// The logs that are there, and why others could not be read.
  func logs(of files: [String]) -> (logs: [CaseLog], problems: [Rejection]) {
    var logs: [CaseLog] = []
    var problems: [Rejection] = []
    for (path, number) in paths(of: files) {
      do throws(ReadError) { logs.append(CaseLog(try kept.read(path), of: number)) } catch {
        problems.append(
          Rejection(
            file: path, line: 1,
            reason: "the changes can't be read, and the events are shown without them: \(error.message)"))
      }
    }
    return (logs, problems)
  }

  /// The paths of the logs that are there, each with the number of its file.
  func paths(of files: [String]) -> [(path: String, file: Int?)] {
    switch choice {
    case .none: return []
    case .named(let path): return access(path, F_OK) == 0 ? [(path, nil)] : []
    case .beside:
      return files.enumerated().compactMap { number, file in
        guard ChangeFiles.hasSidecar(file) else { return nil }
        let path = ChangeLog.path(beside: file)
        return access(path, F_OK) == 0 ? (path, number) : nil
      }
    }
  }

  /// The paths at which logs may be written, whether they are there yet or not.
  var possiblePaths: [String] {
    switch choice {
    case .none: []
    case .named(let path): [path]
    case .beside: files.filter(ChangeFiles.hasSidecar).map(ChangeLog.path(beside:))
    }
  }

  /// Fails where the log that the person named can't be read.
  func check() throws(Failure) {
    guard case .named(let path) = choice, access(path, F_OK) == 0 else { return }
    var status = stat()
    if access(path, R_OK) != 0 || stat(path, &status) != 0 {
      throw Failure(message: "sitmap: \(path): \(String(cString: strerror(errno)))", status: 66)
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw Failure(message: "sitmap: \(path): is a folder", status: 66) }
  }

  /// True if a file may have a log beside it: it is no pipe and no table of a server.
  private static func hasSidecar(_ file: String) -> Bool {
    file != StandardInput.path && file != StandardInput.name && !Servers.isTable(file) && !Servers.isAddress(file)
  }
}
