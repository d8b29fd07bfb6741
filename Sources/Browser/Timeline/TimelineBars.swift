import SituationModel
import TextCanvas

/// The bars of the timeline with their numbers: what is surely in a bucket, and on a row of its own what is only maybe there.
///
/// Where buckets are wide each has its numbers, and a letter for each event if that fits. Where they are narrow the bars are columns,
/// and the gutter tells the scale. On one row alone, sure and maybe share each bar, as in `TimelineView.cells`.
struct TimelineBars {
  let state: BrowserState
  let scale: TimeScale
  /// The cells of the bars, without the gutter.
  let rect: Rect

  private var tallies: [TimeBuckets.Tally] { state.results.histogram.tallies }
  /// The greatest number of sure events in a bucket.
  private var highest: Int { tallies.map(\.certainCount).max() ?? 0 }
  /// The least width at which a bucket has room for numbers.
  private static let numbered = 5

  /// Draws bars and gutter.
  func draw(into grid: inout CellGrid) {
    guard !rect.isEmpty else { return }
    guard rect.size.rows >= 2, scale.buckets.count > 0 else { return drawMixed(into: &grid, in: rect) }
    let hasMaybe = tallies.contains { $0.overlapping > 0 }
    let sure = hasMaybe ? rect.inset(bottom: 1) : rect
    let maybe = rect.inset(top: rect.size.rows - 1)
    if rect.size.columns / scale.buckets.count >= Self.numbered {
      drawNumbered(into: &grid, in: sure)
      gutter("sure", at: sure.rows.upperBound - 1, into: &grid)
    } else {
      drawColumns(into: &grid, in: sure)
      if highest > 0 { gutter(Self.short(highest), at: sure.origin.row, into: &grid) }
      if highest > 0, sure.size.rows > 1 { gutter("0", at: sure.rows.upperBound - 1, into: &grid) }
    }
    guard hasMaybe else { return }
    gutter("maybe", at: maybe.origin.row, into: &grid)
    drawMaybe(into: &grid, in: maybe)
  }

  private func gutter(_ text: String, at row: Int, into grid: inout CellGrid) {
    guard state.layout.axisGutter > 0 else { return }
    let column = rect.origin.column - state.layout.axisGutter
    grid.write(text, column: column, row: row, Style(.dim), limit: state.layout.axisGutter - 1)
  }

  /// A number in at most five characters: `582`, `12.3k`, `4M`.
  static func short(_ number: Int) -> String {
    switch number {
    case ..<10_000: return "\(number)"
    case ..<100_000: return "\(number / 1_000).\(number / 100 % 10)k"
    case ..<1_000_000: return "\(number / 1_000)k"
    case ..<100_000_000: return "\(number / 1_000_000).\(number / 100_000 % 10)M"
    default: return "\(number / 1_000_000)M"
    }
  }

  private func isLit(_ bucket: Int) -> Bool {
    scale.buckets.bounds[bucket] < state.shownWindow.end
      && scale.buckets.bounds[bucket + 1] > state.shownWindow.start
  }

  /// The columns of a bucket's bar, with a gap to the next one if there is room for it.
  private func columns(of bucket: Int) -> Range<Int> {
    let columns = scale.columns(of: bucket)
    return columns.count >= 3 ? columns.dropLast() : columns
  }

  private func cells(of tally: TimeBuckets.Tally, highest: Double, area: Int, isLit: Bool) -> [Cell] {
    TimelineView.cells(
      of: tally, by: state.colouring.colours, state.dataset.shownKinds, highest: highest, area: area, isLit: isLit)
  }

  /// Fills the area of a bucket from the bottom left.
  private func fill(_ cells: [Cell], _ columns: Range<Int>, into grid: inout CellGrid, in rect: Rect) {
    for (index, cell) in cells.enumerated() {
      let row = rect.rows.upperBound - 1 - index / columns.count
      grid[rect.origin.column + columns.lowerBound + index % columns.count, row] = cell
    }
  }

  private func drawFold(_ columns: Range<Int>, into grid: inout CellGrid, in rect: Rect) {
    fill(Array(repeating: Cell("/", Style(.dim)), count: columns.count), columns, into: &grid, in: rect)
  }

  /// Bars of sure and maybe events together.
  private func drawMixed(into grid: inout CellGrid, in rect: Rect) {
    let highest = tallies.map(\.total).max() ?? 0
    for (bucket, tally) in tallies.enumerated() {
      let columns = columns(of: bucket)
      guard !columns.isEmpty else { continue }
      if scale.buckets.folds.contains(bucket) {
        drawFold(columns, into: &grid, in: rect)
      } else if highest > 0 {
        let area = columns.count * rect.size.rows
        fill(cells(of: tally, highest: highest, area: area, isLit: isLit(bucket)), columns, into: &grid, in: rect)
      }
    }
  }

  /// The number of sure events and their letters: one each if that fits everywhere, else bars of blocks, or letters by their shares. They
  /// stand above the number, or behind it on a single row.
  private func drawNumbered(into grid: inout CellGrid, in rect: Rect) {
    let highest = highest
    let least = (0..<scale.buckets.count).map { columns(of: $0).count }.min() ?? 0
    let digits = rect.size.rows > 1 ? -1 : Self.short(highest).count
    let letters = rect.size.rows > 1 ? rect.inset(bottom: 1) : rect
    let area = (least - digits - 1) * letters.size.rows
    for (bucket, tally) in tallies.enumerated() {
      let columns = columns(of: bucket)
      if scale.buckets.folds.contains(bucket) {
        drawFold(columns, into: &grid, in: rect)
        continue
      }
      let count = tally.certainCount
      guard count > 0 else { continue }
      let style = isLit(bucket) ? Style(.emphasis, on: .plain, .bold) : Style(.dim)
      let text = Self.short(count)
      grid.write(
        text, column: rect.origin.column + columns.lowerBound, row: rect.rows.upperBound - 1, style,
        limit: columns.count)
      let room = columns.dropFirst(digits + 1)
      guard area > 0, !room.isEmpty else { continue }
      if highest > area, state.environment.frameGlyphs == .lines {
        drawBar(tally, columns, of: bucket, into: &grid, in: letters)
        continue
      }
      var sure = tally
      sure.possible = 0
      let cells = cells(
        of: sure, highest: Double(max(highest, area)), area: area, isLit: isLit(bucket))
      fill(cells, room, into: &grid, in: letters)
    }
  }

  /// A column for each bucket: eighths of blocks where the screen has them, else letters.
  private func drawColumns(into grid: inout CellGrid, in rect: Rect) {
    let highest = highest
    guard highest > 0 else { return }
    for (bucket, tally) in tallies.enumerated() {
      let columns = columns(of: bucket)
      guard !columns.isEmpty else { continue }
      if scale.buckets.folds.contains(bucket) {
        drawFold(columns, into: &grid, in: rect)
      } else if state.environment.frameGlyphs == .lines {
        drawBar(tally, columns, of: bucket, into: &grid, in: rect)
      } else {
        var sure = tally
        sure.possible = 0
        let area = columns.count * rect.size.rows
        let cells = cells(of: sure, highest: Double(highest), area: area, isLit: isLit(bucket))
        fill(cells, columns, into: &grid, in: rect)
      }
    }
  }

  private func drawBar(
    _ tally: TimeBuckets.Tally, _ columns: Range<Int>, of bucket: Int, into grid: inout CellGrid, in rect: Rect
  ) {
    let style = isLit(bucket) ? Style(ink(of: tally)) : Style(.dim)
    drawBlocks(Double(tally.certainCount) / Double(max(1, highest)), columns, style, into: &grid, in: rect)
  }

  /// The colour of the kind or file that most of a bucket's sure events have.
  private func ink(of tally: TimeBuckets.Tally) -> Ink {
    switch state.colouring.colours {
    case .kind:
      let slot = tally.certain.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return state.dataset.shownKinds.signs.first { $0.slot == slot }?.ink ?? .plain
    case .file:
      let number = tally.certainByFile.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return number.map(EventFile.ink(of:)) ?? .plain
    }
  }

  /// A bar of a height from 0 to 1, in eighths of a cell; what is more than nothing has at least one.
  private func drawBlocks(
    _ share: Double, _ columns: Range<Int>, _ style: Style, into grid: inout CellGrid, in rect: Rect
  ) {
    guard share > 0 else { return }
    let blocks = Array("\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")
    let eighths = max(1, Int((share * Double(rect.size.rows * 8)).rounded()))
    for level in 0..<rect.size.rows {
      let rest = eighths - level * 8
      guard rest > 0 else { return }
      for column in columns {
        grid[rect.origin.column + column, rect.rows.upperBound - 1 - level] = Cell(blocks[min(8, rest) - 1], style)
      }
    }
  }

  /// The number of events that each bucket may hold; where there is no room for numbers, a bar on the scale of the sure ones.
  private func drawMaybe(into grid: inout CellGrid, in rect: Rect) {
    let isNumbered = rect.size.columns / scale.buckets.count >= Self.numbered
    let most = max(Double(highest), tallies.map(\.possible).max() ?? 0)
    for (bucket, tally) in tallies.enumerated() where tally.overlapping > 0 {
      let columns = columns(of: bucket)
      guard !columns.isEmpty, !scale.buckets.folds.contains(bucket) else { continue }
      let style = Style(isLit(bucket) ? .possible : .dim)
      let origin = Rect(column: rect.origin.column, row: rect.origin.row, columns: rect.size.columns, rows: 1)
      if isNumbered {
        let text = Self.short(tally.overlapping)
        grid.write(
          text, column: rect.origin.column + columns.lowerBound, row: rect.origin.row, style, limit: columns.count)
      } else if state.environment.frameGlyphs == .lines {
        drawBlocks(min(1, tally.possible / max(most, 1)), columns, style, into: &grid, in: origin)
      } else {
        fill(Array(repeating: Cell(":", style), count: columns.count), columns, into: &grid, in: origin)
      }
    }
  }
}

extension TimelineView {
  /// The bucket with the most sure events and their number, as `busiest 13 Dec, 5 sure`; nil where that says nothing.
  var busiest: String? {
    let histogram = state.results.histogram
    let counts = histogram.tallies.map(\.certainCount)
    guard let most = counts.max(), most > 0, counts.count(where: { $0 > 0 }) > 1,
      let bucket = counts.firstIndex(of: most)
    else { return nil }
    let buckets = histogram.buckets
    let span = buckets.span
    let isOneYear = span.start.date.year == span.end.advanced(by: -1).date.year
    let label = buckets.label(of: bucket, lastYear: isOneYear ? span.start.date.year : nil, lastDay: nil)
    return "busiest \(label), \(most) sure"
  }
}
