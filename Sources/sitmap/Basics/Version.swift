import CBuild

/// The version of the program.
enum Version {
  /// The version of the sources, and their commit where the build names one: `0.1.0 (1f3c9ab)`.
  static var text: String {
    let commit = String(cString: sitmap_commit())
    return commit.isEmpty ? number : "\(number) (\(commit))"
  }

  /// The version of the sources.
  static let number = "0.1.0"
  /// The date of the version, for the manual page.
  static let date = "November 24, 2026"
}
