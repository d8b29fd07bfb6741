import SituationModel

/// Moving the window through time.
extension BrowserState {
  /// Moves, resizes or plays the window.
  mutating func moveInTime(_ action: Action) {
    guard situation.events.span != nil else {
      message = "no event has a date"
      return
    }
    if action != .play { isPlaying = false }
    let buckets = buckets
    switch action {
    case .stepBack: step(-1)
    case .stepForward: step(1)
    case .narrow: resize(buckets, to: (count(in: buckets) + 1) / 2)
    case .widen: resize(buckets, to: count(in: buckets) * 2)
    case .previousInTime: goToMoment(before: true)
    case .nextInTime: goToMoment(before: false)
    case .first: showBuckets(buckets, from: 0, count: isWhole ? 1 : count(in: buckets))
    case .last: showBuckets(buckets, from: buckets.count, count: isWhole ? 1 : count(in: buckets))
    case .play: play()
    case .cumulative: isCumulative.toggle()
    case .wholeSpan: window = situation.events.wholeSpan
    default: break
    }
    windowChanged()
  }

  /// Asks the events again, and lets go of a selected event that is not among them any more.
  mutating func windowChanged() {
    refresh()
    if let row = selection?.row, !matches.contains(where: { $0.row == row }) { selection = nil }
  }

  /// Whether the window holds the whole span.
  var isWhole: Bool {
    let span = situation.events.wholeSpan
    return window.start <= span.start && window.end >= span.end
  }

  /// The first of the buckets that the window touches.
  private func firstBucket(in buckets: TimeBuckets) -> Int { buckets.index(of: window.start) }

  /// How many buckets the window touches.
  private func count(in buckets: TimeBuckets) -> Int {
    buckets.index(of: window.end.advanced(by: -1)) - firstBucket(in: buckets) + 1
  }

  /// Sets the window to some whole buckets, as far as there are any.
  private mutating func showBuckets(_ buckets: TimeBuckets, from first: Int, count: Int) {
    let count = min(max(1, count), buckets.count)
    let first = min(max(0, first), buckets.count - count)
    if count == buckets.count {
      window = situation.events.wholeSpan
    } else {
      window = TimeWindow(start: buckets.bounds[first], end: buckets.bounds[first + count])
    }
  }

  private mutating func resize(_ buckets: TimeBuckets, to count: Int) {
    let old = self.count(in: buckets)
    if old == 1, count == 1 { message = "the window is one \(buckets.unit.name), the finest step here" }
    showBuckets(buckets, from: firstBucket(in: buckets) + (old - count) / 2, count: count)
  }

  /// Moves the window by one bucket; from the whole span, to the first or last bucket of it.
  @discardableResult
  private mutating func step(_ direction: Int) -> Bool {
    let buckets = buckets
    if isWhole {
      showBuckets(buckets, from: direction > 0 ? 0 : buckets.count, count: 1)
      return true
    }
    let unit = buckets.unit
    let isAligned = unit.start(of: window.start) == window.start && unit.start(of: window.end) == window.end
    let moved =
      isAligned
      ? TimeWindow(
        start: unit.advance(window.start, by: direction), end: unit.advance(window.end, by: direction))
      : window.shifted(by: Int64(unit.seconds) * Int64(direction))
    guard direction > 0 ? moved.start < buckets.span.end : moved.end > buckets.span.start else {
      message = direction > 0 ? "this is the end" : "this is the beginning"
      return false
    }
    window = moved
    return true
  }

  private mutating func play() {
    isPlaying.toggle()
    guard isPlaying else { return }
    let buckets = buckets
    if isWhole || window.end >= buckets.span.end {
      showBuckets(buckets, from: 0, count: isWhole ? 1 : count(in: buckets))
    }
  }

  /// One step of the play; the end stops it.
  mutating func playStep() {
    if !step(1) { isPlaying = false }
    windowChanged()
  }

  /// Selects the next event that has a beginning, or the one before, and moves the window there if it begins outside.
  private mutating func goToMoment(before: Bool) {
    let buckets = buckets
    let rows = situation.events.events.indices.filter { row in
      let event = situation.events[row]
      return event.when?.start != nil && filter.passes(event)
    }
    func start(_ row: Int) -> Instant { situation.events[row].when?.start ?? window.start }
    // From the selected event; without one, from the window; from the whole span, from its ends.
    let target: Int?
    if let here = selection?.row {
      target = before ? rows.last { $0 < here } : rows.first { $0 > here }
    } else if isWhole {
      target = before ? rows.last : rows.first
    } else {
      target = before ? rows.last { start($0) < window.start } : rows.first { start($0) >= window.end }
    }
    guard let target else {
      message = before ? "no event begins before" : "no event begins after"
      return
    }
    if isWhole || start(target) < window.start || start(target) >= window.end {
      showBuckets(buckets, from: buckets.index(of: start(target)), count: isWhole ? 1 : count(in: buckets))
    }
    refresh()
    // The map stays: a day's events lie all over it, and the edge tells of those beyond.
    select(target)
  }

  /// Sets the window to the bucket at a share of the axis, or moves it there.
  mutating func goToShare(_ share: Double) {
    let buckets = buckets
    let scale = timeScale
    let count = isWhole ? 1 : count(in: buckets)
    showBuckets(buckets, from: scale.bucket(at: share) - (count - 1) / 2, count: count)
    windowChanged()
  }

  /// Sets the window to all the buckets between two of them.
  mutating func showBuckets(between start: Instant, and share: Double) {
    let buckets = buckets
    let scale = timeScale
    let (here, there) = (buckets.index(of: start), scale.bucket(at: share))
    showBuckets(buckets, from: min(here, there), count: abs(here - there) + 1)
    windowChanged()
  }

  /// The start of the bucket at a share of the axis.
  func moment(at share: Double) -> Instant {
    let scale = timeScale
    return scale.buckets.bounds[scale.bucket(at: share)]
  }
}
