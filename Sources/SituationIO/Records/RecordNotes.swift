import SituationModel

/// What is wrong with parts of one record, while it is read. The record itself stays.
struct RecordNotes {
  /// One of them.
  struct Note: Hashable, Sendable {
    /// A sentence without a full stop.
    let reason: String
    /// The member or column that it is about, and what stands there, where it is one and that is a text.
    var field: String?
    var value: String?
  }

  private var notes: [Note] = []

  /// Whether nothing was said.
  var isEmpty: Bool { notes.isEmpty }

  /// Says one thing more.
  mutating func add(_ reason: String, field: String? = nil, value: String? = nil) {
    add(Note(reason: reason, field: field, value: value))
  }

  /// Says what another reader said.
  mutating func add(_ note: Note) { notes.append(note) }

  /// Says that a member stands there twice.
  mutating func addDuplicate(_ member: String) {
    add("\(quoted(member)) stands there twice: the last one counts", field: member)
  }

  /// Hands out what was said, and begins anew.
  mutating func take() -> [Note] {
    defer { notes = [] }
    return notes
  }
}

extension Rejection {
  /// What is wrong with a part of a record.
  init(file: String, line: Int, _ note: RecordNotes.Note, isWhole: Bool = false) {
    self.init(
      file: file, line: line, reason: note.reason, isWhole: isWhole, field: note.field, value: note.value)
  }
}
