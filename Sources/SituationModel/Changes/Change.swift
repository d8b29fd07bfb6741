/// One thing that a person did to the events of a case. Changes are kept in a log beside the file, which itself is never changed.
public struct Change: Hashable, Sendable {
  /// The name of the change; unique, whoever writes on whatever machine.
  public let id: String
  /// The time at which it was made.
  public let time: Instant
  /// The name of the person who made it.
  public let author: String
  /// The reason; empty where none was given.
  public let reason: String
  /// The deed.
  public let deed: Deed

  /// The things that a change can do.
  public enum Deed: Hashable, Sendable {
    /// A new event, by what is stated of it. Its id is the change's id.
    case add([EventField: String])
    /// A proposed event, which counts only when somebody accepts it; with the sentence of a report that it is made from, where it is.
    case draft([EventField: String], from: SentenceReference? = nil)
    /// Other values for fields of an event.
    case set(EventName, [EventField: FieldChange])
    /// The event is taken off the map and out of all counts.
    case withdraw(EventName)
    /// A remark on an event.
    case comment(EventName, String)
    /// A word by which the event is found.
    case tag(EventName, String)
    /// Two records are reports of one event.
    case sameAs(EventName, EventName)
    /// Two records are of different events.
    case notSameAs(EventName, EventName)
    /// A draft becomes an event.
    case accept(EventName)
    /// A draft is put aside.
    case reject(EventName)
    /// An earlier change, by its id, no longer counts.
    case revert(String)

    /// The names of the events that it is about; none for a new event, or where a change is named.
    public var events: [EventName] {
      switch self {
      case .add, .draft, .revert: []
      case .set(let event, _), .withdraw(let event), .comment(let event, _), .tag(let event, _): [event]
      case .accept(let event), .reject(let event): [event]
      case .sameAs(let one, let other), .notSameAs(let one, let other): [one, other]
      }
    }
  }

  /// The position of the change among all: by time, then by id. The order of lines in a file does not matter.
  public var position: Position { Position(time: time, id: id) }

  /// A time and an id, by which changes are put into order.
  public struct Position: Comparable, Hashable, Sendable {
    /// The time of the change.
    public let time: Instant
    /// The id of the change.
    public let id: String

    /// A position before all changes.
    public static let first = Position(time: Instant(seconds: .min), id: "")

    /// True if the left one is applied before the right one.
    public static func < (left: Position, right: Position) -> Bool {
      left.time != right.time ? left.time < right.time : left.id < right.id
    }
  }

  /// A change.
  public init(id: String, time: Instant, author: String, reason: String = "", _ deed: Deed) {
    (self.id, self.time, self.author, self.reason, self.deed) = (id, time, author, reason, deed)
  }
}

/// The value that a field had, as the person saw it, and the one that it gets; an empty text stands for none.
public struct FieldChange: Hashable, Sendable {
  /// The value before.
  public let from: String
  /// The value from now on.
  public let to: String
  /// The ids of earlier changes of this field that the person saw in conflict with it, and decided against.
  public let decides: [String]

  /// A change of one field.
  public init(from: String, to: String, decides: [String] = []) {
    (self.from, self.to, self.decides) = (from, to, decides)
  }
}

/// The name by which a change finds its event: the file's own id, or where the file gives none what the record says. Never the row.
public enum EventName: Hashable, Sendable {
  /// The id that the record has in its file; with the name of the file where several files are one case.
  case id(String, file: String?)
  /// A fingerprint of the record's contents, in hexadecimal digits; with the name of the file where several files are one case.
  case content(String, file: String?)
}
