import SituationModel
import TextCanvas

/// The words of an entry of the review pane: a line that says what it is, and two about it. All are safe.
struct ReviewWords {
  /// The sort of the entry and the title of its event.
  let head: String
  /// The values, and who made the change when and why.
  let lines: [String]
  /// True if the entry waits for a decision.
  let isProblem: Bool

  /// The words for an entry.
  init(_ entry: ReviewList.Entry, _ state: BrowserState) {
    let zone = state.situation.zone
    switch entry {
    case .problem(let problem):
      isProblem = true
      let field = problem.field.map { "\($0.label) of " } ?? ""
      head = Self.line(
        problem.kind.rawValue,
        problem.change == nil ? "a change of a later version, which is kept" : field + Self.title(problem.event, state))
      if problem.kind == .conflict, let field = problem.field, let other = problem.other, let change = problem.change {
        let keys = state.environment.keys
        lines = [(keys.shown(.narrow) + " keeps", other), (keys.shown(.widen) + " takes", change)].map {
          words, change in
          let value = SafeText(change.value(of: field) ?? "").text
          return "\(words) \(value.isEmpty ? "no value" : value): \(change.origin(on: zone))"
        }
      } else {
        let words = SafeText(problem.words).text
        // Without a change nobody made, the words have both lines.
        lines = problem.change.map { [words, $0.origin(on: zone)] } ?? wrapped(words, width: 66)
      }
    case .draft(let draft):
      isProblem = true
      head = Self.line("draft", Self.title(draft.id, state))
      let change = draft.changes.first
      lines = [change?.deed.detail ?? "", change?.origin(on: zone) ?? ""]
    case .change(let change, let event):
      isProblem = false
      let isReverted = state.situation.changes.isReverted(change.id)
      head = Self.line(isReverted ? "reverted" : change.deed.name, Self.title(event, state))
      var detail = change.deed.detail
      if case .revert(let id) = change.deed, let undone = state.situation.changes.change(id) {
        detail = "\(undone.deed.name): \(undone.deed.detail)"
      }
      lines = [(isReverted ? change.deed.name + ": " : "") + detail, change.origin(on: zone)]
    }
  }

  /// The lines of a draft with all that it states, each field by its name, and by whom and why.
  ///
  /// - Parameter said: the words of the report that gave each field.
  static func whole(
    _ draft: EventHistory, _ number: Int, of count: Int, said: [EventField: String], on zone: Zone, columns: Int
  ) -> [TextLine] {
    guard let change = draft.changes.first, case .draft(var fields, _) = change.deed else { return [] }
    for edit in draft.edits where edit.status == .shown { fields[edit.field] = edit.to }
    func lines(_ name: String, _ value: String) -> [TextLine] {
      let label = name.padding(to: 13)
      return wrapped(SafeText(value).text, width: max(10, columns - 15)).enumerated().map { index, text in
        TextLine(" " + (index == 0 ? label : "".padding(to: 13)), Style(.dim)).adding(text)
      }
    }
    var all = [TextLine(" draft \(number) of \(count)", Style(.plain, on: .plain, .bold)), TextLine("")]
    for field in fields.keys.sorted() {
      guard let value = fields[field], !value.isEmpty else { continue }
      // The corners of an outline say nothing to a reader.
      let isOutline = field == .coordinates && value.utf8.count > 60
      all += lines(field.label, isOutline ? "an outline, \(value.prefix { $0 != " " }.lowercased())" : value)
      if let words = said[field] {
        all += wrapped(words, width: max(10, columns - 15)).map { TextLine("".padding(to: 14) + $0, Style(.key)) }
      }
    }
    for other in draft.changes.dropFirst() { all += lines(other.deed.name, other.deed.detail) }
    return all + [TextLine("")]
      + wrapped(change.origin(on: zone), width: max(10, columns - 2)).map { TextLine(" " + $0, Style(.dim)) }
  }

  /// The lines of a sentence of which nothing was drafted.
  static func whole(_ left: LeftOutSentence, _ review: ReviewList, columns: Int) -> [TextLine] {
    let number = (review.leftOut ?? 0) + 1
    let words = wrapped("Nothing was drafted of it: \(SafeText(left.reason).text).", width: max(10, columns - 2))
    return [
      TextLine(" left out \(number) of \(review.leftOutSentences.count)", Style(.plain, on: .plain, .bold)),
      TextLine(""),
    ]
      + words.map { TextLine(" " + $0) }
  }

  private static func line(_ sort: String, _ words: String) -> String { (sort + " ").padding(to: 11) + words }

  private static func title(_ id: String?, _ state: BrowserState) -> String {
    guard let id else { return "an event that is not here" }
    let title =
      state.dataset.events.row(of: id).map { state.dataset.events[$0].title }
      ?? state.situation.changes[event: id]?.event?.title ?? id
    return SafeText(title).text
  }
}
