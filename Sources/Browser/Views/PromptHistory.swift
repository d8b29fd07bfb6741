/// The lines that were typed into prompts, to be found again with the arrows.
public struct PromptHistory: Hashable, Sendable {
  /// The lines by the name of what they were for, the last one last; each once.
  public private(set) var lines: [String: [String]]

  /// The number of lines that are kept for each purpose.
  public static let most = 50

  /// A history of earlier sessions.
  public init(_ lines: [String: [String]] = [:]) { self.lines = lines.mapValues { $0.suffix(Self.most) } }

  /// The lines of a name, the last one last; none for no name.
  func lines(for name: String?) -> [String] { name.flatMap { lines[$0] } ?? [] }

  /// Adds a line under a name; returns false if nothing has changed, as for no name.
  mutating func add(_ line: String, for name: String?) -> Bool {
    guard !line.isEmpty, let name, lines[name]?.last != line else { return false }
    var kept = (lines[name] ?? []).filter { $0 != line }
    kept.append(line)
    lines[name] = kept.suffix(Self.most)
    return true
  }
}
