import ArgumentParser
import TextCanvas

/// `sitmap config`: what is set, and whether all of it is understood.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say where the settings of the browser are read, and whether they are understood.",
    discussion: "Ends with status 65 where something in the file is not understood.")

  @OptionGroup var settings: SettingsArguments

  @Flag(help: "Print all settings as they hold, in the form of the file, with every action and its keys.")
  var show = false

  func run() throws {
    let settings = try settings.settings()
    for problem in settings.problems { StandardError.write("sitmap: \(SafeText(problem).text)") }
    if show {
      try StandardOutput.write(settings.text)
    } else {
      let words = settings.isThere ? "is read" : "does not exist: every setting has its default"
      try StandardOutput.write("\(SafeText(settings.path ?? "config.toml").text) \(words)\n")
    }
    if !settings.problems.isEmpty { throw ExitCode(65) }
  }
}
