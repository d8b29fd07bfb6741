/// How standard input is called where files are named.
public enum StandardInput {
  /// The name that a person types for it. A file of that name is `./-`.
  public static let path = "-"
  /// The name of standard input in messages and titles.
  public static let name = "standard input"

  /// The name of a file in messages.
  public static func name(of path: String) -> String { path == Self.path ? name : path }
}
