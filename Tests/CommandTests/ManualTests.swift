import Browser
import SituationModel
import Testing

@testable import sitmap

@Suite("The manual page")
struct ManualTests {
  /// The page without the escapes of its macros.
  private func page() throws -> String {
    let names = ["dq": "\"", "aq": "'", "ga": "`", "ti": "~", "ha": "^"]
    var rest = ManualPage(tool: try ToolInfo()).text[...]
    var page = ""
    while let escape = rest.firstIndex(of: "\\") {
      page += rest[..<escape]
      rest = rest[rest.index(after: escape)...]
      switch rest.popFirst() {
      case "(":
        page += names[String(rest.prefix(2))] ?? "?"
        rest = rest.dropFirst(2)
      case "e": page += "\\"
      case "-": page += "-"
      default: break
      }
    }
    return page + rest
  }

  @Test("has every action with its keys, every command, every option and every field of the filter")
  func whole() throws {
    let page = try page()
    for action in Action.allCases {
      #expect(page.contains("\(KeyMap().allShown(action))\n.Xc\n\(action.rawValue): \(action.row.words)"))
    }
    for field in FilterField.allCases { #expect(page.contains("\n\(field.rawValue):\n")) }
    let tool = try ToolInfo()
    let counts: [Int] = Sitmap.configuration.subcommands.map { max(1, $0.configuration.subcommands.count) }
    #expect(tool.commands.count == counts.reduce(0, +))
    for command in tool.commands {
      #expect(page.contains("\n\(command.name)\n"))
      for argument in command.arguments {
        #expect(page.contains(argument.synopsis) || ["--version", "-h, --help"].contains(argument.synopsis))
      }
    }
  }

  @Test("no line is a request by accident")
  func requests() throws {
    let known = [
      ".Dd", ".Dt", ".Os", ".Sh", ".Ss", ".Nm", ".Nd", ".Pp", ".Bl", ".El", ".It", ".Xc", ".Op", ".Ar", ".Cm",
    ]
    for line in ManualPage(tool: try ToolInfo()).text.split(separator: "\n")
    where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(String(line.prefix(3))), "\(line)")
    }
  }
}
