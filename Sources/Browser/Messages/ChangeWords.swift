import SituationModel
import TextCanvas

/// The words for a change that was made.
extension Change {
  /// The value that the change gives to a field; nil if it gives none.
  func value(of field: EventField) -> String? {
    if case .set(_, let fields) = deed { fields[field]?.to } else { nil }
  }

  /// `by A. Analyst, 30 Nov 2026 14:02: a typing error`.
  func origin(on zone: Zone) -> String {
    let why = reason.isEmpty ? "" : ": " + SafeText(reason).text
    return "by \(SafeText(author).text), \(when(on: zone))\(why)"
  }

  /// The time of the change on a zone's clocks.
  func when(on zone: Zone) -> String {
    zone.clock(time).words(.minute) + (zone.name == "UTC" ? " UTC" : "")
  }
}

extension Change.Deed {
  /// The sort of the deed in a word.
  var name: String {
    switch self {
    case .add: "added"
    case .draft: "proposed"
    case .set: "corrected"
    case .withdraw: "withdrawn"
    case .comment: "comment"
    case .tag: "tag"
    case .sameAs: "same as"
    case .notSameAs: "not same"
    case .accept: "accepted"
    case .reject: "rejected"
    case .revert: "undone"
    }
  }

  /// The values of the deed in one line.
  var detail: String {
    switch self {
    case .add(let fields), .draft(let fields, _):
      fields.sorted { $0.key < $1.key }.filter { $0.key != .title }
        .map { "\($0.key.rawValue) \(SafeText($0.value).text)" }.joined(separator: "; ")
    case .set(_, let fields):
      fields.sorted { $0.key < $1.key }.map { field, value in
        // Who decides a conflict for the value that is shown states it again.
        let isKept = value.from == value.to
        return "\(field.label): \(isKept ? "keeps" : Self.shown(value.from) + " ->") \(Self.shown(value.to))"
      }.joined(separator: "; ")
    case .comment(_, let text): SafeText(text).text
    case .tag(_, let word): SafeText(word).text
    case .withdraw, .sameAs, .notSameAs, .accept, .reject, .revert: ""
    }
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "none" : SafeText(value).text }
}
