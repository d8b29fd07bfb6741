import SituationModel
import TextCanvas

/// The help: the keys of the pane that has the focus first, then all keys by their subjects, or those that a typed text finds.
extension OverlayText {
  private static let keyColumns = 16

  /// The lines of the help.
  static func help(_ state: BrowserState, columns: Int) -> [TextLine] {
    let keys = state.environment.keys
    let typed = state.dialogue.prompt.flatMap { $0.purpose == .helpText ? $0.text : nil }
    let search = (typed ?? state.panes.helpSearch).withoutBlankEnds
    if !search.isEmpty { return found(search, keys, columns) }
    var lines = [TextLine("Here: \(state.focusWords)", Style(.title))]
    lines += pairs(state.focusedHints.prefix(10).map { (keys.shown($0), $0.words) }, columns)
    lines.append(TextLine())
    lines.append(TextLine("\(keys.shown(.search)) finds a key by what it does.", Style(.dim)))
    for (title, rows) in sections(keys) {
      lines += [TextLine(), TextLine(title, Style(.title))] + pairs(rows, columns)
    }
    return lines
  }

  /// The keys whose words, names or keys have a text.
  private static func found(_ search: String, _ keys: KeyMap, _ columns: Int) -> [TextLine] {
    let wanted = search.lowercased()
    let actions = Action.allCases.filter { action in
      action.row.words.lowercased().contains(wanted) || action.rawValue.contains(wanted)
        || keys.keys(of: action).contains { $0.shown == search }
    }
    let head = TextLine("keys for \u{22}\(SafeText(search).text)\u{22}: \(actions.count)", Style(.title))
    return [head] + pairs(actions.map { (keys.allShown($0), $0.row.words) }, columns)
  }

  private static func sections(_ keys: KeyMap) -> [(String, [(String, String)])] {
    Action.Group.allCases.map { group in
      (group.rawValue, Action.allCases.filter { $0.row.group == group }.map { (keys.allShown($0), $0.row.words) })
    } + [("Filter pane", FacetPane.help(keys)), ("Prompts", prompts), ("Mouse", mouse)]
  }

  private static let prompts = [
    ("Up, Down", "lines typed before"), ("Ctrl-A, Ctrl-E", "to the beginning, to the end; also Home, End"),
    ("Alt-B, Alt-F", "a word back, a word on"), ("Ctrl-W, Ctrl-U", "delete the word, or all, before the cursor"),
    ("Ctrl-K", "delete everything after the cursor"), ("Ctrl-C, Esc", "cancel"),
    ("5 .", "a count before a step repeats it"),
  ]

  private static let mouse = [
    ("click", "select the event under the pointer, switch a layer or a value; on the timeline: go there"),
    ("click", "press a key shown in the last line; beside a pane that covers others: close that pane"),
    ("double click", "open it"),
    ("wheel", "zoom about the pointer; in a pane: scroll"),
    ("drag", "pan the map; on the timeline: set the window"),
  ]

  private static func pairs(_ pairs: [(String, String)], _ columns: Int) -> [TextLine] {
    pairs.flatMap { TextLine.hanging(($0.0 + " ").padding(to: keyColumns), Style(.key), $0.1, columns: columns) }
  }
}

extension BrowserState {
  /// The pane that has the focus, in a word or two.
  fileprivate var focusWords: String {
    switch panes.pages.last {
    case .story: "the story"
    case .detail where panes.focus == .side: "an event"
    case .stack where panes.focus == .side: "the events of a pin"
    case .totals where panes.focus == .side: "the totals"
    case .detail, .stack, .totals, nil: panes.focus == .side ? "the list" : "the map"
    }
  }
}
