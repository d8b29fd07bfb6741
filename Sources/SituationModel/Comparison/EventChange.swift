/// The change of an event between an earlier and a later version of a file.
public enum EventChange: Hashable, Sendable {
  /// The later version has it and the earlier had not.
  case new(Event)
  /// The earlier version had it and the later has it no more.
  case withdrawn(Event)
  /// Both have it, and something about it is not the same.
  case altered(from: Event, to: Event)

  /// A sort of change, the one that matters most first.
  public enum Sort: String, CaseIterable, Hashable, Sendable {
    case new, withdrawn
    /// Another place, another precision of the place, or another destination.
    case moved
    /// Another date.
    case redated = "re-dated"
    /// Another standing, or another grade of a source.
    case regraded = "re-graded"
    /// Anything else.
    case reworded = "changed"

    /// A sign of one ASCII character.
    public var sign: Character {
      switch self {
      case .new: "+"
      case .withdrawn: "-"
      case .moved: ">"
      case .redated: "@"
      case .regraded: "^"
      case .reworded: "~"
      }
    }
  }

  /// The event as it was last known.
  public var event: Event {
    switch self {
    case .new(let event), .withdrawn(let event), .altered(_, let event): event
    }
  }

  /// True if the later version no longer has the event.
  var isWithdrawal: Bool { if case .withdrawn = self { true } else { false } }

  /// The changed fields with their values, in words; empty for a new or withdrawn event.
  public var alterations: [Alteration] {
    guard case .altered(let old, let new) = self else { return [] }
    return Alteration.all(from: old, to: new)
  }

  /// The sorts that it is of, in the order of `Sort`; at least one.
  public var sorts: [Sort] {
    switch self {
    case .new: [.new]
    case .withdrawn: [.withdrawn]
    case .altered:
      Sort.allCases.filter(Set(alterations.map(\.sort)).contains)
    }
  }

  /// The sign of the change that matters most.
  public var sign: Character { sorts.first?.sign ?? Sort.reworded.sign }
}
