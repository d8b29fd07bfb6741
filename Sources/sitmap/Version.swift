/// What the program says of its version.
enum Version {
  /// The version of the sources.
  static let text = "0.1.0"
}
