import SituationModel
import TextCanvas

/// A list of events that is to be written to a file.
public struct Export: Hashable, Sendable {
  /// The file, as the person named it.
  public let path: String
  /// By the ending of its name.
  public let format: ExportFormat
  /// The events, in the order of the list.
  public let events: [ListedEvent]
  /// Whether a file of that name may be replaced.
  public var replaces = false
}

/// The format of a list of events in a file.
public enum ExportFormat: Hashable, Sendable {
  /// As text.
  case listing(ListingFormat)
  /// As a workbook of XLSX.
  case workbook

  /// The format that the ending of a file's name stands for; nil for any other.
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

/// Writing what is listed.
extension BrowserState {
  /// What the prompt for a file says of a name while it is typed.
  func exportHint(for path: String) -> String {
    let events = (results.matches.count == 1 ? "1 event" : "\(results.matches.count) events") + hereWords
    guard let format = ExportFormat(path: path) else {
      return "\(events); the ending says how: .csv .xlsx .md .json .txt"
    }
    return "\(events) as \(format.name)"
  }

  /// Asks for the list to be written; while the name says no format it stays open to be mended.
  mutating func export(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else { return [] }
    guard let format = ExportFormat(path: prompt.text) else {
      dialogue.prompt = prompt
      return []
    }
    return [
      .write(Export(path: prompt.text, format: format, events: view.order.listed(results.matches, in: dataset.events)))
    ]
  }
}

extension ExportFormat {
  /// The format as a person calls it.
  fileprivate var name: String {
    switch self {
    case .listing(.text): "text with tabs"
    case .listing(.csv): "CSV"
    case .listing(.markdown): "Markdown"
    case .listing(.json): "JSON"
    case .workbook: "XLSX"
    }
  }
}
