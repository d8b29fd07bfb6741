import TextCanvas

/// The views before this one, and those that were undone.
struct ViewHistory: Hashable, Sendable {
  /// What a person does in several steps and thinks of as one.
  enum Movement: Hashable, Sendable { case pan, zoom, time, select, play, drag, story }

  private var past: [SavedView] = []
  private var future: [SavedView] = []
  /// What goes on; a change that belongs to it is no entry of its own.
  private var movement: Movement?
  /// Whether that has changed the view already.
  private var isUnderWay = false

  /// How many views can be gone back.
  static let limit = 200

  /// Says what is done next, and whether that begins anew even if it is the same as before.
  mutating func begin(_ movement: Movement?, anew: Bool) {
    if anew || movement == nil || movement != self.movement { isUnderWay = false }
    self.movement = movement
  }

  /// Keeps the view before a change.
  mutating func keep(_ view: SavedView) {
    future = []
    defer { isUnderWay = movement != nil }
    if isUnderWay { return }
    past.append(view)
    if past.count > Self.limit { past.removeFirst() }
  }

  /// The view before, for which this one is kept; nil when there is none.
  mutating func undo(from view: SavedView) -> SavedView? {
    begin(nil, anew: true)
    // A movement may have come back to where it began.
    while past.last == view { past.removeLast() }
    guard let last = past.popLast() else { return nil }
    future.append(view)
    return last
  }

  /// The view that was undone last; nil when there is none.
  mutating func redo(from view: SavedView) -> SavedView? {
    begin(nil, anew: true)
    guard let next = future.popLast() else { return nil }
    past.append(view)
    return next
  }

  /// How many views can be gone back to, and forward.
  var counts: (past: Int, future: Int) { (past.count, future.count) }
}

extension BrowserState {
  /// Takes one message, and keeps the view before it if that changes.
  mutating func remembering(_ message: Message, _ change: (inout BrowserState) -> Void) {
    switch message {
    case .input, .action, .tick: break
    default:
      change(&self)
      return
    }
    let (movement, isNew) = movement(of: message)
    history.begin(movement, anew: isNew)
    let before = savedView
    travels = false
    change(&self)
    if !travels && savedView != before { history.keep(before) }
  }

  /// Goes back to the view before, or forward again.
  mutating func travel(back: Bool) {
    let view = savedView
    guard let next = back ? history.undo(from: view) : history.redo(from: view) else {
      message = back ? "no view before this one" : "no view was undone"
      return
    }
    time.play.isOn = false
    travels = true
    show(next)
    let counts = history.counts
    message = back ? "the view before; \(counts.past) more" : "the view again; \(counts.future) more"
  }

  /// What a message belongs to, and whether it begins that.
  private func movement(of message: Message) -> (ViewHistory.Movement?, isNew: Bool) {
    switch message {
    case .tick: return (telling?.isPlaying == true ? .story : .play, false)
    case .action(let action): return (movement(of: action), false)
    case .input(.key(let key), _):
      return (prompt == nil && question == nil ? keys[key].flatMap(movement) : nil, false)
    case .input(.mouse(let mouse), _):
      switch mouse.action {
      case .press: return (.drag, true)
      case .drag, .release: return (.drag, false)
      case .wheelUp, .wheelDown: return (.zoom, false)
      }
    default: return (nil, true)
    }
  }

  private var panOrSelect: ViewHistory.Movement? { overlay != nil ? nil : focus == .map ? .pan : .select }

  private func movement(of action: Action) -> ViewHistory.Movement? {
    switch action {
    case .story: .story
    case .pageUp, .pageDown, .play: overlay == nil && telling != nil ? .story : action == .play ? nil : panOrSelect
    case .left, .right, .up, .down, .farLeft, .farRight, .farUp, .farDown: panOrSelect
    case .zoomIn, .zoomOut: .zoom
    case .stepBack, .stepForward, .narrow, .widen, .previousInTime, .nextInTime, .previousGap, .nextGap, .previousBurst,
      .nextBurst:
      .time
    case .nextEvent, .previousEvent, .nextHere, .nextMatch, .previousMatch: .select
    default: nil
    }
  }
}
