import ArgumentParser
import SituationIO

/// `sitmap manual`: the manual page.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page, for man(1): sitmap manual | man -l -")

  func run() throws { try StandardOutput.write(ManualPage(tool: try ToolInfo()).text) }
}
