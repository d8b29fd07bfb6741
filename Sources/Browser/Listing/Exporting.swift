import SituationModel
import TextCanvas

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
