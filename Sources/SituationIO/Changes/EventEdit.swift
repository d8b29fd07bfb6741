import SituationModel

/// The edits of the fields of one event on their way to it. Of no other event, so that many are carried out at once.
struct EventEdit: Sendable {
  /// The history of the event; the effects of its edits are not known yet.
  let history: EventHistory
  /// The place of the history among all.
  let place: Int
  /// The row of an event of the file; nil for one that was added.
  let row: Int?
  /// The event as it was added or proposed; nil for one of the file.
  let addition: Event?

  /// The outcome of the edits.
  struct Outcome: Sendable {
    var history: EventHistory
    let place: Int
    let row: Int?
    var event: Event
    /// True if the event differs from that of the file.
    var isChanged = false
    var problems: [(position: Change.Position, problem: ChangeProblem)] = []
  }

  init(_ history: EventHistory, at place: Int, row: Int?, addition: Event?) {
    (self.history, self.place, self.row, self.addition) = (history, place, row, addition)
  }

  /// The event with its edits; nil where there are none and the event stays as the file has it, which then is not read.
  func done(in table: EventTable) -> Outcome? {
    if addition == nil, history.edits.isEmpty, history.state.isShown { return nil }
    guard let base = addition ?? row.map({ table[$0] }) else { return nil }
    var outcome = Outcome(history: history, place: place, row: row, event: base)
    if !history.edits.isEmpty { EventEdit.edit(&outcome) }
    outcome.history.event = history.state.isShown ? nil : outcome.event
    return outcome
  }

  private static func edit(_ outcome: inout Outcome) {
    let base = outcome.event
    var texts: [EventField: String] = [:]
    let edits = outcome.history.edits
    for field in Set(edits.map(\.field)).sorted() {
      let indices = edits.indices.filter { edits[$0].field == field }
      let resolution = FieldResolution(
        base: EventText.text(of: base, field), indices.map { edits[$0] },
        canonical: { EventText.canonical($0, field) })
      for (index, edit) in zip(indices, resolution.edits) { outcome.history.edits[index].status = edit.status }
      if resolution.hasEffect { texts[field] = resolution.shown }
      outcome.tell(resolution, field)
    }
    if texts.isEmpty { return }
    let author = outcome.history.edits.last { $0.status == .shown && $0.field == .figures }?.change.author ?? ""
    let (event, unread) = EventText.edited(base, texts, by: author)
    for (field, words) in unread.sorted(by: { $0.key < $1.key }) {
      guard let edit = outcome.history.shownEdit(of: field) else { continue }
      outcome.problems.append(
        (
          edit.change.position,
          ChangeProblem(
            .stale, edit.change, event: outcome.history.id, field: field, words: "the \(field.rawValue) \(words)")
        ))
    }
    (outcome.event, outcome.isChanged) = (event, event != base)
  }
}

extension EventEdit.Outcome {
  /// Lists what of the edits of a field needs a look.
  fileprivate mutating func tell(_ resolution: FieldResolution, _ field: EventField) {
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
