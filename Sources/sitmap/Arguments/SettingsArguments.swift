import ArgumentParser

/// The option that says where settings are read.
struct SettingsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the settings of the browser from this file, and not from config.toml in XDG_CONFIG_HOME/sitmap.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  /// The settings.
  func settings() throws(Failure) -> Settings { try Settings(at: config) }
}
