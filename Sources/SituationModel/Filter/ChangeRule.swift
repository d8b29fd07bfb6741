/// A rule for the changes that people made to an event.
public enum ChangeRule: Hashable, Sendable {
  /// The changes of the event are of this sort.
  case changed(Word)
  /// A text of its changes has another in it, or is the same.
  case text(Field, FilterTerm.TextRule, Needle)

  /// A text of changes.
  public enum Field: String, CaseIterable, Hashable, Sendable { case tag, comment, author }

  /// The sorts of changed events.
  public enum Word: Hashable, Sendable {
    /// A field has another value than in the file, or the event was added.
    case yes
    /// The event is as the file has it.
    case no
    /// It was added.
    case added
    /// Two people set a field differently, and nobody has decided yet.
    case conflict
    /// A field has another value than in the file.
    case field(EventField)

    /// The words as they are typed.
    public static var all: [String] { ["yes", "no", "added", "conflict"] + EventField.allCases.map(\.rawValue) }

    /// The sort of a word; nil for any other text.
    public init?(_ text: String) {
      switch text {
      case "yes": self = .yes
      case "no": self = .no
      case "added": self = .added
      case "conflict": self = .conflict
      default:
        guard let field = EventField(rawValue: text) else { return nil }
        self = .field(field)
      }
    }

    /// The word as it is typed.
    public var text: String {
      switch self {
      case .yes: "yes"
      case .no: "no"
      case .added: "added"
      case .conflict: "conflict"
      case .field(let field): field.rawValue
      }
    }
  }

  /// The membership of an event by its changes; nil where there are none.
  public func membership(of history: EventHistory?) -> Membership { Membership(holds(of: history)) }

  private func holds(of history: EventHistory?) -> Bool {
    switch self {
    case .changed(.no): history.map { !$0.isChanged } ?? true
    case .changed(.yes): history?.isChanged ?? false
    case .changed(.added): history?.state == .added
    case .changed(.conflict): history?.edits.contains { $0.status == .disputed } ?? false
    case .changed(.field(let field)): history?.shownEdit(of: field) != nil
    case .text(.tag, let rule, let needle): history?.tags.contains { rule.holds(needle, $0.word) } ?? false
    case .text(.comment, let rule, let needle): history?.commentTexts.contains { rule.holds(needle, $0) } ?? false
    case .text(.author, let rule, let needle): history?.changes.contains { rule.holds(needle, $0.author) } ?? false
    }
  }
}

extension EventHistory {
  /// True if the event is not as the file has it.
  public var isChanged: Bool { state == .added || edits.contains { $0.status == .shown } }

  /// The texts of the comments that count.
  public var commentTexts: [String] {
    comments.compactMap { comment in
      switch comment.deed {
      case .comment(_, let text): text
      case .add, .draft, .set, .withdraw, .tag, .sameAs, .notSameAs, .accept, .reject, .revert: nil
      }
    }
  }
}

extension ColumnFilter {
  /// The answers for all rows: few events have changes. Linear in those.
  static func rule(_ rule: ChangeRule, _ table: EventTable) -> @Sendable (Int) -> Membership? {
    let usual = rule.membership(of: nil)
    var others: [Int: Membership] = [:]
    for id in table.book.events {
      let membership = rule.membership(of: table.book[event: id])
      if membership != usual, let row = table.row(of: id) { others[row] = membership }
    }
    return { [others] in others[$0] ?? usual }
  }
}
