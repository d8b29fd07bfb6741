import SituationModel
import TextCanvas

/// A pane: its drawing, its handling of keys and the mouse, its key hints, and its bounds.
///
/// A new pane is one type of this protocol and one case of `Page` or `Overlay.Content`. A pane has no state of its own except what its
/// case holds; the rest is in `Panes`.
protocol Pane {
  /// Draws the pane.
  ///
  /// - Parameters:
  ///   - state: the state to show.
  ///   - frame: the frame to draw into.
  ///   - rect: the side pane with its frame; a pane over everything finds its own place on the screen.
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect)

  /// Handles an action.
  ///
  /// The `switch` names the actions that mean something in it, and passes all others: a new action is none of a pane's until it says so.
  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome

  /// Scrolls by a turn of the mouse's wheel: 1 downwards, -1 upwards.
  func roll(_ direction: Int, _ state: inout BrowserState)

  /// The most useful keys of the pane, the best first.
  func hints(_ state: BrowserState) -> [KeyHint]

  /// Brings the pane's state back into its bounds, after anything that may have changed them.
  func settle(_ state: inout BrowserState)
}

/// The outcome of an action in a pane.
enum Outcome {
  /// The action was done, and has these effects.
  case asks([Effect])
  /// The action has no meaning in the pane, and goes on to the next one.
  case passed

  /// The action was done, and has no effects.
  static var done: Outcome { .asks([]) }
}

/// A hint in the last line: some actions, whose keys are shown, and a word for them.
struct KeyHint: Hashable, Sendable {
  /// The actions.
  let actions: [Action]
  /// The word.
  let words: String

  /// A hint.
  init(_ actions: [Action], _ words: String) { (self.actions, self.words) = (actions, words) }

  /// The hints for moving through time, which works beside most panes.
  static let time = [
    KeyHint([.stepBack, .stepForward], "step"), KeyHint([.narrow, .widen], "window"), KeyHint([.play], "play"),
    KeyHint([.previousInTime, .nextInTime], "event"),
  ]
}

extension Page {
  /// The same page for a newer table; nil if none of its events is left.
  ///
  /// - Parameter row: the new row for an old one; nil if its event is gone.
  func remapped(by row: (Int) -> Int?) -> Page? {
    switch self {
    case .detail(let old, let top, let link): return row(old).map { .detail(row: $0, top: top, link: link) }
    case .stack(let rows, let chosen):
      let kept = rows.compactMap(row)
      return kept.isEmpty ? nil : .stack(rows: kept, chosen: min(chosen, kept.count - 1))
    case .story, .totals: return self
    }
  }
}

extension BrowserState {
  /// Replaces the topmost page.
  mutating func replaceTopPage(with page: Page) {
    if !panes.pages.isEmpty { panes.pages[panes.pages.count - 1] = page }
  }

  /// The number of lines that a page key moves by in the side pane.
  var sidePageRows: Int { max(1, layout.inside(layout.side).size.rows - 2) }
}

extension Action {
  /// The number of lines that an action moves by in a pane of the side, more than any has for its ends; nil if it means something else.
  func lines(aPage page: Int) -> Int? {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp, .farUp: -page
    case .pageDown, .farDown: page
    case .first: -1 << 40
    case .last: 1 << 40
    default: nil
    }
  }
}
