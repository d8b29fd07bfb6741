import SituationModel
import TextCanvas

/// A pane: how it is drawn, what keys and the mouse do in it, which keys its last line shows, and how it stays in its bounds.
///
/// A new pane is one type of this protocol and one case of `Page` or `Overlay.Content`. A pane has no state of its own beside what its
/// case holds; the rest is in `Panes`.
protocol Pane {
  /// Draws it.
  ///
  /// - Parameters:
  ///   - state: what is shown.
  ///   - frame: what is drawn into.
  ///   - rect: the side pane with its frame; a pane over everything finds its own place on the screen.
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect)

  /// Does what an action means in it.
  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome

  /// Scrolls by a turn of the mouse's wheel: 1 downwards, -1 upwards.
  func roll(_ direction: Int, _ state: inout BrowserState)

  /// The keys that help most in it, the most useful first.
  func hints(_ state: BrowserState) -> [KeyHint]

  /// Brings it back into its bounds, after anything that may have changed them.
  func settle(_ state: inout BrowserState)
}

/// What became of an action in a pane.
enum Outcome {
  /// It was done, and asks for these effects.
  case asks([Effect])
  /// It means nothing there, and goes on to who comes next.
  case passed

  /// It was done.
  static var done: Outcome { .asks([]) }
}

/// Some keys, by what they do, and a word for it.
struct KeyHint: Hashable, Sendable {
  /// The actions.
  let actions: [Action]
  /// The word.
  let words: String

  /// A hint.
  init(_ actions: [Action], _ words: String) { (self.actions, self.words) = (actions, words) }

  /// Moving through time, which works beside most panes.
  static let time = [
    KeyHint([.stepBack, .stepForward], "step"), KeyHint([.narrow, .widen], "window"), KeyHint([.play], "play"),
    KeyHint([.previousInTime, .nextInTime], "event"),
  ]
}

extension Page {
  /// The pane that shows it.
  var pane: any Pane {
    switch self {
    case .detail(let row, let top, let link): DetailPane(row: row, top: top, link: link)
    case .stack(let rows, let chosen): StackPane(rows: rows, chosen: chosen)
    case .story(let top, let link): StoryPane(top: top, link: link)
    }
  }

  /// The same page of a newer table; nil where nothing of it is left.
  ///
  /// - Parameter row: the row that an old row has now; nil where its event is gone.
  func remapped(by row: (Int) -> Int?) -> Page? {
    switch self {
    case .detail(let old, let top, let link): return row(old).map { .detail(row: $0, top: top, link: link) }
    case .stack(let rows, let chosen):
      let kept = rows.compactMap(row)
      return kept.isEmpty ? nil : .stack(rows: kept, chosen: min(chosen, kept.count - 1))
    case .story: return self
    }
  }
}

extension Overlay.Content {
  /// The pane that shows it.
  var pane: any Pane {
    switch self {
    case .help, .legend, .about, .describe, .rejected: TextPane(content: self)
    case .layers: LayersPane()
    case .bookmarks: BookmarksPane()
    case .facets: FilterPane()
    }
  }
}

extension BrowserState {
  /// The pane of the side: the topmost page, or else the list.
  var sidePane: any Pane { panes.pages.last?.pane ?? ListPane() }

  /// Puts another page in the place of the topmost.
  mutating func replaceTopPage(with page: Page) {
    if !panes.pages.isEmpty { panes.pages[panes.pages.count - 1] = page }
  }

  /// How many lines a page key moves by in the side pane.
  var sidePageRows: Int { max(1, layout.inside(layout.side).size.rows - 2) }
}
