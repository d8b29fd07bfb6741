/// How a list of events is written for a file or a pipe.
public enum ListingFormat: String, CaseIterable, Hashable, Sendable {
  /// A line each, with tabs between the columns.
  case text
  /// RFC 4180, with a row of names.
  case csv
  /// A table for each group.
  case markdown
  /// An array with an object each.
  case json

  /// The format that the ending of a file's name stands for; nil for any other.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[dot...].lowercased() {
    case ".csv": self = .csv
    case ".md", ".markdown": self = .markdown
    case ".json": self = .json
    case ".txt", ".tsv": self = .text
    default: return nil
    }
  }
}
