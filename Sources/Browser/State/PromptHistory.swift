/// The lines that were typed into prompts, to be found again with the arrows.
public struct PromptHistory: Hashable, Sendable {
  /// The lines by the name of what they were for, the last one last; each once.
  public private(set) var lines: [String: [String]]

  /// The number of lines that are kept for each purpose.
  public static let most = 50

  /// A history of earlier sessions.
  public init(_ lines: [String: [String]] = [:]) { self.lines = lines.mapValues { $0.suffix(Self.most) } }

  /// The lines for a purpose, the last one last.
  func lines(for purpose: Prompt.Purpose) -> [String] {
    purpose.historyName.flatMap { lines[$0] } ?? []
  }

  /// Adds a line; returns false if nothing has changed.
  mutating func add(_ line: String, for purpose: Prompt.Purpose) -> Bool {
    guard !line.isEmpty, let name = purpose.historyName, lines[name]?.last != line else { return false }
    var kept = (lines[name] ?? []).filter { $0 != line }
    kept.append(line)
    lines[name] = kept.suffix(Self.most)
    return true
  }
}

extension Prompt.Purpose {
  /// The name under which typed lines are kept; nil for those that nobody types twice.
  fileprivate var historyName: String? {
    switch self {
    case .search, .narrowing, .facetText: "search"
    case .command: "command"
    case .filter: "filter"
    case .place: "place"
    case .time: "time"
    case .export: "export"
    case .bookmark, .rename: nil
    }
  }
}
