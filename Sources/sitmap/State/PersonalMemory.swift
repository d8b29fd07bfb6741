import Browser
import SituationModel
import TextCanvas

/// The memory that belongs to the person, whatever file is open: the lines typed into prompts, and the colours chosen by a key.
struct PersonalMemory {
  private let folder: StateFolder

  private static let file = StateFolder.File(
    name: "memory.json", profile: "sitmap-memory-1", list: "memory", words: "lines typed before")

  /// The memory; nil if the environment names no place for it.
  init?() {
    guard let folder = StateFolder() else { return nil }
    self.folder = folder
  }

  /// The lines that were typed in earlier sessions, and the theme that was chosen last; nil if none was.
  ///
  /// - Throws: the reason, if the file can't be read.
  func read() throws(StateFolder.Problem) -> (history: PromptHistory, theme: ThemeName?) {
    var lines: [String: [String]] = [:]
    var theme: ThemeName?
    for record in try folder.records(of: Self.file) {
      switch record["name"]?.text {
      case "theme": theme = record["value"]?.text.flatMap { ThemeName(rawValue: $0) }
      case let name?: lines[name] = record["lines"]?.list.compactMap(\.text)
      case nil: break
      }
    }
    return (PromptHistory(lines), theme)
  }

  /// Keeps the lines that were typed, beside those of other sessions.
  func keep(_ history: PromptHistory) throws(StateFolder.Problem) {
    _ = try folder.change(Self.file) { records in
      for (name, lines) in history.lines.sorted(by: { $0.key < $1.key }) {
        let before = records.first { $0["name"]?.text == name }?["lines"]?.list.compactMap(\.text) ?? []
        let all = before.filter { !lines.contains($0) } + lines
        records.removeAll { $0["name"]?.text == name }
        let kept = all.suffix(PromptHistory.most).map(PropertyValue.text)
        records.append(["name": .text(name), "lines": .list(Array(kept))])
      }
    }
  }

  /// Keeps a theme that was chosen by its key.
  func keep(_ theme: ThemeName) throws(StateFolder.Problem) {
    _ = try folder.change(Self.file) { records in
      records.removeAll { $0["name"]?.text == "theme" }
      records.append(["name": .text("theme"), "value": .text(theme.rawValue)])
    }
  }
}
