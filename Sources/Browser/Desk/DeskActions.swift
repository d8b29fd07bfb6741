import SituationModel
import TextCanvas

/// Adding, correcting, commenting, tagging and withdrawing events.
extension BrowserState {
  /// Carries out an action of the desk; nil for other actions.
  mutating func workAtDesk(_ action: Action) -> [Effect]? {
    switch action {
    case .deskAdd: open { _ in .add }
    case .deskEdit: open { $0.map { .edit(event: $0) } }
    case .deskComment: open { $0.map { .comment(event: $0) } }
    case .deskTag: open { $0.map { .tag(event: $0) } }
    case .deskWithdraw: open { $0.map { .withdraw(event: $0) } }
    case .deskReview: toggleReview()
    case .deskLink: togglePairs()
    case .deskUndo: undoOwnChange()
    default: nil
    }
  }

  /// Asks whether a new event can be added at a place of the map.
  mutating func addEvent(at place: Coordinate) -> [Effect] {
    let effects = open { _ in .add }
    panes.newEventPlace = mapText(of: place)
    return effects
  }

  /// Asks whether a task can begin; the task is made with the id of the selected event.
  private mutating func open(_ task: (String?) -> DeskTask?) -> [Effect] {
    panes.newEventPlace = nil
    guard !dataset.events.isComparison else {
      dialogue.message = "a comparison of two versions takes no changes: open one of the files"
      return []
    }
    guard let task = task(selectedID) else {
      dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
      return []
    }
    return [.openDesk(task)]
  }

  private mutating func undoOwnChange() -> [Effect] {
    guard let last = tools.ownChanges.last else {
      dialogue.message =
        "there is no change of this session to undo: \(environment.keys.shown(.deskReview)) shows the earlier ones"
      return []
    }
    return [.change(.revert(change: last), reason: "")]
  }

  /// Begins a task, now that changes can be kept.
  mutating func begin(_ task: DeskTask, fields: [EventField: String]) {
    dialogue.leader = nil
    switch task {
    case .add, .edit:
      panes.form = EventForm(task, values: fields)
      if task == .add, let place = panes.newEventPlace { panes.form?.set(.coordinates, to: place) }
      panes.overlay = Overlay(content: .form)
    case .comment, .tag, .withdraw: dialogue.prompt = Prompt(purpose: .desk(task))
    }
  }

  /// Does what a prompt of the desk was for.
  mutating func finish(_ task: DeskTask, _ text: String) -> [Effect] {
    switch task {
    case .add: break
    case .edit(let event):
      panes.form?.reason = text
      if let changes = panes.form?.changes { return [.change(.set(event: event, changes), reason: text)] }
    case .comment(let event):
      if !text.isEmpty { return [.change(.comment(event: event, text), reason: "")] }
    case .tag(let event):
      let isOn = !text.hasPrefix("-")
      let tag = (isOn ? text : String(text.dropFirst())).withoutBlankEnds
      if !tag.isEmpty { return [.change(.tag(event: event, tag, isOn: isOn), reason: "")] }
    case .withdraw(let event):
      if !text.isEmpty { return [.change(.withdraw(event: event), reason: text)] }
      dialogue.prompt = Prompt(purpose: .desk(task), remark: "a reason is needed, so that others can follow")
      return []
    }
    dialogue.message = "nothing was changed"
    return []
  }
}

extension BrowserState {
  /// Takes the outcome of a change that was asked for.
  mutating func take(_ answer: ChangeAnswer, to request: ChangeRequest) {
    switch answer {
    case .kept(let kept):
      let title =
        request.event.flatMap(title(ofEvent:))
        ?? kept.event.flatMap { id in
          kept.situation.events.row(of: id).map { kept.situation.events[$0].title }
        }
      closeForm()
      adopt(kept.situation)
      note(kept, of: request)
      var words = request.words(in: kept.situation.changes) + (title.map { " \u{22}\(SafeText($0).text)\u{22}" } ?? "")
      if case .add = request, let id = kept.event { words += select(added: id) }
      if tools.ownChanges.last == kept.change { words += "; \(environment.keys.shown(.deskUndo)) undoes it" }
      dialogue.message = words
    case .refused(let fields, let reason):
      guard panes.form != nil, !fields.isEmpty else {
        dialogue.notice =
          "nothing was changed: " + SafeText(reason ?? fields.values.sorted().joined(separator: "; ")).text
        return
      }
      panes.form?.problems = fields
      focusOnProblem(saying: reason.map { SafeText($0).text })
    }
  }

  /// Keeps the changes that can be undone.
  private mutating func note(_ kept: KeptChange, of request: ChangeRequest) {
    if case .revert(let change) = request {
      tools.ownChanges.removeAll { $0 == change }
    } else {
      tools.ownChanges.append(kept.change)
    }
  }

  /// Selects a new event; returns what is to be said where it is not shown.
  private mutating func select(added id: String) -> String {
    guard let row = dataset.events.row(of: id) else { return "" }
    guard results.matches.hasRow(row) else { return ", which this window and filter do not show" }
    select(row)
    return ""
  }

  private func title(ofEvent id: String) -> String? {
    dataset.events.row(of: id).map { dataset.events[$0].title }
  }
}

extension ChangeRequest {
  /// The id of the event that it is about; nil for one that is new, or where a change is named.
  fileprivate var event: String? {
    switch self {
    case .add, .revert, .propose: nil
    case .split(let draft): draft
    case .set(let event, _), .withdraw(let event), .comment(let event, _), .tag(let event, _, _): event
    case .same(let event, _, _): event
    case .decide(let draft, _): draft
    }
  }

  /// The deed in a word or two, after it was done.
  fileprivate func words(in book: ChangeBook) -> String {
    switch self {
    case .add: "added"
    case .set(_, let fields):
      "corrected \(fields.keys.sorted().map(\.rawValue).joined(separator: ", ")) of"
    case .withdraw: "withdrawn:"
    case .comment: "commented on"
    case .tag(_, let tag, let isOn): isOn ? "tagged \(SafeText(tag).text):" : "no longer tagged \(SafeText(tag).text):"
    case .same(_, _, let isSame): isSame ? "the same event as another:" : "not the same event as another:"
    case .decide(_, let isAccepted): isAccepted ? "accepted" : "rejected"
    case .propose: "drafted from the sentence: \u{22}e\u{22} fills it in"
    case .split: "a second draft of the sentence stands below the first"
    case .revert(let id):
      book.change(id).map { change in
        let detail = clipped(change.deed.detail, to: 40)
        return "undone: \(change.deed.name)" + (detail.isEmpty ? "" : ", \(detail)")
      } ?? "the change was undone"
    }
  }
}
