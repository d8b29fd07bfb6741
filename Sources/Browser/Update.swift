import Cartography
import SituationModel
import TextCanvas

extension BrowserState {
  /// Takes one message, and says what is to be done in the world outside.
  ///
  /// This is the only way in which a state changes. It reads no clock and no file.
  public mutating func update(_ message: Message) -> [Effect] {
    if case .input(.escapeThenKey(let key), _) = message {
      return keysMeant(byEscapeAnd: key).flatMap { update(.input(.key($0), nil)) }
    }
    let message = message.withPlainKey(for: environment.keys)
    var effects: [Effect] = []
    remembering(message) { state in
      effects = state.answer(message)
      state.settle()
    }
    return effects + askForMap() + askSource() + askForFacets() + askForTotals() + askForPairs()
  }

  /// Does what a message says.
  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .input(.key(let key), _):
      dialogue.message = nil
      dialogue.notice = nil
      return take(key)
    case .input(.escapeThenKey, _): break
    case .input(.paste(let text), _): paste(text)
    case .input(.mouse(let mouse), let target):
      if dialogue.question != nil { break }
      return point(mouse, at: target)
    case .action(let action):
      return take(action)
    case .tick:
      if tools.scan != nil {
        scanOn()
      } else if tools.telling?.isPlaying == true {
        tellOn()
      } else if tools.play.isOn {
        playOn()
      }
    case .resized(let size):
      environment.size = size
    case .exists(let export): dialogue.question = .overwrite(export)
    case .checked(let found): took(found)
    case .bookmarks(let bookmarks, let words): took(bookmarks, saying: words)
    case .now(let now): goToToday(now)
    case .read(let situation, let status): take(situation, status)
    case .feed(let status): follow(status)
    case .answered(let question, let answer, let time): take(answer, to: question, at: time)
    case .unanswered(let question, let failure, let pause): take(failure, to: question, again: pause)
    case .askedAgain: dataset.remote?.away?.pause = nil
    case .gathered(let values, let version): panes.facets.take(values, version: version)
    case .partitioned(let parts, let version): panes.totals.take(parts, version: version)
    case .linked(let pairs, let version): panes.links.take(pairs, version: version)
    case .deskOpened(let task, let fields): begin(task, fields: fields)
    case .fieldsChecked(let faults): return saveForm(unless: faults)
    case .changed(let request, let answer): take(answer, to: request)
    case .edited(let field, let text): take(edited: text, for: field)
    case .reportRead(let digest, let text): panes.review.reports[digest] = text
    case .said(let words): dialogue.notice = SafeText(words).text
    case .loaded(let map):
      environment.baseMap = map
      tools.gazetteer = nil
      tools.roads = nil
      lookUp()
    }
    return []
  }

  /// A key goes to the prompt while there is one, else to the action that it stands for.
  private mutating func take(_ key: Key) -> [Effect] {
    if let question = dialogue.question { return answer(question, by: key) }
    if dialogue.prompt != nil { return type(key) }
    if panes.overlay?.content == .form { return typeInForm(key) }
    if let leader = dialogue.leader { return take(key, after: leader) }
    if countOn(key) { return [] }
    let count = dialogue.count ?? 1
    dialogue.count = nil
    guard let action = environment.keys[key] else {
      if !leads(key) { explain(key) }
      return []
    }
    return action.isRepeatable ? take(action, times: count) : take(action)
  }

  /// Does what an action says.
  mutating func take(_ action: Action) -> [Effect] {
    if action == .close, tools.scan != nil {
      stopScan()
      return []
    }
    if let overlay = panes.overlay {
      switch overlay.content.pane.handle(action, &self) {
      case .asks(let effects): return effects
      // An action that it passes reaches none of the panes below it.
      case .passed:
        if action == .quit {
          panes.overlay = nil
          return []
        }
        return program(action) ?? []
      }
    }
    if takeInStory(action) { return [] }
    if action == .quit, !hasNothingToClose {
      close()
      return []
    }
    // A key means first what it means in the pane that has the focus.
    if panes.focus == .side, case .asks(let effects) = sidePane.handle(action, &self) { return effects }
    if let effects = program(action) { return effects }
    if action == .close, stopsReading { return [.stopReading] }
    if action == .close, stopsAsking {
      stopAsking()
      return []
    }
    switch action.row.group {
    case .map: if panes.focus == .map { moveMap(action) } else { drawMap(action) }
    case .events: goToEvent(action)
    case .time: moveInTime(action)
    case .views, .desk, .program: break
    }
    return []
  }

  /// The actions that mean the same everywhere; nil for the others.
  private mutating func program(_ action: Action) -> [Effect]? {
    switch action {
    case .quit: return [.quit]
    case .redraw:
      askAllAnew()
      return [.redraw]
    case .help: show(.help)
    case .about: show(.about)
    case .theme: return changeTheme()
    case .layers: show(.layers)
    case .colours: changeColours()
    case .legend: show(.legend)
    case .rejected: show(.rejected)
    case .describe: show(.describe)
    case .command: dialogue.prompt = Prompt(purpose: .command)
    case .search: dialogue.prompt = Prompt(purpose: .search)
    case .filter: show(.facets)
    case .totals: toggleTotals()
    case .write: dialogue.prompt = Prompt(purpose: .export)
    case .openLink: askToOpenLink()
    case .verify: return checkCopies()
    case .go: dialogue.prompt = Prompt(purpose: .place)
    case .goToTime: dialogue.prompt = Prompt(purpose: .time)
    case .jumpAgain: return jumpAgain()
    case .undo: travel(back: true)
    case .redo: travel(back: false)
    case .bookmark: return askForName()
    case .bookmarks: return toggleBookmarks()
    case .story: toggleStory()
    case .tellCommand: return tellCommand(copies: false)
    case .copyCoordinates: return copy(.coordinates)
    case .copyLink: return copy(.link)
    case .copyCitation: return copy(.citation)
    case .copyCommand: return tellCommand(copies: true)
    default: return workAtDesk(action)
    }
    return []
  }

  private mutating func changeTheme() -> [Effect] {
    guard environment.colorDepth != .none else {
      dialogue.message = "this terminal has no colours"
      return []
    }
    view.theme = view.theme.next
    dialogue.message = "theme: \(view.theme.rawValue), \(view.theme.ground)"
    return [.keepTheme(view.theme)]
  }

  private mutating func show(_ content: Overlay.Content) {
    panes.helpSearch = ""
    panes.overlay = panes.overlay?.content == content ? nil : Overlay(content: content)
  }

  /// Brings what depends on the size and on the events back into its bounds.
  mutating func settle() {
    fitMap()
    settleCloseUp()
    bringUpToDate()
    settleRoads()
    ListPane().settle(&self)
    panes.pages.last?.pane.settle(&self)
    panes.overlay?.content.pane.settle(&self)
    settlePairView()
  }
}

extension ThemeName {
  /// The terminals that the theme is for.
  fileprivate var ground: String {
    switch self {
    case .dark, .colorBlind: "for a terminal with a dark ground"
    case .light: "on a white ground of its own, for any terminal"
    case .highContrast: "on a black ground of its own, for any terminal"
    case .monochrome: "in the terminal's own two colours"
    }
  }
}
