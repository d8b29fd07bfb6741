/// The kinds of events and of statements about them.
public enum EventKind: String, CaseIterable, Hashable, Sendable {
  case convoy, strike, imagery, incursion, statement, diplomatic, political
  /// Any kind that the program has no name for; the event keeps the file's own word.
  case other
}
