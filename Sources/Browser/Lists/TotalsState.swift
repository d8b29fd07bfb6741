import SituationModel

/// The state of the totals pane: what is counted, the lines, and the chosen one.
///
/// All is counted once for each view, window and filter; a frame only reads what it shows.
struct TotalsState: Sendable {
  /// The events that are counted; the totals are made again if it changes.
  struct Question: Hashable, Sendable {
    /// Filter, and what the map shows.
    let scope: EventScope
    let hiddenFiles: Set<UInt8>
    let isCertainOnly: Bool
    let figure: FigureName?
    let span: TimeWindow
  }

  /// The lines.
  private(set) var rows: [TotalsRow] = []
  /// The totals that the lines show; nil until they are counted.
  private(set) var totals: Totals?
  /// The line that keys act on.
  var chosen = 0
  /// The first line that is shown.
  var top = 0
  /// The text that the names of parts must contain; empty for all.
  var narrowing = ""
  /// The figure that parts have; nil for the first of the file.
  var figure: FigureName?
  /// The sections that are shown whole.
  private var expanded: Set<Dimension> = []

  /// The parts of all events; nil until they are first asked for.
  private var partitions: PartitionTable?
  private var hasProvinces = false
  private var counted: Question?
  private var listed: Listed?
  /// The version of the events; it changes when they do.
  private var version = 0
  /// True while the parts of the events are being found.
  private(set) var isWaiting = false
  private var isAsked = false

  private struct Listed: Equatable {
    let narrowing: String
    let expanded: Set<Dimension>
  }

  /// So many parts of a section are shown at first.
  private static let fewParts = 8
  /// The number of events up to which parts are found at once. For more, another thread finds them while the pane is open.
  private static let mostAtOnce = 100_000

  /// Discards all that depends on the events, because they have changed.
  mutating func forget() {
    (partitions, counted, totals, isWaiting, isAsked) = (nil, nil, nil, false, false)
    version += 1
  }

  /// The version of the events whose parts the pane waits for; nil if it waits for none, or has asked before.
  mutating func ask() -> Int? {
    guard isWaiting, !isAsked else { return nil }
    isAsked = true
    return version
  }

  /// Accepts the parts that were found, unless the events have changed since.
  mutating func take(_ partitions: PartitionTable, version: Int) {
    guard version == self.version else { return }
    (self.partitions, isWaiting, isAsked, counted) = (partitions, false, false, nil)
  }

  /// The chosen line; nil before there are any.
  var row: TotalsRow? { rows.indices.contains(chosen) ? rows[chosen] : nil }

  /// Counts and lists again if what is counted, or what is shown of it, has changed.
  ///
  /// - Parameters:
  ///   - provinces: the provinces of the map, for events that name none; nil while the map has none.
  mutating func follow(_ question: Question, narrowing: String, of events: EventTable, provinces: ProvinceFinder?) {
    if partitions != nil, hasProvinces != (provinces != nil) { forget() }
    hasProvinces = provinces != nil
    isWaiting = partitions == nil && events.count > Self.mostAtOnce
    if isWaiting { return }
    let partitions = partitions ?? PartitionTable(events, by: Dimension.overview(of: events), provinces: provinces)
    self.partitions = partitions
    if question != counted {
      let matches = events.sureMatches(question.scope).filter { match in
        (match.isCertain || !question.isCertainOnly)
          && (question.hiddenFiles.isEmpty || !question.hiddenFiles.contains(events.columns.files[match.row]))
      }
      totals = Totals(
        matches, of: partitions, by: Dimension.overview(of: events), figure: question.figure,
        window: question.scope.window ?? question.span)
      (counted, listed) = (question, nil)
    }
    let shown = Listed(narrowing: narrowing, expanded: expanded)
    if listed != shown { list(shown) }
  }

  /// Shows all parts of a section.
  mutating func expand(_ dimension: Dimension) { expanded.insert(dimension) }

  /// Goes to the next figure of the file; after the last comes the first. Returns its name, or nil if there is none.
  mutating func nextFigure(of names: [FigureName]) -> FigureName? {
    guard let first = names.first else { return nil }
    let place = names.firstIndex(of: figure ?? first) ?? 0
    figure = names[(place + 1) % names.count]
    return figure
  }

  /// Moves the cursor by some lines that it can rest on; stops at the ends.
  mutating func move(by count: Int) {
    let reached = rows.indices.filter { rows[$0].isReached }
    guard let last = reached.indices.last else { return }
    let here = reached.firstIndex { $0 >= chosen } ?? last
    chosen = reached[min(max(0, here + min(max(count, -reached.count), reached.count)), last)]
  }

  /// Moves the cursor to the first part of the next section, or of the one before.
  mutating func moveBySection(_ direction: Int) {
    let starts = rows.indices.filter { index in
      guard index > 0, rows[index].isReached, case .heading = rows[index - 1] else { return false }
      return true
    }
    let next = direction > 0 ? starts.first { $0 > chosen } : starts.last { $0 < chosen }
    if let next = next ?? (direction > 0 ? starts.first : starts.last) { chosen = next }
  }

  /// Keeps the chosen line among the visible ones, and what stands above the first part in view with it.
  mutating func settle(rows count: Int) {
    if row?.isReached != true { chosen = rows.firstIndex(where: \.isReached) ?? 0 }
    let isFirst = !rows[..<min(chosen, rows.count)].contains(where: \.isReached)
    let above = isFirst ? 0 : chosen > 0 && !rows[chosen - 1].isReached ? chosen - 1 : chosen
    top = min(top, above)
    if chosen >= top + count { top = chosen - count + 1 }
    top = max(0, min(top, rows.count - count))
  }

  private mutating func list(_ shown: Listed) {
    guard let totals else { return }
    let before = row
    let needle = Needle(shown.narrowing)
    rows = TotalsState.notes(of: totals).map(TotalsRow.note)
    for section in totals.sections {
      let stated = section.rows.filter { row in !row.isMissing && (needle?.isFound(in: row.name) ?? true) }
      let missing = needle == nil ? section.rows.filter(\.isMissing) : []
      // A section of which nothing is stated says nothing.
      if stated.isEmpty { continue }
      let isWhole = expanded.contains(section.dimension) || stated.count <= Self.fewParts + 1
      let few = isWhole ? stated : section.busiest(of: stated, Self.fewParts)
      rows += [.blank, .heading(section.dimension)] + (few + missing).map { .part(section.dimension, $0) }
      if few.count < stated.count { rows.append(.more(section.dimension, stated.count - few.count)) }
      if section.across > 0, needle == nil {
        rows.append(.note("\(section.across) more lie in several, maybe"))
      }
    }
    if totals.whole.all == 0 { rows.append(.note("No event in this view, window and filter.")) }
    listed = shown
    if let before, let place = rows.firstIndex(where: { $0.isSame(as: before) }) { chosen = place }
  }

  /// The lines on the whole: events and the sum of each figure.
  private static func notes(of totals: Totals) -> [String] {
    let whole = totals.whole
    let events = "\(whole.sure) event\(whole.sure == 1 ? "" : "s")" + (whole.maybe > 0 ? ", \(whole.maybe) maybe" : "")
    return [events]
      + totals.figures.map { figure in
        let sum = figure.tally.sureFigure
        let none = sum.missing > 0 ? ", \(sum.missing) without" : ""
        let most =
          figure.tally.maybeFigure.stating > 0 ? figure.tally.highest.map { ", up to \($0.figureWords)" } ?? "" : ""
        return "\(sum.words) \(figure.name.text)\(none)\(most)"
      }
  }
}
