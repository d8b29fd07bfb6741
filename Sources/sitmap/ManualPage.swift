import Browser
import SituationModel
import Terminal

/// The manual page, in the macros of mdoc(7). It is made from the tables that the program itself goes by.
struct ManualPage {
  private var lines: [String] = []

  /// The page as man(1) reads it.
  var text: String { lines.joined(separator: "\n") + "\n" }

  init(tool: ToolInfo) {
    lines = [
      ".Dd \(Version.date)", ".Dt SITMAP 1", ".Os", ".Sh NAME", ".Nm sitmap", ".Nd situation map for the terminal",
    ]
    synopsis(tool)
    heading("DESCRIPTION")
    paragraph(tool.program.abstract)
    paragraph(tool.program.discussion)
    heading("COMMANDS")
    list(tool.commands.map { ($0.name, $0.abstract) })
    for command in tool.commands where !options(of: command).isEmpty { section(command, tool) }
    keys()
    heading("FILTERS")
    paragraph(
      """
      Terms side by side must all hold; "or" binds more weakly, "not" or a minus before a term binds more strongly, parentheses group. A word \
      without a field is searched for everywhere.
      """)
    list(FilterField.allCases.map { ($0.rawValue + ":", $0.taken(behind: ":")) })
    surroundings()
    heading("EXIT STATUS")
    list(Self.statuses)
    heading("LICENCE")
    paragraph("Apache License 2.0. The credits of the map's data: the key A, and CREDITS.txt beside the map's files.")
  }

  private static let statuses = [
    ("0", "What was asked for was done; for diff: nothing is changed."), ("1", "For diff: something is changed."),
    ("64", "A wrong command line."), ("65", "A file that is not understood."), ("66", "A file that can't be opened."),
    ("69", "A server that can't be reached or refuses, or a program that was built without what it needs."),
    ("73", "A file that can't be made, or is there already."),
    ("129 and more", "A signal ended it: 128 and its number."),
  ]

  private mutating func synopsis(_ tool: ToolInfo) {
    heading("SYNOPSIS")
    lines.append(".Nm")
    lines += [".Op Ar options", ".Op Ar files"]
    for command in tool.commands where command.name != "browse" {
      let files = command.arguments.map(\.synopsis).filter { $0.hasPrefix("<") }
      lines.append(".Nm")
      macro("Cm", command.name)
      if !options(of: command).filter({ !$0.synopsis.hasPrefix("<") }).isEmpty { lines.append(".Op Ar options") }
      if !files.isEmpty { macro("Ar", files.joined(separator: " ")) }
    }
  }

  /// The options of a command. Those that mean the same in the browser are only named.
  private mutating func section(_ command: ToolInfo.Command, _ tool: ToolInfo) {
    heading("OPTIONS OF \(command.name.uppercased())")
    paragraph(command.discussion)
    let browser = command.name == "browse" ? [] : tool.commands.first { $0.name == "browse" }?.arguments ?? []
    let all = options(of: command)
    let known = all.filter(browser.contains)
    list(all.filter { !browser.contains($0) }.map { ($0.synopsis, Self.words(of: $0)) })
    if !known.isEmpty {
      paragraph("As in the browser: " + known.map(\.synopsis).joined(separator: "; ") + ".")
    }
  }

  private static func words(of argument: ToolInfo.Argument) -> String {
    let isTold = argument.values.allSatisfy { argument.abstract.contains($0) }
    return argument.abstract + (isTold ? "" : " One of \(argument.values.joined(separator: ", ")).")
  }

  private func options(of command: ToolInfo.Command) -> [ToolInfo.Argument] {
    command.arguments.filter { !["--version", "-h, --help"].contains($0.synopsis) }
  }

  private mutating func keys() {
    heading("KEYS")
    paragraph("Each can be given to another action in the settings, by the action's name.")
    for group in Action.Group.allCases {
      macro("Ss", group.rawValue)
      list(
        Action.allCases.filter { $0.row.group == group }.map { action in
          (KeyMap().allShown(action), "\(action.rawValue): \(action.row.words)")
        })
    }
  }

  private mutating func surroundings() {
    heading("ENVIRONMENT")
    list([
      ("SITMAP_DATA", "The folder of the map and the situation that come with the program, where it is not beside it."),
      ("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where settings and state are; else .config and .local/state at home."),
      ("NO_COLOR", "Where it is set, the browser opens without colours."),
      (
        "TERM, LC_ALL, LC_CTYPE, LANG",
        "What the terminal can do, and in which letters. Where the terminal database does not know the terminal, "
          + "the most similar known terminal is used, and the screen says so."
      ),
      (
        "ESCDELAY",
        "How long an Escape is waited on to become another key, in milliseconds from \(ScreenOptions.escapeDelayWords); "
          + "\(ScreenOptions.usualEscapeDelay) where neither it nor the settings say. More helps on a slow line."
      ),
      ("TZDIR", "The system's time zones, if they are not in /usr/share/zoneinfo."),
    ])
    heading("FILES")
    list([
      ("~/.config/sitmap/config.toml", "Settings; sitmap config --show prints them all."),
      ("~/.local/state/sitmap/bookmarks.json", "Bookmarks, by the files that they are of."),
      ("~/.local/state/sitmap/views.json", "The views that files were left with."),
    ])
  }

  // MARK: Macros

  private mutating func macro(_ name: String, _ words: String) { lines.append(".\(name) \(Self.escaped(words))") }

  private mutating func heading(_ name: String) { macro("Sh", name) }

  private mutating func paragraph(_ text: String) {
    if text.isEmpty { return }
    if lines.last?.hasPrefix(".Sh") != true { lines.append(".Pp") }
    lines.append(Self.escaped(text))
  }

  private mutating func list(_ entries: [(String, String)]) {
    if entries.isEmpty { return }
    lines.append(".Bl -tag -width 12n")
    for (term, words) in entries { lines += [".It Xo", Self.escaped(term), ".Xc", Self.escaped(words)] }
    lines.append(".El")
  }

  /// A text in which nothing is a request, with the minus that can be copied.
  private static func escaped(_ text: String) -> String {
    let names: [Character: String] = [
      "\\": "\\e", "-": "\\-", "~": "\\(ti", "^": "\\(ha", "`": "\\(ga", "'": "\\(aq", "\"": "\\(dq",
    ]
    let plain = text.map { names[$0] ?? String($0) }.joined()
    return plain.hasPrefix(".") ? "\\&" + plain : plain
  }
}
