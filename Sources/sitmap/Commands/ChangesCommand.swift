import ArgumentParser
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap changes`: the changes that people made to the events of files.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List the changes to the events of files, apply them to a new file, or merge two logs.",
    subcommands: [ListChanges.self, ApplyChanges.self, MergeChanges.self], defaultSubcommand: ListChanges.self)
}

/// `sitmap changes list`.
struct ListChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the changes: who made which, when and why, and what became of it.",
    discussion: """
      The columns of text, with tabs between them: time, author, effect, event, what was done, reason, id of the change. With --check, only \
      what conflicts, no longer fits or is not understood; ends with status 65 where there is any.
      """)

  @Argument(help: "The files of events.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Flag(help: "One object of JSON.")
  var json = false

  @Flag(help: "List only what needs a look, and end with status 65 if there is any.")
  var check = false

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("changes", run) }

  private func run(_ log: Logger) throws {
    let opening = try Opening(files: files, columns: table.map, changes: table.changes)
    opening.log(to: log)
    let (logs, unread) = opening.changes.logs(of: opening.eventFiles)
    let rejections = unread + logs.flatMap(\.log.rejections)
    let listing = ChangeListing(opening.read.changes, rejections, onlyProblems: check) { SafeText($0).text }
    try StandardOutput.write(json ? listing.json : listing.text)
    if !check || json {
      for rejection in rejections where !json {
        StandardError.write("\(rejection.file):\(rejection.line): \(rejection.reason)")
      }
    }
    if check, !opening.read.changes.problems.isEmpty || !rejections.isEmpty { throw ExitCode(65) }
  }
}

/// `sitmap changes apply`.
struct ApplyChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Write a new file, of any format of sitmap convert, with the changes applied.",
    discussion: "In GeoJSON, each event says which of its fields were changed, by whom, when and why.")

  @OptionGroup var convert: Convert

  func run() throws { try convert.run() }
}

/// `sitmap changes merge`.
struct MergeChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Write the lines of two logs as one, each once.",
    discussion: "The order of lines does not matter: changes are applied by their times.")

  @Argument(help: "The logs.", completion: .file(extensions: ["changes"]))
  var logs: [String]

  @Option(name: .shortAndLong, help: "The new log; without it, standard output.")
  var output: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  func validate() throws {
    if logs.count < 2 { throw ValidationError("merge takes two logs or more.") }
  }

  func run() throws {
    var merged: [UInt8] = []
    for path in logs {
      do throws(ReadError) { merged = ChangeLog.union(merged, try ChangeLog.bytes(path: path)) } catch {
        throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
      }
    }
    guard let output else { return try StandardOutput.write(merged) }
    do throws(NewFile.Problem) { _ = try NewFile.write(merged, to: output, replacing: force) } catch {
      switch error {
      case .exists: throw Failure(message: "sitmap: \(output): already exists (--force replaces it)", status: 73)
      case .failed(let reason): throw Failure(message: "sitmap: \(output): \(reason)", status: 73)
      }
    }
  }
}
