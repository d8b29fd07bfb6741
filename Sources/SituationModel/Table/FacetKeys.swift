/// Bytes that two records have in common only where they have the same values in a section of the filter: a key a section.
public struct FacetKeys: Sendable {
  /// The sections whose values only the events can tell.
  public enum Section: Int, CaseIterable, Sendable {
    case kind, actor
    /// Sources and their grades.
    case source
  }

  private var keys = Section.allCases.map { _ in [UInt8]() }

  /// Keys without bytes.
  public init() {}

  /// The key of a section.
  public subscript(section: Section) -> [UInt8] {
    get { keys[section.rawValue] }
    _modify { yield &keys[section.rawValue] }
  }

  /// Makes all keys empty, and keeps their memory.
  mutating func removeAll() {
    for section in keys.indices { keys[section].removeAll(keepingCapacity: true) }
  }
}
