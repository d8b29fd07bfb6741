import SituationModel
import TextCanvas

/// The part of a detail that says what people changed about the event: what, from which value, who, when and why.
extension DetailText {
  /// A line below the head: that the event was added or corrected, and its tags.
  mutating func addHistoryInBrief(_ history: EventHistory) {
    if history.state == .added {
      lines.append(TextLine("  + added by hand", Style(.key)))
    }
    let fields = history.changedFields
    if !fields.isEmpty {
      add("~ corrected: \(fields.map(\.rawValue).joined(separator: ", "))", Style(.key), indent: 2)
    }
    if history.edits.contains(where: { $0.status == .disputed }) {
      add("people disagree: \(keys.shown(.deskReview)) decides", Style(.warning), indent: 2)
    }
    if !history.tags.isEmpty { add("tags: " + history.tags.map(\.word).joined(separator: "; "), indent: 2) }
  }

  /// The comments, then the changes of fields with the values before.
  mutating func addHistory(_ history: EventHistory, on zone: Zone) {
    if !history.comments.isEmpty {
      lines.append(TextLine())
      heading(history.comments.count == 1 ? "Comment" : "Comments")
      for change in history.comments {
        guard case .comment(_, let text) = change.deed else { continue }
        for paragraph in text.split(separator: "\n") { add("- " + String(paragraph), indent: 2) }
        add(change.origin(on: zone), Style(.dim), indent: 2)
      }
    }
    let deeds = history.changes.filter { if case .add = $0.deed { true } else { false } }
    guard !history.edits.isEmpty || !deeds.isEmpty else { return }
    lines.append(TextLine())
    heading("Changes")
    for change in deeds { add("- \(change.deed.name) \(change.origin(on: zone))", indent: 2) }
    for edit in history.edits { addEdit(edit, on: zone) }
  }

  private mutating func addEdit(_ edit: FieldEdit, on zone: Zone) {
    let isShown = edit.status == .shown
    add("- \(edit.field.label): \(Self.value(edit.to))\(edit.status.note)", isShown ? .plain : Style(.dim), indent: 2)
    add("was: \(Self.value(edit.from))", Style(.dim), indent: 4)
    add(edit.change.origin(on: zone), Style(.dim), indent: 4)
  }

  private static func value(_ text: String) -> String { text.isEmpty ? "none" : text }
}

extension FieldEdit.Status {
  /// A note behind the value of an edit; empty where it is shown.
  var note: String {
    switch self {
    case .shown: ""
    case .replaced: " (replaced later)"
    case .disputed: " (in conflict, not shown)"
    case .overruled: " (overruled)"
    case .agreed: " (as it was already)"
    case .stale: " (stale, not applied)"
    case .reverted: " (reverted)"
    }
  }
}

extension EventHistory {
  /// The sign of the event in lists: `+` if it was added, `~` if a field was corrected; nil for others.
  var sign: Character? {
    if state == .added { return "+" }
    return edits.contains { $0.status == .shown } ? "~" : nil
  }
}
