import SituationModel

/// Fields that people set.
extension ChangeApplication {
  /// An event with the edits of its history, whose effects are noted there.
  mutating func edited(_ base: Event, _ history: inout EventHistory) -> Event {
    guard !history.edits.isEmpty else { return base }
    var texts: [EventField: String] = [:]
    let edits = Dictionary(grouping: history.edits.indices) { history.edits[$0].field }
    for (field, indices) in edits {
      let resolution = FieldResolution(
        base: EventText.text(of: base, field), indices.map { history.edits[$0] },
        canonical: { EventText.canonical($0, field) })
      for (index, edit) in zip(indices, resolution.edits) { history.edits[index].status = edit.status }
      if resolution.hasEffect { texts[field] = resolution.shown }
      tell(resolution, field, history)
    }
    let author = history.edits.last { $0.status == .shown && $0.field == .figures }?.change.author ?? ""
    let (event, unread) = EventText.edited(base, texts, by: author)
    for (field, words) in unread {
      guard let edit = history.shownEdit(of: field) else { continue }
      problems.append(
        (
          edit.change.position,
          ChangeProblem(.stale, edit.change, event: history.id, field: field, words: "the \(field.rawValue) \(words)")
        ))
    }
    return event
  }

  private mutating func tell(_ resolution: FieldResolution, _ field: EventField, _ history: EventHistory) {
    let shown = resolution.edits.last { $0.status == .shown }
    for edit in resolution.edits {
      let problem: ChangeProblem
      switch edit.status {
      case .disputed:
        problem = ChangeProblem(
          .conflict, edit.change, other: shown?.change, event: history.id, field: field,
          words: "the \(field.rawValue) was changed to \(quoted(edit.to)) and to \(quoted(resolution.shown))")
      case .stale:
        problem = ChangeProblem(
          .stale, edit.change, event: history.id, field: field,
          words: "the \(field.rawValue) is not \(quoted(edit.from)) any more: it stays \(quoted(resolution.shown))")
      case .shown, .replaced, .overruled, .agreed, .reverted: continue
      }
      problems.append((edit.change.position, problem))
    }
  }
}
