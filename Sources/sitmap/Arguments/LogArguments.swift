import ArgumentParser
import Glibc
import Logging

/// The option that says where to log.
struct LogArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Append what the program does to this file, a line each; nothing is logged otherwise.", valueName: "file"),
    completion: .file())
  var log: String?

  /// Runs a command, and logs its beginning and how it ends.
  func logged(_ command: String, _ run: (Logger) throws -> Void) throws {
    guard let log else { return try run(Logger(label: "sitmap") { _ in SwiftLogNoOpLogHandler() }) }
    let handler = try LogFile(path: log)
    let logger = Logger(label: "sitmap") { _ in handler }
    logger.info("begins", metadata: ["command": "\(command)", "version": "\(Version.text)"])
    do {
      try run(logger)
      logger.info("ends", metadata: ["status": "0"])
    } catch {
      let status = (error as? Failure)?.status ?? (error as? ExitCode)?.rawValue ?? 1
      // What is wrong with a command line has the person's own words in it.
      let reason = status == 64 ? "" : (error as? Failure)?.message ?? ""
      logger.log(
        level: reason.isEmpty ? .info : .error, "ends",
        metadata: ["status": "\(status)"].merging(reason.isEmpty ? [:] : ["reason": "\(reason)"]) { $1 })
      throw error
    }
  }
}
