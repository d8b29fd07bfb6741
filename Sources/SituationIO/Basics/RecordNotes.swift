import SituationModel

/// The faults in parts of one record, while it is read. The record itself stays.
struct RecordNotes {
  /// One of them.
  struct Note: Hashable, Sendable {
    /// A sentence without a full stop.
    let reason: String
    /// The weight of the loss.
    var weight = Rejection.Weight.repaired
    /// The member or column that it is about, and what stands there, where it is one and that is a text.
    var field: String?
    var value: String?

    /// Says that a position at latitude 0 and longitude 0 stands for what is not known.
    ///
    /// - Parameter isOnly: true if the record has no other position.
    static func zeroPosition(isOnly: Bool) -> Note {
      let reason = isOnly ? "has no place" : "has fewer points"
      return Note(
        reason: "\(reason): latitude 0 and longitude 0 are taken for what is not known", weight: .unread,
        field: "place", value: "0, 0")
    }
  }

  private var notes: [Note] = []
  /// Values that stay with the event as text, each with the name of its field.
  private var kept: [(name: String, text: String)] = []

  /// True if nothing was said.
  var isEmpty: Bool { notes.isEmpty }

  /// Says that a part of the record was read after a change, or could not be read.
  mutating func add(_ reason: String, field: String? = nil) {
    add(Note(reason: reason, weight: .repaired, field: field))
  }

  /// Says something by which nothing is lost.
  mutating func remark(_ reason: String, field: String? = nil, value: String? = nil) {
    add(Note(reason: reason, weight: .note, field: field, value: value))
  }

  /// Says that a value was read after a change.
  mutating func repair(_ reason: String, field: String, value: String? = nil) {
    add(Note(reason: reason, weight: .repaired, field: field, value: value))
  }

  /// Says that a value could not be read. It stays with the event as text.
  mutating func unread(_ reason: String, field: String, value: String) {
    add(Note(reason: reason, weight: .unread, field: field, value: value))
    keep(field, value)
  }

  /// Keeps the value of a field with the event as text, once.
  mutating func keep(_ name: String, _ text: String) {
    if text.isEmpty || kept.contains(where: { $0.name == name && $0.text == text }) { return }
    kept.append((name, text))
  }

  /// Says what another reader said, once.
  mutating func add(_ note: Note) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// Takes over what another reader said and kept.
  mutating func take(from other: inout RecordNotes) {
    for (name, text) in other.takeKept() { keep(name, text) }
    for note in other.take() { add(note) }
  }

  /// Says that a member stands there twice.
  mutating func addDuplicate(_ member: String) {
    add("\(quoted(member)) stands there twice: the last one counts", field: member)
  }

  /// Hands out the values that stay with the event, and keeps none.
  mutating func takeKept() -> [(name: String, text: String)] {
    defer { kept = [] }
    return kept
  }

  /// Hands out what was said, and begins anew.
  mutating func take() -> [Note] {
    defer { (notes, kept) = ([], []) }
    return notes
  }
}

extension Rejection {
  /// A finding from a note on a part of a record.
  init(file: String, line: Int, record: Int? = nil, _ note: RecordNotes.Note, isWhole: Bool = false) {
    self.init(
      file: file, line: line, record: record, reason: note.reason, weight: isWhole ? .rejected : note.weight,
      field: note.field, value: note.value)
  }
}
