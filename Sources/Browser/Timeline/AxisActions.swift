import SituationModel
import TextCanvas

/// The actions on the timeline's axis, and on its gaps and bursts.
extension BrowserState {
  /// Changes the unit of the buckets, the kind that they count, or whether empty stretches are folded.
  mutating func changeAxis(_ action: Action) {
    switch action {
    case .smallerBuckets, .largerBuckets: changeUnit(isLarger: action == .largerBuckets)
    case .foldGaps:
      view.timeLook.foldsGaps.toggle()
      bringUpToDate()
      let folds = results.histogram.buckets.folds.count
      dialogue.message =
        !view.timeLook.foldsGaps
        ? "empty stretches are unfolded"
        : folds == 0
          ? "nothing to fold: no \(Histogram.shortestFold) buckets in a row are empty (by \(unit.name))"
          : "stretches of \(Histogram.shortestFold) or more empty buckets are folded and shown as //"
    default:
      countNext()
    }
  }

  /// Counts the next kind alone; after the kinds come the sums of figures, and then all events again.
  private mutating func countNext() {
    let (words, names) = (countedKinds, dataset.partial == nil ? dataset.events.figureNames : [])
    let kind = view.timeLook.kind.map { kind in words.firstIndex(of: kind).map { $0 + 1 } ?? words.count }
    let figure = view.timeLook.figure.map { words.count + 1 + (names.firstIndex(of: $0) ?? names.count) }
    let next = figure ?? kind ?? 0
    view.timeLook.kind = next < words.count ? words[next] : nil
    view.timeLook.figure =
      next >= words.count && next - words.count < names.count ? names[next - words.count] : nil
    if let name = view.timeLook.figure {
      dialogue.message = "the timeline adds up \(name.text): the best number of each event, else the least"
    } else {
      dialogue.message =
        view.timeLook.kind.map { "the timeline counts only \(SafeText($0).text)" } ?? "the timeline counts all kinds"
    }
  }

  /// The words of the kinds that can be counted alone: those of events that pass, or over a source all that it tells apart.
  private var countedKinds: [String] {
    guard dataset.partial == nil else { return dataset.shownKinds.signs.map(\.word) }
    var isPassing = [Bool](repeating: false, count: KindTable.slotCount)
    for row in results.passing { isPassing[Int(KindTable.slot(ofCode: dataset.events.columns.kinds[row]))] = true }
    return dataset.shownKinds.signs.filter { isPassing[Int($0.slot)] }.map(\.word)
  }

  /// The next unit in a direction; past the ends of the choice, the unit that fits by itself. The middle of the window
  /// stays in the middle.
  private mutating func changeUnit(isLarger: Bool) {
    let now = unit
    let next = isLarger ? BucketUnit.choice.first { $0 > now } : BucketUnit.choice.last { $0 < now }
    view.timeLook.buckets = next
    bringUpToDate()
    // What fits by itself may be what was there before.
    dialogue.message = next == nil ? "buckets: automatic, by \(unit.name)" : "buckets: by \(unit.name)"
  }

  // MARK: Gaps and bursts

  /// Moves the window to the next stretch of a sort, or the one before.
  ///
  /// A gap is two or more buckets in a row in which nothing is or may be. A burst is one or more in a row that each have at
  /// least three events and twice as many as the mean of all that have any; what is spread counts by its share.
  mutating func goToStretch(_ action: Action) {
    let isGap = action == .previousGap || action == .nextGap
    let isBack = action == .previousGap || action == .previousBurst
    let span = dataset.wholeSpan
    guard let (buckets, tallies) = countedStretches else { return }
    let stretches = isGap ? tallies.gaps : tallies.bursts
    let name = isGap ? "gap" : "burst"
    let here = isWhole ? (isBack ? span.end : span.start.advanced(by: -1)) : view.window.start
    let found =
      isBack
      ? stretches.last { buckets.bounds[$0.lowerBound] < here }
      : stretches.first { buckets.bounds[$0.lowerBound] > here }
    guard let found else {
      let place = dataset.partial != nil && results.histogram.isPart ? " in what the timeline shows" : ""
      dialogue.message =
        stretches.isEmpty
        ? "no \(name)\(place) by \(unit.name)" : "no \(isBack ? "earlier" : "later") \(name)\(place)"
      return
    }
    view.window = TimeWindow(start: buckets.bounds[found.lowerBound], end: buckets.bounds[found.upperBound])
    let length = unit.words(found.count)
    let events = tallies[found].reduce(0) { $0 + $1.total }
    dialogue.message =
      isGap ? "gap: \(length) without an event" : "burst: about \(Int(events.rounded())) events in \(length)"
  }
}

extension BrowserState {
  /// The buckets that gaps and bursts are looked for in: of the whole span, or over a source those of the timeline; nil where that is
  /// said to be in vain.
  private var countedStretches: (TimeBuckets, [TimeBuckets.Tally])? {
    mutating get {
      if dataset.partial != nil {
        if !results.histogram.isKnown { dialogue.message = "the timeline is not yet known" }
        return results.histogram.isKnown ? (results.histogram.buckets, results.histogram.tallies) : nil
      }
      let span = dataset.wholeSpan
      guard let buckets = TimeBuckets(covering: span, by: unit, limit: Histogram.mostBuckets) else {
        dialogue.message =
          "too many buckets to look through, by \(unit.name): \(environment.keys.shown(.largerBuckets)) has larger ones"
        return nil
      }
      let rows =
        view.timeLook.kind.map { kind in dataset.events.rows(ofKind: kind, among: results.passing) } ?? results.passing
      return (buckets, buckets.tallies(of: dataset.events, rows: rows, stretch: span))
    }
  }
}

extension [TimeBuckets.Tally] {
  /// The runs of two or more empty buckets between others.
  var gaps: [Range<Int>] {
    runs(where: \.isEmpty).filter { $0.count > 1 && $0.lowerBound > 0 && $0.upperBound < count }
  }

  /// The runs of buckets with at least three events and twice the mean of those that have any.
  var bursts: [Range<Int>] {
    let full = filter { !$0.isEmpty }
    guard !full.isEmpty else { return [] }
    let mean = full.reduce(0) { $0 + $1.total } / Double(full.count)
    return runs { $0.total >= Swift.max(3, 2 * mean) }
  }

  private func runs(where holds: (TimeBuckets.Tally) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices where holds(self[index]) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}

extension BucketUnit {
  /// `one day`, `12 hours`: so many of it.
  fileprivate func words(_ count: Int) -> String {
    if self == .sixHours { return "\(6 * count) hours" }
    return count == 1 ? "one \(name)" : "\(count) \(self == .century ? "centurie" : name)s"
  }
}
