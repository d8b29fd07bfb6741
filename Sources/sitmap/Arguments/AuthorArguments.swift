import ArgumentParser

/// The option that says who makes a change.
struct AuthorArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The name that your changes carry; without it, that of the settings, of git, or your login name.",
      valueName: "name"))
  var author: String?
}
