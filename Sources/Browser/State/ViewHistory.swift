import TextCanvas

/// The history of views: those before the present one, and those that were undone.
struct ViewHistory: Sendable {
  /// A kind of change that a person makes in several steps and thinks of as one.
  enum Movement: Hashable, Sendable { case pan, zoom, time, select, play, drag, story }

  /// A view that can be shown again, whatever the events are then.
  struct Entry: Equatable, Sendable {
    /// The view, whose selection is the event alone.
    let view: ViewState
    /// The id of the selected event, since its row may change.
    let selectedID: String?
    /// True if the window contains the whole span, and shall do so when it is shown again.
    let isWhole: Bool

    /// The entry for a state.
    init(_ state: BrowserState) {
      var view = state.view
      view.selection = view.selection.map { Selection(row: $0.row) }
      (self.view, selectedID, isWhole) = (view, state.selectedID, state.isWhole)
    }
  }

  private var past: [Entry] = []
  private var future: [Entry] = []
  /// True if the last change went back or forward, so that it makes no new entry.
  private var hasTravelled = false
  /// The kind of the present change; changes of the same kind make one entry.
  private var movement: Movement?
  /// True if the present kind of change has already changed the view.
  private var isUnderWay = false

  /// The greatest number of views that are kept.
  static let limit = 200

  /// Announces the next change.
  ///
  /// - Parameter anew: true if the change makes an entry of its own even if it is of the same kind as the one before.
  mutating func begin(_ movement: Movement?, anew: Bool) {
    if anew || movement == nil || movement != self.movement { isUnderWay = false }
    self.movement = movement
    hasTravelled = false
  }

  /// Keeps the view before a change, unless the change went back or forward.
  mutating func keep(_ view: Entry) {
    if hasTravelled { return }
    future = []
    defer { isUnderWay = movement != nil }
    if isUnderWay { return }
    past.append(view)
    if past.count > Self.limit { past.removeFirst() }
  }

  /// The previous view; `view` is kept for redo. nil if there is none.
  mutating func undo(from view: Entry) -> Entry? {
    begin(nil, anew: true)
    // A movement may have come back to where it began.
    while past.last == view { past.removeLast() }
    guard let last = past.popLast() else { return nil }
    future.append(view)
    hasTravelled = true
    return last
  }

  /// The view that was undone last; `view` is kept for undo. nil if there is none.
  mutating func redo(from view: Entry) -> Entry? {
    begin(nil, anew: true)
    guard let next = future.popLast() else { return nil }
    past.append(view)
    hasTravelled = true
    return next
  }

  /// The numbers of views that one can go back to, and forward to.
  var counts: (past: Int, future: Int) { (past.count, future.count) }
}

extension BrowserState {
  /// Handles one message, and keeps the view before it if the message changes the view.
  mutating func remembering(_ message: Message, _ change: (inout BrowserState) -> Void) {
    switch message {
    case .input, .action, .tick: break
    default:
      change(&self)
      return
    }
    let (movement, isNew) = movement(of: message)
    tools.history.begin(movement, anew: isNew)
    let (before, hadPair) = (ViewHistory.Entry(self), panes.pairView != nil)
    change(&self)
    // A view that a pair was shown in is none of the person's own.
    if hadPair || panes.pairView != nil { return }
    if ViewHistory.Entry(self) != before { tools.history.keep(before) }
  }

  /// Goes back to the previous view, or forward again.
  mutating func travel(back: Bool) {
    let present = ViewHistory.Entry(self)
    guard let next = back ? tools.history.undo(from: present) : tools.history.redo(from: present) else {
      dialogue.message = back ? "there is no earlier view" : "there is no later view"
      return
    }
    tools.play.isOn = false
    show(next)
    let counts = tools.history.counts
    dialogue.message =
      back ? "back to the earlier view; \(counts.past) more" : "forward to the later view; \(counts.future) more"
  }

  /// The kind of change that a message belongs to, and whether a new one begins with it.
  private func movement(of message: Message) -> (ViewHistory.Movement?, isNew: Bool) {
    switch message {
    case .tick where tools.scan != nil: return (nil, true)
    case .tick: return (tools.telling?.isPlaying == true ? .story : .play, false)
    case .action(let action): return (movement(of: action), false)
    case .input(.key(let key), _):
      let isAction =
        dialogue.prompt == nil && dialogue.question == nil && dialogue.leader == nil && panes.form == nil
      return (isAction ? environment.keys[key].flatMap(movement) : nil, false)
    case .input(.mouse(let mouse), _):
      switch mouse.action {
      case .press: return (.drag, true)
      case .drag, .release: return (.drag, false)
      case .wheelUp, .wheelDown: return (.zoom, false)
      case .menu: return (nil, true)
      }
    default: return (nil, true)
    }
  }

  private var panOrSelect: ViewHistory.Movement? { panes.overlay != nil ? nil : panes.focus == .map ? .pan : .select }

  private func movement(of action: Action) -> ViewHistory.Movement? {
    switch action {
    case .story: .story
    case .pageUp, .pageDown, .play:
      panes.overlay == nil && tools.telling != nil ? .story : action == .play ? nil : panOrSelect
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
