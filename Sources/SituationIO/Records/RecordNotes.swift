/// What is wrong with parts of one record, while it is read. The record itself stays.
struct RecordNotes {
  /// A sentence each, without a full stop.
  private(set) var reasons: [String] = []

  /// Says one thing more.
  mutating func add(_ reason: String) { reasons.append(reason) }

  /// Says that a member stands there twice.
  mutating func addDuplicate(_ member: String) { add("\(quoted(member)) stands there twice: the last one counts") }

  /// Hands out what was said, and begins anew.
  mutating func take() -> [String] {
    defer { reasons = [] }
    return reasons
  }
}
