/// The changes of a case and their effect on its events, once they were applied.
///
/// Cheap to copy: all copies share one object. What is asked of one event or of one change is found in constant time.
public struct ChangeBook: Sendable {
  private final class Contents: Sendable {
    let changes: [Change]
    let positions: [String: Int]
    let reverts: [String: [String]]
    let histories: [String: EventHistory]
    let pairs: [PairDecision]
    let problems: [ChangeProblem]

    init(
      _ changes: [Change], reverts: [String: [String]], histories: [String: EventHistory], pairs: [PairDecision],
      problems: [ChangeProblem]
    ) {
      (self.changes, self.reverts, self.histories) = (changes, reverts, histories)
      (self.pairs, self.problems) = (pairs, problems)
      positions = Dictionary(changes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Nil where there are no changes and no problems.
  private let contents: Contents?

  /// A book without changes.
  public init() { contents = nil }

  /// A book of changes that were applied.
  ///
  /// - Parameters:
  ///   - changes: all changes that were understood, in order of time and then of id.
  ///   - reverts: for each change that no longer counts the ids of those that revert it.
  ///   - histories: what was done to each event, by its id in the open situation.
  ///   - pairs: the decisions on two events each, in order; of one pair the last one counts.
  ///   - problems: the changes that need a decision, or have no effect.
  public init(
    _ changes: [Change], reverts: [String: [String]], histories: [String: EventHistory], pairs: [PairDecision],
    problems: [ChangeProblem]
  ) {
    contents =
      changes.isEmpty && problems.isEmpty
      ? nil : Contents(changes, reverts: reverts, histories: histories, pairs: pairs, problems: problems)
  }

  /// True if there are neither changes nor problems.
  public var isEmpty: Bool { contents == nil }
  /// All changes in order of time, then of id; reverted ones too.
  public var changes: [Change] { contents?.changes ?? [] }
  /// The changes that need a decision or have no effect, in order.
  public var problems: [ChangeProblem] { contents?.problems ?? [] }
  /// The decisions that two records are of one event or of two, each pair once.
  public var pairs: [PairDecision] { contents?.pairs ?? [] }
  /// The ids, in the open situation, of all events that changes are about. In no order.
  public var events: Dictionary<String, EventHistory>.Keys { (contents?.histories ?? [:]).keys }

  /// The history of an event by its id in the open situation; nil where no change is about it.
  public subscript(event id: String) -> EventHistory? { contents?.histories[id] }

  /// A change by its id.
  public func change(_ id: String) -> Change? {
    contents.flatMap { contents in contents.positions[id].map { contents.changes[$0] } }
  }

  /// True if a change no longer counts, since another one reverts it.
  public func isReverted(_ id: String) -> Bool { contents?.reverts[id] != nil }

  /// The changes that revert a change.
  public func reverts(of id: String) -> [Change] { (contents?.reverts[id] ?? []).compactMap(change) }

  /// The histories of events in a state, the latest first: drafts, or withdrawn ones, which are in no table. Linear in the events.
  public func histories(in state: EventHistory.State) -> [EventHistory] {
    (contents?.histories.values.filter { $0.state == state } ?? [])
      .sorted { ($1.changes.last?.position ?? .first) < ($0.changes.last?.position ?? .first) }
  }
}

/// Everything that changes did to one event.
public struct EventHistory: Hashable, Sendable {
  /// Where an event is, by the changes that count.
  public enum State: Hashable, Sendable {
    /// In the file.
    case file
    /// Added by a person, or a draft that was accepted.
    case added
    /// A draft that nobody has decided on.
    case draft
    /// A draft that was put aside.
    case rejected
    /// Taken off the map.
    case withdrawn

    /// True if events in this state are in the table.
    public var isShown: Bool { self == .file || self == .added }
  }

  /// A tag, and the change that set it.
  public struct Tag: Hashable, Sendable {
    /// The word.
    public let word: String
    /// The id of the change.
    public let change: String

    /// A tag.
    public init(_ word: String, by change: String) { (self.word, self.change) = (word, change) }
  }

  /// The id of the event in the open situation.
  public let id: String
  /// The name by which changes find the event.
  public let name: EventName
  /// Where it is.
  public var state: State
  /// The edits of its fields in order, those without effect too.
  public var edits: [FieldEdit] = []
  /// The comments that count, in order.
  public var comments: [Change] = []
  /// The tags that count, each word once.
  public var tags: [Tag] = []
  /// All changes that are about it, in order; reverted ones too.
  public var changes: [Change] = []
  /// The event with its changes, where no table has it: a draft, or withdrawn. Nil for all others.
  public var event: Event?

  /// A history without changes.
  public init(id: String, name: EventName, state: State) { (self.id, self.name, self.state) = (id, name, state) }

  /// The edit of a field whose value is shown; nil where the field is as the file has it.
  public func shownEdit(of field: EventField) -> FieldEdit? {
    edits.last { $0.field == field && $0.status == .shown }
  }

  /// The value that the file has in a field that was changed; nil where it was not.
  public func original(of field: EventField) -> String? {
    shownEdit(of: field) == nil ? nil : edits.first { $0.field == field && $0.status != .stale }?.from
  }

  /// The fields whose shown value is not that of the file, in the order of a form.
  public var changedFields: [EventField] {
    Set(edits.filter { $0.status == .shown }.map(\.field)).sorted()
  }
}

/// The change of one field of one event, with its effect.
public struct FieldEdit: Hashable, Sendable {
  /// The effect of an edit.
  public enum Status: Hashable, Sendable {
    /// The value of the edit is shown.
    case shown
    /// A later edit started from its value.
    case replaced
    /// Another person set the field from the same value to another, and that one is shown: a conflict to decide.
    case disputed
    /// It lost a conflict that was decided.
    case overruled
    /// The field had its value already.
    case agreed
    /// The field no longer has the value that it started from: it is not applied.
    case stale
    /// It was reverted.
    case reverted
  }

  /// The change that it is part of.
  public let change: Change
  /// The field.
  public let field: EventField
  /// The value before, as the person saw it.
  public let from: String
  /// The value that it sets.
  public let to: String
  /// The ids of changes of the same field that it decides against.
  public let decides: [String]
  /// The effect of the edit.
  public var status: Status

  /// An edit.
  public init(_ change: Change, _ field: EventField, _ value: FieldChange, status: Status) {
    (self.change, self.field, self.status) = (change, field, status)
    (from, to, decides) = (value.from, value.to, value.decides)
  }
}

/// The decision that two records are reports of one event, or of two.
public struct PairDecision: Hashable, Sendable {
  /// The ids of the two in the open situation, the smaller one first.
  public let first: String
  /// The other id.
  public let second: String
  /// True if they are of one event.
  public let isSame: Bool
  /// The change that says so.
  public let change: Change

  /// A decision.
  public init(_ one: String, _ other: String, isSame: Bool, by change: Change) {
    (first, second) = one < other ? (one, other) : (other, one)
    (self.isSame, self.change) = (isSame, change)
  }
}

/// A change that needs a decision, or that has no effect.
public struct ChangeProblem: Hashable, Sendable {
  /// The sort of problem.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Two people set one field from one value to two. The later value is shown until somebody decides.
    case conflict
    /// The value that a field had no longer holds, or the event is gone. The change is not applied.
    case stale
    /// The change is of a kind that this program does not know. It is kept.
    case unknown
  }

  /// The sort of problem.
  public let kind: Kind
  /// The change without effect; of a conflict the one whose value is not shown. Nil for an unknown one.
  public let change: Change?
  /// Of a conflict: the change whose value is shown.
  public let other: Change?
  /// The id of the event in the open situation; nil where it is not found.
  public let event: String?
  /// The field that it is about; nil where it is none.
  public let field: EventField?
  /// The problem in a sentence without a full stop. Not made safe.
  public let words: String

  /// A problem.
  public init(
    _ kind: Kind, _ change: Change?, other: Change? = nil, event: String? = nil, field: EventField? = nil,
    words: String
  ) {
    (self.kind, self.change, self.other, self.event) = (kind, change, other, event)
    (self.field, self.words) = (field, words)
  }
}
