import SituationModel
import TextCanvas

/// The one page that stands for the events of a report where they are too many to be told: totals, peaks, the most frequent places and
/// actors, what has changed since the window before, and what is uncertain, in numbers.
struct BriefPage {
  private let state: BrowserState
  private let matches: [EventTable.Match]
  private let partitions: PartitionTable
  private let totals: Totals

  /// So many places, actors and kinds are named.
  private static let most = 8

  /// The page of a state's events.
  init(_ state: BrowserState) {
    self.state = state
    let events = state.dataset.events
    partitions = PartitionTable(
      events, by: BriefPage.dimensions(of: events), provinces: state.environment.baseMap.provinceFinder)
    matches = BriefPage.matches(state, in: state.totalsWindow)
    totals = Totals(matches, of: partitions, by: BriefPage.dimensions(of: events))
  }

  private static func dimensions(of events: EventTable) -> [Dimension] {
    [.province, .place, .actor, .kind].filter { $0 != .province || events.columns.provinces != nil }
  }

  private static func matches(_ state: BrowserState, in window: TimeWindow?) -> [EventTable.Match] {
    let (hidden, files) = (state.view.hiddenFiles, state.dataset.events.columns.files)
    return state.dataset.events.sureMatches(EventScope(filter: state.view.filter, window: window))
      .filter { hidden.isEmpty || !hidden.contains(files[$0.row]) }
  }

  /// The page, a block of Markdown each.
  var blocks: [String] { numbers + peaks + frequent + changes + doubts }

  // MARK: Numbers

  private var numbers: [String] {
    [
      "## In numbers",
      TotalsWords.whole(totals.whole, totals.figures).map { "- \(MarkdownText($0).text)" }.joined(separator: "\n"),
    ]
  }

  // MARK: Peaks

  /// A stretch of time with many events.
  private struct Peak {
    let date: DateInterval
    let rows: [Int]
    let isBurst: Bool
  }

  private var peaks: [String] {
    let peaks = foundPeaks
    guard !peaks.isEmpty, let unit = peaks.first?.date.precision else { return [] }
    let words =
      "The busiest by \(unit). A burst has three events at least, and twice the mean. Only events that surely lie in one are counted."
    return ["## Peaks", MarkdownText(words).text, peaks.map(line).joined(separator: "\n")]
  }

  private var foundPeaks: [Peak] {
    let events = state.dataset.events
    guard let window = state.totalsWindow ?? events.span else { return [] }
    let units: [(BucketUnit, TimePrecision)] = [(.day, .day), (.month, .month), (.year, .year)]
    let fitting = units.lazy.compactMap { unit, precision in
      TimeBuckets(covering: window, by: unit, limit: 62).map { ($0, precision) }
    }
    guard let (buckets, precision) = fitting.first(where: { _ in true }) else { return [] }
    var rows = [[Int]](repeating: [], count: buckets.count)
    for match in matches where match.isCertain {
      guard let when = events.date(of: match.row), let start = when.start else { continue }
      let bucket = buckets.index(of: start)
      let stretch = TimeWindow(start: buckets.bounds[bucket], end: buckets.bounds[bucket + 1])
      if stretch.membership(of: when) == .certain { rows[bucket].append(match.row) }
    }
    let mean = Double(rows.reduce(0) { $0 + $1.count }) / Double(buckets.count)
    let order = rows.indices.filter { !rows[$0].isEmpty }.sorted { left, right in
      rows[left].count != rows[right].count ? rows[left].count > rows[right].count : left < right
    }
    return order.prefix(3).map { bucket in
      Peak(
        date: DateInterval(unit: precision, at: buckets.bounds[bucket]), rows: rows[bucket],
        isBurst: rows[bucket].count >= 3 && Double(rows[bucket].count) >= 2 * mean)
    }
  }

  /// `- Mar 2018: 152 events, a burst; 909 deaths. The greatest: …`, with its five events of the most deaths.
  private func line(_ peak: Peak) -> String {
    let events = state.dataset.events
    var words = ["\(peak.date.words): \(peak.rows.count) events" + (peak.isBurst ? ", a burst" : "")]
    var items: [String] = []
    if let name = totals.figure, let column = events.columns.figure(name) {
      var sum = FigureSum()
      for row in peak.rows { sum.add(column[row]) }
      words.append("\(sum.words) \(name.text)")
      let ranked = peak.rows.filter { column[$0] != nil }.sorted { left, right in
        let (a, b) = (column[left]?.rank ?? 0, column[right]?.rank ?? 0)
        return a != b ? a > b : left < right
      }
      items = ranked.prefix(5).map { row in
        let event = events[row]
        // A title may have the place already.
        let place = event.place.name.flatMap { event.title.contains($0) ? nil : ", \($0)" } ?? ""
        return "\(event.title)\(place), \(event.when?.words ?? "no date"): \(column[row]?.words ?? "") \(name.text)"
      }
    }
    return
      (["- **\(MarkdownText(words[0]).text)**" + words.dropFirst().map { "; \(MarkdownText($0).text)" }.joined()]
      + items.map { "  - \(MarkdownText($0).text)" }).joined(separator: "\n")
  }

  // MARK: Places and actors

  private var frequent: [String] {
    totals.sections.flatMap { section -> [String] in
      let stated = section.rows.filter { !$0.isMissing }
      guard !stated.isEmpty else { return [] }
      let names = ["", "events", "maybe", "share"] + (totals.figure.map { [$0.text] } ?? [])
      let rows = stated.prefix(BriefPage.most).map { row in
        [
          MarkdownText(row.name).text, "\(row.tally.sure)", "\(row.tally.maybe)",
          row.tally.share(of: totals.whole).map(TotalsWords.percent) ?? "",
        ] + (totals.figure == nil ? [] : [row.tally.sureFigure.words])
      }
      let table = ([names, ["---"] + names.dropFirst().map { _ in "---:" }] + rows)
        .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
      let left = stated.count - rows.count
      let missing = section.rows.first(where: \.isMissing).map {
        $0.tally.sure == 1 ? "1 event states none" : "\($0.tally.sure) events state none"
      }
      let rest = [left > 0 ? "\(left) more" : nil, missing].compactMap { $0 }
      return ["## By \(section.dimension.rawValue)", table]
        + (rest.isEmpty ? [] : ["And " + rest.joined(separator: "; ") + "."])
    }
  }

  // MARK: Changes

  /// The changes since the window of the same length before: the month before a month, the year before a year.
  private var changes: [String] {
    guard let window = state.totalsWindow else { return [] }
    let before = window.before
    guard let span = state.dataset.events.span, before.end > span.start else { return [] }
    let old = Totals(
      BriefPage.matches(state, in: before), of: partitions, by: totals.sections.map(\.dimension), figure: totals.figure)
    let contrast = TotalsContrast(before: old, after: totals)
    var lines = ["Events: \(contrast.whole.words)"]
    lines += contrast.figures.map { "\($0.name.text): \($0.row.figureWords)" }
    for section in contrast.sections {
      let changed = section.rows.filter { $0.difference != 0 && !$0.isMissing }.prefix(4)
      if changed.isEmpty { continue }
      let words = changed.map { "\($0.name) \($0.before.sure) -> \($0.after.sure)\($0.isSmall ? " (few)" : "")" }
      lines.append("Most changed by \(section.dimension.rawValue): " + words.joined(separator: "; "))
    }
    if before.start < span.start { lines.append("The dates of the file begin later than that window does.") }
    let title = before.interval.map { ": \(MarkdownText($0.words).text)" } ?? ""
    return [
      "## Against the window before\(title)", lines.map { "- \(MarkdownText($0).text)" }.joined(separator: "\n"),
    ]
  }

  // MARK: Doubts

  private var doubts: [String] {
    let columns = state.dataset.events.columns
    func count(_ holds: (EventTable.Match) -> Bool) -> Int { matches.count(where: holds) }
    func standing(_ standing: Standing) -> Int { count { columns.standings[$0.row] == standing.code } }
    func precision(_ precision: PlacePrecision) -> Int { count { columns.precisions[$0.row] == precision.code } }
    let numbers: [(Int, String)] = [
      (totals.whole.maybe, "only possibly in the window, or only possibly passing the filter"),
      (standing(.claimed), "claimed"), (standing(.alleged), "alleged"), (standing(.disputed), "disputed"),
      (count { columns.standings[$0.row] == 0 }, "of a standing that is not stated"),
      (precision(.unplaced), "without a place"), (precision(.region), "placed to the region only"),
      (precision(.country), "placed to the country only"),
      (precision(.unknown), "whose place is not stated how exactly"),
      (count { state.dataset.events.date(of: $0.row) == nil }, "without a date"),
    ]
    let lines = numbers.filter { $0.0 > 0 }.map { "- \($0.0) \($0.1)" }
    return ["## What is uncertain, in numbers", lines.isEmpty ? "Nothing." : lines.joined(separator: "\n")]
  }
}

extension TimeWindow {
  /// The window before: the month before a month, the year before a year, else as long as this one.
  var before: TimeWindow {
    for (unit, precision) in [(BucketUnit.month, TimePrecision.month), (.year, .year)] {
      let isWhole = unit.start(of: start) == start && precision.end(ofUnitAt: start) == end
      if isWhole { return TimeWindow(start: unit.advance(start, by: -1), end: start) }
    }
    return shifted(by: -seconds)
  }
}

extension BrowserState {
  /// The window, or nil where it has all time.
  var totalsWindow: TimeWindow? {
    let (window, span) = (shownWindow, dataset.wholeSpan)
    return window.start <= span.start && window.end >= span.end ? nil : window
  }
}
