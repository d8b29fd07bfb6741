import SituationModel
import TextCanvas

/// The drawing of the histogram over time: the bars of `TimelineBars`, the dates, and the window as a bracket on the axis.
struct TimelineView {
  let state: BrowserState

  /// Draws the pane.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let isDated = state.dataset.isDated
    if layout.isFramed { frame.grid.frame(rect, title: isDated ? title : "time") }
    let inside = layout.inside(rect)
    guard !inside.isEmpty else { return }
    let all = layout.axis
    let axis = all.inset(top: all.size.rows - 1)
    let scale = TimeScale(buckets: state.results.histogram.buckets, columns: all.size.columns)
    if !isDated {
      let words = state.dataset.isOverviewKnown ? "no event has a date" : "not yet known"
      frame.grid.write(words, column: axis.origin.column + 1, row: axis.origin.row, Style(.dim))
      return
    }
    TimelineBars(state: state, scale: scale, rect: all.inset(bottom: 1)).draw(into: &frame.grid)
    ComparedTimes(state: state, scale: scale).draw(into: &frame.grid, in: all.inset(bottom: 1))
    drawLabels(scale, into: &frame.grid, in: axis)
    drawBracket(scale, into: &frame.grid, in: axis)
    frame.add(in: all) { .timeline(TimelineView.share(at: $0, in: all)) }
  }

  /// The share of the axis, from 0 to 1, at the middle of a cell's column.
  static func share(at position: Position, in inside: Rect) -> Double {
    (Double(position.column - inside.origin.column) + 0.5) / Double(inside.size.columns)
  }

  /// The title: the unit, the years, and the settings that keys have changed.
  private var title: String {
    let buckets = state.results.histogram.buckets
    var parts = ["time", "by \(buckets.unit.name)", "\(years(of: buckets.span)) \(state.situation.zone.name)"]
    if state.results.histogram.isPart { parts.append("of \(years(of: state.dataset.wholeSpan))") }
    if state.dataset.events.clock == .known { parts.append("as it became known") }
    if let figure = state.histogramQuestion.figure { parts.append("sums of \(figure.text)") }
    if let kind = state.view.timeLook.kind { parts.append("only \(clipped(SafeText(kind).text, to: 30))") }
    if state.dataset.partial != nil {
      if !state.results.histogram.isKnown { parts.append("not yet known") }
      parts.append(state.view.timeLook.kind == nil ? ": means maybe there" : "certain only")
    }
    if !buckets.folds.isEmpty { parts.append("\(buckets.folds.count) stretches folded") }
    if state.view.timeLook.isCumulative { parts.append("up to the window's end") }
    if state.view.timeLook.isCertainOnly { parts.append("certain only") }
    if state.tools.play.isOn {
      parts.append("playing" + (state.tools.play.power == 0 ? "" : " \(state.tools.play.words)"))
    }
    if let busiest { parts.append(busiest) }
    return parts.joined(separator: ", ")
  }

  private func years(of span: TimeWindow) -> String {
    let (from, to) = (span.start.date.year, span.end.advanced(by: -1).date.year)
    return from == to ? "\(from)" : "\(from)-\(to)"
  }

  /// The cells of one bar, from the bottom left: first the certain events by kind or by file, then the possible ones. The area is
  /// proportional to their number; each part that is not empty has at least one cell.
  static func cells(
    of tally: TimeBuckets.Tally, by colours: MarkColours = .kind, _ kinds: KindTable = .known, highest: Double,
    area: Int, isLit: Bool
  ) -> [Cell] {
    var shares: [(cell: Cell, count: Int)] = []
    func share(_ value: Double, _ cell: Cell) {
      shares.append((cell, max(1, Int((value / highest * Double(area)).rounded()))))
    }
    func share(_ count: Int, _ sign: Character, _ ink: Ink) {
      if count > 0 { share(Double(count), Cell(sign, isLit ? Style(ink, on: .plain, .bold) : Style(.dim))) }
    }
    switch colours {
    case .kind:
      for kind in kinds.signs { share(tally.certain[kind.slot] ?? 0, kind.letter, kind.ink) }
    case .file:
      for (number, count) in tally.certainByFile.sorted(by: { $0.key < $1.key }) {
        share(count, EventFile.sign(of: number), EventFile.ink(of: number))
      }
    }
    if tally.possible > 0 { share(tally.possible, Cell(":", Style(isLit ? .possible : .dim))) }
    while shares.map(\.count).reduce(0, +) > area,
      let most = shares.indices.max(by: { shares[$0].count < shares[$1].count })
    {
      guard shares[most].count > 1 else { break }
      shares[most].count -= 1
    }
    return Array(shares.flatMap { Array(repeating: $0.cell, count: $0.count) }.prefix(area))
  }

  /// Draws dates under the bars, each where it has room and no end of the window stands. The first date of a year has the year
  /// if that would be unclear.
  private func drawLabels(_ scale: TimeScale, into grid: inout CellGrid, in axis: Rect) {
    let buckets = scale.buckets
    let isOneYear = buckets.span.start.date.year == buckets.span.end.advanced(by: -1).date.year
    // The title says the one year, where there is a title.
    var year = isOneYear && state.layout.isFramed ? buckets.span.start.date.year : nil
    var day: CivilDate?
    let ends = bracket(scale)
    var free = 0
    for bucket in 0..<buckets.count where !buckets.folds.contains(bucket) {
      let label = buckets.label(of: bucket, lastYear: year, lastDay: day)
      let column = scale.columns(of: bucket).lowerBound + 1
      let range = column..<column + label.count
      guard column >= free, range.upperBound < axis.size.columns, !ends.contains(where: range.contains) else {
        continue
      }
      grid.write(label, column: axis.origin.column + column, row: axis.origin.row, Style(.axis))
      free = range.upperBound + 2
      day = buckets.bounds[bucket].date
      year = day?.year
    }
  }

  /// The columns of the window's ends; only one if the window is in one cell or off the axis.
  private func bracket(_ scale: TimeScale) -> [Int] {
    let window = state.shownWindow
    let last = scale.columns - 1
    if window.end <= scale.buckets.span.start { return [0] }
    if window.start >= scale.buckets.span.end { return [last] }
    // The whole span is the whole axis, though it may begin within a bucket.
    if state.isWhole && !state.results.histogram.isPart { return last == 0 ? [0] : [0, last] }
    let first = min(last, max(0, Int(scale.position(of: window.start))))
    let end = min(last, max(first, Int(scale.position(of: window.end).rounded(.up)) - 1))
    return first == end ? [first] : [first, end]
  }

  private func drawBracket(_ scale: TimeScale, into grid: inout CellGrid, in axis: Rect) {
    let ends = bracket(scale)
    guard let first = ends.first, let end = ends.last else { return }
    let style = Style(.window, on: .plain, .bold)
    for column in first...end { grid[axis.origin.column + column, axis.origin.row].style = Style(.window) }
    let (window, span) = (state.shownWindow, scale.buckets.span)
    let signs: [Character] = window.end <= span.start ? ["<"] : window.start >= span.end ? [">"] : ["[", "]"]
    for (column, sign) in zip(ends, ends.count == 1 && signs.count == 2 ? ["#"] : signs) {
      grid[axis.origin.column + column, axis.origin.row] = Cell(sign, style)
    }
  }
}
