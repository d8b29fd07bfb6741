import Cartography
import SituationModel

/// The questions that the view asks a source, and when it asks them.
extension BrowserState {
  /// All questions whose answers the present view needs, the most important first.
  public var questions: [SourceQuestion] {
    guard let remote = dataset.remote else { return [] }
    guard let overview = remote.overview else { return [.overview] }
    let sought = remote.sought.map { [SourceQuestion.event($0.id)] } ?? []
    if overview.count <= remote.limit {
      return [.overview, .page(PageQuestion(scope: EventScope(), limit: remote.limit))]
    }
    let cells = cellQuestion(remote)
    let page = pageQuestion(remote).map { [SourceQuestion.page($0)] } ?? []
    return [.overview, .cells(cells)] + page + [.buckets(bucketQuestion)] + sought
  }

  /// The filter and the window of the view, without an area.
  private var scope: EventScope { EventScope(filter: view.filter, window: shownWindow) }

  private func cellQuestion(_ remote: Remote) -> CellQuestion {
    // Where all events are here whatever the view, only their number is wanted.
    if remote.closeUp == nil, let last = remote.cells?.question, last.scope == scope, isFew(remote) { return last }
    return CellQuestion(scope: scope, area: viewport.bounds, grid: DegreeGrid(for: viewport))
  }

  /// True if all events of the scope can be held in memory; nil while their number is not known.
  private func isFew(_ remote: Remote) -> Bool {
    guard let cells = remote.cells, cells.question.scope == scope else { return false }
    return cells.answer.all.all <= remote.limit
  }

  /// The question for the whole events to hold: all of the scope if they are few, those in view if they are many. nil while it is not
  /// known which.
  private func pageQuestion(_ remote: Remote) -> PageQuestion? {
    var question = PageQuestion(scope: scope, limit: remote.limit)
    switch remote.closeUp?.content {
    case .spot(let area):
      question.area = area
      question.scope.filter = filterOfPoints
    case .countries(let names): question.scope.filter = filter(ofCountries: names)
    case .unplaced: question.scope.filter = view.filter.unplacedAlone
    case nil:
      guard let cells = remote.cells, cells.question.scope == scope else { return nil }
      if !isFew(remote) { question.area = viewport.bounds }
    }
    return question
  }

  private var bucketQuestion: BucketQuestion {
    BucketQuestion(scope: EventScope(filter: view.filter), bounds: results.histogram.buckets.bounds)
  }

  /// Asks the questions that have no answer yet, unless they are under way already. A newer list of questions replaces the one before.
  mutating func askSource() -> [Effect] {
    guard var remote = dataset.remote else { return [] }
    let all = questions
    remote.failed = remote.failed.filter { all.contains($0.key) }
    remote.answered = remote.answered.filter(all.contains)
    let open = all.filter { remote.failed[$0] == nil && !remote.answered.contains($0) }
    defer { dataset.remote = remote }
    guard open != remote.outstanding else { return [] }
    remote.outstanding = open
    if open.isEmpty { remote.away = nil }
    return [.ask(open)]
  }

  /// Asks all questions again. What is shown stays until newer answers come.
  mutating func askAllAnew() {
    dataset.remote?.answered = []
    dataset.remote?.failed = [:]
  }

  /// True if answers are awaited, and there is nothing else to close.
  var stopsAsking: Bool {
    dataset.remote?.outstanding.isEmpty == false && hasNothingToClose && dataset.remote?.closeUp == nil
  }

  /// Stops waiting for answers.
  mutating func stopAsking() {
    for question in dataset.remote?.outstanding ?? [] { dataset.remote?.failed[question] = .cancelled }
    dialogue.message = "loading stopped: \(environment.keys.shown(.redraw)) asks the server again"
  }
}

extension EventFilter {
  /// The filter with the condition that an event has no place.
  var unplacedAlone: EventFilter {
    EventFilter(.all([expression, .term(.precision(.equals(.unplaced)))].compactMap { $0 }))
  }
}

extension DegreeGrid {
  /// The grid whose cells are at most half as wide and half as high as a cell of a view.
  ///
  /// Mercator stretches the north: at 75 degrees its rows are half as many degrees as its columns, and fewer beyond. There the
  /// grid's cells may be higher, so that the few events of the far north don't cost everyone four times as many.
  init(for view: Viewport) {
    let width = 180 / view.worldColumns
    let (middle, last) = (view.middle.column, Double(view.size.rows))
    let heights = [0, last - 1].map { row in
      view.coordinate(at: CellPoint(column: middle, row: row)).latitude
        - view.coordinate(at: CellPoint(column: middle, row: row + 1)).latitude
    }
    let height = (heights.map(abs).filter { $0 > 0 }.min() ?? width) / 2
    let widest = max(width / 2, min(width, height))
    self.init(level: (0...24).first { DegreeGrid(level: $0).side <= widest } ?? 24)
  }
}
