import ArgumentParser
import SituationIO
import SituationModel

/// The description of all commands and their options, from the parser of the command line.
struct ToolInfo {
  /// A command with all of its options.
  struct Command {
    let name: String
    let abstract: String
    let discussion: String
    let arguments: [Argument]
  }

  /// An option, a flag or a positional argument.
  struct Argument: Hashable {
    /// The name with its dashes, and the word for its value: `--at <place>`.
    let synopsis: String
    let abstract: String
    /// The allowed values if the option takes one of a few words, otherwise none.
    let values: [String]
  }

  /// The program itself.
  let program: Command
  /// The program's commands, in the order of the help.
  let commands: [Command]

  init() throws(ReadError) {
    let whole = try PropertyValue(json: Array(Sitmap._dumpHelp().utf8), file: "help")
    program = Self.command(whole["command"] ?? .null, below: "")
    commands = (whole["command"]?["subcommands"]?.list ?? [])
      .filter { $0["shouldDisplay"]?.flag != false && $0["commandName"]?.text != "help" }.flatMap(Self.commands)
  }

  /// A command, or the commands below one that does nothing itself.
  private static func commands(_ value: PropertyValue) -> [Command] {
    let below = (value["subcommands"]?.list ?? []).filter { $0["commandName"]?.text != "help" }
    if below.isEmpty { return [command(value, below: "")] }
    return below.map { command($0, below: (value["commandName"]?.text ?? "") + " ") }
  }

  private static func command(_ value: PropertyValue, below name: String) -> Command {
    Command(
      name: name + (value["commandName"]?.text ?? ""), abstract: value["abstract"]?.text ?? "",
      discussion: value["discussion"]?.text ?? "",
      arguments: (value["arguments"]?.list ?? []).filter { $0["shouldDisplay"]?.flag != false }.map(argument))
  }

  private static func argument(_ value: PropertyValue) -> Argument {
    let isFlag = value["kind"]?.text == "flag"
    let word = "<\(value["valueName"]?.text ?? "value")>"
    let names = (value["names"]?.list ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.text else { return nil }
      return (name["kind"]?.text == "short" ? "-" : "--") + text + (isFlag ? "" : " " + word)
    }
    return Argument(
      synopsis: names.isEmpty ? word : names.joined(separator: ", "), abstract: value["abstract"]?.text ?? "",
      values: (value["allValues"]?.list ?? []).compactMap(\.text))
  }
}
