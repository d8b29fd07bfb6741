import ArgumentParser
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap check`: reports on files before they are trusted.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Say how files are read: format, columns, counts, spans, duplicates, and all that is rejected or looks wrong.",
    discussion: """
      Ends with status 66 where a file can't be opened, and 65 where one is not understood; the others are told all the same.
      """)

  @Argument(help: "The files to look at, - for standard input.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Flag(help: "One object of JSON, with all that was rejected, repaired or not read.")
  var json = false

  @Flag(help: "End with status 65 where anything was rejected, repaired or not read.")
  var strict = false

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("check", run) }

  private func run(_ log: Logger) throws {
    try SourceAddress.refuse(among: files)
    guard files.count(where: { $0 == StandardInput.path }) < 2 else {
      throw Failure.usage("standard input can be read once only")
    }
    let now = Instant(seconds: Int64(time(nil)))
    var status: Int32 = 0
    if json { try StandardOutput.write("{\"files\":[\n") }
    for (number, path) in files.enumerated() {
      let found = look(at: path, now: now)
      status = max(status, found.status)
      log.info("checked", metadata: ["file": "\(path)", "status": "\(found.status)"])
      try StandardOutput.write((json && number > 0 ? ",\n" : "") + found.text)
    }
    if json { try StandardOutput.write("\n]}\n") }
    if status != 0 { throw ExitCode(status) }
  }

  /// The changes to a file; nil where there are none.
  private func changes(to situation: Situation, of path: String) -> ChangeListing? {
    let (logs, unread) = ChangeFiles(choice: table.changes, files: [path]).logs(of: [StandardInput.name(of: path)])
    guard !logs.isEmpty || !unread.isEmpty else { return nil }
    let book = situation.applying(logs, files: path == StandardInput.path ? [] : [path]).changes
    return ChangeListing(book, unread + logs.flatMap(\.log.rejections), onlyProblems: true) { SafeText($0).text }
  }

  /// The report on one file, and the exit status that this file alone would give.
  private func look(at path: String, now: Instant) -> (text: String, status: Int32) {
    do throws(ReadError) {
      let (situation, recognition) = try inspectSituation(
        path: path, columns: table.map ?? ColumnMap(), databases: Databases.source, places: PlaceNames.shared)
      let changes = changes(to: situation, of: path)
      let check = FileCheck(file: path, situation, recognition, now: now)
      let report = CheckReport(check, changes: changes, safe: { SafeText($0).text })
      let isWrong = check.problems.contains { $0.weight != .note } || changes?.needsLook ?? false
      return (json ? report.json : report.text, strict && isWrong ? 65 : 0)
    } catch {
      StandardError.write("sitmap: \(error.message)")
      let members = [("file", path), ("error", error.message)].map { (key: $0.0, value: PropertyValue.text($0.1)) }
      return (json ? PropertyValue.json(members) : "", error.exitCode)
    }
  }
}
