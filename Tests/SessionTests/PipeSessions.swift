import Testing
import TextCanvas

/// Data from a pipe, while keys come from the terminal.
@Suite("Pipes", .serialized)
struct PipeSessions {
  private static let file = #"""
    {"type":"FeatureCollection","title":"From a pipe","features":[{"type":"Feature","id":"one","properties":\#
    {"title":"A bridge","when":"2024-12-10"},"geometry":{"type":"Point","coordinates":[36,34]}}]}
    """#

  @Test("What is piped in opens, named or not, and keys, the mouse and Ctrl-Z work", arguments: ["", " -"])
  func keys(argument: String) throws {
    let shell = try TmuxSession()
    try shell.enter("printf '%s' '\(Self.file)' | \(try ProgramUnderTest.path())\(argument)")
    try shell.wait(for: "1 event")
    #expect(try shell.text().contains("From a pipe"))
    try shell.press("?")
    try shell.wait(for: "Esc goes back")
    try shell.press("Escape")
    try shell.wait(until: "the map") { try !shell.text().contains("Esc goes back") }
    try shell.press("m")
    try shell.wait(for: "it has no name to keep them under")
    try shell.press("Escape")
    try shell.wait(for: "? help")
    try shell.press("C-z")
    try shell.wait(until: "the shell, stopped") { try shell.value("#{alternate_on}") == "0" }
    try shell.enter("fg")
    try shell.wait(for: "1 event")
    try shell.press("q")
    try shell.wait(until: "the shell") { try shell.value("#{alternate_on}") == "0" }
    try shell.enter("clear; stty -a")
    try shell.wait(for: " icanon")
  }

  @Test("A pipe with nothing in it is an error, and the terminal is left alone")
  func empty() throws {
    let shell = try TmuxSession()
    try shell.enter("printf '' | \(try ProgramUnderTest.path()); echo status $?")
    try shell.wait(for: "status 65")
    #expect(try shell.text().contains("sitmap: standard input:1: is empty"))
  }
}
