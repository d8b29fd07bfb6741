/// How standard input is called where files are named.
public enum StandardInput {
  /// What a person types for it. A file of that name is `./-`.
  public static let path = "-"
  /// What messages and titles call it.
  public static let name = "standard input"

  /// What messages call a file.
  public static func name(of path: String) -> String { path == Self.path ? name : path }
}
