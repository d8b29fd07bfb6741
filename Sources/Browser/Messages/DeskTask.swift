import SituationModel

/// A piece of work at the desk. It begins when the host has said that changes can be kept.
public enum DeskTask: Hashable, Sendable {
  /// A new event.
  case add
  /// Other values for the fields of the event with an id.
  case edit(event: String)
  /// A remark on an event.
  case comment(event: String)
  /// A tag of an event, or the end of one.
  case tag(event: String)
  /// An event is taken off the map.
  case withdraw(event: String)

  /// The id of the event that it is about; nil for a new one.
  public var event: String? {
    switch self {
    case .add: nil
    case .edit(let event), .comment(let event), .tag(let event), .withdraw(let event): event
    }
  }
}

extension DeskTask {
  /// The words before the text that the task asks for.
  var question: String {
    switch self {
    case .add, .edit: "reason for the change: "
    case .comment: "comment: "
    case .tag: "tag: "
    case .withdraw: "reason to withdraw it: "
    }
  }

  /// A hint on the text that the task asks for.
  var hint: String {
    switch self {
    case .add, .edit: "Enter saves, also without a reason; Esc goes back to the form"
    case .comment: "Enter keeps it, Esc leaves"
    case .tag: "a word by which it is found; -word removes a tag"
    case .withdraw: "the event leaves the map and all counts; Esc leaves"
    }
  }
}

/// The outcome of a change that was asked for.
public enum ChangeAnswer: Sendable {
  /// The change is on the disk.
  case kept(KeptChange)
  /// Nothing was written: the fields that can't be read, each with its reason, and a reason for the whole where there is one.
  case refused(fields: [EventField: String], reason: String?)
}

/// A change that is on the disk, with the situation as it is from now on.
public struct KeptChange: Sendable {
  /// The situation with the change, on the clocks of the zone that is shown.
  public let situation: Situation
  /// The id of the change.
  public let change: String
  /// The id of the event that it is about, in the new situation; nil where it is about none.
  public let event: String?

  /// A change that was kept.
  public init(situation: Situation, change: String, event: String?) {
    (self.situation, self.change, self.event) = (situation, change, event)
  }
}
