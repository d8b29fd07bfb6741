import Cartography
import SituationModel
import TextCanvas

/// Taking what a source answers. What is shown stays where there is no answer, and whatever is selected or open stays in any case.
extension BrowserState {
  /// Takes an answer; one that nobody waits for any more is dropped.
  mutating func take(_ answer: SourceAnswer, to question: SourceQuestion, at time: Instant?) {
    guard let place = dataset.remote?.outstanding.firstIndex(of: question) else { return }
    dataset.remote?.outstanding.remove(at: place)
    dataset.remote?.answered.insert(question)
    // That it was away is no news any more.
    if let away = dataset.remote?.away, dialogue.notice == away.said { dialogue.notice = nil }
    dataset.remote?.away = nil
    if let time { dataset.remote?.time = time }
    dataset.noteAnswer()
    switch (question, answer) {
    case (_, .overview(let overview)): take(overview)
    case (.cells(let question), .cells(let answer)):
      dataset.remote?.cells = CountedCells(question, answer)
      if question.scope.filter == view.filter { dataset.remote?.answeredFilter = view.filter }
      bringUpToDate()
    case (.page(let question), .page(let answer)): take(answer, to: question)
    case (.buckets(let question), .buckets(let answer)): dataset.remote?.buckets = (question, answer)
    case (.event(let id), .event(let event)): take(event, of: id)
    default: break
    }
  }

  /// Takes why a question has no answer, and says so.
  mutating func take(_ failure: SourceFailure, to question: SourceQuestion, again pause: Int?) {
    guard let place = dataset.remote?.outstanding.firstIndex(of: question) else { return }
    if case .away(let reason) = failure, let pause {
      // It stays asked for. Said aloud once, then in the title.
      let said =
        dataset.remote?.away?.said
        ?? SafeText("\(dataset.remote?.name ?? "") is offline: \(reason). The screen keeps what it shows.").text
      if dataset.remote?.away == nil { dialogue.notice = said }
      dataset.remote?.away = Remote.Absence(reason: reason, pause: pause, said: said)
      return
    }
    // Whoever answers so is there again.
    dataset.remote?.away = nil
    dataset.remote?.outstanding.remove(at: place)
    dataset.remote?.failed[question] = failure
    if case .event = question { dataset.remote?.sought = nil }
    if case .unanswerable = failure, question.asks(view.filter), let before = dataset.remote?.answeredFilter,
      before != view.filter
    {
      view.filter = before
      dropHiddenSelection()
      dialogue.notice = SafeText("\(failure.sentence): the filter is as it was before").text
    } else {
      // What is away is asked again by itself, and what is refused would be refused again.
      let again = failure == .tooSlow ? ": \(environment.keys.shown(.redraw)) asks again" : ""
      dialogue.notice = SafeText("\(question.words): \(failure.sentence)\(again)").text
    }
    if case .page = question, dataset.remote?.closeUp != nil { dataset.remote?.closeUp = nil }
  }

  private mutating func take(_ overview: SourceOverview) {
    let (isFirst, wasWhole) = (dataset.remote?.overview == nil, isWhole)
    dataset.describe(by: overview.withinReason)
    if view.camera.isFitToAll { fitAll() }
    if isFirst || wasWhole { view.window = dataset.wholeSpan }
    guard isFirst, let awaited = dataset.awaited, dataset.partial != nil else { return }
    view.window = TimeWindow(from: awaited.from, to: awaited.to, within: dataset.wholeSpan)
    dataset.remote?.sought = awaited.select.map { Remote.Sought(id: $0, opens: false) }
    dataset.awaited = nil
    bringUpToDate()
  }

  private mutating func take(_ answer: PageAnswer, to question: PageQuestion) {
    let page = Remote.HeldPage(question: question, count: answer.events.count, all: answer.all)
    dataset.remote?.page = page
    // More have come since they were counted: from now on only a part of them is held.
    if dataset.partial == nil, !page.isComplete, let overview = dataset.remote?.overview {
      dataset.remote?.overview = overview.grown(to: answer.all?.all)
    }
    let wasWhole = isWhole
    hold(answer.events)
    guard dataset.partial == nil else { return }
    // All is in memory now: it opens as a file does.
    if wasWhole { view.window = dataset.wholeSpan }
    if let awaited = dataset.awaited {
      view.window = TimeWindow(from: awaited.from, to: awaited.to, within: dataset.wholeSpan)
      view.selection = view.selection ?? awaited.select.flatMap(dataset.events.row(of:)).map { Selection(row: $0) }
      dataset.awaited = nil
    }
    bringUpToDate()
  }

  private mutating func take(_ event: Event?, of id: String) {
    guard let sought = dataset.remote?.sought, sought.id == id else { return }
    dataset.remote?.sought = nil
    guard let event else {
      dialogue.notice = SafeText("no event has the id \(id)").text
      return
    }
    let kept = dataset.remote?.kept ?? []
    hold(dataset.events.events.filter { !kept.contains($0.id) }, and: [event])
    guard let row = dataset.events.row(of: id) else { return }
    view.selection = Selection(row: row)
    if sought.opens {
      panes.focus = .side
      panes.pages.append(.detail(row: row, top: 0, link: 0))
    }
    bringIntoView(row)
  }

  /// Puts a page of events in the place of the one before. What is selected or open is held beside it.
  private mutating func hold(_ page: [Event], and others: [Event] = []) {
    let (before, ids) = (dataset.events, Set(page.map(\.id)))
    let open = panes.pages.compactMap { page -> Int? in if case .detail(let row, _, _) = page { row } else { nil } }
    var beside = others.filter { !ids.contains($0.id) }
    for row in open + [view.selection?.row].compactMap({ $0 }) {
      let event = before[row]
      if !ids.contains(event.id), !beside.contains(where: { $0.id == event.id }) { beside.append(event) }
    }
    let kept = Set(beside.map(\.id))
    dataset.remote?.kept = kept
    replace(
      with: Situation(title: situation.title, events: EventTable(page + beside, hasOwnKinds: dataset.partial == nil)))
    follow(from: before)
    let top = panes.listTop
    bringUpToDate()
    panes.listTop = top
  }

  /// Looks at the events of a sign of the map alone, or at those without a place.
  mutating func closeUp(_ content: Remote.CloseUp.Content) {
    let closeUp = Remote.CloseUp(content: content, center: viewport.center, zoom: viewport.zoom)
    dataset.remote?.closeUp = closeUp
    dataset.remote?.page = nil
    (panes.focus, panes.pages, view.selection, panes.listTop) = (.side, [], nil, 0)
    hold([])
  }

  /// Looks at all events in view again.
  mutating func endCloseUp() {
    guard dataset.remote?.closeUp != nil else { return }
    dataset.remote?.closeUp = nil
    dataset.remote?.page = nil
    (view.selection, panes.listTop) = (nil, 0)
    hold([])
  }

  /// Ends a look at a sign when the map moves.
  mutating func settleCloseUp() {
    guard let closeUp = dataset.remote?.closeUp else { return }
    if closeUp.center != viewport.center || closeUp.zoom != viewport.zoom { endCloseUp() }
  }

  /// Opens the sign of the map that counts the selected event, or else the one that is nearest to the middle; false where there is
  /// none.
  mutating func openCounted() -> Bool {
    let anchor = view.selection.flatMap { dataset.events[$0.row].place.anchor }.map { viewport.point(of: $0) }
    let own = anchor.flatMap { point in
      countedSpots.first { $0.column == Int(point.column) && $0.row == Int(point.row) }
    }
    guard let spot = own ?? nearestSpot else { return false }
    closeUp(.spot(spot.area))
    return true
  }

  /// The sign of counted events that is nearest to the middle, within a few cells.
  var nearestSpot: CountedSpot? {
    guard dataset.countsByCell else { return nil }
    let middle = viewport.middle
    func distance(_ spot: CountedSpot) -> Double {
      let (across, down) = (spot.point.column - middle.column, (spot.point.row - middle.row) * 2)
      return (across * across + down * down).squareRoot()
    }
    return countedSpots.min { distance($0) < distance($1) }.flatMap { distance($0) <= 4 ? $0 : nil }
  }

  /// The selected event as it lies to the window; none where it is outside.
  var selectedMatch: [EventTable.Match] {
    guard let row = view.selection?.row else { return [] }
    return dataset.events.matches(in: shownWindow, among: RowSet([Int32(truncatingIfNeeded: row)]))
  }
}

extension SourceOverview {
  /// The same, whose dates are no farther away than calendars and their arithmetic reach: some 300,000 years.
  fileprivate var withinReason: SourceOverview {
    let farthest: Int64 = 10_000_000_000_000
    func moment(_ instant: Instant) -> Instant { Instant(seconds: min(max(instant.seconds, -farthest), farthest)) }
    return SourceOverview(
      title: title, count: max(0, count), span: span.map { TimeWindow(start: moment($0.start), end: moment($0.end)) },
      finestPrecision: finestPrecision, extent: extent)
  }

  /// The same with more events.
  fileprivate func grown(to count: Int?) -> SourceOverview {
    SourceOverview(
      title: title, count: max(self.count + 1, count ?? 0), span: span, finestPrecision: finestPrecision, extent: extent
    )
  }
}
