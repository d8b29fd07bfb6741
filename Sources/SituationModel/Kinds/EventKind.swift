/// Kind of event that the program knows by name.
///
/// All other kinds are words of files, which a `KindTable` gives codes, letters and colours.
public enum EventKind: String, CaseIterable, Hashable, Sendable {
  case convoy, strike, imagery, incursion, statement, diplomatic, political
  /// Any kind that the program has no name for; the event keeps the file's own word.
  case other

  /// Code of the kind in columns and in the tables of servers. Servers hold codes for years, so none may ever change.
  public var code: UInt8 {
    switch self {
    case .convoy: 0
    case .strike: 1
    case .imagery: 2
    case .incursion: 3
    case .statement: 4
    case .diplomatic: 5
    case .political: 6
    case .other: 7
    }
  }

  /// The kind of a code; nil where no kind has it.
  public init?(code: Int) {
    guard let kind = EventKind.allCases.first(where: { Int($0.code) == code }) else { return nil }
    self = kind
  }

  /// How many codes the known kinds have, from 0; the kinds of files have those behind.
  public static let codeCount = 8

  /// The code that a source has for a code of a table: sources count the kinds of files as other events.
  static func code(atMost code: UInt8) -> UInt8 { min(code, EventKind.other.code) }
}
