/// A change that a person asks for on the screen or on the command line, before it has an author, a time and an id.
public enum ChangeRequest: Hashable, Sendable {
  /// A new event.
  case add([EventField: String])
  /// Other values for the fields of the event with an id (`Event.id`): those alone that differ.
  case set(event: String, [EventField: String])
  /// An event is taken off the map.
  case withdraw(event: String)
  /// A remark on an event.
  case comment(event: String, String)
  /// A tag, or with a false second part the end of one.
  case tag(event: String, String, isOn: Bool)
  /// Two records are of one event, or of two.
  case same(event: String, other: String, isSame: Bool)
  /// A draft is accepted or rejected.
  case decide(draft: String, isAccepted: Bool)
  /// A second draft that says the same as one, for a person to correct: a sentence may tell two events.
  case split(draft: String)
  /// A draft of a sentence of which nothing was drafted, for a person to fill.
  case propose([EventField: String], from: SentenceReference)
  /// A change no longer counts.
  case revert(change: String)
}
