import SituationModel
import TextCanvas

/// Draws the totals.
struct TotalsView {
  let state: BrowserState

  /// Draws the pane. Only the lines in view are made.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let inside = layout.inside(rect)
    if layout.isFramed { frame.grid.frame(rect, title: title, isFocused: state.panes.focus == .side) }
    frame.add(.list, in: inside)
    if let words = emptyWords {
      return frame.draw(wrapped(words, width: inside.size.columns).map { TextLine($0, Style(.dim)) }, in: inside)
    }
    let totals = state.panes.totals
    let end = min(totals.rows.count, totals.top + inside.size.rows)
    guard totals.top < end else { return }
    let widths = TotalsColumns(totals, columns: inside.size.columns, isUnicode: state.environment.isUnicode)
    frame.draw((totals.top..<end).map { line($0, widths) }, in: inside)
    let right = inside.columns.upperBound - 1
    if totals.top > 0 { frame.grid[right, inside.origin.row] = Cell("^", Style(.key)) }
    if end < totals.rows.count { frame.grid[right, inside.rows.upperBound - 1] = Cell("v", Style(.key)) }
  }

  private var title: String {
    let narrowing = state.panes.totals.narrowing
    return narrowing.isEmpty ? "totals in view" : "totals, of \u{22}\(SafeText(narrowing).text)\u{22}"
  }

  /// The sentence in place of totals; nil where there are any.
  private var emptyWords: String? {
    if state.dataset.partial != nil {
      return "These events are on a server, which does not add up totals. sitmap totals does so for files."
    }
    if state.panes.totals.isWaiting { return "Counting \(state.dataset.events.count) events." }
    return nil
  }

  private func line(_ index: Int, _ widths: TotalsColumns) -> TextLine {
    let isChosen = index == state.panes.totals.chosen && state.panes.focus == .side
    let attributes: Attributes = isChosen ? .reverse : []
    let cursor = isChosen ? ">" : " "
    switch state.panes.totals.rows[index] {
    case .blank: return TextLine()
    case .note(let words):
      return TextLine(" " + clipped(words, to: widths.columns - 1), Style(index == 0 ? .emphasis : .plain))
    case .heading(let dimension):
      return TextLine(widths.text(dimension.heading, widths.names, cursor: " "), Style(.title))
    case .more(_, let count):
      let words = clipped("\(cursor)\(count) more", to: widths.columns).padding(to: widths.columns)
      return TextLine(words, Style(.dim, on: .plain, attributes), target: .total(index))
    case .part(_, let row):
      let style = Style(row.isMissing || row.tally.sure == 0 ? .dim : .plain, on: .plain, attributes)
      return TextLine(
        widths.text(
          SafeText(row.name).text, widths.cells(of: row, isUnicode: state.environment.isUnicode), cursor: cursor),
        style, target: .total(index))
    }
  }
}

/// The columns of the totals, by the width of the pane.
struct TotalsColumns {
  /// The width of the pane.
  let columns: Int
  /// The names above the numbers.
  let names: [String]
  private let widths: [Int]
  private let whole: Tally
  private let hasFigure: Bool
  private let hasLine: Bool

  /// The columns for some totals: events, with `+` and those that are maybe; the figure; where there is room the share and a line over
  /// time.
  init(_ totals: TotalsState, columns: Int, isUnicode: Bool) {
    self.columns = columns
    let parts = totals.rows.compactMap { row -> Tally? in if case .part(_, let part) = row { part.tally } else { nil } }
    whole = totals.totals?.whole ?? Tally()
    hasFigure = totals.totals?.figure != nil
    hasLine = columns >= 64
    // A count alone is of the sure ones.
    var names = [parts.contains { $0.maybe > 0 } ? "sure+maybe" : "events"]
    var widths = [max(names[0].count, parts.map { TotalsColumns.events($0).count }.max() ?? 0)]
    if hasFigure {
      let name = clipped(totals.totals?.figure?.text ?? "", to: 12)
      names.append(name)
      widths.append(max(name.count, min(14, parts.map(\.sureFigure.words.count).max() ?? 0)))
    }
    if columns >= 48, whole.sure >= Tally.fewest {
      names.append("share")
      widths.append(6)
    }
    if hasLine {
      names.append("over the window")
      widths.append(24)
    }
    (self.names, self.widths) = (names, widths)
  }

  private static func events(_ tally: Tally) -> String { "\(tally.sure)" + (tally.maybe > 0 ? "+\(tally.maybe)" : "") }

  /// The numbers of a part.
  func cells(of row: Totals.Row, isUnicode: Bool) -> [String] {
    var cells = [TotalsColumns.events(row.tally)]
    if hasFigure { cells.append(row.tally.sureFigure.words) }
    if columns >= 48, whole.sure >= Tally.fewest {
      cells.append(row.tally.share(of: whole).map { TotalsColumns.percent($0) } ?? "")
    }
    if hasLine { cells.append(TotalsColumns.line(row.series, isUnicode: isUnicode)) }
    return cells
  }

  private static func percent(_ share: Double) -> String { decimal(share * 100, 1) + "%" }

  private static func line(_ numbers: [Int], isUnicode: Bool) -> String {
    let signs = isUnicode ? Array(" ▁▂▃▄▅▆▇█") : Array(" .:-=+*#@")
    let most = max(1, numbers.max() ?? 1)
    return String(
      numbers.map { $0 == 0 ? signs[0] : signs[1 + min(signs.count - 2, ($0 * (signs.count - 1) - 1) / most)] })
  }

  /// A name and its cells side by side.
  func text(_ name: String, _ cells: [String], cursor: String) -> String {
    let numbers = zip(cells, widths).map { cell, width in
      let text = clipped(cell, to: width)
      return " " + String(repeating: " ", count: max(0, width - displayWidth(of: text))) + text
    }.joined()
    let room = max(4, columns - displayWidth(of: numbers) - 2)
    return clipped(cursor + clipped(name, to: room).padding(to: room) + numbers + " ", to: columns)
  }
}

extension Dimension {
  /// The heading of the section.
  fileprivate var heading: String {
    switch self {
    case .place: "PLACES"
    case .province: "PROVINCES"
    case .actor: "ACTORS"
    case .kind: "KINDS"
    case .standing: "STANDINGS"
    case .precision: "PRECISIONS"
    case .source: "SOURCES"
    case .file: "FILES"
    case .day: "DAYS"
    case .month: "MONTHS"
    case .year: "YEARS"
    }
  }
}
