import SituationModel
import TextCanvas

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

/// Writing the list or the screen to a file.
extension BrowserState {
  /// The hint for a file's name while it is typed.
  func exportHint(for path: String) -> String {
    let events = (results.matches.count == 1 ? "1 event" : "\(results.matches.count) events") + hereWords
    guard let format = ExportFormat(path: path) else { return "\(events): \(Self.endings)" }
    if case .screen = format { return "this screen as \(format.name)" }
    return "\(events) as \(format.name)"
  }

  /// The endings of names that say what is written, and how.
  private static let endings = ".csv .xlsx .md .json .txt; screen: .svg .html .ansi"

  /// The effect that writes the list. If the name has no known ending, the prompt stays open so that it can be corrected.
  mutating func export(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else { return [] }
    guard let format = ExportFormat(path: prompt.text) else {
      dialogue.prompt = prompt
      dialogue.prompt?.remark = "the name ends in none of \(Self.endings)"
      return []
    }
    if case .screen = format { return [.write(Export(path: prompt.text, format: format, events: []))] }
    return [
      .write(Export(path: prompt.text, format: format, events: view.order.listed(results.matches, in: dataset.events)))
    ]
  }
}

extension ExportFormat {
  /// The name of the format for a person.
  fileprivate var name: String {
    switch self {
    case .listing(.text): "text with tabs"
    case .listing(.csv): "CSV"
    case .listing(.markdown): "Markdown"
    case .listing(.json): "JSON"
    case .workbook: "XLSX"
    case .screen(.ansi): "text with colours"
    case .screen(.svg): "SVG"
    case .screen(.html): "HTML"
    }
  }
}
