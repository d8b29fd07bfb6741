import ArgumentParser
import Glibc
import Logging
import SituationIO
import SituationModel

/// `sitmap db`: the tables of events on a server.
struct Server: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db",
    abstract: "Make tables for events on a PostgreSQL with PostGIS, load files into them, and ask them.",
    discussion: """
      The server is one that libpq knows: an address such as postgresql://host/database or service=name, its environment (PGHOST, \
      PGDATABASE, ...) where none is given. Passwords belong into a password file. It needs a program that was built for it: \
      make build TRAITS=PostgreSQL.
      """,
    subcommands: [MakeTables.self, Load.self, Ask.self])
}

/// `sitmap db init`.
struct MakeTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the tables for events on a server, in a schema of their own, where they are missing.")

  @Argument(help: "The server; without it, the one of libpq's environment.")
  var address: String = ""

  @OptionGroup var log: LogArguments

  func run() throws {
    try log.logged("db init") { _ in
      try Servers.make(at: address)
      StandardError.write("sitmap: the tables are ready")
    }
  }
}

/// `sitmap db load`.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load the events of files into the tables of a server: all of them, or none.",
    discussion: """
      Events are matched by id: an unchanged event is skipped, a changed one replaces the one \
      before. An id that was made for a record without one gets the name of its file in front.
      """)

  @Argument(help: "The files to read, - for standard input.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The server; without it, the one of libpq's environment.", valueName: "address"))
  var address: String = ""

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("db load", run) }

  private func run(_ log: Logger) throws {
    guard files.count(where: { $0 == StandardInput.path }) < 2 else {
      throw Failure.usage("standard input can be read once only")
    }
    let read = try FilesRead(files, columns: table.map ?? ColumnMap())
    if let unread = read.unread.first { throw Failure(message: "sitmap: \(unread)", status: 65) }
    let changes = ChangeFiles(choice: table.changes, files: files)
    try changes.check()
    let whole = changes.situation(joining: read.parts)
    for note in whole.notes { StandardError.write("sitmap: \(note)") }
    whole.reportProblems()
    let isSeen = isatty(STDERR_FILENO) == 1
    let said = try Servers.load(whole.events, files: read.parts.map(\.path), to: address) { sent in
      if isSeen { StandardError.progress("sitmap: \(sent) of \(whole.events.count) events sent") }
    }
    if isSeen { StandardError.progress("") }
    StandardError.write("sitmap: \(said)")
    log.info("loaded", metadata: ["files": "\(files.joined(separator: " "))", "outcome": "\(said)"])
  }
}
