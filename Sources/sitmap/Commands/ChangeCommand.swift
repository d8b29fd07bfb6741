import ArgumentParser
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap change`: makes one change to the events of files, as the browser does.
struct ChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Add, correct, comment on, tag or withdraw an event: the change is written beside the file.",
    discussion: """
      The file stays as it is. A change is a line of FILE.changes, or of the log that --changes names, with your name, the time and the \
      reason. sitmap changes lists them.
      """,
    subcommands: [
      AddChange.self, DraftChange.self, SetChange.self, CommentChange.self, TagChange.self, WithdrawChange.self,
      SameChange.self, DifferentChange.self, AcceptChange.self, RejectChange.self, RevertChange.self,
    ])
}

/// The files, the person and the reason of a change: the same for all changes.
struct ChangeArguments: ParsableArguments {
  @Argument(help: "The files of events.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String = ""

  @OptionGroup var author: AuthorArguments

  @OptionGroup var config: SettingsArguments

  @OptionGroup var log: LogArguments

  /// Makes the change of a request, and prints its id.
  func make(_ request: ChangeRequest) throws { try make { desk, situation in desk.make(request, reason: reason, in: situation) } }

  /// Opens the files, makes a change, and prints its id.
  func make(_ change: (ChangeDesk, Situation) -> ChangeDesk.Outcome) throws {
    try log.logged("change") { log in
      let settings = try config.settings()
      let opening = try Opening(files: files, columns: table.map, changes: table.changes)
      opening.log(to: log)
      let desk = ChangeDesk(for: opening, author: Author.name(author.author, settings: settings.author))
      switch change(desk, opening.read) {
      case .made(let change, _):
        log.info("changed", metadata: ["change": "\(change.id)"])
        try StandardOutput.write(change.id + "\n")
      case .failed(let words): throw Failure.usage(words)
      case .unwritten(let words): throw Failure(message: "sitmap: \(words)", status: 73)
      case .refused(let problems):
        for (field, words) in problems.sorted(by: { $0.key < $1.key }) {
          StandardError.write("sitmap: \(FieldArguments.option(of: field)): \(words)")
        }
        throw ExitCode(64)
      }
    }
  }
}

/// The option that names an event.
struct EventArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The id of the event, as sitmap list prints it.", valueName: "id"))
  var event: String
}

/// `sitmap change add`.
struct AddChange: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an event.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var fields: FieldArguments

  func run() throws { try change.make(.add(fields.texts)) }
}

/// `sitmap change draft`.
struct DraftChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Propose an event, which counts when somebody accepts it.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var fields: FieldArguments

  func run() throws {
    try change.make { desk, situation in desk.propose(fields.texts, reason: change.reason, in: situation) }
  }
}

/// `sitmap change set`.
struct SetChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Give fields of an event other values; an empty text takes a value away.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments
  @OptionGroup var fields: FieldArguments

  func validate() throws {
    if fields.texts.isEmpty { throw ValidationError("name the fields to set, such as --title TEXT.") }
  }

  func run() throws { try change.make(.set(event: event.event, fields.texts)) }
}

/// `sitmap change comment`.
struct CommentChange: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "comment", abstract: "Write a remark on an event.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments

  @Option(parsing: .unconditional, help: ArgumentHelp("The remark.", valueName: "text"))
  var text: String

  func run() throws { try change.make(.comment(event: event.event, text)) }
}

/// `sitmap change tag`.
struct TagChange: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "tag", abstract: "Give an event a tag, or take one off.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments

  @Option(parsing: .unconditional, help: ArgumentHelp("The word.", valueName: "word"))
  var tag: String

  @Flag(help: "Take the tag off.")
  var remove = false

  func run() throws { try change.make(.tag(event: event.event, tag, isOn: !remove)) }
}

/// `sitmap change withdraw`.
struct WithdrawChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take an event off the map and out of all counts.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments

  func run() throws { try change.make(.withdraw(event: event.event)) }
}

/// The options that name two records.
struct PairArguments: ParsableArguments {
  @OptionGroup var event: EventArguments

  @Option(help: ArgumentHelp("The id of the other record.", valueName: "id"))
  var other: String
}

/// `sitmap change same`.
struct SameChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Say that two records are reports of one event.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var pair: PairArguments

  func run() throws { try change.make(.same(event: pair.event.event, other: pair.other, isSame: true)) }
}

/// `sitmap change different`.
struct DifferentChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Say that two records are of different events.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var pair: PairArguments

  func run() throws { try change.make(.same(event: pair.event.event, other: pair.other, isSame: false)) }
}

/// `sitmap change accept`.
struct AcceptChange: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "accept", abstract: "Make a draft an event.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments

  func run() throws { try change.make(.decide(draft: event.event, isAccepted: true)) }
}

/// `sitmap change reject`.
struct RejectChange: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reject", abstract: "Put a draft aside.")

  @OptionGroup var change: ChangeArguments
  @OptionGroup var event: EventArguments

  func run() throws { try change.make(.decide(draft: event.event, isAccepted: false)) }
}

/// `sitmap change revert`.
struct RevertChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert", abstract: "Take an earlier change back, by a change of its own.")

  @OptionGroup var change: ChangeArguments

  @Option(name: .customLong("change"), help: ArgumentHelp("The id of the change, as sitmap changes prints it.", valueName: "id"))
  var id: String

  func run() throws { try change.make(.revert(change: id)) }
}
