import SituationModel

/// The actions that move the window through time.
extension BrowserState {
  /// The window as it is shown: with all the time before it if that is shown as well.
  var shownWindow: TimeWindow {
    let window = view.window
    guard view.timeLook.isCumulative else { return window }
    return TimeWindow(start: min(window.start, dataset.wholeSpan.start), end: window.end)
  }

  /// The milliseconds to the next `Message.tick`; nil if none is wanted.
  public var tickInterval: Int? {
    if tools.scan != nil { return 0 }
    if tools.telling?.isPlaying == true { return toldStep?.milliseconds }
    // Nobody has seen a step that a source has not answered: the next one waits for it.
    return tools.play.isOn && dataset.partial?.outstanding.isEmpty ?? true ? tools.play.interval : nil
  }

  /// Moves, resizes or plays the window, or changes how the timeline is shown.
  mutating func moveInTime(_ action: Action) {
    guard dataset.isDated || action == .clock else {
      dialogue.message = dataset.isOverviewKnown ? "no event has a date" : "the dates are not yet known"
      return
    }
    if let refusal = sourceRefusal(of: action) {
      dialogue.message = refusal
      return
    }
    panes.heldMoment = nil
    if ![.play, .slower, .faster, .loop].contains(action) { tools.play.isOn = false }
    switch action {
    case .stepBack: step(-1)
    case .stepForward: step(1)
    case .narrow: resize(to: (windowUnits + 1) / 2)
    case .widen: resize(to: windowUnits * 2)
    case .previousInTime: goToMoment(before: true)
    case .nextInTime: goToMoment(before: false)
    case .first: showUnits(from: allUnits.start, count: isWhole ? 1 : windowUnits)
    case .last: showUnits(from: allUnits.end, count: isWhole ? 1 : windowUnits)
    case .cumulative: view.timeLook.isCumulative.toggle()
    case .fade: fade()
    case .clock: setClock(dataset.events.clock == .happened ? .known : .happened)
    case .onlyCertain: view.timeLook.isCertainOnly.toggle()
    case .wholeSpan: view.window = dataset.wholeSpan
    case .play, .slower, .faster, .loop: changePlay(action)
    case .smallerBuckets, .largerBuckets, .foldGaps, .nextKind: changeAxis(action)
    case .previousGap, .nextGap, .previousBurst, .nextBurst: goToStretch(action)
    default: break
    }
    dropHiddenSelection()
  }

  /// True if the window contains the whole span.
  var isWhole: Bool {
    let span = dataset.wholeSpan
    return view.window.start <= span.start && view.window.end >= span.end
  }

  /// The unit of a step.
  var unit: BucketUnit { results.histogram.buckets.unit }
  /// The span of all dates, widened to whole units.
  var allUnits: TimeWindow { unit.whole(dataset.wholeSpan) }
  /// The number of units that the window touches.
  private var windowUnits: Int {
    let whole = unit.whole(view.window)
    return unit.count(from: whole.start, to: whole.end)
  }

  /// Sets the window to some whole units within the span of all dates.
  private mutating func showUnits(from start: Instant, count: Int) {
    let all = allUnits
    let most = unit.count(from: all.start, to: all.end)
    let count = min(max(1, count), most)
    if count == most {
      view.window = dataset.wholeSpan
      return
    }
    let first = unit.advance(all.start, by: min(max(0, unit.count(from: all.start, to: start)), most - count))
    view.window = TimeWindow(start: first, end: unit.advance(first, by: count))
  }

  private mutating func resize(to count: Int) {
    let old = windowUnits
    if old == 1, count == 1 {
      dialogue.message = "the window is one \(unit.name): \(environment.keys.shown(.smallerBuckets)) has finer steps"
    }
    let first = unit.start(of: view.window.start)
    let all = allUnits
    let shift = (old - count) / 2
    // What would begin before all dates begins with them.
    showUnits(
      from: shift < 0 ? max(all.start, unit.advance(first, by: shift)) : unit.advance(first, by: shift), count: count)
  }

  /// Moves the window by one unit; from the whole span, to the first or last unit of it.
  @discardableResult
  private mutating func step(_ direction: Int) -> Bool {
    let all = allUnits
    if isWhole {
      showUnits(from: direction > 0 ? all.start : all.end, count: 1)
      return true
    }
    let window = view.window
    let isAligned = unit.start(of: window.start) == window.start && unit.start(of: window.end) == window.end
    let moved =
      isAligned
      ? TimeWindow(start: unit.advance(window.start, by: direction), end: unit.advance(window.end, by: direction))
      : window.shifted(by: Int64(unit.seconds) * Int64(direction))
    guard direction > 0 ? moved.start < all.end : moved.end > all.start else {
      dialogue.message = direction > 0 ? "the window is at the end" : "the window is at the beginning"
      return false
    }
    view.window = moved
    return true
  }

  /// Gives events the times at which they happened, or became known. A window of all time stays one.
  mutating func setClock(_ clock: EventClock) {
    let isWhole = isWhole
    dataset.setClock(clock)
    view.timeLook.clock = clock
    if isWhole { view.window = dataset.wholeSpan }
    panes.scrollListToTop()
    dialogue.message =
      clock == .known ? "events are dated by when they became known" : "events are dated by when they happened"
  }

  /// Turns fading on or off. Turning it on also shows all before the window, since only that fades.
  private mutating func fade() {
    view.timeLook.fades.toggle()
    if view.timeLook.fades { view.timeLook.isCumulative = true }
    dialogue.message =
      view.timeLook.fades ? "events from before the window are shown and fade: $, then #" : "events no longer fade"
  }

  // MARK: Playing

  private mutating func changePlay(_ action: Action) {
    switch action {
    case .slower, .faster:
      let power = tools.play.power + (action == .faster ? 1 : -1)
      tools.play.power = min(max(power, Play.powers.lowerBound), Play.powers.upperBound)
      dialogue.message = "plays at \(tools.play.words)"
    case .loop:
      tools.play.loops.toggle()
      dialogue.message = tools.play.loops ? "at the end, playing begins again" : "at the end, playing stops"
    default:
      tools.play.isOn.toggle()
      if tools.play.isOn, isWhole || view.window.end >= allUnits.end { playFromStart() }
    }
  }

  private mutating func playFromStart() { showUnits(from: allUnits.start, count: isWhole ? 1 : windowUnits) }

  /// Does one tick of the play; at the end it stops, or begins again.
  mutating func playOn() {
    for number in 0..<tools.play.steps {
      if view.window.end < allUnits.end, step(1) { continue }
      // The end is seen for a tick.
      if number > 0 { break }
      if tools.play.loops {
        playFromStart()
      } else {
        tools.play.isOn = false
        dialogue.message = "the window is at the end"
      }
      break
    }
    dropHiddenSelection()
  }

  // MARK: Events

  /// Selects the next or previous event that has a beginning, and moves the window there if it begins outside.
  private mutating func goToMoment(before: Bool) {
    let events = dataset.events
    func start(_ row: Int) -> Instant { events.date(of: row)?.start ?? view.window.start }
    var rows = results.passing.filter { events.date(of: $0)?.start != nil }
    // The table is in the order of what happened.
    if events.clock != .happened { rows.sort { (start($0), $0) < (start($1), $1) } }
    // From the selected event; without one, from the window; from the whole span, from its ends.
    let target: Int?
    if let here = view.selection?.row {
      let place = rows.firstIndex(of: here)
      target =
        place.map { place in
          before ? rows.prefix(place).last : rows.dropFirst(place + 1).first
        } ?? (before ? rows.last { $0 < here } : rows.first { $0 > here })
    } else if isWhole {
      target = before ? rows.last : rows.first
    } else {
      target = before ? rows.last { start($0) < view.window.start } : rows.first { start($0) >= view.window.end }
    }
    guard let target else {
      dialogue.message = "no event\(hereWords) begins " + (before ? "earlier" : "later")
      return
    }
    if isWhole || start(target) < view.window.start || start(target) >= view.window.end {
      showUnits(from: unit.start(of: start(target)), count: isWhole ? 1 : windowUnits)
    }
    bringUpToDate()
    // The map stays: a day's events lie all over it, and the edge tells of those beyond.
    select(target)
  }

  // MARK: The mouse

  /// Moves the window to the bucket at a share of the axis.
  mutating func goToShare(_ share: Double) {
    let scale = timeScale
    let bucket = scale.bucket(at: share)
    if scale.buckets.folds.contains(bucket) {
      view.window = TimeWindow(start: scale.buckets.bounds[bucket], end: scale.buckets.bounds[bucket + 1])
    } else {
      let count = isWhole ? 1 : windowUnits
      let first = unit.advance(unit.start(of: scale.buckets.bounds[bucket]), by: -((count - 1) / 2))
      showUnits(from: first, count: count)
    }
    dropHiddenSelection()
  }

  /// Sets the window to all buckets from a point in time to a share of the axis.
  mutating func showBuckets(between start: Instant, and share: Double) {
    let scale = timeScale
    let (here, there) = (scale.buckets.index(of: start), scale.bucket(at: share))
    let span = dataset.wholeSpan
    let window = TimeWindow(
      start: scale.buckets.bounds[min(here, there)], end: scale.buckets.bounds[max(here, there) + 1])
    view.window = window.start <= span.start && window.end >= span.end ? span : window
    dropHiddenSelection()
  }

  /// The start of the bucket at a share of the axis.
  func moment(at share: Double) -> Instant {
    let scale = timeScale
    return scale.buckets.bounds[scale.bucket(at: share)]
  }
}
