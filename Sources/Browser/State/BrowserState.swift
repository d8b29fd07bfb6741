import Cartography
import SituationModel
import TextCanvas

/// The complete state of the browser, in seven parts.
public struct BrowserState: Sendable {
  /// The screen, the keys and the base map.
  var environment: Environment
  /// The events, and the data that depend on them alone.
  var dataset: Dataset
  /// The camera, the window, the filter and all else that undo remembers.
  var view: ViewState
  /// The matches, counts, list and timeline of the view.
  var results = Results()
  /// The panes that are open.
  var panes = Panes()
  /// The prompt, the question and the messages.
  var dialogue = Dialogue()
  /// Tools beside the view: history, bookmarks, story and others.
  var tools: Tools

  /// A state that shows a situation with some options.
  ///
  /// - Parameters:
  ///   - situation: the situation to browse.
  ///   - baseMap: the part of the base map that is loaded yet.
  ///   - credits: the credits of the base map, a line each.
  ///   - size: the size of the screen.
  ///   - isUnicode: true if the screen can show more than ASCII. If not, the glyphs are `ascii` and names
  ///     in English, and a message says so if something else was asked for.
  ///   - colorDepth: the number of colours that the screen shows.
  ///   - frames: characters of frames; nil for lines wherever the screen can show them.
  ///   - options: the options to open with.
  public init(
    situation: Situation, baseMap: BaseMap, credits: [String] = [], size: Size, isUnicode: Bool = true,
    colorDepth: ColorDepth = .indexed, frames: FrameGlyphs? = nil, options: ViewOptions = ViewOptions()
  ) {
    environment = Environment(
      size: size, isUnicode: isUnicode, colorDepth: colorDepth, frameGlyphs: isUnicode ? frames ?? .lines : .ascii,
      pane: options.pane, keys: options.keys, baseMap: baseMap, overlays: options.overlays, credits: credits,
      origin: options.origin)
    dataset = Dataset(
      situation, by: options.timeLook.clock,
      remote: options.source.map { Remote(name: $0, limit: options.pageLimit) })
    if dataset.events.count == 0 { dataset.awaited = options.view }
    tools = Tools(story: options.story)
    view = ViewState(options.view, of: dataset, in: environment)
    view.camera = camera(for: options.view)
    bringUpToDate()
    if let before = options.viewBefore {
      var other = self
      other.show(before)
      tools.history.keep(ViewHistory.Entry(other))
    }
    // Changes are there to be walked through: the keys begin in their list.
    if dataset.events.isComparison, let first = results.items.lazy.compactMap(\.eventRow).first {
      (panes.focus, view.selection) = (.side, Selection(row: first))
    }
    if let id = options.select, let row = dataset.events.row(of: id) { view.selection = Selection(row: row) }
    if let step = options.step { tell(step) }
    settle()
    dialogue.history = options.history
    dialogue.notice = options.notice.map { SafeText($0).text }
    dialogue.message = openingMessage(for: options)
  }

  private func openingMessage(for options: ViewOptions) -> String? {
    if view.glyphs != options.glyphs ?? .ascii { return Refusal.glyphs.rawValue }
    if view.language != options.language ?? .english { return Refusal.language.rawValue }
    guard options.viewBefore != nil else { return nil }
    return "opened as you left it; \(environment.keys.shown(.undo)) shows the usual first view"
  }

  /// Replaces the situation. The caller must update the rows that the state holds.
  mutating func replace(with new: Situation) {
    dataset.replace(with: new, by: view.timeLook.clock)
    // A press and a question that wait have rows of what was there.
    if case .mark = dialogue.drag { dialogue.drag = nil }
    if case .overwrite = dialogue.question {
      dialogue.question = nil
      dialogue.notice = "the events have changed meanwhile, so nothing was written: write them again"
    }
    panes.facets.forget()
    panes.totals.forget()
    if view.camera.isFitToAll { fitAll() }
  }

  /// Updates matches, counts, list and timeline to the events and the view. Costs next to nothing if nothing has changed.
  mutating func bringUpToDate() {
    results.bringUpToDate(with: dataset, view, window: shownWindow, histogram: histogramQuestion)
  }

  /// Deselects an event that is not among the matches any more.
  mutating func dropHiddenSelection() {
    bringUpToDate()
    guard let row = view.selection?.row, !results.matches.hasRow(row) else { return }
    if dataset.isKept(row), !selectedMatch.isEmpty { return }
    view.selection = nil
  }

  /// True if an event is among the matches of the search.
  func isFound(_ row: Int) -> Bool {
    Needle(view.search).map(dataset.events[row].mentions) ?? false
  }
}

extension BrowserState {
  /// True if Ctrl-C has something to cancel, such as a prompt, a question or a form, and does not end the program.
  public var hasSomethingToCancel: Bool {
    dialogue.prompt != nil || dialogue.question != nil || dialogue.leader != nil || panes.form != nil
  }
  /// The situation that is browsed.
  public var situation: Situation { dataset.situation }
  /// The screen's size.
  public var size: Size { environment.size }
  /// The colours.
  public var theme: ThemeName { view.theme }
}

/// The reason why what was asked for can't be shown.
enum Refusal: String {
  case glyphs = "this terminal or locale is not UTF-8: the map stays in ASCII"
  case language = "this terminal or locale is not UTF-8: names stay in English"
}
