import SituationModel

/// The buckets of the timeline, with the tally of each.
///
/// It is computed again only if its `Question` or the events change, so that a frame costs no scan of the events.
struct Histogram: Hashable, Sendable {
  /// The buckets of the axis.
  let buckets: TimeBuckets
  /// The tallies of the buckets.
  let tallies: [TimeBuckets.Tally]
  /// True if there are buckets before the first or behind the last of the axis.
  let isPart: Bool
  /// True if the tallies are known: a source may not have answered yet.
  let isKnown: Bool

  /// The input of a histogram, beside the events and the filter.
  struct Question: Hashable {
    let columns: Int
    let unit: BucketUnit?
    let kind: String?
    /// The figure that is added up in place of events; nil for none.
    var figure: FigureName?
    var foldsGaps: Bool
    let middle: Instant?
  }

  /// The least number of empty buckets that are folded.
  static let shortestFold = 3
  /// The greatest number of buckets that are looked at to fold them or to find gaps and bursts.
  static let mostBuckets = 20_000

  /// The histogram of some rows.
  init(_ question: Question, of events: EventTable, rows: RowSet) {
    let span = events.wholeSpan
    let columns = max(1, question.columns)
    let rows = question.kind.map { kind in events.rows(ofKind: kind, among: rows) } ?? rows
    let finest = BucketUnit(finestFor: events.finestPrecision)
    let figure = question.figure.flatMap(events.columns.figure)
    let all = Histogram.axis(question, columns: columns, span: span, finest: finest) { buckets in
      buckets.tallies(of: events, rows: rows, stretch: span).map(\.isEmpty)
    }
    let middle = question.middle ?? span.start
    buckets = all.count > columns && question.unit != nil ? all.slice(around: middle, count: columns) : all
    isPart = buckets.span != all.span || all.span.start > span.start || all.span.end < span.end
    tallies = buckets.tallies(of: events, rows: rows, stretch: span, figure: figure)
    isKnown = true
  }

  /// The histogram of a source, from its last answer for these buckets. Nothing is folded: that would need counts of
  /// far more buckets than are shown.
  init(_ question: Question, of source: Remote) {
    var question = question
    question.foldsGaps = false
    let span = source.overview?.span ?? EventTable().wholeSpan
    let finest = BucketUnit(finestFor: source.overview?.finestPrecision ?? .day)
    buckets = Histogram.axis(question, columns: max(1, question.columns), span: span, finest: finest) { _ in [] }
    isPart = buckets.span != span && (span.start < buckets.span.start || span.end > buckets.span.end)
    let answer = source.buckets.flatMap { [buckets] in
      $0.question.bounds == buckets.bounds && $0.answer.buckets.count == buckets.count ? $0.answer : nil
    }
    isKnown = answer != nil
    tallies =
      answer?.buckets.map { TimeBuckets.Tally($0, of: question.kind) } ?? buckets.bounds.dropLast().map { _ in .init() }
  }

  /// The buckets before they are cut to the screen.
  private static func axis(
    _ question: Question, columns: Int, span: TimeWindow, finest: BucketUnit, isEmpty: (TimeBuckets) -> [Bool]
  ) -> TimeBuckets {
    if question.foldsGaps {
      let units = question.unit.map { [$0] } ?? BucketUnit.allCases.filter { $0 >= finest }
      for unit in units {
        guard let whole = TimeBuckets(covering: span, by: unit, limit: mostBuckets) else { continue }
        let folded = whole.folding(isEmpty(whole), from: shortestFold)
        // Of units that are chosen for their fit, each coarser one has fewer buckets.
        if question.unit != nil || folded.count <= columns { return folded }
      }
    }
    guard let unit = question.unit else { return TimeBuckets(covering: span, finest: finest, limit: columns) }
    return TimeBuckets(around: question.middle ?? span.start, within: span, by: unit, count: columns)
  }
}

extension TimeBuckets.Tally {
  /// The tally of a source's bucket. Events that are only possibly in it count as whole ones, because the source does not say how long
  /// they
  /// may have lasted. It does not say their kinds either, so they are left out if one kind is counted.
  fileprivate init(_ count: BucketCount, of kind: String?) {
    self.init()
    let named = kind.map(KindTable.known.codes(named:))
    for (code, certain) in count.certain.prefix(EventKind.codeCount).enumerated() where certain > 0 {
      if named?[code] ?? true { self.certain[UInt8(code)] = certain }
    }
    if kind == nil { (possible, overlapping) = (Double(count.possible), count.possible) }
  }
}
