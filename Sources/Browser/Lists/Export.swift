import SituationModel

/// A list of events, or the screen, to write to a file.
public struct Export: Hashable, Sendable {
  /// The file, as the person named it.
  public let path: String
  /// The format, from the ending of the file's name.
  public let format: ExportFormat
  /// The events, in the order of the list; none for the screen.
  public let events: [ListedEvent]
  /// True if a file of that name may be replaced.
  public var replaces = false
}

/// The format of a list of events, or of the screen, in a file.
public enum ExportFormat: Hashable, Sendable {
  /// A text format.
  case listing(ListingFormat)
  /// A workbook of XLSX.
  case workbook
  /// The screen as it is seen.
  case screen(ScreenFormat)

  /// The format for the ending of a file's name; nil for any other ending.
  public init?(path: String) {
    if let format = ListingFormat(path: path) {
      self = .listing(format)
    } else if let format = ScreenFormat(path: path) {
      self = .screen(format)
    } else if path.lowercased().hasSuffix(".xlsx"), path.split(separator: "/").last.map({ $0.count > 5 }) == true {
      self = .workbook
    } else {
      return nil
    }
  }
}

/// The format of a screen in a file.
public enum ScreenFormat: Hashable, Sendable {
  /// Text with the colours of a terminal.
  case ansi
  /// A picture.
  case svg
  /// A page.
  case html

  /// The format for the ending of a file's name; nil for any other ending.
  init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[dot...].lowercased() {
    case ".ansi", ".ans": self = .ansi
    case ".svg": self = .svg
    case ".html", ".htm": self = .html
    default: return nil
    }
  }
}
