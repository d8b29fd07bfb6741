import SituationModel
import TextCanvas

/// A list of events to write to a file.
public struct Export: Hashable, Sendable {
  /// The file, as the person named it.
  public let path: String
  /// The format, from the ending of the file's name.
  public let format: ExportFormat
  /// The events, in the order of the list.
  public let events: [ListedEvent]
  /// True if a file of that name may be replaced.
  public var replaces = false
}

/// The format of a list of events in a file.
public enum ExportFormat: Hashable, Sendable {
  /// A text format.
  case listing(ListingFormat)
  /// A workbook of XLSX.
  case workbook

  /// The format for the ending of a file's name; nil for any other ending.
  public init?(path: String) {
    if let format = ListingFormat(path: path) {
      self = .listing(format)
    } else if path.lowercased().hasSuffix(".xlsx"), path.split(separator: "/").last.map({ $0.count > 5 }) == true {
      self = .workbook
    } else {
      return nil
    }
  }
}
