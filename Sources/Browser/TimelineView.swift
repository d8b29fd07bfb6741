import SituationModel
import TextCanvas

/// The histogram over time: a bar a bucket, the window as a bracket on the axis, and imprecise dates as a smear.
///
/// A bar is filled with the letters of its events' kinds from the bottom row up, and `:` for the share of events that are
/// only possibly there; its area is in proportion to their number, and what is there at all has a cell at least.
struct TimelineView {
  let state: BrowserState

  /// Draws the pane.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let buckets = state.buckets
    let isDated = state.situation.events.span != nil
    if layout.isFramed { frame.grid.frame(rect, title: isDated ? title(buckets) : "time") }
    let inside = layout.inside(rect)
    guard !inside.isEmpty else { return }
    let axis = inside.inset(top: inside.size.rows - 1)
    let scale = TimeScale(buckets: buckets, columns: inside.size.columns)
    if !isDated {
      frame.grid.write("no event has a date", column: axis.origin.column + 1, row: axis.origin.row, Style(.dim))
      return
    }
    drawBars(scale, into: &frame.grid, in: inside.inset(bottom: 1))
    drawLabels(scale, into: &frame.grid, in: axis)
    drawBracket(scale, into: &frame.grid, in: axis)
    let columns = Double(inside.size.columns)
    frame.add(in: inside) { .timeline((Double($0.column - inside.origin.column) + 0.5) / columns) }
  }

  private func title(_ buckets: TimeBuckets) -> String {
    let from = buckets.span.start.date
    let to = buckets.span.end.advanced(by: -1).date
    let years = from.year == to.year ? "\(from.year)" : "\(from.year)-\(to.year)"
    let mode = state.isCumulative ? ", up to the window's end" : ""
    return "time, by \(buckets.unit.name), \(years) UTC\(mode)\(state.isPlaying ? ", playing" : "")"
  }

  private func drawBars(_ scale: TimeScale, into grid: inout CellGrid, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let tallies = scale.buckets.tallies(of: state.situation.events, rows: state.passing)
    let highest = tallies.map(\.total).max() ?? 0
    guard highest > 0 else { return }
    for (bucket, tally) in tallies.enumerated() {
      let columns = scale.columns(of: bucket)
      let width = columns.count >= 3 ? columns.count - 1 : columns.count
      guard width > 0 else { continue }
      let isLit =
        scale.buckets.bounds[bucket] < state.shownWindow.end
        && scale.buckets.bounds[bucket + 1] > state.shownWindow.start
      let cells = TimelineView.cells(of: tally, highest: highest, area: width * rect.size.rows, isLit: isLit)
      for (index, cell) in cells.enumerated() {
        let row = rect.rows.upperBound - 1 - index / width
        grid[rect.origin.column + columns.lowerBound + index % width, row] = cell
      }
    }
  }

  /// The cells of one bar, from the bottom left: what is certain by kind, then what is possible.
  static func cells(of tally: TimeBuckets.Tally, highest: Double, area: Int, isLit: Bool) -> [Cell] {
    var shares: [(cell: Cell, count: Int)] = []
    func share(_ value: Double, _ cell: Cell) {
      shares.append((cell, max(1, Int((value / highest * Double(area)).rounded()))))
    }
    for kind in EventKind.allCases {
      guard let count = tally.certain[kind], count > 0 else { continue }
      share(Double(count), Cell(kind.look.letter, isLit ? Style(kind.look.ink, on: .plain, .bold) : Style(.dim)))
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

  private func drawLabels(_ scale: TimeScale, into grid: inout CellGrid, in axis: Rect) {
    var free = 0
    for bucket in 0..<scale.buckets.count {
      let label = scale.buckets.label(of: bucket)
      let column = scale.columns(of: bucket).lowerBound + 1
      guard column >= free, column + label.count < axis.size.columns else { continue }
      grid.write(label, column: axis.origin.column + column, row: axis.origin.row, Style(.axis))
      free = column + label.count + 2
    }
  }

  private func drawBracket(_ scale: TimeScale, into grid: inout CellGrid, in axis: Rect) {
    let window = state.shownWindow
    let last = axis.size.columns - 1
    let first = min(last, max(0, Int(scale.position(of: window.start))))
    let end = min(last, max(first, Int(scale.position(of: window.end).rounded(.up)) - 1))
    let style = Style(.window, on: .plain, .bold)
    for column in first...end {
      grid[axis.origin.column + column, axis.origin.row].style = Style(.window)
    }
    let span = scale.buckets.span
    if window.end <= span.start || window.start >= span.end {
      let (column, sign): (Int, Character) = window.start >= span.end ? (last, ">") : (0, "<")
      grid[axis.origin.column + column, axis.origin.row] = Cell(sign, style)
    } else if first == end {
      grid[axis.origin.column + first, axis.origin.row] = Cell("#", style)
    } else {
      grid[axis.origin.column + first, axis.origin.row] = Cell("[", style)
      grid[axis.origin.column + end, axis.origin.row] = Cell("]", style)
    }
  }
}

/// Where moments stand on an axis of some columns: every bucket is as wide as the others, but for rounding.
struct TimeScale {
  let buckets: TimeBuckets
  let columns: Int

  /// The columns of a bucket; empty when there are more buckets than columns and this one gets none.
  func columns(of bucket: Int) -> Range<Int> {
    bucket * columns / buckets.count..<(bucket + 1) * columns / buckets.count
  }

  /// The place of a moment, from 0 to `columns`.
  func position(of moment: Instant) -> Double {
    if moment <= buckets.span.start { return 0 }
    if moment >= buckets.span.end { return Double(columns) }
    let bucket = buckets.index(of: moment)
    let (start, end) = (buckets.bounds[bucket], buckets.bounds[bucket + 1])
    let share = Double(moment.seconds - start.seconds) / Double(end.seconds - start.seconds)
    return (Double(bucket) + share) * Double(columns) / Double(buckets.count)
  }

  /// The bucket whose bar stands over a share of the axis from 0 to 1.
  func bucket(at share: Double) -> Int {
    let column = min(columns - 1, max(0, Int(share * Double(columns))))
    return min(buckets.count - 1, max(0, ((column + 1) * buckets.count - 1) / columns))
  }
}

extension TimeBuckets {
  /// The date that a bucket begins with, as short as its unit allows; the first day of a month has its month, the first
  /// month of a year its year.
  func label(of bucket: Int) -> String {
    let start = bounds[bucket]
    let date = start.date
    switch unit {
    case .minute, .hour, .sixHours:
      if start.secondOfDay == 0 { return "\(date.day) \(date.monthName)" }
      let (hour, minute) = (start.secondOfDay / 3_600, start.secondOfDay / 60 % 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    case .day, .week: return "\(date.day) \(date.monthName)"
    case .month: return date.month == 1 ? "\(date.monthName) \(date.year)" : date.monthName
    case .year, .decade, .century: return "\(date.year)"
    }
  }
}

extension BrowserState {
  /// The scale of the timeline as it is drawn.
  var timeScale: TimeScale {
    TimeScale(buckets: buckets, columns: max(1, layout.inside(layout.timeline).size.columns))
  }

  /// The buckets of the timeline: as fine as the dates are, and not more than there are columns.
  var buckets: TimeBuckets {
    let events = situation.events
    let columns = layout.inside(layout.timeline).size.columns
    return TimeBuckets(
      covering: events.wholeSpan, finest: BucketUnit(finestFor: events.finestPrecision), limit: max(1, columns))
  }
}
