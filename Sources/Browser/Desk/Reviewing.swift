import SituationModel
import TextCanvas

/// The decisions of the review pane, each by one key.
extension BrowserState {
  /// Shows the review pane, or closes it.
  mutating func toggleReview() -> [Effect] {
    panes.overlay = panes.overlay?.content == .review ? nil : Overlay(content: .review)
    panes.review = ReviewList()
    return []
  }

  /// Chooses an entry by a click; a double click opens its event.
  mutating func pressReview(_ index: Int, clicks: Int) {
    panes.review.chosen = index
    if clicks > 1 { openReviewed() }
  }

  private var reviewed: ReviewList.Entry? { panes.review[panes.review.chosen] }

  /// Opens the event of the chosen entry.
  mutating func openReviewed() {
    if panes.review.draft != nil {
      panes.review.showsWhole.toggle()
      return
    }
    let id: String? =
      switch reviewed {
      case .problem(let problem): problem.event
      case .draft(let draft): draft.id
      case .change(_, let event): event
      case nil: nil
      }
    guard let row = id.flatMap({ dataset.events.row(of: $0) }) else {
      let state = id.flatMap { situation.changes[event: $0]?.state }
      dialogue.message =
        switch state {
        case .draft, .rejected: "a draft is not among the events before it is accepted"
        case .withdrawn: "the event is withdrawn: \(environment.keys.shown(.undo)) on that change brings it back"
        case .file, .added, nil: "its event is not here"
        }
      return
    }
    showInstead(row)
  }

  /// Shows the detail of an event in place of the pane that is open over the map.
  mutating func showInstead(_ row: Int) {
    panes.overlay = nil
    panes.pages.removeAll { !$0.isStory }
    select(row)
    panes.pages.append(.detail(row: row, top: 0, link: 0))
    panes.focus = .side
    tellIfOutOfView(row)
  }

  /// Reverts the chosen change, or puts a stale one aside.
  mutating func revertReviewed() -> [Effect] {
    switch reviewed {
    case .change(let change, _): return revert(change)
    case .problem(let problem):
      if problem.kind == .conflict {
        dialogue.message =
          "a conflict is decided: \(environment.keys.shown(.narrow)) keeps the value that is shown, "
          + "\(environment.keys.shown(.widen)) takes the other"
        return []
      }
      if let change = problem.change { return revert(change) }
      dialogue.message = "a change of a kind that this version does not know is kept as it is"
    case .draft:
      dialogue.message =
        "\(environment.keys.shown(.wholeSpan)) accepts the draft, \(environment.keys.shown(.jumpAgain)) rejects it"
    case nil: break
    }
    return []
  }

  private mutating func revert(_ change: Change) -> [Effect] {
    guard !situation.changes.isReverted(change.id) else {
      dialogue.message = "this change is reverted already"
      return []
    }
    return [.change(.revert(change: change.id), reason: "")]
  }

  /// Decides the chosen conflict: for the value that is shown, or for the other one.
  mutating func decideConflict(keepsShown: Bool) -> [Effect] {
    // Two decisions on pairs: one of them is taken back.
    if case .problem(let problem)? = reviewed, problem.kind == .conflict, problem.field == nil,
      let change = keepsShown ? problem.change : problem.other
    {
      return revert(change)
    }
    guard case .problem(let problem)? = reviewed, problem.kind == .conflict, let event = problem.event,
      let field = problem.field, let value = (keepsShown ? problem.other : problem.change)?.value(of: field)
    else {
      dialogue.message = "this is no conflict of two values"
      return []
    }
    return [.change(.set(event: event, [field: value]), reason: "")]
  }

  /// Asks for the report of the draft that is shown whole, where it was not read yet.
  func reportWanted() -> [Effect] {
    guard panes.review.showsWhole, let sentence = panes.review.sentence, panes.review.reports[sentence.digest] == nil
    else { return [] }
    return [.readReport(sentence)]
  }

  /// Opens the form with the fields of the chosen draft, which stays a draft.
  mutating func editDraft() -> [Effect] {
    guard let draft = panes.review.draft else {
      dialogue.message = "this is no draft that waits"
      return []
    }
    return [.openDesk(.edit(event: draft.id))]
  }

  /// Shows the sentences of the report of which nothing was drafted, or goes back to the drafts.
  mutating func toggleLeftOut() {
    if panes.review.leftOut != nil {
      panes.review.leftOut = nil
    } else if panes.review.leftOutSentences.isEmpty {
      dialogue.message = "no sentence of a report is left out here"
    } else {
      panes.review.leftOut = 0
    }
  }

  /// Makes a draft of the left-out sentence that is shown, with nothing but where it stands.
  mutating func draftLeftOut() -> [Effect] {
    guard let left = panes.review.leftOutSentence else { return [] }
    let sentence = left.sentence
    let words = "Sentence in paragraph \(sentence.paragraph + 1) of \(sentence.document)"
    panes.review.leftOut = nil
    return [.change(.propose([.title: words, .sources: sentence.document], from: sentence), reason: "drafted by hand")]
  }

  /// Makes a second draft of the sentence of the chosen one.
  mutating func splitDraft() -> [Effect] {
    guard let draft = panes.review.draft else {
      dialogue.message = "this is no draft that waits"
      return []
    }
    return [.change(.split(draft: draft.id), reason: "")]
  }

  /// Puts the chosen draft aside as the same event as the one before it, which gets a remark with the sentence.
  mutating func mergeDraft() -> [Effect] {
    guard let draft = panes.review.draft, let before = panes.review.draftBefore else {
      dialogue.message = "a draft is merged with the one above it: choose the second of two"
      return []
    }
    var words = "also told as \u{22}\(draft.event?.title ?? draft.id)\u{22}"
    if let sentence = panes.review.sentence {
      words += " in \(sentence.document), paragraph \(sentence.paragraph + 1)"
    }
    let title = before.event?.title ?? before.id
    return [
      .change(.comment(event: before.id, words), reason: ""),
      .change(.decide(draft: draft.id, isAccepted: false), reason: "the same event as \u{22}\(title)\u{22}"),
    ]
  }

  /// Accepts the chosen draft, or rejects it.
  mutating func decideDraft(isAccepted: Bool) -> [Effect] {
    guard case .draft(let draft)? = reviewed else {
      dialogue.message = "this is no draft that waits"
      return []
    }
    return [.change(.decide(draft: draft.id, isAccepted: isAccepted), reason: "")]
  }
}
